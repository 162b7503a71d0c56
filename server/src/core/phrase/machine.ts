import type { Automaton } from './automaton.js';
import { END, type Columns } from './columns.js';
import { Follower, type State } from './follower.js';

/** What matching sees of a sentence. */
export interface Matchable {
  readonly ids: readonly number[];
  readonly classes: readonly number[];
  /** Whether a clause begins at the token. */
  isClauseStart(token: number): boolean;
}

/** Instead of a next state: a match was met. */
const MATCH = -1;
/** The same: not worked out yet, no match can come any more. Below these, it depends on whether a clause begins. */
const UNKNOWN = 0;
const DEAD = -2;
const EITHER = -3;

/** What follows nobody's state, which is number 0. */
const NOWHERE: State = { places: [], atStart: false };

/** A table of more cells is begun anew, so that memory stays bounded whatever the phrase and the texts. */
const MOST_CELLS = 1 << 17;
const MOST_EITHERS = 1 << 14;
/** States take far more room than their rows. Those of the phrases that come with Deskside have some 400 places, of a text of any length. */
const MOST_PLACES = 1 << 13;
const FEWEST_STATES = 16;

/**
 * Tells whether a phrase matches, by one look into a table for each token: its automaton made deterministic, a state
 * and a column at a time, as texts call for them (Cox, "Regular Expression Matching in the Wild").
 */
export class Machine {
  readonly #follower: Follower;
  #states: State[] = [];
  readonly #numbers = new Map<string, number>();
  /** Of all states together. */
  #places = 0;
  #atStart = 0;
  #inside = 0;
  /** The next state by state and column, in rows of `width`. */
  #table = new Int16Array(0);
  #width = 8;
  /** Pairs of next states: where no clause begins, and where one does. */
  readonly #eithers: number[] = [];

  /** @param isAnchored whether a match must begin with the first token */
  constructor(
    automaton: Automaton,
    readonly columns: Columns,
    { isAnchored }: { readonly isAnchored: boolean },
  ) {
    this.#follower = new Follower(automaton, columns, isAnchored);
    this.#beginAnew();
  }

  /** Whether there is a match in `[from, to)`. @param atStart whether `^` is at `from` */
  matches(sentence: Matchable, from: number, to: number, atStart: boolean): boolean {
    const { ids, classes } = sentence;
    let state = atStart ? this.#atStart : this.#inside;
    for (let at = from; at < to; at++) {
      state = this.#next(state, this.columns.of(ids[at] ?? 0, classes[at] ?? 0), sentence, at);
      if (state < 0) return state === MATCH;
    }
    return this.#next(state, END, sentence, to) === MATCH;
  }

  #cell(state: number, column: number): number {
    const known = column < this.#width ? this.#table[state * this.#width + column] : UNKNOWN;
    return known || this.#workOut(state, column);
  }

  #next(state: number, column: number, sentence: Matchable, at: number): number {
    const next = this.#cell(state, column);
    return next > EITHER ? next : (this.#eithers[2 * (EITHER - next) + (sentence.isClauseStart(at) ? 1 : 0)] ?? DEAD);
  }

  /** Fills in a cell of the table. */
  #workOut(from: number, column: number): number {
    const state = this.#states[from] ?? NOWHERE;
    const row = this.#makeRoom(column) ? from : 0;
    const inside = this.#numberOf(this.#follower.follow(state, column, false));
    const opening = this.#follower.asksForClause ? this.#numberOf(this.#follower.follow(state, column, true)) : inside;
    const next = opening === inside ? inside : EITHER + 1 - this.#eithers.push(inside, opening) / 2;
    this.#table[row * this.#width + column] = next;
    return next;
  }

  #numberOf(state: State | undefined): number {
    if (!state) return MATCH;
    if (state.places.length === 0) return DEAD;
    const key = `${state.atStart ? '^' : ''}${state.places.join(' ')}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#states.push(state) - 1;
    this.#numbers.set(key, number);
    this.#places += state.places.length;
    return number;
  }

  /** Makes the table wide enough for a column, and long enough for two more states. @returns false where it had to begin anew */
  #makeRoom(column: number): boolean {
    let width = this.#width;
    while (width <= column) width *= 2;
    const { length } = this.#states;
    const isFull = (length > FEWEST_STATES && (length * width > MOST_CELLS || this.#places > MOST_PLACES)) || this.#eithers.length > MOST_EITHERS;
    if (isFull) this.#beginAnew();
    const rows = this.#states.length + 2;
    if (width > this.#width || rows * width > this.#table.length) this.#grow(2 * rows, width);
    return !isFull;
  }

  #beginAnew(): void {
    this.#states = [NOWHERE];
    this.#numbers.clear();
    this.#places = 0;
    this.#eithers.length = 0;
    this.#table = new Int16Array(8 * this.#width);
    this.#atStart = this.#numberOf(this.#follower.first(true));
    this.#inside = this.#numberOf(this.#follower.first(false));
  }

  #grow(rows: number, width: number): void {
    const table = new Int16Array(rows * width);
    for (let row = 0; row * this.#width < this.#table.length; row++) table.set(this.#table.subarray(row * this.#width, (row + 1) * this.#width), row * width);
    this.#table = table;
    this.#width = width;
  }
}
