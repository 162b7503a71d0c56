import { contentOf } from '../reading/contentWords.js';
import type { Clause } from '../phrase/clauses.js';
import { WordClass } from '../phrase/lexicon.js';
import { remembered } from '../remembered.js';
import type { Place } from './conditions.js';
import type { Reading, Sentence } from '../reading/reading.js';

/** A word that more of the customer's sentences have says little about any of them, and looking through them all would take too long. */
const A_FEW = 8;

/**
 * Whether the clause of a match denies what the message it answers asserts. The first content word after the match has to stand there in a clause
 * that doesn't ask, in a sentence without negation, together with another word of the clause; "it" and "that" stand for any word.
 * @param place a match that ends with the negation
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

/** By each stem that they assert, the first few of the customer's sentences. */
const assertedIn = remembered<Reading, ReadonlyMap<string, readonly ReadonlySet<string>[]>>(({ quoted }) => {
  const asserted = new Map<string, ReadonlySet<string>[]>();
  for (const sentence of quoted) {
    const stems = contentOf(sentence);
    for (const stem of assertedBy(sentence)) {
      const known = asserted.get(stem) ?? [];
      if (known.length < A_FEW) known.push(stems);
      asserted.set(stem, known);
    }
  }
  return asserted;
});

/** The stems of what a sentence says is so; none where it negates, or asks in the end (", right?"). */
function assertedBy(sentence: Sentence): ReadonlySet<string> {
  if (sentence.clauses.at(-1)?.mood === 'question' || sentence.classes.some((bits) => (bits & WordClass.neg) !== 0)) return NONE;
  const telling = sentence.clauses.filter((clause) => !asks(clause, sentence));
  return new Set(telling.flatMap(({ start, end }) => [...contentOf(sentence, start, end)]));
}

const NONE: ReadonlySet<string> = new Set();

/** Whether a clause asks, be it of itself or of another: "I wonder *if it is lost*". An "if" at the beginning sets a scene instead. */
function asks({ mood, start }: Clause, { words }: Sentence): boolean {
  return mood === 'question' || (mood === 'condition' && start > 0 && (words[start] === 'if' || words[start] === 'whether'));
}
