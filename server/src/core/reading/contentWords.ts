import { WordClass } from '../phrase/lexicon.js';
import type { Sentence } from './reading.js';

const { pronoun, det, aux, modal, preposition, wh, subordinator, coordinator, neg, filler, adverb, punct, number } = WordClass;
const STRUCTURE = pronoun | det | aux | modal | preposition | wh | subordinator | coordinator | neg | filler | adverb | punct | number | WordClass.object;
const EMPTY = new Set('please thank know want need get got help can could would like just also tell let go make sure thing way much many long time possible now still there here about question work use try'.split(' '));

/** The stems of the words that say what a sentence is about, or the tokens `[from, to)` of it, in their order. */
export function contentOf({ words, classes }: Sentence, from = 0, to = words.length): ReadonlySet<string> {
  const content = new Set<string>();
  for (let i = from; i < to; i++) {
    const word = words[i] ?? '';
    if (word.length <= 2 || ((classes[i] ?? 0) & STRUCTURE) !== 0) continue;
    const stem = stemOf(word);
    if (!EMPTY.has(stem)) content.add(stem);
  }
  return content;
}

/** A word without its ending: what "deletes" and "deleting" have in common. */
export function stemOf(word: string): string {
  return word.replace(/(?<=\p{L}{3})(?:ies|ied|ing|ed|es|s|e|y)$/u, '').replace(/(\p{L})\1$/u, '$1');
}
