import type { Range } from '../types.js';

/**
 * VS Code's snippet syntax: `$1`, `${1:text}`, `${1|one,two|}`, `$0`, `${field}`, `${field:text}`, with
 * `\$`, `\}` and `\\` for the characters themselves. As in VS Code, what cannot be read is text.
 * Every range is an offset into the body.
 */
export type SnippetPart = TextPart | StopPart | FieldPart;

/** Plain text, escapes undone. */
export interface TextPart extends Range {
  readonly kind: 'text';
  readonly text: string;
}

/** A place to fill in. Stops of one number always hold the same text. */
export interface StopPart extends Range {
  readonly kind: 'stop';
  readonly number: number;
  /** What stands there until it is filled in. */
  readonly content: readonly SnippetPart[];
  readonly choices?: readonly string[];
}

/** A named field, filled in from what is known: `${customer}`. */
export interface FieldPart extends Range {
  readonly kind: 'field';
  readonly name: string;
  readonly content: readonly SnippetPart[];
}

/** Something that VS Code would quietly insert as text, and that its writer hardly meant so. */
export interface SyntaxMistake extends Range {
  readonly message: string;
}

/** A parsed body. */
export interface ParsedSnippet {
  readonly parts: readonly SnippetPart[];
  readonly mistakes: readonly SyntaxMistake[];
}

/** Deeper nesting is read as text: nobody means it, and no body may exhaust the stack. */
const MAX_DEPTH = 8;
const PLAIN = /[^$}\\]+/uy;
const OPEN = /\$(?:(\d{1,4})|([A-Za-z_][A-Za-z0-9_]*)|\{(?:(\d{1,4})|([A-Za-z_][A-Za-z0-9_]*))([:|}/]))/uy;

/** What was opened by mistake, to its end where that is near. */
const STRAY = /\$\{(?:[^{}\n]{0,40}\})?/uy;

/** Reads a body. Never fails, and takes time linear in the body's length. */
export function parseSnippet(body: string): ParsedSnippet {
  return new Parser(body).parse();
}

class Parser {
  private at = 0;
  private readonly mistakes: SyntaxMistake[] = [];

  constructor(private readonly body: string) {}

  parse(): ParsedSnippet {
    return { parts: this.sequence(0), mistakes: this.mistakes };
  }

  /** Parts up to the end, or inside a stop up to its closing brace, which is left to the caller. */
  private sequence(depth: number): SnippetPart[] {
    const parts: SnippetPart[] = [];
    let text = '';
    let from = this.at;
    const flush = (end: number) => {
      if (text) parts.push({ kind: 'text', text, start: from, end });
      text = '';
    };
    while (this.at < this.body.length && !(depth > 0 && this.body[this.at] === '}')) {
      const start = this.at;
      const read = this.body[start] === '$' ? this.dollar(depth) : undefined;
      if (read) {
        flush(start);
        parts.push(...read);
        continue;
      }
      // A dollar sign that opens nothing is read again as the character it is.
      this.at = start;
      if (!text) from = start;
      text += this.plain() || this.character('$}\\');
    }
    flush(this.at);
    return parts;
  }

  /** The characters up to the next that may mean something. */
  private plain(): string {
    PLAIN.lastIndex = this.at;
    const text = PLAIN.exec(this.body)?.[0] ?? '';
    this.at += text.length;
    return text;
  }

  /** One character of text, its escape undone. */
  private character(escapable: string): string {
    const next = this.body[this.at + 1];
    if (this.body[this.at] === '\\' && next !== undefined && escapable.includes(next)) {
      this.at += 2;
      return next;
    }
    return this.body[this.at++] ?? '';
  }

  /** What stands at a dollar sign; undefined where it is a mere dollar sign. */
  private dollar(depth: number): SnippetPart[] | undefined {
    const start = this.at;
    OPEN.lastIndex = start;
    const open = OPEN.exec(this.body);
    if (!open) {
      if (this.body[start + 1] === '{') this.strayOpening(start);
      return undefined;
    }
    this.at = OPEN.lastIndex;
    const [, bareNumber, bareName, number = bareNumber, name = bareName ?? '', sign] = open;
    const make = (content: readonly SnippetPart[], choices?: readonly string[]): SnippetPart => {
      const range = { start, end: this.at };
      if (number === undefined) return { kind: 'field', name, content, ...range };
      return { kind: 'stop', number: Number(number), content, ...(choices && { choices }), ...range };
    };
    if (sign === undefined || sign === '}') return [make([])];
    if (sign === ':') return this.content(start, depth, make);
    if (sign === '|' && number !== undefined) return this.choices(start, make);
    this.mistake(start, this.at, `“${open[0]}” would be inserted as it stands: packs have stops, choices and fields, no transforms.`);
    return undefined;
  }

  private content(start: number, depth: number, make: (content: readonly SnippetPart[]) => SnippetPart): SnippetPart[] | undefined {
    if (depth >= MAX_DEPTH) {
      this.mistake(start, this.at, 'Tab stops are nested too deeply here; take one out of the other.');
      return undefined;
    }
    const opening: TextPart = { kind: 'text', text: this.body.slice(start, this.at), start, end: this.at };
    const content = this.sequence(depth + 1);
    if (this.body[this.at] === '}') {
      this.at++;
      return [make(content)];
    }
    // What was read stays read: going back would make a body of openings take quadratic time.
    this.mistake(start, opening.end, `“${opening.text}” is never closed; add the missing “}”.`);
    return [opening, ...content];
  }

