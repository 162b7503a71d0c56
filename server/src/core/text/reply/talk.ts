import type { Steps } from '../../steps.js';
import type { Range } from '../../types.js';
import { nextLine } from '../chars.js';
import type { Quotation } from '../prose.js';
import { isOnlyClosing } from './finished.js';
import { GREETING, greetedAt } from './greeting.js';
import { isTalk } from './isTalk.js';
import { isOwnName, sidesOf, type Below, type Side, type Voice } from './speakers.js';
import { isSpoken, readingTurns, type Turn } from './talkTurns.js';

/** A talk that was pasted: of a chat, a messenger or a ticket's comments, turn by turn. */
export interface Talk extends Range {
  /** What is not the writer's own, with the names that stand before everybody's words. */
  readonly quotes: readonly Quotation[];
  /** Whether all of it has been said, and a reply stands below. */
  readonly isOver: boolean;
}

/** A reply that does not stand below the talk it answers. */
export interface Answer {
  readonly text: string;
  /** Whether it is a letter above the talk: its own lists look like talks. */
  readonly isAbove: boolean;
}

/**
 * Reads the talk that begins on the line at `from`: the customer's turns are quoted, those of the desk are the writer's own. Where a reply stands
 * below it, all of the talk has been said. @returns undefined where lines only look as if somebody spoke
 * @param answer the reply to it, where that stands elsewhere
 */
export function* readingTalk(text: string, from: number, answer?: Answer): Steps<Talk | undefined> {
  const { turns, below } = yield* readingTurns(text, from);
  const voices = voicesOf(text, turns);
  const reply = answer ? replyOf(answer.text, answer) : replyOf(text.slice(below).trimStart());
  if (!isTalk(turns, voices, reply)) return undefined;
  const spoken = turns.filter(isSpoken);
  const sides = sidesOf(voices, spoken.map(({ head }) => head.speaker), reply);
  const sideOf = (turn: Turn): Side | undefined => (isSpoken(turn) ? sides.get(turn.head.speaker) : 'machine');
  const names = voices.map(({ name }) => name).filter((name) => sides.get(name) === 'theirs' && isOwnName(name));
  const last = spoken.at(-1);
  const isOver = answer !== undefined || (reply.isThere && ((last && sideOf(last) !== 'ours') || GREETING.test(reply.text)));
  const start = turns[0]?.from ?? from;
  const quotes = isOver ? [asSaid(start, below, turns, sideOf)] : quotesAmong(text, turns, sideOf, below);
  return { isOver, start, end: below, quotes: quotes.map((quote, i) => ({ ...quote, names: i === 0 ? names : [], inTalk: answer === undefined })) };
}

/** A talk that is over, as one quotation: what the customer has said since the desk spoke last waits for an answer. */
function asSaid(start: number, end: number, turns: readonly Turn[], sideOf: (turn: Turn) => Side | undefined): Quotation {
  const lastOfOurs = turns.map(sideOf).lastIndexOf('ours');
  const said = turns.slice(lastOfOurs + 1).filter((turn) => sideOf(turn) !== 'machine');
  return { start, end, said: said.map((turn) => ({ start: turn.start, end: turn.end })), answered: lastOfOurs >= 0 };
}

/** What stands between the desk's own words: the turns of others, and every name; the line breaks behind own words are theirs. */
function quotesAmong(text: string, turns: readonly Turn[], sideOf: (turn: Turn) => Side | undefined, below: number): readonly Quotation[] {
  const quotes: Quotation[] = [];
  const answered = turns.filter((turn) => sideOf(turn) === 'ours').length > 1;
  let open = turns[0]?.from ?? below;
  let said: Range[] = [];
  for (const turn of turns) {
    if (sideOf(turn) === 'ours') {
      quotes.push({ start: open, end: turn.start, said, answered });
      said = [];
      open = nextLine(text, turn.end, text.length);
    } else if (sideOf(turn) !== 'machine') said.push({ start: turn.start, end: turn.end });
  }
  return open < (turns.at(-1)?.end ?? 0) ? [...quotes, { start: open, end: below, said, answered }] : quotes;
}

function replyOf(text: string, answer?: Answer): Below {
  return { isThere: answer !== undefined || (text !== '' && !isOnlyClosing(text)), text, greeted: greetedAt(text, 0), isAbove: answer?.isAbove === true };
}

function voicesOf(text: string, turns: readonly Turn[]): readonly Voice[] {
  const said = new Map<string, string[]>();
  for (const { head: { speaker }, start, end } of turns.filter(isSpoken)) {
    const words = said.get(speaker) ?? [];
    said.set(speaker, words);
    words.push(text.slice(start, end));
  }
  return [...said].map(([name, words]) => ({ name, said: words }));
}
