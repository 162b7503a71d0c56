import { contentOf } from '../anatomy/content.js';
import { WordClass } from '../phrase/lexicon.js';
import { Id } from '../phrase/vocabulary.js';
import { remembered } from '../remembered.js';
import type { Place } from './conditions.js';
import type { Reading, Sentence } from './reading.js';

/** A word that more of the customer's sentences have says little about any of them, and looking through them all would take too long. */
const A_FEW = 8;

/**
 * Whether the clause of a match denies what the message that is answered asserts: the first word after the match that says something stands there in a
 * sentence that neither asks nor negates, together with another word of the clause. "It" and "that" stand for any other word. @param place a match that ends with the negation
 */
export function isDenial({ sentence, match }: Place): boolean {
  const { reading } = sentence;
  const clause = sentence.clauseAt(match.start);
  if (!clause || reading.quoted.length === 0) return false;
  const [denied, ...rest] = contentOf(sentence, match.end, clause.end);
  const asserted = denied === undefined ? undefined : assertedIn(reading).get(denied);
  if (!asserted) return false;
  const others = [...contentOf(sentence, clause.start, match.start), ...rest];
  return others.length === 0 || asserted.some((stems) => others.some((stem) => stems.has(stem)));
}

/** By each of their stems, the first few sentences in which the customer asserts something. */
const assertedIn = remembered<Reading, ReadonlyMap<string, readonly ReadonlySet<string>[]>>(({ quoted }) => {
  const asserted = new Map<string, ReadonlySet<string>[]>();
  for (const sentence of quoted) {
    if (!asserts(sentence)) continue;
    const stems = contentOf(sentence);
    for (const stem of stems) {
      const known = asserted.get(stem) ?? [];
      if (known.length < A_FEW) known.push(stems);
      asserted.set(stem, known);
    }
  }
  return asserted;
});

/** Whether a sentence says that something is so. */
function asserts({ ids, classes }: Sentence): boolean {
  return ids.at(-1) !== Id.question && !classes.some((bits) => (bits & WordClass.neg) !== 0);
}