  private choices(start: number, make: (content: readonly SnippetPart[], choices: readonly string[]) => SnippetPart): SnippetPart[] | undefined {
    const opened = this.at;
    const close = closeOfChoice(this.body, opened);
    if (close === undefined) {
      this.mistake(start, opened, `“${this.body.slice(start, opened)}” is never closed; a choice ends with “|}”.`);
      return undefined;
    }
    const choices = [''];
    while (this.at < close) {
      if (this.body[this.at] === ',') {
        this.at++;
        choices.push('');
      } else choices.push((choices.pop() ?? '') + this.character(',|\\'));
    }
    this.at = close + 2;
    const first = choices[0] ?? '';
    return [make([{ kind: 'text', text: first, start: opened, end: opened + first.length }], choices)];
  }

  private strayOpening(start: number): void {
    STRAY.lastIndex = start;
    const written = STRAY.exec(this.body)?.[0] ?? '${';
    this.mistake(start, start + written.length, `Nothing can fill in “${written}”; write ${'${1:text}'}, a field like ${'${customer}'}, or \\$ for a dollar sign.`);
  }

  private mistake(start: number, end: number, message: string): void {
    this.mistakes.push({ start, end, message });
  }
}

/** Where the `|}` of a choice stands; a choice ends on its own line, which keeps the search linear. */
function closeOfChoice(body: string, from: number): number | undefined {
  for (let at = from; at < body.length && body[at] !== '\n'; at++) {
    if (body[at] === '\\') at++;
    else if (body[at] === '|') return body[at + 1] === '}' ? at : undefined;
  }
  return undefined;
}

/** What to put where a body leaves room. */
export interface Filling {
  /** Values of named fields; a field without one shows its own text, or else nothing. */
  readonly fields?: ReadonlyMap<string, string>;
  /** For stops that have no text of their own; default: nothing. */
  readonly empty?: string;
  /** Whether what is to be filled in stands between ‹ and ›, so that nobody takes it for words of the text. */
  readonly marked?: boolean;
}

/** How people are shown a body that they have not put in yet. */
export const PREVIEW: Filling = { empty: '…', marked: true };

/** Stops may stand in stops and mirror each other: without these two a small body could make an endless text. */
const MAX_TEXT = 100_000;
const MAX_CHAIN = 32;

/** The text as it reads with every stop left at its default, the first choice of each choice taken. */
export function plainText(body: string, filling: Filling = {}): string {
  const { parts } = parseSnippet(body);
  const defaults = new Map<number, readonly SnippetPart[]>();
  collectDefaults(parts, defaults);
  const known = new Map<number, string>();
  const open = new Set<number>();
  const render = (list: readonly SnippetPart[]): string => list.map(one).join('').slice(0, MAX_TEXT);
  const one = (part: SnippetPart): string => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'field') return filling.fields?.get(part.name) ?? render(part.content);
    return known.get(part.number) ?? stop(part.number);
  };
  const stop = (number: number): string => {
    // A stop inside itself, as in ${1:a $1}, has nothing to show.
    if (open.has(number) || open.size >= MAX_CHAIN) return '';
    open.add(number);
    const content = defaults.get(number);
    const own = content ? withoutMarks(render(content)) : number === 0 ? '' : (filling.empty ?? '');
    open.delete(number);
    const text = filling.marked && own !== '' && open.size === 0 ? `‹${own}›` : own;
    known.set(number, text);
    return text;
  };
  return render(parts);
}

/**
 * A body whose stops keep ‹ and › around what stands in them until somebody writes over it: what is left as it was put in can then be told
 * from words of the text, by people and by the rule on placeholders. Choices say something as they are, and so does `{name}`, a value of a rule's.
 */
export function markStops(body: string): string {
  const marks: { readonly at: number; readonly mark: string }[] = [];
  const look = (parts: readonly SnippetPart[]): void => {
    for (const part of parts) {
      const [first, last] = part.kind === 'text' ? [] : [part.content[0], part.content.at(-1)];
      if (!first || !last) continue;
      if (part.kind === 'field') look(part.content);
      else if (part.kind === 'stop' && !part.choices && !/^[‹{]/.test(body.slice(first.start, last.end))) marks.push({ at: first.start, mark: '‹' }, { at: last.end, mark: '›' });
    }
  };
  look(parseSnippet(body).parts);
  return marks.reduceRight((text, { at, mark }) => text.slice(0, at) + mark + text.slice(at), body);
}

/** What stands in a stop, without the marks that `markStops` puts around it. */
export function withoutMarks(text: string): string {
  return text.startsWith('‹') && text.endsWith('›') ? text.slice(1, -1) : text;
}

/** The first stop of a number that has a text gives it to all others. */
function collectDefaults(parts: readonly SnippetPart[], into: Map<number, readonly SnippetPart[]>): void {
  for (const part of parts) {
    if (part.kind === 'text') continue;
    if (part.kind === 'stop' && part.content.length > 0 && !into.has(part.number)) into.set(part.number, part.content);
    collectDefaults(part.content, into);
  }
}

/** Writes a text so that a snippet inserts exactly it. */
export function escapeSnippetText(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
