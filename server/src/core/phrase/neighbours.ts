import { Op, type Automaton } from './automaton.js';
import { WordClass } from './lexicon.js';
import type { Matchable } from './matchable.js';
import type { TokenTest } from './tokenTest.js';

/**
 * The numbers that say what a token may be: 64 bits that stand for several words each, and the classes, which are never 0. With
 * half as many bits a quarter more walks are begun, with twice as many a tenth fewer.
 */
export const enum Side { words, moreWords, classes, count }

/** The class of what stands before and after a sentence. */
const NOTHING = 1 << 30;
/** The classes of what may be anything. */
export const ANYTHING = -1;
/** A class of no token, so that classes are never 0. */
const NONE = 1 << 31;

/** Whether the token at a place, or the end that is there, is what numbers say that it may be. Where it says no, it is not. @param from the first of the numbers */
export function mayBe(numbers: Int32Array, from: number, { ids, classes }: Matchable, at: number): boolean {
  const asked = numbers[from + Side.classes] ?? 0;
  if (asked === ANYTHING) return true;
  if (at < 0 || at >= ids.length) return (asked & NOTHING) !== 0;
  const bit = bitOf(ids[at] ?? 0);
  return ((numbers[from + (bit >>> 5)] ?? 0) & (1 << bit)) !== 0 || (asked & (classes[at] ?? 0)) !== 0;
}

/** One of 64 for a word. */
function bitOf(id: number): number {
  return Math.imul(id, 0x9e3779b1) >>> 26;
}

/** What the first token of a match may be. */
export function firstOf(automaton: Automaton): Int32Array {
  const open = new Uint8Array(automaton.ops.length);
  open[automaton.entry] = 1;
  return nextOf(automaton, open, automaton.entry);
}

/** What may stand right after one of some steps that look at a token. */
export function afterAny(automaton: Automaton, steps: readonly number[]): Int32Array {
  const open = new Uint8Array(automaton.ops.length);
  for (const step of steps) open[automaton.next[step] ?? 0] = 1;
  return nextOf(automaton, open, Math.max(0, ...steps));
}

/** What the next token may be at open steps. @param last the highest of them: steps lead to lower ones */
function nextOf({ ops, next, other, tests }: Automaton, open: Uint8Array, last: number): Int32Array {
  const side = new Gathered();
  for (let step = last; step >= 0; step--) {
    if (open[step] === 0) continue;
    const op = ops[step];
    if (op === Op.match) side.addClasses(ANYTHING);
    else if (op === Op.token) side.add(tests[other[step] ?? 0]);
    else if (op === Op.end) side.addClasses(WordClass.punct | NOTHING);
    else open[next[step] ?? 0] = 1;
    if (op === Op.split) open[other[step] ?? 0] = 1;
  }
  return side.numbers;
}

/** How a step leads on to one of those in question: at once, or where nothing but signs stands before. */
const AT_ONCE = 1;
const AT_START = 2;

/** What may stand right before one of some steps that look at a token. */
export function beforeAny({ ops, next, other, tests, entry }: Automaton, steps: readonly number[]): Int32Array {
  const leads = new Uint8Array(entry + 1);
  const asked = new Set(steps);
  const side = new Gathered();
  for (let step = 1; step <= entry; step++) {
    const op = ops[step];
    const further = leads[next[step] ?? 0] ?? 0;
    if (op === Op.token) {
      if (asked.has(step)) leads[step] = AT_ONCE;
      if (further !== 0) side.add(tests[other[step] ?? 0]);
    } else if (op === Op.split) leads[step] = further | (leads[other[step] ?? 0] ?? 0);
    else leads[step] = op === Op.start && further !== 0 ? AT_START : further;
  }
  const whole = leads[entry] ?? 0;
  if ((whole & AT_ONCE) !== 0) side.addClasses(ANYTHING);
  else if (whole !== 0) side.addClasses(WordClass.punct | NOTHING);
  return side.numbers;
}

/** What a token may be, as it is gathered. */
class Gathered {
  readonly numbers = new Int32Array(Side.count);

  constructor() {
    this.addClasses(NONE);
  }

  add(test: TokenTest | undefined): void {
    if (!test) return;
    // No `for … of`: V8 makes an object for each of its turns until it optimises, and there are hundreds of words
    test.words.forEach((id) => this.#addBit(bitOf(id)));
    this.addClasses(test.classes);
  }

  addClasses(classes: number): void {
    this.numbers[Side.classes] = (this.numbers[Side.classes] ?? 0) | classes;
  }

  #addBit(bit: number): void {
    this.numbers[bit >>> 5] = (this.numbers[bit >>> 5] ?? 0) | (1 << bit);
  }
}
