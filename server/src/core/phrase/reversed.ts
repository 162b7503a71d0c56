import { Op, Steps, type Automaton } from './automaton.js';

/** An automaton that takes the tokens backwards. */
export interface Reversed {
  readonly automaton: Automaton;
  /** Of each step that looks at a token, the step that looks at the same one on the way back. */
  readonly stepOf: ReadonlyMap<number, number>;
}

/**
 * The automaton of a phrase backwards. It finds all that the phrase finds, and more: it does not ask what tokens must not be,
 * where clauses begin and whether a sentence ends.
 */
export function reversed({ ops, next, other, tests, entry }: Automaton): Reversed {
  const builder = new Builder();
  const stepOf = new Map<number, number>();
  // By step all ways that lead to it, and so back from it. They begin at steps of higher numbers, which are done by then.
  const waysTo = new WaysTo(ops.length);
  waysTo.add(entry, builder.emit(Op.match, 0));
  for (let step = entry; step > 0; step--) {
    const back = builder.either(waysTo.of(step));
    if (back === undefined) continue;
    const way = builder.pass(ops[step] ?? Op.match, back, other[step] ?? 0);
    if (ops[step] === Op.token) stepOf.set(step, way);
    waysTo.add(next[step] ?? 0, way);
    if (ops[step] === Op.split) waysTo.add(other[step] ?? 0, way);
  }
  return { automaton: builder.automaton(tests), stepOf };
}

/** By step the ways to it, each once. Most steps have one way: a set for each of them took as long as all the rest. */
class WaysTo {
  readonly #ways: (number[] | undefined)[];

  /** @param count of the steps */
  constructor(count: number) {
    this.#ways = new Array<number[] | undefined>(count);
  }

  of(step: number): readonly number[] {
    return this.#ways[step] ?? [];
  }

  add(step: number, way: number): void {
    const ways = this.#ways[step];
    // An empty list that grows makes room for seventeen
    if (ways === undefined) this.#ways[step] = [way];
    else if (!ways.includes(way)) ways.push(way);
  }
}

/** Of the automaton that is being turned round: one is done before the next begins. */
const STEPS = new Steps();

class Builder {
  readonly #steps = STEPS.begin();

  emit(op: Op, next: number, other = 0): number {
    return this.#steps.add(op, next, other);
  }

  /** Emits what goes all of some ways on; undefined where there are none. */
  either(ways: readonly number[]): number | undefined {
    return ways.length === 0 ? undefined : ways.reduce((one, other) => this.emit(Op.split, one, other));
  }

  /** Emits what passes a step from behind and goes on to `back`; where it asks for nothing, that is `back` itself. */
  pass(op: Op, back: number, test: number): number {
    if (op === Op.token) return this.emit(Op.token, back, test);
    return op === Op.start ? this.emit(Op.end, back) : back;
  }

  automaton(tests: Automaton['tests']): Automaton {
    const steps = this.#steps.taken();
    return { ...steps, tests, entry: steps.ops.length - 1 };
  }
}
