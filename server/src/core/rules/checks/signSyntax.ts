/** A set of characters, written as in a regular expression: a character, an escape or a class. Equal ones are one object. */
export interface Piece {
  readonly source: string;
  /** Whether it takes a character, by its place in {@link CHARACTERS}. */
  readonly takes: Uint8Array;
}

/** Stand for all letters, and for all other characters, beyond ASCII that no sign can name. */
const LETTER = 'é';
const OTHER = '☃';
/** The characters that signs tell apart: ASCII, the two that stand for all others, and what signs may name beside these. */
const CHARACTERS: readonly string[] = [...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)), LETTER, OTHER, ...'ſK’…€£«»‹›'];
/** What “s” and “k” match as well where size does not matter. */
const FOLDED: Readonly<Record<string, string>> = { s: 'ſ', k: 'K' };
/** Where beyond ASCII there are no letters; ends are not included. */
const NO_LETTERS = [[0x80, 0xaa], [0xab, 0xb5], [0xb6, 0xba], [0xbb, 0xc0], [0x2000, 0x2071], [0x20a0, 0x2100], [0x2190, 0x2c00], [0x3000, 0x3005]] as const;

/** The columns of a table that tells apart what some pieces do: characters that all of them take, or none, share one. */
export interface Columns {
  /** By character code: the column. */
  readonly of: Uint8Array;
  /** By column: the place in {@link CHARACTERS} of one of its characters. */
  readonly places: readonly number[];
  readonly takenBy: ReadonlyMap<Piece, readonly number[]>;
}

/** Sorts characters by the pieces that take them; digits stay apart from all others. */
export function columnsFor(pieces: ReadonlySet<Piece>): Columns {
  const known = new Map<string, number>();
  const places: number[] = [];
  const columns = CHARACTERS.map((char, place) => {
    let key = char >= '0' && char <= '9' ? 'digit ' : '';
    for (const { takes } of pieces) key += takes[place] === 1 ? '1' : '0';
    const column = known.get(key) ?? places.push(place) - 1;
    known.set(key, column);
    return column;
  });
  const takenBy = new Map(Array.from(pieces, (piece) => [piece, [...places.keys()].filter((column) => piece.takes[places[column] ?? 0] === 1)]));
  return { of: columnTable(columns), places, takenBy };
}

/** @param columns by the place in {@link CHARACTERS} */
function columnTable(columns: readonly number[]): Uint8Array {
  const of = (char: string): number => columns[CHARACTERS.indexOf(char)] ?? 0;
  const table = new Uint8Array(1 << 16).fill(of(LETTER));
  for (const [from, to] of NO_LETTERS) table.fill(of(OTHER), from, to);
  for (const [place, char] of CHARACTERS.entries()) if (char !== LETTER && char !== OTHER) table[char.charCodeAt(0)] = columns[place] ?? 0;
  return table;
}

type Sequences = readonly (readonly Piece[])[];

/**
 * Reads a regular expression of a few means: characters, escapes, classes, groups, `|`, `?` and `{n}`.
 * @returns every sequence that it matches, piece by piece
 * @throws when it has other means
 */
export function sequencesOf({ source, ignoreCase }: RegExp): Sequences {
  const parser = new SignParser(source, ignoreCase);
  const sequences = parser.alternatives();
  if (!parser.isDone) throw new Error(`A sign cannot be written like this: ${source}`);
  return sequences;
}

/** Plain characters, but for one that is repeated or may be left out. */
const PLAIN = /[^\\^$.*+|()?{}[\]]+(?![?{])/y;
const PIECE = /\\p\{\w+\}|\\.|\[(?:\\.|[^\]\\])*\]|[^\\^$.*+|()?{}[\]]/y;
const REPEAT = /\{(\d+)\}|\?/y;

class SignParser {
  #at = 0;

  constructor(
    readonly source: string,
    readonly ignoreCase: boolean,
  ) {}

  get isDone(): boolean {
    return this.#at === this.source.length;
  }

