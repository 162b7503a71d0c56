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
  readonly next: Int32Array;
  /** The second way of a split, the slot of a save. */
  readonly other: Int32Array;
  /** What the steps `token` and `not` look for. */
  readonly tests: readonly (TokenTest | undefined)[];
  /** By step, for the choices of many options. */
  readonly fans: readonly (Fan | undefined)[];
  readonly entry: number;
}

/** A choice of fewer options is followed option by option. */
const MANY_OPTIONS = 6;

/** A choice that was asked for fewer words is looked through; then the map of its words pays. */
const FEW_ASKED = 64;

/**
 * The options of a choice by the words they can begin with: of hundreds, a token leads to one or two. Worked out when
 * it is first needed: at first only what each option begins with, as one short text never asks for most words. To map
 * every word at once took 26 ms of the 541 ms of processor time that a start took beyond bare Node.
 */
export class Fan {
  #asked = 0;
  #byWord: ReadonlyMap<number, readonly number[]> | undefined;
  /** The steps of options that begin with a known word, and of each the tests of that word. */
  #known: number[] | undefined;
  readonly #begins: (readonly TokenTest[])[] = [];
  /** The steps of options that may begin with anything but a known word. */
  readonly #others: number[] = [];

  /** @param entries the steps at which the options begin */
  constructor(
    readonly entries: readonly number[],
    readonly automaton: Pick<Automaton, 'ops' | 'next' | 'other' | 'tests'>,
  ) {}

  /** The options that begin with a word, as steps. */
  ofWord(id: number): readonly number[] {
    const known = this.#known ?? this.#sort();
    if (!this.#byWord && this.#asked++ < FEW_ASKED) return known.filter((_, i) => this.#begins[i]?.some((test) => test.mentions(id)));
    return (this.#byWord ??= this.#mapWords(known)).get(id) ?? NO_STEPS;
  }

  /** The other options. */
  get others(): readonly number[] {
    if (!this.#known) this.#sort();
    return this.#others;
  }

  #sort(): number[] {
    const known: number[] = [];
    for (const entry of this.entries) {
      const tests = this.#firstTests(entry);
      if (tests) this.#begins[known.push(entry) - 1] = tests;
      else this.#others.push(entry);
    }
    return (this.#known = known);
  }

  #mapWords(known: readonly number[]): ReadonlyMap<number, readonly number[]> {
    const byWord = new Map<number, number[]>();
    known.forEach((entry, i) => {
      for (const test of this.#begins[i] ?? []) for (const id of test.words) addOnce(byWord, id, entry);
    });
    return byWord;
  }

  /** The tests of what follows a step; undefined where it need not begin with one of some words. */
  #firstTests(entry: number): readonly TokenTest[] | undefined {
    const { ops, next, other, tests } = this.automaton;
    const found: TokenTest[] = [];
    const open = [entry];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      const op = ops[step];
      const test = tests[step];
      if (op === Op.split) open.push(next[step] ?? 0, other[step] ?? 0);
      else if (op === Op.save) open.push(next[step] ?? 0);
      else if (op === Op.token && test?.classes === 0) found.push(test);
      else return undefined;
    }
    return found;
  }
}

/** Adds an option to those of a word, once though several of its ways begin with the word. */
function addOnce(byWord: Map<number, number[]>, id: number, entry: number): void {
  const entries = byWord.get(id);
  if (!entries) byWord.set(id, [entry]);
  else if (entries.at(-1) !== entry) entries.push(entry);
}

const NO_STEPS: readonly number[] = [];

/** Builds the automaton of a phrase without list nodes. @param captures the names of its captures, in slot order */
export function buildAutomaton(node: Node, captures: readonly string[], tests: TokenTests): Automaton {
  const builder = new Builder(captures, tests);
  const entry = builder.build(node, builder.emit(Op.match, 0));
  const steps = { ops: Uint8Array.from(builder.ops), next: Int32Array.from(builder.next), other: Int32Array.from(builder.other), tests: builder.looks };
  return { ...steps, fans: steps.tests.map((_, step) => fanOf(builder.choices.get(step), steps)), entry };
}

function fanOf(entries: readonly number[] | undefined, steps: Fan['automaton']): Fan | undefined {
  return entries && new Fan(entries, steps);
}

const EDGES = { start: Op.start, end: Op.end, clause: Op.clause } as const;

class Builder {
  readonly ops: Op[] = [];
  readonly next: number[] = [];
  readonly other: number[] = [];
  readonly looks: (TokenTest | undefined)[] = [];
  /** Where the options of a choice begin, by the step that leads to all of them. */
  readonly choices = new Map<number, readonly number[]>();

  constructor(
    readonly captures: readonly string[],
    readonly tests: TokenTests,
  ) {}

  emit(op: Op, next: number, { other = 0, test }: { readonly other?: number; readonly test?: TokenTest } = {}): number {
    this.next.push(next);
    this.other.push(other);
    this.looks.push(test);
    return this.ops.push(op) - 1;
  }

  /** Emits the steps of a node that go on to `next`; returns where to enter them. */
  build(node: Node, next: number): number {
    const test = this.tests.of(node);
    if (test) return this.emit(Op.token, next, { test });
    switch (node.type) {
      case 'gap':
        return this.#gap(node.max, next);
      case 'edge':
        return this.emit(EDGES[node.edge], next);
      case 'not':
        return this.emit(Op.not, next, { test: this.tests.of(node.node) ?? ANY_WORD_TEST });
      case 'optional':
        return this.emit(Op.split, this.build(node.node, next), { other: next });
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
    for (let i = 0; i < max; i++) entry = this.emit(Op.split, next, { other: this.emit(Op.token, entry, { test: ANY_WORD_TEST }) });
    return entry;
  }

  #capture(slot: number, node: Node, next: number): number {
    const end = this.emit(Op.save, next, { other: slot + 1 });
    return this.emit(Op.save, this.build(node, end), { other: slot });
  }

  #choice(options: readonly Node[], next: number): number {
    const entries = options.map((option) => this.build(option, next));
    const entry = entries.reduceRight((second, first) => this.emit(Op.split, first, { other: second }));
    if (entries.length >= MANY_OPTIONS) this.choices.set(entry, entries);
    return entry;
  }

  #sequence(items: readonly Node[], tight: readonly boolean[], next: number): number {
    let entry = next;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      const previous = items[i - 1];
      if (!item) continue;
      entry = this.build(item, entry);
      if (!tight[i] && takesFillerBetween(previous, item)) {
        entry = this.emit(Op.split, entry, { other: this.emit(Op.token, entry, { test: FILLER_TEST }) });
      }
    }
    return entry;
  }

  /** A word that is several tokens: a contraction written in a phrase. */
  #words(node: Node, next: number): number {
    const parts = node.type === 'word' ? splitWord(node.word) : [];
    return parts.reduceRight((entry, part) => this.emit(Op.token, entry, { test: this.tests.ofWord(part, 'exact') }), next);
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
