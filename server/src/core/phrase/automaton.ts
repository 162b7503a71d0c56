import type { Node } from './syntax.js';
import { ANY_WORD_TEST, FILLER_TEST, splitWord, type TokenTest, type TokenTests } from './tokenTest.js';

/** What a step does: look at a token, look that a token is not there, go two ways, note a place, or ask about the place. */
export const enum Op { match, token, not, split, save, start, end, clause }

/**
 * A phrase as steps to follow, in parallel arrays. Every step leads to steps before it, and step 0 is the match, so
 * that one walk from `entry` down to 0 follows all ways at once: a phrase has no unbounded repetition.
 */
export interface Automaton {
  readonly ops: Uint8Array;
  /** Where a step leads; of a split, the way of higher priority. */
  readonly next: Uint16Array;
  /** The second way of a split, the slot of a save, the test of a token that is there or not. */
  readonly other: Uint16Array;
  /** What tokens may be, each test once. */
  readonly tests: readonly TokenTest[];
  readonly entry: number;
}

/** Builds the automaton of a phrase without list nodes. @param captures the names of its captures, in slot order */
export function buildAutomaton(node: Node, captures: readonly string[], tests: TokenTests): Automaton {
  const builder = new Builder(captures, tests);
  const entry = builder.build(node, builder.emit(Op.match, 0));
  return { ops: Uint8Array.from(builder.ops), next: Uint16Array.from(builder.next), other: Uint16Array.from(builder.other), tests: [...builder.numbers.keys()], entry };
}

const EDGES = { start: Op.start, end: Op.end, clause: Op.clause } as const;

class Builder {
  readonly ops: Op[] = [];
  readonly next: number[] = [];
  readonly other: number[] = [];
  /** Of each test its place among all. */
  readonly numbers = new Map<TokenTest, number>();

  constructor(
    readonly captures: readonly string[],
    readonly tests: TokenTests,
  ) {}

  emit(op: Op, next: number, other = 0): number {
    this.next.push(next);
    this.other.push(other);
    return this.ops.push(op) - 1;
  }

  /** Emits a look at a token. */
  look(op: Op.token | Op.not, next: number, test: TokenTest): number {
    const number = this.numbers.get(test) ?? this.numbers.size;
    this.numbers.set(test, number);
    return this.emit(op, next, number);
  }

  /** Emits the steps of a node that go on to `next`; returns where to enter them. */
  build(node: Node, next: number): number {
    const test = this.tests.of(node);
    if (test) return this.look(Op.token, next, test);
    switch (node.type) {
      case 'gap':
        return this.#gap(node.max, next);
      case 'edge':
        return this.emit(EDGES[node.edge], next);
      case 'not':
        return this.look(Op.not, next, this.tests.of(node.node) ?? ANY_WORD_TEST);
      case 'optional':
        return this.emit(Op.split, this.build(node.node, next), next);
      case 'capture':
        return this.#capture(2 * this.captures.indexOf(node.name), node.node, next);
      case 'choice':
        return this.#choice(node.options, next);
      case 'sequence':
        return this.#sequence(node.items, node.tight, next);
      default:
        return this.#words(node, next);
    }
  }

  #gap(max: number, next: number): number {
    let entry = next;
    for (let i = 0; i < max; i++) entry = this.emit(Op.split, next, this.look(Op.token, entry, ANY_WORD_TEST));
    return entry;
  }

  #capture(slot: number, node: Node, next: number): number {
    const end = this.emit(Op.save, next, slot + 1);
    return this.emit(Op.save, this.build(node, end), slot);
  }

  #choice(options: readonly Node[], next: number): number {
    return options.map((option) => this.build(option, next)).reduceRight((second, first) => this.emit(Op.split, first, second));
  }

  #sequence(items: readonly Node[], tight: readonly boolean[], next: number): number {
    let entry = next;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      const previous = items[i - 1];
      if (!item) continue;
      entry = this.build(item, entry);
      if (!tight[i] && takesFillerBetween(previous, item)) {
        entry = this.emit(Op.split, entry, this.look(Op.token, entry, FILLER_TEST));
      }
    }
    return entry;
  }

  /** A word that is several tokens: a contraction written in a phrase. */
  #words(node: Node, next: number): number {
    const parts = node.type === 'word' ? splitWord(node.word) : [];
    return parts.reduceRight((entry, part) => this.look(Op.token, entry, this.tests.ofWord(part, 'exact')), next);
  }
}

/** Whether a filler adverb may stand between two items of a sequence that are not glued together. */
export function takesFillerBetween(previous: Node | undefined, item: Node): boolean {
  return previous !== undefined && takesFiller(previous) && takesFiller(item);
}

/** Whether a filler adverb may stand beside a node. */
export function takesFiller(node: Node): boolean {
  if (node.type === 'token') return node.takesFiller;
  if (node.type === 'class') return node.name !== 'filler' && node.name !== 'adverb' && node.name !== 'punct';
  if (node.type === 'optional' || node.type === 'capture') return takesFiller(node.node);
  return node.type === 'word' || node.type === 'list' || node.type === 'choice' || node.type === 'sequence';
}
