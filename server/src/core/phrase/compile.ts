import { buildAutomaton, type Automaton } from './automaton.js';
import { resolveLists, type Lists } from './lists.js';
import { Needs, type Need } from './needs.js';
import type { Node } from './syntax.js';
import { refuseTooBig, sizeOfSteps, type Size } from './size.js';
import { Paths } from './paths.js';
import { Route } from './route.js';
import { Sieves } from './sieves.js';
import { surroundingsOf, type Surroundings } from './surroundings.js';
import { TokenTests } from './tokenTest.js';
import type { Vocabulary } from './vocabulary.js';

export type { Lists } from './lists.js';

/**
 * A compiled phrase. What costs something is made when it is first asked for: most phrases never meet a
 * sentence that has what they need.
 */
export interface Phrase {
  readonly automaton: Automaton;
  readonly route: Route;
  /** Names of the captures; capture `i` has the slots `2i` and `2i + 1`. */
  readonly captures: readonly string[];
  /** What every match contains, the rarest first: a sentence that lacks one of these need not be tried. */
  readonly needs: readonly Need[];
  /** What is around the first of these. */
  readonly surroundings: Surroundings;
  readonly size: Size;
}

/** What a phrase is made of, each when it is first asked for. */
export interface PhraseSource {
  build(): Built;
  needs(): readonly Need[];
  /** If they are known without the automaton. */
  surroundings?(): Surroundings | undefined;
}

/** What is built of a phrase. */
export interface Built {
  readonly automaton: Automaton;
  readonly captures: readonly string[];
}

/** More needs than this are not worth checking before matching. */
const CHECKED_NEEDS = 4;

/** Compiles phrases for one vocabulary. */
export class PhraseCompiler {
  readonly #tests: TokenTests;
  readonly #needs: Needs;
  readonly #interned = new WeakSet<Node>();

  /** @param paths of all phrases that texts are tried on together */
  constructor(
    vocabulary: Vocabulary,
    readonly paths = new Paths(new Sieves()),
  ) {
    this.#tests = new TokenTests(vocabulary);
    this.#needs = new Needs(vocabulary, this.#tests);
  }

  /** Compiles a parsed phrase. Its words are interned in the vocabulary. @throws PhraseError for unknown or circular lists, and for a phrase too big to match */
  compile(node: Node, lists: Lists): Phrase {
    const resolved = resolveLists(node, lists);
    refuseTooBig(resolved);
    this.#intern(resolved);
    return this.later({
      build: () => this.#build(resolved),
      needs: () => [...this.#needs.of(resolved)].sort((a, b) => a.cost - b.cost).slice(0, CHECKED_NEEDS),
    });
  }

  #build(node: Node): Built {
    const captures = capturesOf(node);
    return { automaton: buildAutomaton(node, captures, this.#tests), captures };
  }

  /** A phrase whose words the vocabulary knows. */
  later(source: PhraseSource): Phrase {
    return new LazyPhrase(source, this.paths);
  }

  /** Gives every word of a phrase its id now, because texts are read with the ids there are. */
  #intern(node: Node): void {
    if (this.#interned.has(node)) return;
    this.#interned.add(node);
    if (node.type === 'word' || node.type === 'class') this.#needs.of(node);
    else if (node.type === 'choice') node.options.forEach((option) => this.#intern(option));
    else if (node.type === 'sequence') node.items.forEach((item) => this.#intern(item));
    else if ('node' in node) this.#intern(node.node);
  }
}

class LazyPhrase implements Phrase {
  #needs: readonly Need[] | undefined;
  #built: Built | undefined;
  #surroundings: Surroundings | undefined;
  #route: Route | undefined;

  constructor(
    readonly source: PhraseSource,
    readonly paths: Paths,
  ) {}

  get needs(): readonly Need[] {
    return (this.#needs ??= this.source.needs());
  }

  get #all(): Built {
    return (this.#built ??= this.source.build());
  }

  get surroundings(): Surroundings {
    return (this.#surroundings ??= this.source.surroundings?.() ?? surroundingsOf(this.automaton, this.needs[0]?.ids));
  }

  get size(): Size {
    return sizeOfSteps(this.automaton);
  }

  get captures(): readonly string[] {
    return this.#all.captures;
  }

  get automaton(): Automaton {
    return this.#all.automaton;
  }

  get route(): Route {
    return (this.#route ??= new Route(this.automaton, this.paths));
  }
}

/** The names of what a phrase without list nodes captures, each once. */
export function capturesOf(node: Node): readonly string[] {
  const names = new Set<string>();
  addCaptures(node, names);
  return [...names];
}

function addCaptures(node: Node, names: Set<string>): void {
  if (node.type === 'capture') names.add(node.name);
  if (node.type === 'capture' || node.type === 'optional') addCaptures(node.node, names);
  else if (node.type === 'choice') for (const option of node.options) addCaptures(option, names);
  else if (node.type === 'sequence') for (const item of node.items) addCaptures(item, names);
}
