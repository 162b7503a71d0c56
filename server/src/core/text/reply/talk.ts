import { A_PART, type Steps } from '../../steps.js';
import type { Range } from '../../types.js';
import { nextLine, skipSpace } from '../chars.js';
import { Line } from '../markdown/line.js';
import type { Quotation } from '../prose.js';
import { isOnlyClosing } from './finished.js';
import { A_GREETING, GREETING, greetedAt } from './greeting.js';
import { beginsReply, isRule } from './pasted.js';
import { firstName, isOwnName, sidesOf, signersOf, signingPeople, type Below, type Side, type Voice } from './speakers.js';
import { turnLine, type TurnLine } from './turnLines.js';

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

/** What somebody says in one go. */
interface Turn extends Range {
  readonly head: TurnLine;
  /** Where its line begins. */
  readonly from: number;
}

/** A talk, turn by turn, and where what stands below it begins. */
interface Turns {
  readonly turns: readonly Turn[];
  readonly below: number;
}

/** As much of a reply as may say whom it is for. */
const AN_OPENING = 1_000;

/**
 * Reads the talk that begins on the line at `from`: the customer's turns are quoted, those of the desk are the writer's own. Where a reply stands
 * below it, all of the talk has been said. @returns undefined where lines only look as if somebody spoke
 * @param answer the reply to it, where that stands elsewhere
 */
export function* readingTalk(text: string, from: number, answer?: Answer): Steps<Talk | undefined> {
  const read = yield* readingTurns(text, from);
  if (!read) return undefined;
  const { turns, below } = read;
  const voices = voicesOf(text, turns);
  const reply = answer ? replyOf(answer.text, answer) : replyOf(text.slice(below).trimStart());
  if (!isTalk(turns, voices, reply)) return undefined;
  const sides = sidesOf(voices, turns.map(({ head }) => head.speaker).filter(Boolean), reply);
  const sideOf = (turn: Turn): Side | undefined => sides.get(turn.head.speaker);
  const names = voices.map(({ name }) => name).filter((name) => sides.get(name) === 'theirs' && isOwnName(name));
  const spoken = turns.filter(({ head }) => head.speaker !== '');
  const last = spoken.at(-1);
  const isOver = answer !== undefined || (reply.isThere && ((last && sideOf(last) !== 'ours') || GREETING.test(reply.text)));
  const start = turns[0]?.from ?? from;
  const quotes = isOver ? [asSaid(start, below, turns, sideOf)] : quotesAmong(text, turns, sideOf, below);
  return { isOver, start, end: below, quotes: quotes.map((quote, i) => ({ ...quote, names: i === 0 ? names : [], inTalk: answer === undefined })) };
}

/** A talk that is over, as one quotation: what the customer has said since the desk spoke last waits for an answer. */
function asSaid(start: number, end: number, turns: readonly Turn[], sideOf: (turn: Turn) => Side | undefined): Quotation {
  const lastOfOurs = turns.map(sideOf).lastIndexOf('ours');
  const said = turns.slice(lastOfOurs + 1).filter(({ head }) => head.speaker !== '').filter((turn) => sideOf(turn) !== 'machine');
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
    } else if (sideOf(turn) !== 'machine' && turn.head.speaker !== '') said.push({ start: turn.start, end: turn.end });
  }
  return said.length > 0 || open < (turns.at(-1)?.end ?? 0) ? [...quotes, { start: open, end: below, said, answered }] : quotes;
}

/** Goes through the lines: each is the head of a turn, or goes on with the turn above it. */
function* readingTurns(text: string, from: number): Steps<Turns | undefined> {
  const turns: Turn[] = [];
  const speakers = new Set<string>();
  let enough = from + A_PART;
  let stamped = false;
  let gap = -1;
  let words = from;
  let reply = -1;
  const line = new Line(text, from, text.length);
  while (line.advance()) {
    if (line.start > enough) {
      enough = line.start + A_PART;
      yield;
    }
    if (line.blank) {
      if (gap < 0) gap = line.start;
      continue;
    }
    const open = turns.at(-1);
    const head = turnLine(text, line);
    if (head && (!open || goesOn(head, speakers, stamped, reply >= 0))) {
      if (open) turns[turns.length - 1] = { ...open, end: Math.max(open.end, words) };
      stamped ||= head.stamped && !open;
      [gap, reply, words] = [-1, -1, line.end];
      speakers.add(head.speaker);
      turns.push({ head, from: line.start, start: skipSpace(text, head.words, text.length), end: line.end });
      while (line.next < head.words && line.advance());
      continue;
    }
    if (open === undefined) return undefined;
    if (reply < 0 && beginsBelow(text, line, open, gap >= 0)) reply = line.start;
    // Where no times stand beside them, names before colons below a greeting need not be those of speakers.
    if (reply >= 0 && !stamped && (isRule(text, line) || beginsReply(text, line))) break;
    if (reply < 0) turns[turns.length - 1] = { ...open, end: line.end };
    words = line.end;
    gap = -1;
  }
  return turns.length === 0 ? undefined : { turns, below: reply < 0 ? text.length : replyStart(text, reply) };
}

/**
 * Whether a line that looks like the head of a turn is the next one of a talk: with a time beside the name always; without one in a talk that has none,
 * and below what may be the reply, or where others have times, only if that name has spoken before.
 */
