import type { Node } from './syntax.js';
import { ANY_WORD_TEST, anyTest, FILLER_TEST, splitWord, type TokenTest, type TokenTests } from './tokenTest.js';

/** A step of the automaton a phrase is compiled to; `next` are indices of steps. */
export type Step =
  | { readonly op: 'token' | 'not'; readonly test: TokenTest; readonly next: number }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'save'; readonly slot: number; readonly next: number }
  | { readonly op: 'start' | 'end' | 'clause'; readonly next: number }
  | { readonly op: 'match' };

/** A phrase as steps to follow. */
export interface Automaton {
  readonly steps: readonly Step[];
  readonly entry: number;
  /** What the first token of a match is; undefined when a match may be empty. */
  readonly first: TokenTest | undefined;
}

/** Builds the automaton of a phrase without list nodes. @param captures the names of its captures, in slot order */
export function buildAutomaton(node: Node, captures: readonly string[], tests: TokenTests): Automaton {
  const builder = new Builder(captures, tests);
  const entry = builder.build(node, builder.emit({ op: 'match' }));
  return { steps: builder.steps, entry, first: firstTest(builder.steps, entry) };
}

class Builder {
  readonly steps: Step[] = [];

  constructor(
    readonly captures: readonly string[],
    readonly tests: TokenTests,
  ) {}

  emit(step: Step): number {
    return this.steps.push(step) - 1;
  }

  /** Emits the steps of a node that go on to `next`; returns where to enter them. */
  build(node: Node, next: number): number {
    const test = this.tests.of(node);
    if (test) return this.emit({ op: 'token', test, next });
    switch (node.type) {
      case 'gap':
        return this.#gap(node.max, next);
      case 'edge':
        return this.emit({ op: node.edge, next });
      case 'not':
        return this.emit({ op: 'not', test: this.tests.of(node.node) ?? ANY_WORD_TEST, next });
      case 'optional':
        return this.emit({ op: 'split', first: this.build(node.node, next), second: next });
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
    for (let i = 0; i < max; i++) entry = this.emit({ op: 'split', first: next, second: this.emit({ op: 'token', test: ANY_WORD_TEST, next: entry }) });
    return entry;
  }

  #capture(slot: number, node: Node, next: number): number {
    const end = this.emit({ op: 'save', slot: slot + 1, next });
    return this.emit({ op: 'save', slot, next: this.build(node, end) });
  }

  #choice(options: readonly Node[], next: number): number {
    const entries = options.map((option) => this.build(option, next));
    return entries.reduceRight((second, first) => this.emit({ op: 'split', first, second }));
  }

  #sequence(items: readonly Node[], tight: readonly boolean[], next: number): number {
    let entry = next;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      const previous = items[i - 1];
      if (!item) continue;
      entry = this.build(item, entry);
      if (!tight[i] && takesFillerBetween(previous, item)) {
        entry = this.emit({ op: 'split', first: entry, second: this.emit({ op: 'token', test: FILLER_TEST, next: entry }) });
      }
    }
    return entry;
  }

  /** A word that is several tokens: a contraction written in a phrase. */
  #words(node: Node, next: number): number {
    const parts = node.type === 'word' ? splitWord(node.word) : [];
    return parts.reduceRight((entry, part) => this.emit({ op: 'token', test: this.tests.ofWord(part, 'exact'), next: entry }), next);
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

/** All tests that the first token may pass, as one. */
function firstTest(steps: readonly Step[], entry: number): TokenTest | undefined {
  const tests: TokenTest[] = [];
  const seen = new Set<number>();
  const open = [entry];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const step = steps[index];
    if (!step || seen.has(index)) continue;
    seen.add(index);
    if (step.op === 'match') return undefined;
    if (step.op === 'token') tests.push(step.test);
    else if (step.op === 'split') open.push(step.first, step.second);
    else open.push(step.next);
  }
  return anyTest(tests);
}
