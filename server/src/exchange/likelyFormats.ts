import { FORMATS } from './formats.js';
import type { Format } from './library.js';

/** The formats, other than the one that was named if one was, in which a text holds the most snippets: what it most likely is. */
export async function likelyFormats(text: string, named?: Format): Promise<readonly Format[]> {
  const tried = await Promise.all(FORMATS.filter((format) => format !== named && suits(format, text)).map(async (format) => ({ format, found: await snippetsIn(format, text) })));
  const most = Math.max(1, ...tried.map(({ found }) => found));
  return tried.flatMap(({ format, found }) => (found === most ? [format] : []));
}

/** Any text can be read as a table of some kind; one of JSON or YAML is none. */
function suits({ id }: Format, text: string): boolean {
  return id !== 'textexpander' || !/^\s*[[{]|^\s*(?:matches|#|---)/u.test(text);
}

async function snippetsIn(format: Format, text: string): Promise<number> {
  try {
    return (await format.read(text)).library.templates.length;
  } catch {
    return 0; // It is not of this format.
  }
}