function goesOn({ speaker, stamped }: TurnLine, speakers: ReadonlySet<string>, isStamped: boolean, isBelow: boolean): boolean {
  if (stamped) return isStamped || speaker !== '';
  return (!isStamped && !isBelow) || speakers.has(speaker);
}

/** Whether the reply to a talk begins on a line: with a greeting, below a rule, or below an empty line where a turn is one paragraph. */
function beginsBelow(text: string, line: Line, { head, start, end }: Turn, isApart: boolean): boolean {
  if (isRule(text, line)) return true;
  if (!isApart || start >= line.start) return false;
  return beginsReply(text, line) || !(head.alone || beginsAsLetter(text.slice(start, end)));
}

/** `Hello,` alone: what is written like a letter has paragraphs. */
function beginsAsLetter(words: string): boolean {
  return words.length < A_GREETING && GREETING.test(words) && /[,!\p{L}]$/u.test(words);
}

function replyStart(text: string, at: number): number {
  const line = new Line(text, at, text.length);
  if (!line.advance()) return at;
  return isRule(text, line) ? line.next : at;
}

function replyOf(text: string, answer?: Answer): Below {
  return { isThere: answer !== undefined || (text !== '' && !isOnlyClosing(text)), text, greeted: greetedAt(text, 0), isAbove: answer?.isAbove === true };
}

function voicesOf(text: string, turns: readonly Turn[]): readonly Voice[] {
  const said = new Map<string, string[]>();
  for (const { head: { speaker }, start, end } of turns) {
    if (speaker === '') continue;
    const words = said.get(speaker) ?? [];
    said.set(speaker, words);
    words.push(text.slice(start, end));
  }
  return [...said].map(([name, words]) => ({ name, said: words }));
}

/** Who talks speaks of themselves or to somebody, asks, greets or thanks. */
const SPEAKS = /\b(?:i|i['’]\w+|me|my|we|we['’]\w+|us|our|you|you['’]\w+|u|your|hello|hi|hey|thanks|thank|sorry|please|pls|yes|no|ok|okay)\b|\?/i;
/** Who comes with something greets, asks, or tells what has happened to them. */
const COMES_WITH = /^(?:hello|hi|hey|good (?:morning|afternoon|evening))\b|\?|\b(?:i|i['’]\w+|me|my|you people)\b/i;

/** Whether lines are a talk: with times beside the names, or if the reply greets one of them, always; else by who takes turns, and how. */
function isTalk(turns: readonly Turn[], voices: readonly Voice[], reply: Below): boolean {
  const [first, second] = voices;
  // Who writes the next turn may have its name already.
  if (!first || turns.slice(0, -1).some(({ head, start, end }) => head.alone && start >= end)) return false;
  if (turns.some(({ head }) => head.stamped)) return turns.filter(({ head }) => head.speaker !== '').length > 1 || (reply.isThere && !reply.isAbove);
  if (voices.some(({ name }) => reply.greeted.includes(firstName(name)))) return true;
  const role = voices.some(({ name }) => ROLE.test(name));
  if (!role && !mayBeTalk(turns, voices, reply)) return false;
  if (reply.isAbove) return true;
  if (!voices.some(({ name }) => CUSTOMER.test(name)) && ![first, second ?? first].every(speaks)) return false;
  // Nobody greets a customer below the beginning of their own letter.
  if (GREETING.test(reply.text)) return true;
  if (!second) return CUSTOMER.test(first.name) || (reply.isThere && (role || (turns.length > 1 && (isNamedIn(reply.text, first.name) || comesWith(first)))));
  return role || turns.length > voices.length || comesWith(first) && voices.length === 2;
}

/**
 * Whether names before colons may be those of speakers, where neither times nor roles tell, and the reply greets none of them: `Laptop: I need it by
 * Friday` is a list, too. Below a letter one of them has to sign it. Where everybody speaks once, the reply has to know one of them.
 */
function mayBeTalk(turns: readonly Turn[], voices: readonly Voice[], reply: Below): boolean {
  const signs = (names: readonly string[]): boolean => voices.some(({ name }) => names.includes(firstName(name)));
  if (reply.isAbove) return signs(signersOf(reply.text));
  if (!reply.isThere) return reply.text === '' || signs(signersOf(reply.text)) || signingPeople(reply.text).length === 0;
  if (turns.length > voices.length || signs(signersOf(reply.text))) return true;
  return GREETING.test(reply.text) ? reply.greeted.length === 0 : voices.some(({ name }) => isNamedIn(reply.text, name));
}

/** Whether somebody comes with something of their own. */
function comesWith({ said }: Voice): boolean {
  return said.some((words) => COMES_WITH.test(words));
}

/** Whether somebody speaks in a talk, or has just begun to. */
function speaks({ said }: Voice): boolean {
  return said.some((words) => SPEAKS.test(words)) || !/[.!?]$/.test(said.at(-1) ?? '');
}

const CUSTOMER = /\b(?:customer|cust|visitor|caller)\b/i;
const ROLE = /\b(?:customer|cust|client|visitor|guest|caller|agent)\b|^(?:me|you)$/i;

/** Whether a reply calls somebody by name, be it in its greeting or later on. */
function isNamedIn(reply: string, name: string): boolean {
  const first = firstName(name);
  return first.length > 1 && new Set<string>(reply.slice(0, AN_OPENING).toLowerCase().match(/[\p{L}'’-]+/gu)).has(first);
}
