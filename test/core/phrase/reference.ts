import { takesFillerBetween } from '../../../server/src/core/phrase/automaton.js';
import { WordClass } from '../../../server/src/core/phrase/lexicon.js';
import type { Match } from '../../../server/src/core/phrase/match.js';
import type { Matchable } from '../../../server/src/core/phrase/matchable.js';
import type { Node } from '../../../server/src/core/phrase/syntax.js';
import { ANY_WORD_TEST, FILLER_TEST, type TokenTest, type TokenTests } from '../../../server/src/core/phrase/tokenTest.js';

/** A way through a phrase: where it has come to, and the slots of its captures so far. */
interface Way {
  readonly at: number;
  readonly slots: readonly number[];
}

/** Matches phrases by trying one way after the other: slow, and plain enough to be believed. */
export class ReferenceMatcher {
  constructor(
    readonly captures: readonly string[],
    readonly tests: TokenTests,
    readonly sentence: Matchable,
    readonly from: number,
    readonly to: number,
  ) {}

  /** All matches that do not overlap, leftmost first. */
  findAll(node: Node): readonly Match[] {
    const found: Match[] = [];
    for (let start = this.from; start < this.to; start++) {
      const [way] = this.#ways(node, { at: start, slots: [] });
      if (!way || way.at === start) continue;
      found.push({ start, end: way.at, slots: way.slots });
      start = way.at - 1;
    }
    return found;
  }

  /** Whether a match begins anywhere; what asks for `^` may match where there is nothing but signs. */
  matches(node: Node): boolean {
    const last = this.#isEdge('start', this.to) && asksForStart(node) ? this.to : this.to - 1;
    for (let start = this.from; start <= last; start++) for (const way of this.#ways(node, { at: start, slots: [] })) return way.at >= start;
    return false;
  }

  /** All ways through a node, the preferred first. */
  *#ways(node: Node, way: Way): Generator<Way> {
    const test = this.tests.of(node);
    if (test) return yield* this.#token(test, way);
    switch (node.type) {
      case 'gap':
        return yield* this.#gap(node.max, way);
      case 'edge':
        if (this.#isEdge(node.edge, way.at)) yield way;
        return;
      case 'not':
        if (!this.#passes(this.tests.of(node.node) ?? ANY_WORD_TEST, way.at)) yield way;
        return;
      case 'optional':
        yield* this.#ways(node.node, way);
        return yield way;
      case 'capture':
        return yield* this.#capture(2 * this.captures.indexOf(node.name), node.node, way);
      case 'choice':
        for (const option of node.options) yield* this.#ways(option, way);
        return;
      case 'sequence':
        return yield* this.#sequence(node.items, node.tight, 0, way);
      default:
        throw new Error(`no ${node.type} here`);
    }
  }

  *#token(test: TokenTest, { at, slots }: Way): Generator<Way> {
    if (this.#passes(test, at)) yield { at: at + 1, slots };
  }

  *#gap(max: number, way: Way): Generator<Way> {
    yield way;
    if (max > 0) for (const next of this.#token(ANY_WORD_TEST, way)) yield* this.#gap(max - 1, next);
  }

  *#capture(slot: number, node: Node, { at, slots }: Way): Generator<Way> {
    for (const way of this.#ways(node, { at, slots: withSlot(slots, slot, at) })) yield { at: way.at, slots: withSlot(way.slots, slot + 1, way.at) };
  }

  *#sequence(items: readonly Node[], tight: readonly boolean[], index: number, way: Way): Generator<Way> {
    const item = items[index];
    if (!item) return yield way;
    const rest = (from: Way): Generator<Way> => this.#sequence(items, tight, index + 1, from);
    for (const next of this.#ways(item, way)) yield* rest(next);
    if (tight[index] || !takesFillerBetween(items[index - 1], item)) return;
    for (const filler of this.#token(FILLER_TEST, way)) for (const next of this.#ways(item, filler)) yield* rest(next);
  }

  #passes(test: TokenTest, at: number): boolean {
    return at < this.to && test.passes(this.sentence.ids[at] ?? 0, this.sentence.classes[at] ?? 0);
  }

  #isEdge(edge: 'start' | 'end' | 'clause', at: number): boolean {
    if (edge === 'clause') return this.sentence.isClauseStart(at);
    return edge === 'start' ? this.#areSigns(this.from, at) : this.#areSigns(at, this.to);
  }

  #areSigns(from: number, to: number): boolean {
    return Array.from({ length: to - from }, (_, i) => this.sentence.classes[from + i] ?? 0).every((classes) => (classes & WordClass.punct) !== 0);
  }
}

function withSlot(slots: readonly number[], slot: number, at: number): readonly number[] {
  const copy = [...slots];
  while (copy.length <= slot) copy.push(-1);
  copy[slot] = at;
  return copy;
}

/** Whether `^` stands anywhere in a phrase. */
function asksForStart(node: Node): boolean {
  return JSON.stringify(node).includes('"edge":"start"');
}
