import { letters } from '../../generated/letters.js';
import { later } from '../../later.js';

/** The reading of a frame comes before any lexicon, and asks for these words alone. */
const LONE_WORDS = later(() => new Set(letters.loneWords.split('|')));

/** Whether a line begins with a common word, as `Done` and `All sorted` do: it is no name then. */
export function opensWithWord(line: string): boolean {
  return LONE_WORDS().has(/^\p{L}+/u.exec(line)?.[0].toLowerCase() ?? '');
}
