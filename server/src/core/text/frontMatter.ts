import type { Range } from '../types.js';
import { BOM, skipBlanks, trimEnd } from './chars.js';
import { Line } from './markdown/line.js';

/** The scalar fields of a front matter and where the text after it starts. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>;
  readonly end: number;
  /** The lines that are neither a field with one value nor part of one: lists, what is opened and never closed, a name without its colon. */
  readonly unread: readonly UnreadLine[];
}

/** A line of a front matter that gives no field a value. */
export interface UnreadLine extends Range {
  /** What stands before the colon, in lower case; undefined where there is none. */
  readonly name?: string;
  /** What stands behind it; the whole line where there is none. */
  readonly written: string;
}

const FIELD = /^([A-Za-z_][\w .-]{0,60}?)\s*[:=]\s*(.*)$/;

/** Reads the front matter a text starts with (YAML between `---`, TOML between `+++`), if it has one. */
export function readFrontMatter(text: string): FrontMatter {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const fence = text.slice(start, start + 3);
  const none: FrontMatter = { fields: new Map(), end: start, unread: [] };
  if (fence === '---' || fence === '+++') {
    const line = new Line(text, start, text.length);
    line.advance();
    if (trimEnd(text, line.start, line.end) === line.start + 3) return readFields(text, line, fence) ?? none;
  }
  return none;
}

/** Undefined where the fence is never closed, or what it holds is no list of fields: then it is a rule above ordinary text. */
function readFields(text: string, line: Line, fence: string): FrontMatter | undefined {
  const fields = new Map<string, string>();
  const unread: UnreadLine[] = [];
  let first = true;
  /** The field whose text stands in the lines below it. */
  let open: string | undefined;
  while (line.advance()) {
    const content = text.slice(line.start, trimEnd(text, line.start, line.end));
    if (content === fence || (content === '...' && fence === '---')) return { fields, end: line.next, unread };
    const field = FIELD.exec(content);
    if (first && content !== '') {
      if (!field && !/^[#[{-]/.test(content)) return undefined;
      first = false;
    }
    const [, name, written = ''] = field ?? [];
    if (isUnread(content, written)) unread.push({ start: line.start, end: line.start + content.length, ...(name && { name: name.toLowerCase() }), written: name ? written : content });
    if (open !== undefined && /^\s/.test(content)) fields.set(open, `${fields.get(open) ?? ''} ${content.trim()}`.trim());
    else open = /^[>|][-+]?$/.test(written) ? name?.toLowerCase() : undefined;
    const value = scalar(written);
    if (name && value !== '') fields.set(name.toLowerCase(), value);
  }
  return undefined;
}

/** Whether a line gives no field a value: it opens a list or a quotation, or has no colon. Indented lines belong to the one above, and `>` and `|` open them. */
function isUnread(content: string, written: string): boolean {
  if (written === '') return /^[^\s#:-][^:=]*$/.test(content);
  return /^(?:[[{&*!]|(["'])(?!.*\1\s*(?:#.*)?$))/.test(written);
}

/** A one-line value without its quotation marks; '' for anything else. */
function scalar(value: string): string {
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(value);
  if (quoted) return quoted[2] ?? '';
  return /^[[{|>&*!]/.test(value) ? '' : value.slice(skipBlanks(value, 0, value.length)).replace(/(?<!\s)\s+#.*$/, '').trim();
}
