import { firstAfter, firstFrom, rangeAt } from '../ranges.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { finding, type Steps } from '../steps.js';
import type { Range } from '../types.js';
import type { Move } from './anatomy.js';
import { moveOf } from './moves.js';

/** A passage of the customer's, and where the next one begins: what stands in between is said of it. */
interface Turn extends Range {
  readonly until: number;
}

/** So many questions are looked at in one step. */
const A_FEW = 10;

/**
 * For each of some questions of the customer's, what stands right below the passage that it ends, where the reply goes through their message passage by
 * passage. One that goes on with "Or …?" is one question.
 */
export function* answersBelow(reading: Reading, asked: readonly Sentence[]): Steps<readonly (Sentence | undefined)[]> {
  const turns = turnsOf(reading);
  const answers = new Array<Sentence | undefined>(asked.length);
  if (turns.length === 0) return answers;
  for (let i = asked.length - 1; i >= 0; i--) {
    const [question, next] = asked.slice(i, i + 2);
    const turn = question && rangeAt(turns, question.start);
    if (turn && (!next || next.start >= turn.end)) answers[i] = yield* answerBelow(reading.body, turn);
    else if (turn && next?.words[0] === 'or') answers[i] = answers[i + 1];
    if (i % A_FEW === 0) yield;
  }
  return answers;
}

/** Whether a reply goes through the customer's message passage by passage. */
export function goesThrough(reading: Reading): boolean {
  return turnsOf(reading).length > 0;
}

/** What answers nothing, wherever it stands. */
const ANSWERS_NOTHING: ReadonlySet<Move> = new Set<Move>(['greet', 'thank', 'invite', 'sign-off']);

/**
 * The passages that a reply answers one by one, each right below it; none where the message is quoted as a whole. Quotations with nothing between
 * them are one passage, and one with a greeting below it is the whole message, whatever else is quoted.
 */
function turnsOf({ prose: { quotes, blocks } }: Reading): readonly Turn[] {
  const passages: Range[] = [];
  for (const quote of quotes) {
    const last = passages.at(-1);
    if (last && (blocks[firstAfter(blocks, last.end)]?.start ?? Infinity) > quote.start) passages[passages.length - 1] = { start: last.start, end: quote.end };
    else passages.push(quote);
  }
  const turns: Turn[] = [];
  passages.forEach(({ start, end }, i) => {
    const below = blocks[firstAfter(blocks, end)];
    if (below && below.kind !== 'greeting') turns.push({ start, end, until: passages[i + 1]?.start ?? Infinity });
  });
  return turns.length > 1 ? turns : [];
}

/** The first sentence below a passage that can be an answer. */
function answerBelow(body: readonly Sentence[], { end, until }: Turn): Steps<Sentence | undefined> {
  return finding(body.slice(firstAfter(body, end), firstFrom(body, until)), (sentence) => !ANSWERS_NOTHING.has(moveOf(sentence)));
}
