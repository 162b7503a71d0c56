import { Op, type Automaton } from './automaton.js';
import { END, type Columns } from './columns.js';
import { Marks } from './marks.js';

/** Where in a phrase its matches may stand after some tokens. */
export interface State {
  /** In rising order; each is a step of the automaton doubled, and one more where only signs may come up to the end. */
  readonly places: readonly number[];
  /** Nothing but signs has been read. */
  readonly atStart: boolean;
}

/** One for all: a state is followed to its end at once. */
const entered = new Marks();

/** Follows an automaton, all ways at once, from a state to the next. */
export class Follower {
  /** Whether it mattered to the last step if a clause begins. */
  asksForClause = false;
  readonly #looksAtStart: boolean;

  /** @param isAnchored whether a match must begin with the first token */
  constructor(
    readonly automaton: Automaton,
    readonly columns: Columns,
    readonly isAnchored: boolean,
  ) {
    this.#looksAtStart = automaton.ops.includes(Op.start);
  }

  /** The state before the first token. */
  first(atStart: boolean): State {
    return { places: [2 * this.automaton.entry], atStart: atStart && this.#looksAtStart };
  }

  /** The state after a token of a column; undefined where there is a match. @param opensClause whether a clause begins with it */
  follow({ places, atStart }: State, column: number, opensClause: boolean): State | undefined {
    const { ops, next, other, entry } = this.automaton;
    const isSign = this.columns.isSign(column);
    // No match begins where there is nothing left to read, but for `^ $`, which asks for just that.
    const open = column === END && !atStart ? places.filter((place) => place !== 2 * entry) : [...places];
    const reached = new Set<number>(this.isAnchored ? [] : [2 * entry]);
    entered.clear(2 * entry + 2);
    this.asksForClause = false;
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (!entered.add(place)) continue;
      const step = place >>> 1;
      const isLast = place & 1;
      const target = 2 * (next[step] ?? 0) + isLast;
      switch (ops[step]) {
        case Op.match:
          if (!isLast || column === END) return undefined;
          if (isSign) reached.add(place);
          break;
        case Op.token:
          if (this.columns.passes(column, other[step] ?? 0) && (!isLast || isSign)) reached.add(target);
          break;
        case Op.not:
          if (!this.columns.passes(column, other[step] ?? 0)) open.push(target);
          break;
        case Op.split:
          open.push(target, 2 * (other[step] ?? 0) + isLast);
          break;
        case Op.start:
          if (atStart) open.push(target);
          break;
        case Op.end:
          open.push(target | 1);
          break;
        case Op.clause:
          this.asksForClause = true;
          if (opensClause) open.push(target);
          break;
        default:
          open.push(target);
      }
    }
    return { places: [...reached].sort((a, b) => a - b), atStart: atStart && isSign };
  }
}
