import { SIGN_OFF, WISH } from './frame.js';
import { isFooter, isLoneName } from './signature.js';

/** So much of what stands above is looked at, in UTF-16 code units and in lines that are not empty. */
const MOST_READ = 600;
const MOST_LINES = 6;

/** Whether a letter ends before an offset: with a closing, a name on a line of its own, or what mail programs put below every mail. @param start where the letter begins */
export function isFinished(text: string, start: number, end: number): boolean {
  const lines = text.slice(Math.max(start, end - MOST_READ), end).split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== '');
  const last = lines.slice(-MOST_LINES);
  return isLoneName(last.at(-1) ?? '') || last.some((line) => SIGN_OFF.test(line) || WISH.test(line) || isFooter(line));
}
