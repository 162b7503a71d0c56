import { buildAutomaton, type Automaton } from './automaton.js';
import { resolveLists, type Lists } from './lists.js';
import { Needs, type Need } from './needs.js';
import type { Node } from './syntax.js';
import { TokenTests } from './tokenTest.js';
import type { Vocabulary } from './vocabulary.js';

export type { Lists } from './lists.js';

/** A compiled phrase. */
export interface Phrase {
  /** Made when a sentence first has what the phrase needs: most phrases never meet one. */
  readonly automaton: Automaton;
  /** Names of the captures; capture `i` has the slots `2i` and `2i + 1`. */
  readonly captures: readonly string[];
  /** What every match contains, the rarest first: a sentence that lacks one of these need not be tried. */
  readonly needs: readonly Need[];
  /** How often, roughly, a word of running text is of the rarest need; 1 when every sentence has to be tried. */
  readonly cost: number;
}

/** More needs than this are not worth checking before matching. */
const CHECKED_NEEDS = 4;

/** Compiles phrases for one vocabulary. */
export class PhraseCompiler {
  readonly #tests: TokenTests;
  readonly #needs: Needs;

  constructor(vocabulary: Vocabulary) {
    this.#tests = new TokenTests(vocabulary);
    this.#needs = new Needs(vocabulary, this.#tests);
  }

  /** Compiles a parsed phrase. Its words are interned in the vocabulary. @throws PhraseError for unknown or circular lists */
  compile(node: Node, lists: Lists): Phrase {
    const resolved = resolveLists(node, lists);
    this.#intern(resolved);
    const needs = [...this.#needs.of(resolved)].sort((a, b) => a.cost - b.cost).slice(0, CHECKED_NEEDS);
    return new LazyPhrase(resolved, needs, this.#tests);
  }

  readonly #interned = new WeakSet<Node>();

  /** Gives every word of a phrase its id now, because texts are read with the ids there are. */
  #intern(node: Node): void {
    if (this.#interned.has(node)) return;
    this.#interned.add(node);
    if (node.type === 'word') this.#needs.of(node);
    else if (node.type === 'choice') node.options.forEach((option) => this.#intern(option));
    else if (node.type === 'sequence') node.items.forEach((item) => this.#intern(item));
    else if ('node' in node) this.#intern(node.node);
  }
}

class LazyPhrase implements Phrase {
  readonly captures: readonly string[];
  #automaton: Automaton | undefined;

  constructor(
    readonly node: Node,
    readonly needs: readonly Need[],
    readonly tests: TokenTests,
  ) {
    this.captures = [...new Set(capturesOf(node))];
  }

  get cost(): number {
    return this.needs[0]?.cost ?? 1;
  }

  get automaton(): Automaton {
    return (this.#automaton ??= buildAutomaton(this.node, this.captures, this.tests));
  }
}

function capturesOf(node: Node): readonly string[] {
  switch (node.type) {
    case 'capture':
      return [node.name, ...capturesOf(node.node)];
    case 'choice':
      return node.options.flatMap(capturesOf);
    case 'sequence':
      return node.items.flatMap(capturesOf);
    case 'optional':
      return capturesOf(node.node);
    default:
      return [];
  }
}
