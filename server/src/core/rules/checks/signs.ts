import { isDigit } from '../../text/chars.js';
import type { Range } from '../../types.js';
import { CHARACTERS, columnTable, sequencesOf, type Piece } from './signSyntax.js';

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

/** A place in a sequence: the piece that stands there, and where it is the last, the bit of the sign that is seen then. */
interface Step {
  readonly piece: Piece;
  readonly bit: number;
}

const LINE_BREAK = 10;
const FIRST_ROWS = 256;
/** A row has a column for every character, and a last one for the bits of the signs that are seen when its state is reached. */
const BITS = CHARACTERS.length;
const WIDTH = BITS + 1;

/**
 * An automaton that looks for all signs at once. Its states are made when a text first leads there: of thousands most
 * texts see a few hundred. A state is the offset of its row, in which stand the states that come next, or 0 where that is
 * not known yet.
 */
class SignReader {
  /** By character code: the column of the character that stands for it. */
  readonly #columns = columnTable();
  readonly #steps: readonly Step[];
  readonly #firsts: readonly number[];
  /** Of the first steps, those that take the character of a column; filled in when it is first met. */
  readonly #firstsAt: (readonly number[])[] = [];
  readonly #states = new Map<string, number>();
  /** By the place of their row: the steps that a state waits for, besides the first ones. Row 0 is no state. */
  readonly #waiting: (readonly number[])[] = [[]];
  #table = new Int32Array(WIDTH * FIRST_ROWS);
  readonly #begin: number;

  constructor(signs: readonly Sign[]) {
    const steps: Step[] = [];
    this.#firsts = signs.flatMap(({ wanted: { words }, bit }) => (words ? sequencesOf(words) : []).map((sequence) => addSequence(sequence, bit, steps)));
    this.#steps = steps;
    this.#begin = this.#next(this.#stateOf([], 0), LINE_BREAK);
  }

  read(text: string, { start, end }: Range): Seen {
    const columns = this.#columns;
    let table = this.#table;
    let state = this.#begin;
    let signs = 0;
    let digits = 0;
    for (let i = start; i < end; i++) {
      const column = columns[text.charCodeAt(i)] ?? 0;
      if (isDigit(column)) digits++;
      let next = table[state + column] ?? 0;
      if (next === 0) {
        next = this.#next(state, column);
        table = this.#table;
      }
      state = next;
      signs |= table[state + BITS] ?? 0;
    }
    return { signs, digits };
  }

  #next(state: number, column: number): number {
    let bits = 0;
    const waiting: number[] = [];
    const firsts = (this.#firstsAt[column] ??= this.#firsts.filter((at) => this.#takes(at, column)));
    const others = (this.#waiting[state / WIDTH] ?? []).filter((at) => this.#takes(at, column));
    for (const at of [...firsts, ...others]) {
      const bit = this.#steps[at]?.bit ?? 0;
      bits |= bit;
      if (bit === 0) waiting.push(at + 1);
    }
    const next = this.#stateOf(waiting, bits);
    this.#table[state + column] = next;
    return next;
  }

  #takes(step: number, column: number): boolean {
    return this.#steps[step]?.piece.takes[column] === 1;
  }

  #stateOf(waiting: readonly number[], bits: number): number {
    const key = `${bits} ${waiting.join(' ')}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state = (this.#waiting.push(waiting) - 1) * WIDTH;
    if (state + WIDTH > this.#table.length) this.#grow();
    this.#table[state + BITS] = bits;
    this.#states.set(key, state);
    return state;
  }

  #grow(): void {
    const larger = new Int32Array(this.#table.length * 2);
    larger.set(this.#table);
    this.#table = larger;
  }
}

/** Adds the steps of a sequence. @returns the place of the first */
function addSequence(sequence: readonly Piece[], bit: number, steps: Step[]): number {
  const first = steps.length;
  for (const [i, piece] of sequence.entries()) steps.push({ piece, bit: i === sequence.length - 1 ? bit : 0 });
  return first;
}

/** The automaton of all signs, for tests. */
export function signReader(): Pick<SignReader, 'read'> {
  return (reader ??= new SignReader(ALL));
}
