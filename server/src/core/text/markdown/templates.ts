import { DASH, isAsciiLetter, skipBlanks } from '../chars.js';

/** Liquid blocks whose content is not prose. */
const SILENT = new Set(['comment', 'highlight', 'codeblock', 'capture_code', 'mermaid', 'javascript', 'style', 'schema', 'stylesheet']);

/** For a line that opens a block of code or comment, Liquid's (`{% highlight sh %}`) or kramdown's, the start of the tag that closes it. */
export function liquidCloser(text: string, at: number, end: number): string | undefined {
  if (text.startsWith('{::comment}', at)) return '{:/';
  if (!text.startsWith('{%', at)) return undefined;
  let from = at + 2;
  if (text.charCodeAt(from) === DASH) from++;
  from = skipBlanks(text, from, end);
  let stop = from;
  while (stop < end && isAsciiLetter(text.charCodeAt(stop))) stop++;
  const name = text.slice(from, stop);
  return SILENT.has(name) ? `end${name}` : undefined;
}
