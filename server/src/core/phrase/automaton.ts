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
  return builder.steps.automaton(builder.build(node, builder.steps.emit(Op.match, 0)));
}

/** A step at an edge of a clause or of the sentence. */
export const EDGE_STEPS = { start: Op.start, end: Op.end, clause: Op.clause } as const;

/** Steps as they are added. The room is used again for the next phrase: three lists that grew for each took a tenth of all memory that a start fills. */
export class Steps {
  #ops = new Uint8Array(1024);
  #next = new Uint16Array(1024);
  #other = new Uint16Array(1024);
  #count = 0;

  /** @returns the number of the step */
  add(op: Op, next: number, other: number): number {
    const step = this.#count++;
    if (step === this.#ops.length) this.#grow();
    this.#ops[step] = op;
    this.#next[step] = next;
    this.#other[step] = other;
    return step;
  }

  #grow(): void {
    const grown = { ops: new Uint8Array(2 * this.#ops.length), next: new Uint16Array(2 * this.#ops.length), other: new Uint16Array(2 * this.#ops.length) };
    grown.ops.set(this.#ops);
    grown.next.set(this.#next);
    grown.other.set(this.#other);
    this.#ops = grown.ops;
    this.#next = grown.next;
    this.#other = grown.other;
  }

  begin(): this {
    this.#count = 0;
    return this;
  }

  taken(): Pick<Automaton, 'ops' | 'next' | 'other'> {
    return { ops: this.#ops.slice(0, this.#count), next: this.#next.slice(0, this.#count), other: this.#other.slice(0, this.#count) };
  }
}

/** Of the phrase that is being built: one is done before the next begins. */
const STEPS = new Steps();

/** Puts the steps of a phrase together, from its end: each is given the step that it goes on to. */
export class AutomatonBuilder {
  readonly #steps = STEPS.begin();
  readonly #tests: TokenTest[] = [];

  /** Emits a step. @returns its number */
  emit(op: Op, next: number, other = 0): number {
    return this.#steps.add(op, next, other);
  }

  /** Emits a look at a token. */
  look(op: Op.token | Op.not, next: number, test: TokenTest): number {
    if (this.#tests[test.place] !== test) test.place = this.#tests.push(test) - 1;
    return this.emit(op, next, test.place);
  }

  /** Emits the choice between some ways, the first of which has the highest priority. */
  either(ways: readonly number[]): number {
    let way = ways.at(-1) ?? 0;
    for (let i = ways.length - 2; i >= 0; i--) way = this.emit(Op.split, ways[i] ?? 0, way);
    return way;
  }

  /** Emits the adverb that may stand between two words. */
  filler(next: number): number {
    return this.emit(Op.split, next, this.look(Op.token, next, FILLER_TEST));
  }

  /** Emits up to so many words. */
  gap(most: number, next: number): number {
    let entry = next;
    for (let i = 0; i < most; i++) entry = this.emit(Op.split, next, this.look(Op.token, entry, ANY_WORD_TEST));
    return entry;
  }

  /** Emits what notes where a capture ends. */
  captureEnd(number: number, next: number): number {
    return this.emit(Op.save, next, 2 * number + 1);
  }

  /** Emits what notes where a capture begins. */
  captureStart(number: number, next: number): number {
    return this.emit(Op.save, next, 2 * number);
  }

  /** All that was emitted. */
  automaton(entry: number): Automaton {
    return { ...this.#steps.taken(), tests: this.#tests.slice(), entry };
  }
}

class Builder {
  readonly steps = new AutomatonBuilder();

  constructor(
    readonly captures: readonly string[],
    readonly tests: TokenTests,
  ) {}

  /** Emits the steps of a node that go on to `next`; returns where to enter them. */
  build(node: Node, next: number): number {
    const test = this.tests.of(node);
    if (test) return this.steps.look(Op.token, next, test);
    switch (node.type) {
      case 'gap':
        return this.steps.gap(node.max, next);
      case 'edge':
        return this.steps.emit(EDGE_STEPS[node.edge], next);
      case 'not':
        return this.steps.look(Op.not, next, this.tests.of(node.node) ?? ANY_WORD_TEST);
      case 'optional':
        return this.steps.emit(Op.split, this.build(node.node, next), next);
      case 'capture':
        return this.#capture(this.captures.indexOf(node.name), node.node, next);
      case 'choice':
        return this.steps.either(node.options.map((option) => this.build(option, next)));
      case 'sequence':
        return this.#sequence(node.items, node.tight, next);
      default:
        return this.#words(node, next);
    }
  }

  #capture(number: number, node: Node, next: number): number {
    return this.steps.captureStart(number, this.build(node, this.steps.captureEnd(number, next)));
  }

  #sequence(items: readonly Node[], tight: readonly boolean[], next: number): number {
    let entry = next;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      if (!item) continue;
      entry = this.build(item, entry);
      if (!tight[i] && takesFillerBetween(items[i - 1], item)) entry = this.steps.filler(entry);
    }
    return entry;
  }

  /** A word that is several tokens: a contraction written in a phrase. */
  #words(node: Node, next: number): number {
    const parts = node.type === 'word' ? splitWord(node.word) : [];
    return parts.reduceRight((entry, part) => this.steps.look(Op.token, entry, this.tests.ofWord(part, 'exact')), next);
  }
}

/** Whether a filler adverb may stand between two items of a sequence that are not glued together. */
export function takesFillerBetween(previous: Node | undefined, item: Node): boolean {
  return previous !== undefined && takesFiller(previous) && takesFiller(item);
}

/** Whether a filler adverb may stand beside a node. */
function takesFiller(node: Node): boolean {
  if (node.type === 'class') return node.name !== 'filler' && node.name !== 'adverb' && node.name !== 'punct';
  if (node.type === 'optional' || node.type === 'capture') return takesFiller(node.node);
  return node.type === 'word' || node.type === 'list' || node.type === 'choice' || node.type === 'sequence';
}
