import { Op, Steps, type Automaton } from './automaton.js';

/** An automaton that takes the tokens backwards. */
export interface Reversed {
  readonly automaton: Automaton;
  /** Of each step that looks at a token, the step that looks at the same one on the way back; {@link NO_STEP} where no way leads to it. Holds until the next is turned round. */
  readonly stepOf: Int32Array;
}

/** In place of a step: there is none. */
export const NO_STEP = -1;

/** Of the automaton that is being turned round: one is done before the next begins. */
const STEPS = new Steps();
let stepOf = new Int32Array(1024);
/** By step the way back from it, to all that lead to it. */
let ways = new Int32Array(1024);

/**
 * The automaton of a phrase backwards. It finds all that the phrase finds, and more: it does not ask what tokens must not be,
 * where clauses begin and whether a sentence ends.
 */
export function reversed({ ops, next, other, tests, entry }: Automaton): Reversed {
  const back = STEPS.begin();
  makeRoom(ops.length);
  ways[entry] = back.add(Op.match, 0, 0);
  // The ways to a step begin at steps of higher numbers, which are done by then
  for (let step = entry; step > 0; step--) {
    const from = ways[step] ?? NO_STEP;
    if (from === NO_STEP) continue;
    const op = ops[step];
    // What asks for nothing on the way back is no step on it
    const way = op === Op.token ? back.add(Op.token, from, other[step] ?? 0) : op === Op.start ? back.add(Op.end, from, 0) : from;
    if (op === Op.token) stepOf[step] = way;
    addWay(back, next[step] ?? 0, way);
    if (op === Op.split) addWay(back, other[step] ?? 0, way);
  }
  const steps = back.taken();
  return { automaton: { ...steps, tests, entry: steps.ops.length - 1 }, stepOf };
}

function makeRoom(steps: number): void {
  if (steps > ways.length) [stepOf, ways] = [new Int32Array(2 * steps), new Int32Array(2 * steps)];
  stepOf.fill(NO_STEP, 0, steps);
  ways.fill(NO_STEP, 0, steps);
}

/** Adds a way to a step. Most have one: to gather them in lists took as long as all the rest. */
function addWay(back: Steps, step: number, way: number): void {
  const known = ways[step] ?? NO_STEP;
  ways[step] = known === NO_STEP || known === way ? way : back.add(Op.split, known, way);
}
