import { isAsciiLetter, skipBlanks } from '../chars.js';

/** Liquid blocks whose content is not prose. */
const SILENT = new Set(['comment', 'highlight', 'codeblock', 'capture_code', 'mermaid', 'javascript', 'style', 'schema', 'stylesheet']);

/** For a line that opens a Liquid block of code or comment (`{% highlight sh %}`), the start of the tag that closes it. */
export function liquidCloser(text: string, at: number, end: number): string | undefined {
  if (!text.startsWith('{%', at)) return undefined;
  let from = at + 2;
  if (text.charCodeAt(from) === 45) from++;
  from = skipBlanks(text, from, end);
  let stop = from;
  while (stop < end && isAsciiLetter(text.charCodeAt(stop))) stop++;
  const name = text.slice(from, stop);
  return SILENT.has(name) ? `end${name}` : undefined;
}

const MODULE = /^(?:import\s+(?:[\w*{][^'"]{0,200}\sfrom\s+)?['"]|export\s+(?:const|let|default|function|async|\{))/;

/** A line of MDX that imports or exports. */
export function isModuleLine(text: string, start: number, end: number): boolean {
  return MODULE.test(text.slice(start, Math.min(end, start + 240)));
}
