import { isDigit } from '../../text/chars.js';
import type { Range } from '../../types.js';
import { columnsFor, sequencesOf, type Columns, type Piece } from './signSyntax.js';

/** What every passage has in which a check can find something: whatever lacks it need not be searched. */
export interface Wanted {
  /** So many digits at least. */
  readonly digits?: number;
  /**
   * Something simpler than what the check looks for, and part of it: words, characters and classes of them, one after the
   * other, with `|`, `?` and `{n}`. A passage counts as preceded by a line break.
   */
  readonly words?: RegExp;
}

/** What a check wants, and the bit that says whether a passage has the words. */
export interface Sign {
  readonly bit: number;
  readonly digits: number;
  readonly wanted: Wanted;
}

/** What was seen in a range: the bits of all signs whose words it has, and how many digits. */
export interface Seen {
  readonly signs: number;
  readonly digits: number;
}

const ALL: Sign[] = [];
/** So many fit into a number. */
const MOST_SIGNS = 31;

/** Declares what a check wants, beside the check. All signs are looked for together, in one go through the characters. */
export function sign(wanted: Wanted): Sign {
  const bit = wanted.words ? 1 << ALL.length : 0;
  const made = { bit, digits: wanted.digits ?? 0, wanted };
  if (wanted.words) ALL.push(made);
  if (ALL.length > MOST_SIGNS) throw new Error(`There are more than ${MOST_SIGNS} signs.`);
  return made;
}

/** Whether what was seen in a passage has a sign. */
export function has({ signs, digits }: Seen, wanted: Sign): boolean {
  return hasSign(signs, digits, wanted);
}

/** The same without an object, for who asks of every passage. */
export function hasSign(signs: number, digits: number, wanted: Sign): boolean {
  return (signs & wanted.bit) === wanted.bit && digits >= wanted.digits;
}

/** Looks at the characters of a range once, for all checks. */
export function signsIn(text: string, range: Range): Seen {
  looked += range.end - range.start;
  if (looked < MANY_CHARACTERS) return searched(text, range);
  return (reader ??= new SignReader(ALL)).read(text, range);
}

/** Where so many characters are read, it pays to read them once: three look-ups each, whatever the number of signs. */
const MANY_CHARACTERS = 100_000;
let looked = 0;
let reader: SignReader | undefined;

/** The same without the automaton, which takes ten milliseconds to make: a fifth of the start on a small file. */
export function searched(text: string, { start, end }: Range): Seen {
  const written = `\n${text.slice(start, end)}`;
  let signs = 0;
  for (const { bit, wanted: { words } } of ALL) if (words?.test(written)) signs |= bit;
  return { signs, digits: written.match(/\d/g)?.length ?? 0 };
}

/** A beginning of sequences: it is seen where its last piece stands after the beginning before it. */
interface Beginning {
  readonly number: number;
  /** Of the signs that are seen here. */
  bits: number;
  /** By their last piece. */
  readonly longer: Map<Piece, Beginning>;
}

/** What an automaton has read last. */
interface State {
  /** The beginnings that may go on. */
  readonly begun: readonly Beginning[];
  /** Of the signs that are seen when it is reached; {@link DIGIT} where that is by a digit. */
  readonly bits: number;
}

const LINE_BREAK = 10;
const FIRST_ROWS = 256;
/** Beside the bits of all signs. */
const DIGIT = 1 << MOST_SIGNS;

/**
 * An automaton that looks for all signs at once. Its states are made when a text first leads there: of thousands most
 * texts see a few hundred. A state is the offset of its row, in which stand the states that come next: below 0 where
 * something is seen then, 0 where that is not known yet. So nearly every character costs two look-ups and no more.
 */
class SignReader {
  readonly #columns: Columns;
  readonly #width: number;
  /** What all sequences begin with. */
  readonly #nothing: Beginning;
  readonly #known = new Map<string, number>();
  /** By the place of their row. Row 0 is no state, but what comes next where nothing has begun. */
  readonly #states: State[] = [{ begun: [], bits: 0 }];
  #table: Int32Array;
  readonly #begin: number;