  alternatives(): Sequences {
    const all = [...this.#sequence()];
    while (this.#take('|')) all.push(...this.#sequence());
    return all;
  }

  #sequence(): Sequences {
    let sequences: Sequences = [[]];
    for (let next = this.#element(); next; next = this.#element()) sequences = joined(sequences, next);
    return sequences;
  }

  #element(): Sequences | undefined {
    const plain = this.#match(PLAIN)?.[0];
    if (plain !== undefined) return [Array.from(plain, (char) => pieceOf(char, this.ignoreCase))];
    const one = this.#take('(?:') ? this.#group() : this.#piece();
    if (!one) return undefined;
    const [repeat, times = '1'] = this.#match(REPEAT) ?? [];
    if (repeat === '?') return [[], ...one];
    return Array.from({ length: Number(times) }).reduce<Sequences>((all) => joined(all, one), [[]]);
  }

  #group(): Sequences | undefined {
    const inside = this.alternatives();
    return this.#take(')') ? inside : undefined;
  }

  #piece(): Sequences | undefined {
    const piece = this.#match(PIECE)?.[0];
    return piece === undefined ? undefined : [[pieceOf(piece, this.ignoreCase)]];
  }

  #take(written: string): boolean {
    const there = this.source.startsWith(written, this.#at);
    if (there) this.#at += written.length;
    return there;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.source) ?? undefined;
    if (match) this.#at = pattern.lastIndex;
    return match;
  }
}

function joined(begun: Sequences, next: Sequences): Sequences {
  return begun.flatMap((start) => next.map((rest) => [...start, ...rest]));
}

const made = new Map<string, Piece>();

function pieceOf(source: string, ignoreCase: boolean): Piece {
  const key = `${source} ${String(ignoreCase)}`;
  const piece = made.get(key) ?? { source, takes: takenBy(source, ignoreCase) };
  made.set(key, piece);
  return piece;
}

/** Made by hand: a regular expression for each of a hundred pieces would cost every start its time. */
function takenBy(source: string, ignoreCase: boolean): Uint8Array {
  const takes = new Uint8Array(CHARACTERS.length);
  if (source.length === 1) return marked(takes, charactersIn(source, source, ignoreCase));
  const [, negation = '', inside = source] = /^\[(\^?)(.+)\]$/s.exec(source) ?? [];
  for (const [, from = '', to = from] of inside.matchAll(MEMBER)) {
    const escape = ESCAPES[from];
    marked(takes, escape ? CHARACTERS.filter(escape) : charactersIn(from.slice(-1), to.slice(-1), ignoreCase));
  }
  return negation === '' ? takes : takes.map((taken) => 1 - taken);
}

function marked(takes: Uint8Array, chars: readonly string[]): Uint8Array {
  for (const char of chars) takes[PLACES.get(char) ?? 0] = 1;
  return takes;
}

/** A character, an escape, or the first and the last of a range. */
const MEMBER = /(\\p\{\w+\}|\\.|[^\\])(?:-([^\\]))?/gs;
const PLACES: ReadonlyMap<string, number> = new Map(CHARACTERS.map((char, place) => [char, place]));

function charactersIn(first: string, last: string, ignoreCase: boolean): readonly string[] {
  const range = Array.from({ length: last.charCodeAt(0) - first.charCodeAt(0) + 1 }, (_, i) => String.fromCharCode(first.charCodeAt(0) + i));
  return ignoreCase ? range.map((char) => char.toLowerCase()).flatMap((char) => [char, char.toUpperCase(), FOLDED[char] ?? char]) : range;
}

const isWord = (char: string) => /[A-Za-z0-9_]/.test(char);

/** What stands for all letters beyond ASCII may be one of either size, and what stands for all other characters a space. */
const ESCAPES: Readonly<Record<string, (char: string) => boolean>> = {
  '\\d': (char) => char >= '0' && char <= '9',
  '\\w': isWord,
  '\\W': (char) => !isWord(char),
  '\\s': (char) => /\s/.test(char) || char === OTHER,
  '\\t': (char) => char === '\t',
  '\\p{L}': (char) => /\p{L}/u.test(char),
  '\\p{Lu}': (char) => /\p{Lu}/u.test(char) || char === LETTER,
};
