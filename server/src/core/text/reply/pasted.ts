import { A_PART, type Steps } from '../../steps.js';
import { GT } from '../chars.js';
import { Line } from '../markdown/line.js';
import { A_GREETING, isGreetingLine } from './greeting.js';
import { headAt } from './mailHeads.js';

const RULE = /^([-–—_=*])(?:\s?\1){2,}$/;
const LONGEST_RULE = 200;

/**
 * Finds where the reply begins below a message that was pasted above it: at a greeting that is not the message's own first line.
 * @param from where the words of the message begin
 * @param mayBeDivided whether a rule across the page will do, where nobody is greeted
 */
export function* readingReplyBelow(text: string, from: number, mayBeDivided: boolean): Steps<number | undefined> {
  let enough = from + A_PART;
  let divided: number | undefined;
  // Whether the message has begun, and how the line above ends it, if it does.
  let begun = false;
  let above: 'words' | 'colon' | 'nothing' = 'nothing';
  for (const line = new Line(text, from, text.length); line.advance();) {
    if (line.start > enough) {
      enough = line.start + A_PART;
      yield;
    }
    if (line.blank) {
      if (above !== 'colon') above = 'nothing';
      continue;
    }
    if (isRule(text, line)) {
      above = 'nothing';
      divided ??= begun ? line.next : undefined;
      continue;
    }
    const head = line.code === GT ? undefined : headAt(text, line);
    if (head && !head.isDoubtful) {
      begun = false;
      divided = undefined;
      while (line.next < head.end && line.advance());
      continue;
    }
    if (begun && above === 'nothing' && beginsReply(text, line)) return line.start;
    begun = true;
    above = text.charAt(line.end - 1) === ':' ? 'colon' : 'words';
  }
  return mayBeDivided ? divided : undefined;
}

/** A line of dashes, underscores or the like across the page. */
export function isRule(text: string, line: Line): boolean {
  return line.end - line.first < LONGEST_RULE && RULE.test(text.slice(line.first, line.end).trimEnd());
}

/** Whether a line greets somebody, as the first one of a reply does. */
export function beginsReply(text: string, line: Line): boolean {
  return isGreetingLine(text.slice(line.first, Math.min(line.end, line.first + A_GREETING)));
}