  constructor(signs: readonly Sign[]) {
    this.#nothing = beginningsOf(signs);
    this.#columns = columnsFor(piecesIn(this.#nothing));
    this.#width = this.#columns.places.length;
    this.#table = new Int32Array(this.#width * FIRST_ROWS);
    for (let column = 0; column < this.#width; column++) this.#next(0, column);
    this.#begin = this.#next(0, this.#columns.of[LINE_BREAK] ?? 0);
  }

  read(text: string, { start, end }: Range): Seen {
    const columns = this.#columns.of;
    let table = this.#table;
    let state = this.#begin;
    let signs = 0;
    let digits = 0;
    for (let i = start; i < end; i++) {
      const column = columns[text.charCodeAt(i)] ?? 0;
      let next = table[state + column] ?? 0;
      if (next <= 0) {
        next ||= this.#next(state, column);
        table = this.#table;
        if (next < 0) {
          next = -next;
          const bits = this.#states[next / this.#width]?.bits ?? 0;
          signs |= bits;
          if (bits & DIGIT) digits++;
        }
      }
      state = next;
    }
    return { signs: signs & ~DIGIT, digits };
  }

  #next(state: number, column: number): number {
    const place = this.#columns.places[column] ?? 0;
    let bits = isDigit(place) ? DIGIT : 0;
    const begun: Beginning[] = [];
    for (const { longer } of [this.#nothing, ...(this.#states[state / this.#width]?.begun ?? [])]) {
      for (const [piece, one] of longer) {
        if (piece.takes[place] !== 1) continue;
        bits |= one.bits;
        if (one.longer.size > 0) begun.push(one);
      }
    }
    const next = this.#stateOf(begun, bits) * (bits === 0 ? 1 : -1);
    this.#table[state + column] = next;
    return next;
  }

  #stateOf(begun: readonly Beginning[], bits: number): number {
    const key = `${bits} ${begun.map(({ number }) => number).join(' ')}`;
    const known = this.#known.get(key) ?? this.#makeState(begun, bits);
    this.#known.set(key, known);
    return known;
  }

  /** Where what has begun does not go on, the same comes next as where nothing has. */
  #makeState(begun: readonly Beginning[], bits: number): number {
    const state = (this.#states.push({ begun, bits }) - 1) * this.#width;
    if (state + this.#width > this.#table.length) this.#grow();
    this.#table.copyWithin(state, 0, this.#width);
    for (const { longer } of begun) for (const piece of longer.keys()) for (const column of this.#columns.takenBy.get(piece) ?? []) this.#table[state + column] = 0;
    return state;
  }

  #grow(): void {
    const larger = new Int32Array(this.#table.length * 2);
    larger.set(this.#table);
    this.#table = larger;
  }
}

/** The beginnings of all sequences of some signs: what they share is one. @returns the empty one */
function beginningsOf(signs: readonly Sign[]): Beginning {
  const nothing: Beginning = { number: 0, bits: 0, longer: new Map() };
  let count = 0;
  for (const { wanted: { words }, bit } of signs) {
    for (const sequence of words ? sequencesOf(words) : []) {
      let last = nothing;
      for (const piece of sequence) {
        const longer = last.longer.get(piece) ?? { number: ++count, bits: 0, longer: new Map<Piece, Beginning>() };
        last.longer.set(piece, longer);
        last = longer;
      }
      last.bits |= bit;
    }
  }
  return nothing;
}

function piecesIn({ longer }: Beginning, found = new Set<Piece>()): ReadonlySet<Piece> {
  for (const [piece, one] of longer) piecesIn(one, found.add(piece));
  return found;
}

/** The automaton of all signs, for tests. */
export function signReader(): Pick<SignReader, 'read'> {
  return (reader ??= new SignReader(ALL));
}
