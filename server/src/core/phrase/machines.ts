import type { Automaton } from './automaton.js';
import { Columns } from './columns.js';
import { Machine } from './machine.js';
import type { Sieves } from './sieves.js';

/** The automaton of a phrase as tables to look matches up in, each made when it is first asked for: most phrases match nowhere. */
export class Machines {
  readonly #columns: Columns;
  readonly #automaton: Automaton;
  #search: Machine | undefined;
  #begin: Machine | undefined;

  /** @param sieves for the words that the phrase mentions */
  constructor(automaton: Automaton, sieves: Sieves) {
    this.#columns = new Columns(automaton, sieves);
    this.#automaton = automaton;
  }

  /** Tells whether the phrase matches anywhere. */
  get search(): Machine {
    return (this.#search ??= new Machine(this.#automaton, this.#columns, { isAnchored: false }));
  }

  /** Tells whether a match begins with the first token. */
  get begin(): Machine {
    return (this.#begin ??= new Machine(this.#automaton, this.#columns, { isAnchored: true }));
  }
}
