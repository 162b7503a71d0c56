import { Op, type Automaton } from './automaton.js';
import type { IdSet } from './idSet.js';
import { OPEN } from './lexicon.js';
import { Marks } from './marks.js';
import { afterAny, beforeAny } from './neighbours.js';
import type { TokenTest } from './tokenTest.js';

/** The key of a phrase, its rarest words of which each match has one, and what may stand beside it. */
export interface Surroundings {
  /** What may stand right after the key, and right before it, as `neighbours.ts` says. */
  readonly after: Int32Array;
  readonly before: Int32Array;
  /** The tests of the phrase's automaton that a word of the key may pass. */
  readonly keys: readonly number[];
}

/** What is around the key of a phrase. @param key its words */
export function surroundingsOf(automaton: Automaton, key: IdSet | undefined): Surroundings {
  const keys = keyTests(automaton, key);
  const steps = keySteps(automaton, keys);
  return { after: afterAny(automaton, steps), before: beforeAny(automaton, steps), keys };
}

/** The words of the key that is asked about, or its tests: to make a set of them for each phrase took a twelfth of all memory that the first reply fills. */
const marked = new Marks();

function keyTests({ tests }: Automaton, key: IdSet | undefined): readonly number[] {
  const words = key?.list ?? [];
  marked.clear(Math.max(0, ...words) + 1);
  for (const id of words) marked.add(id);
  return tests.flatMap((test, number) => (mayBeKey(test) ? [number] : []));
}

/** What a match must have is never a word of an open class; of a closed class all words are known. */
function mayBeKey({ classes, ids, proper }: TokenTest): boolean {
  return (classes & OPEN) === 0 && (classes !== 0 || ids.list.some((id) => marked.has(id)) || proper.some(([id]) => marked.has(id)));
}

/** The steps that look for a word of the key. @param keys the tests that it may pass */
export function keySteps({ ops, other, tests }: Automaton, keys: readonly number[]): readonly number[] {
  marked.clear(tests.length);
  for (const test of keys) marked.add(test);
  const steps: number[] = [];
  for (let step = 0; step < ops.length; step++) if (ops[step] === Op.token && marked.has(other[step] ?? 0)) steps.push(step);
  return steps;
}
