/** What a text of plain lines says, and on which line. */
export interface PlainYaml {
  readonly data: Readonly<Record<string, string | readonly string[]>>;
  /** The line (from 1) of a key. */
  readonly lineOf: (key: string) => number | undefined;
}

const LINE = /^([A-Za-z]\w*):(?: +(.*?))? *$/u;
/** Words that mean nothing to YAML but themselves. No `: ` and ` #` inside, no sign of its own in front. */
const SCALAR = (): RegExp => /^(?!(?:null|true|false)$)[\p{L}](?:[^:#\p{C}\p{Zl}\p{Zp}]|:(?=[^\s\p{C}])|(?<=\S)#)*$/iu;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const LIST = /^\[([^[\]{}]*)\]$/u;

/**
 * Reads the YAML that nearly all front matter is: a line a key, plain words or a list of them after it. It costs a
 * fiftieth of a parser's time, which is what a library of ten thousand snippets can afford. It guesses nothing.
 * @returns undefined for whatever might mean more; then the parser has to be asked
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  const data = new Map<string, string | readonly string[]>();
  const lines = new Map<string, number>();
  for (const [i, line] of text.split(/\r?\n/u).entries()) {
    if (line === '') continue;
    const [, key, written] = LINE.exec(line) ?? [];
    const value = written === undefined ? undefined : valueOf(written);
    if (key === undefined || value === undefined || data.has(key)) return undefined;
    data.set(key, value);
    lines.set(key, i + 1);
  }
  return data.size === 0 ? undefined : { data: Object.fromEntries(data), lineOf: (key) => lines.get(key) };
}

function valueOf(written: string): string | readonly string[] | undefined {
  const list = LIST.exec(written)?.[1];
  if (list === undefined) return isPlain(written) ? written : undefined;
  const items = list.split(',').map((item) => item.trim());
  return items.every((item) => isPlain(item) && !item.includes(':')) ? items : undefined;
}

function isPlain(text: string): boolean {
  return SCALAR().test(text) || DAY.test(text);
}
