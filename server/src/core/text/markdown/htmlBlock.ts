import { BANG, GT, QUESTION, SLASH, isAlphanumeric, isAsciiLetter, isSpace, skipBlanks } from '../chars.js';
import { tagEnd } from '../inline/tag.js';

const RAW = new Set(['script', 'pre', 'style', 'textarea']);

const BLOCKS = new Set(('address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt '
  + 'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem '
  + 'nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul').split(' '));

/** The first line of a component's tag: its name, and attributes without the `>` that ends it. */
const COMPONENT = /^<[A-Z][\w.]{0,60}(?:\s+[\w:{.-][^<>]*)?\s*$/;

/** How a raw HTML block ends: at the line that holds `closer`, or, where there is none, at a blank line. */
export interface HtmlBlock {
  readonly closer: string | undefined;
  /** Whether it may stand right below a paragraph's text. */
  readonly interrupts: boolean;
}

/** The HTML block that starts with the `<` at `at`, by CommonMark's seven conditions. */
export function htmlBlock(text: string, at: number, end: number, components: boolean): HtmlBlock | undefined {
  const code = text.charCodeAt(at + 1);
  if (code === BANG || code === QUESTION) return declaration(text, at, code);
  const closing = code === SLASH;
  const from = at + (closing ? 2 : 1);
  if (from >= end || !isAsciiLetter(text.charCodeAt(from))) return undefined;
  let stop = from;
  while (stop < end && isAlphanumeric(text.charCodeAt(stop))) stop++;
  const name = text.slice(from, stop).toLowerCase();
  const clean = stop === end || isSpace(text.charCodeAt(stop)) || text.charCodeAt(stop) === GT;
  if (!closing && clean && RAW.has(name)) return { closer: `</${name}>`, interrupts: true };
  if ((clean || text.startsWith('/>', stop)) && BLOCKS.has(name)) return { closer: undefined, interrupts: true };
  return isLoneTag(text, at, end, components) ? { closer: undefined, interrupts: false } : undefined;
}

function declaration(text: string, at: number, code: number): HtmlBlock | undefined {
  if (code === QUESTION) return { closer: '?>', interrupts: true };
  if (text.startsWith('--', at + 2)) return { closer: '-->', interrupts: true };
  if (text.startsWith('[CDATA[', at + 2)) return { closer: ']]>', interrupts: true };
  return isAsciiLetter(text.charCodeAt(at + 2)) ? { closer: '>', interrupts: true } : undefined;
}

/** A complete tag alone on its line, or, in MDX, the first line of a component's tag. */
function isLoneTag(text: string, at: number, end: number, components: boolean): boolean {
  const close = tagEnd(text, at, end);
  if (close > 0) return skipBlanks(text, close, end) === end;
  const code = text.charCodeAt(at + 1);
  if (!components || code < 65 || code > 90) return false;
  return COMPONENT.test(text.slice(at, Math.min(end, at + 400)));
}
