import type { Move } from '../anatomy/anatomy.js';
import { moveOf } from '../anatomy/moves.js';
import { Cost } from './conditions.js';
import type { Absence } from './program.js';
import type { Reading, Sentence } from './reading.js';

/** What stands between the matter and the end. A finding on a thank-you would read as if the thanks were wrong. */
const SMALL_TALK: ReadonlySet<Move> = new Set<Move>(['thank', 'sign-off', 'invite', 'other']);

/**
 * Where a rule about what a text lacks says so: its first or its last sentence; undefined where the text has it, or need not.
 * Most texts need not, which their first sentence or a fact about them tells: that is asked before every sentence is.
 */
export function lackedAt({ rule, isPresent, makesMove, tests }: Absence, { body }: Reading): Sentence | undefined {
  const sentence = rule.at === 'first-sentence' ? body[0] : body.at(-1);
  if (!sentence) return undefined;
  const place = { sentence, match: { start: 0, end: sentence.ids.length, slots: [] } };
  const holds = (aboutMoves: boolean): boolean => tests().every(({ cost, test }) => (cost === Cost.moves) !== aboutMoves || test(place));
  return holds(false) && !hasOne(body, sentence, isPresent) && holds(true) && !hasOne(body, sentence, makesMove) ? marked(sentence, body) : undefined;
}

/** The sentence to mark: where the last is small talk, the last one before it that says something. */
function marked(missedAt: Sentence, body: readonly Sentence[]): Sentence {
  if (missedAt !== body.at(-1)) return missedAt;
  return [...body].reverse().find((sentence) => !SMALL_TALK.has(moveOf(sentence))) ?? missedAt;
}

/** Whether one of some sentences passes a test. What is missed at the end mostly stands near it. */
function hasOne(sentences: readonly Sentence[], missedAt: Sentence, test: (sentence: Sentence) => boolean): boolean {
  if (missedAt === sentences[0]) return sentences.some(test);
  for (let i = sentences.length - 1; i >= 0; i--) {
    const sentence = sentences[i];
    if (sentence && test(sentence)) return true;
  }
  return false;
}
