import { A_PART, type Steps } from '../../steps.js';
import type { Range } from '../../types.js';
import { skipSpace } from '../chars.js';
import { Line } from '../markdown/line.js';
import { A_GREETING, GREETING } from './greeting.js';
import { beginsReply, isRule } from './pasted.js';
import { turnLine, type TurnLine } from './turnLines.js';

/** What somebody says in one go; the range is that of the words. */
export interface Turn extends Range {
  readonly head: TurnLine;
  /** Where its line begins. */
  readonly from: number;
}

/** Whether somebody speaks; chat programs tell of other things in lines like these. */
export function isSpoken({ head }: Turn): boolean {
  return head.speaker !== '';
}

/** A talk, turn by turn, and where what stands below it begins. */
export interface Turns {
  readonly turns: readonly Turn[];
  readonly below: number;
}

/** Goes through the lines from an offset on: each is the head of a turn, or goes on with the turn above it. There are no turns where the first line is no head. */
export function* readingTurns(text: string, from: number): Steps<Turns> {
  const turns: Turn[] = [];
  const speakers = new Set<string>();
  let enough = from + A_PART;
  let stamped = false;
  let gap = false;
  let words = from;
  let reply = -1;
  const line = new Line(text, from, text.length);
  while (line.advance()) {
    if (line.start > enough) {
      enough = line.start + A_PART;
      yield;
    }
    if (line.blank) {
      gap = true;
      continue;
    }
    const open = turns.at(-1);
    const head = turnLine(text, line);
    if (head && (!open || goesOn(head, speakers, stamped, reply >= 0))) {
      // What looked like a reply below the last turn belongs to it, as the talk goes on.
      if (open) turns[turns.length - 1] = { ...open, end: Math.max(open.end, words) };
      stamped ||= head.stamped;
      [gap, reply, words] = [false, -1, line.end];
      speakers.add(head.speaker);
      turns.push({ head, from: line.start, start: skipSpace(text, head.words, text.length), end: line.end });
      while (line.next < head.words && line.advance());
      continue;
    }
    if (!open) break;
    if (reply < 0 && beginsBelow(text, line, open, gap)) reply = isRule(text, line) ? line.next : line.start;
    // Where no times stand beside them, names before colons below a greeting need not be those of speakers.
    if (reply >= 0 && !stamped && (isRule(text, line) || beginsReply(text, line))) break;
    if (reply < 0) turns[turns.length - 1] = { ...open, end: line.end };
    words = line.end;
    gap = false;
  }
  return { turns, below: reply < 0 ? text.length : reply };
}

/**
 * Whether a line that looks like the head of a turn is the next one of a talk. With a time beside the name it always is. Without one, in a talk that
 * has times, or below what may be the reply, only if that name has spoken before.
 */
function goesOn({ speaker, stamped }: TurnLine, speakers: ReadonlySet<string>, isStamped: boolean, isBelow: boolean): boolean {
  if (stamped) return isStamped || speaker !== '';
  return (!isStamped && !isBelow) || speakers.has(speaker);
}

/** Whether the reply to a talk begins on a line: with a greeting, at a rule, or below an empty line where a turn is one paragraph. */
function beginsBelow(text: string, line: Line, { head, start, end }: Turn, isApart: boolean): boolean {
  if (isRule(text, line)) return true;
  if (!isApart || start >= line.start) return false;
  return beginsReply(text, line) || !(head.alone || beginsAsLetter(text.slice(start, end)));
}

/** `Hello,` alone: what is written like a letter has paragraphs. */
function beginsAsLetter(words: string): boolean {
  return words.length < A_GREETING && GREETING.test(words) && /[,!\p{L}]$/u.test(words);
}
