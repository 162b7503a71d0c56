import { Op, type Automaton } from './automaton.js';
import { Columns } from './columns.js';
import type { IdSet } from './idSet.js';
import { OPEN } from './lexicon.js';
import { Machine } from './machine.js';
import { reversed } from './reversed.js';
import type { Sieves } from './sieves.js';
import type { TokenTest } from './tokenTest.js';

/** The automaton of a phrase as tables to look matches up in, each made when it is first asked for: most phrases match nowhere. */
export class Machines {
  /** Tokens as the phrase sees them. */
  readonly columns: Columns;
  readonly #automaton: Automaton;
  readonly #key: IdSet | undefined;
  #search: Machine | undefined;
  #begin: Machine | undefined;
  #after: Machine | undefined;
  #before: Machine | undefined;

  /**
   * @param sieves for the words that the phrase mentions
   * @param key words of which each match has one; undefined where there are none
   */
  constructor(automaton: Automaton, sieves: Sieves, key: IdSet | undefined) {
    this.columns = new Columns(automaton, sieves);
    this.#automaton = automaton;
    this.#key = key;
  }

  /** Tells whether the phrase matches anywhere. */
  get search(): Machine {
    return (this.#search ??= new Machine(this.#automaton, this.columns, { isAnchored: false }));
  }

  /** Tells whether a match begins with the first token. */
  get begin(): Machine {
    return (this.#begin ??= new Machine(this.#automaton, this.columns, { isAnchored: true }));
  }

  /** Tells whether a match may go on to its end from a word of its key. It does not ask where clauses begin. */
  get after(): Machine {
    return (this.#after ??= new Machine(withoutClauses(this.#automaton), this.columns, { isAnchored: true, entries: this.#keySteps() }));
  }

  /** Tells the same of the way from there back to the beginning of a match: it takes the tokens backwards. */
  get before(): Machine {
    if (this.#before) return this.#before;
    const { automaton, stepOf } = reversed(this.#automaton);
    return (this.#before = new Machine(automaton, this.columns, { isAnchored: true, entries: this.#keySteps().flatMap((step) => stepOf.get(step) ?? []) }));
  }

  /** The steps that look for a word of the key. */
  #keySteps(): readonly number[] {
    const { ops, other, tests } = this.#automaton;
    const key = new Set(this.#key?.list);
    const areKeys = tests.map((test) => mayBeKey(test, key));
    const steps: number[] = [];
    ops.forEach((op, step) => {
      if (op === Op.token && areKeys[other[step] ?? 0]) steps.push(step);
    });
    return steps;
  }
}

/** What a match must have is never a word of an open class; of a closed class all words are known. */
function mayBeKey({ classes, words }: TokenTest, key: ReadonlySet<number>): boolean {
  return (classes & OPEN) === 0 && (classes !== 0 || words.some((id) => key.has(id)));
}

function withoutClauses(automaton: Automaton): Automaton {
  return automaton.ops.includes(Op.clause) ? { ...automaton, ops: automaton.ops.map((op) => (op === Op.clause ? Op.save : op)) } : automaton;
}
