import { firstAfter } from '../ranges.js';
import type { Reading, Sentence } from '../rules/reading.js';
import type { Range } from '../types.js';
import type { Move } from './anatomy.js';
import { moveOf } from './moves.js';

/** A passage of the customer's, and the first sentence right below it that can be an answer. */
export interface Turn extends Range {
  readonly answer: Sentence | undefined;
}

/** What answers nothing, wherever it stands. */
const ANSWERS_NOTHING: ReadonlySet<Move> = new Set<Move>(['greet', 'thank', 'invite', 'sign-off']);

/**
 * The passages that a reply answers one by one, each right below it; none where the message is quoted as a whole. Quotations with nothing between
 * them are one passage, and one with a greeting below it is the whole message, whatever else is quoted.
 */
export function turnsOf({ prose: { quotes, blocks }, body }: Reading): readonly Turn[] {
  const passages: Range[] = [];
  for (const quote of quotes) {
    const last = passages.at(-1);
    if (last && (blocks[firstAfter(blocks, last.end)]?.start ?? Infinity) > quote.start) passages[passages.length - 1] = { start: last.start, end: quote.end };
    else passages.push(quote);
  }
  const turns: Turn[] = [];
  passages.forEach(({ start, end }, i) => {
    const below = blocks[firstAfter(blocks, end)];
    if (below && below.kind !== 'greeting') turns.push({ start, end, answer: answerBelow(body, end, passages[i + 1]?.start ?? Infinity) });
  });
  return turns.length > 1 ? turns : [];
}

function answerBelow(body: readonly Sentence[], from: number, to: number): Sentence | undefined {
  for (let i = firstAfter(body, from), sentence = body[i]; sentence && sentence.start < to; sentence = body[++i]) {
    if (!ANSWERS_NOTHING.has(moveOf(sentence))) return sentence;
  }
  return undefined;
}
