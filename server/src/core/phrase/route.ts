import { Op, type Automaton } from './automaton.js';
import { WordClass } from './lexicon.js';
import type { Matchable } from './matchable.js';
import { firstOf, mayBe } from './neighbours.js';
import { classesFor, SELDOM, type Paths, type View } from './paths.js';

/** A phrase among the paths of all: tells whether and where it matches, by one look into their table for each token. */
export class Route {
  #view: View;
  /** How often it has been followed, up to when its own view is worked out. */
  #followed = 0;
  readonly #looksAtStart: boolean;
  /** What the first token of a match may be. */
  readonly #first: Int32Array;
  /** The states to begin with hold for one round of the paths. */
  #round = -1;
  #anywhere = 0;
  #atStart = 0;
  #inside = 0;

  constructor(
    readonly automaton: Automaton,
    readonly paths: Paths,
  ) {
    this.#view = { sieve: paths.sieves.all, asked: classesFor(automaton) };
    this.#looksAtStart = automaton.ops.includes(Op.start);
    this.#first = firstOf(automaton);
  }

  /** Whether there is a match in `[from, to)`, whose edges `^` and `$` stand for. */
  isIn(sentence: Matchable, from: number, to: number): boolean {
    if (this.#round !== this.paths.round) this.#begin();
    if (this.#followed <= SELDOM) this.#follow();
    return this.paths.leads(this.#anywhere, sentence, from, to, this.#view.sieve, this.#view.asked);
  }

  /** Whether a match may begin with a token, as far as the token itself says. */
  mayBeginWith(sentence: Matchable, token: number): boolean {
    return mayBe(this.#first, 0, sentence, token);
  }

  /** Whether a match begins with the first token of `[from, to)`. @param atStart whether `^` is there */
  beginsAt(sentence: Matchable, from: number, to: number, atStart: boolean): boolean {
    if (this.#round !== this.paths.round) this.#begin();
    if (this.#followed <= SELDOM) this.#follow();
    return this.paths.leads(atStart ? this.#atStart : this.#inside, sentence, from, to, this.#view.sieve, this.#view.asked);
  }

  #follow(): void {
    if (this.#followed++ < SELDOM) return;
    const { sieve, asked } = this.paths.viewOf(this.#anywhere);
    this.#view = { sieve, asked: asked | (this.#view.asked & WordClass.punct) };
  }

  #begin(): void {
    const { automaton, paths } = this;
    const { entry } = automaton;
    const number = paths.add(automaton, entry);
    this.#round = paths.round;
    this.#anywhere = paths.first(number, [entry], { atStart: this.#looksAtStart, isAnywhere: true });
    this.#atStart = paths.first(number, [entry], { atStart: this.#looksAtStart });
    this.#inside = paths.first(number, [entry], { atStart: false });
  }
}
