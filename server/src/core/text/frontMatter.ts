import { BOM, skipBlanks, trimEnd } from './chars.js';
import { Line } from './markdown/line.js';

/** The scalar fields of a front matter and where the text after it starts. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>;
  readonly end: number;
}

const FIELD = /^([A-Za-z_][\w .-]{0,60}?)\s*[:=]\s*(.*)$/;

/** Reads the front matter a text starts with (YAML between `---`, TOML between `+++`), if it has one. */
export function readFrontMatter(text: string): FrontMatter {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const fence = text.slice(start, start + 3);
  if (fence === '---' || fence === '+++') {
    const line = new Line(text, start, text.length);
    line.advance();
    if (trimEnd(text, line.start, line.end) === line.start + 3) return readFields(text, line, fence) ?? { fields: new Map(), end: start };
  }
  return { fields: new Map(), end: start };
}

/** Undefined where the fence is never closed, or what it holds is no list of fields: then it is a rule above ordinary text. */
function readFields(text: string, line: Line, fence: string): FrontMatter | undefined {
  const fields = new Map<string, string>();
  let first = true;
  /** The field whose text stands in the lines below it. */
  let open: string | undefined;
  while (line.advance()) {
    const content = text.slice(line.start, trimEnd(text, line.start, line.end));
    if (content === fence || (content === '...' && fence === '---')) return { fields, end: line.next };
    const field = FIELD.exec(content);
    if (first && content !== '') {
      if (!field && !/^[#[{-]/.test(content)) return undefined;
      first = false;
    }
    const [, name, written = ''] = field ?? [];
    if (open !== undefined && /^\s/.test(content)) fields.set(open, `${fields.get(open) ?? ''} ${content.trim()}`.trim());
    else open = /^[>|][-+]?$/.test(written) ? name?.toLowerCase() : undefined;
    const value = scalar(written);
    if (name && value !== '') fields.set(name.toLowerCase(), value);
  }
  return undefined;
}

/** A one-line value without its quotation marks; '' for anything else. */
function scalar(value: string): string {
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(value);
  if (quoted) return quoted[2] ?? '';
  return /^[[{|>&*!]/.test(value) ? '' : value.slice(skipBlanks(value, 0, value.length)).replace(/\s+#.*$/, '').trim();
}
