import { Op, Steps, type Automaton } from './automaton.js';

/** An automaton that takes the tokens backwards. */
export interface Reversed {
  readonly automaton: Automaton;
  /** Of each step that looks at a token, the step that looks at the same one on the way back; {@link NO_STEP} where no way leads to it. */
  readonly stepOf: Int32Array;
}

/** In place of a step: there is none. */
export const NO_STEP = -1;

/** Of the automaton that is being turned round: one is done before the next begins. */
const STEPS = new Steps();

/**
 * The automaton of a phrase backwards. It finds all that the phrase finds, and more: it does not ask what tokens must not be,
 * where clauses begin and whether a sentence ends.
 */
export function reversed({ ops, next, other, tests, entry }: Automaton): Reversed {
  const back = STEPS.begin();
  const stepOf = new Int32Array(ops.length).fill(NO_STEP);
  // By step the way back from it, to all that lead to it. They begin at steps of higher numbers, which are done by then.
  const ways = new Int32Array(ops.length).fill(NO_STEP);
  ways[entry] = back.add(Op.match, 0, 0);
  for (let step = entry; step > 0; step--) {
    const from = ways[step] ?? NO_STEP;
    if (from === NO_STEP) continue;
    const op = ops[step];
    // What asks for nothing on the way back is no step on it
    const way = op === Op.token ? back.add(Op.token, from, other[step] ?? 0) : op === Op.start ? back.add(Op.end, from, 0) : from;
    if (op === Op.token) stepOf[step] = way;
    addWay(back, ways, next[step] ?? 0, way);
    if (op === Op.split) addWay(back, ways, other[step] ?? 0, way);
  }
  const steps = back.taken();
  return { automaton: { ...steps, tests, entry: steps.ops.length - 1 }, stepOf };
}

/** Adds a way to a step. Most have one: to gather them in lists took as long as all the rest. */
function addWay(back: Steps, ways: Int32Array, step: number, way: number): void {
  const known = ways[step] ?? NO_STEP;
  ways[step] = known === NO_STEP || known === way ? way : back.add(Op.split, known, way);
}
