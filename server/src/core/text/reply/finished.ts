import { SIGN_OFF, WISH } from './frame.js';
import { isFooter, isLoneName } from './signature.js';

/** So much of what stands above is looked at, in UTF-16 code units and in lines that are not empty. */
const MOST_READ = 600;
const MOST_LINES = 6;
/** As much of a line as may be a name, a post or a firm. */
const LONGEST_NAME = 60;

/** Whether a letter ends before an offset: with a closing, a name on a line of its own, or what mail programs put below every mail. @param start where the letter begins */
export function isFinished(text: string, start: number, end: number): boolean {
  const last = lastLines(text, start, end);
  return isLoneName(last.at(-1) ?? '') || last.some((line) => SIGN_OFF.test(line) || WISH.test(line) || isFooter(line));
}

/** Whether a letter ends right above an offset: with a closing, and nothing but who signs it below that. */
export function isClosed(text: string, start: number, end: number): boolean {
  const last = lastLines(text, start, end);
  const closing = last.map((line) => isGoodbye(line) || isFooter(line)).lastIndexOf(true);
  return isLoneName(last.at(-1) ?? '') || (closing >= 0 && last.slice(closing + 1).every(mayBeName));
}

/** Whether a text is nothing but a goodbye and who signs. */
export function isOnlyClosing(text: string): boolean {
  const lines = linesOf(text.slice(0, MOST_READ));
  const [first = '', ...others] = lines;
  return lines.length <= MOST_LINES && text.length < MOST_READ && (isGoodbye(first) || isLoneName(first)) && others.every((line) => isGoodbye(line) || mayBeName(line));
}

/** A goodbye alone, or with a name behind it; `Thanks, I have it` is none. */
function isGoodbye(line: string): boolean {
  if (WISH.test(line)) return true;
  const name = SIGN_OFF.test(line) ? line.replace(SIGN_OFF, '').replace(/^[\s,.!:;–—-]+/, '') : undefined;
  return name !== undefined && (name === '' || /^\p{Lu}/u.test(name) && mayBeName(name) && !/[,;]/.test(name) && name.split(/\s+/).length <= 4);
}

function mayBeName(line: string): boolean {
  return line.length <= LONGEST_NAME && !/[.!?:]$/.test(line) && !/:\s/.test(line);
}

function lastLines(text: string, start: number, end: number): readonly string[] {
  return linesOf(text.slice(Math.max(start, end - MOST_READ), end)).slice(-MOST_LINES);
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== '');
}
