import type { Move } from '../anatomy/anatomy.js';
import { moveOf } from '../anatomy/moves.js';
import { Cost } from './conditions.js';
import type { Absence } from './program.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { finding, finish, type Steps } from '../steps.js';

/** What stands between the matter and the end. A finding on a thank-you would read as if the thanks were wrong. */
const SMALL_TALK: ReadonlySet<Move> = new Set<Move>(['thank', 'sign-off', 'invite', 'other']);

/**
 * Where a rule about something missing makes its finding: the first or the last sentence; undefined where the text has what is needed, or does not need it. For most
 * texts the first sentence, a fact about them or one of their last sentences tells. Conditions that go through the whole text come after these, and what
 * sentences do comes last. (All this takes a twentieth of a reply's time.)
 */
export function lackedAt(absence: Absence, reading: Reading): Sentence | undefined {
  return finish(lackingAt(absence, reading));
}

/** Like `lackedAt`, step by step. */
export function* lackingAt({ rule, isPresent, makesMove, tests }: Absence, { body }: Reading): Steps<Sentence | undefined> {
  const sentence = rule.at === 'first-sentence' ? body[0] : body.at(-1);
  if (!sentence) return undefined;
  const place = { sentence, match: { start: 0, end: sentence.ids.length, slots: [] } };
  const holds = (least: Cost, most: Cost): boolean => tests().every(({ cost, test }) => cost < least || cost > most || test(place));
  const isLacking = holds(Cost.fact, Cost.few) && !(yield* hasOne(body, sentence, isPresent)) && holds(Cost.text, Cost.moves) && !(yield* hasOne(body, sentence, makesMove));
  return isLacking ? marked(sentence, body) : undefined;
}

/** The sentence to mark: where the last is small talk, the last one before it that says something. */
function marked(missedAt: Sentence, body: readonly Sentence[]): Sentence {
  if (missedAt !== body.at(-1)) return missedAt;
  return [...body].reverse().find((sentence) => !SMALL_TALK.has(moveOf(sentence))) ?? missedAt;
}

/** Whether one of some sentences passes a test. What is missed at the end mostly stands near it. */
function* hasOne(sentences: readonly Sentence[], missedAt: Sentence, test: (sentence: Sentence) => boolean): Steps<boolean> {
  return (yield* finding(missedAt === sentences[0] ? sentences : backwards(sentences), test)) !== undefined;
}

function* backwards(sentences: readonly Sentence[]): Iterable<Sentence> {
  for (let i = sentences.length - 1; i >= 0; i--) {
    const sentence = sentences[i];
    if (sentence) yield sentence;
  }
}
