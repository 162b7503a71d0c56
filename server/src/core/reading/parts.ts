import { firstAfter, firstFrom } from '../ranges.js';
import { A_PART, each, type Steps } from '../steps.js';
import type { Block, Prose } from '../text/prose.js';
import type { Range } from '../types.js';
import { Reading } from './reading.js';

/** So many things are sorted into parts in one step. */
const MANY = 1000;

/**
 * Cuts a long text into parts for checks that look only at their surroundings: what they find in the parts is what they find in the whole. No part begins
 * in front matter, inside a list, or between two lines that give a secret away together. @param length the fewest characters of a part; a shorter text is one part
 */
export function* readingParts(reading: Reading, length = A_PART): Steps<readonly Reading[]> {
  if (reading.prose.text.length <= length) return [reading];
  const cutter = new Cutter(reading.prose, length);
  yield* each(reading.prose.blocks, (block) => cutter.pass(block), MANY);
  return yield* makeParts(reading, cutter.finish());
}

/** Where a part begins, and the index of its first block. */
interface Cut {
  readonly start: number;
  readonly block: number;
}

/** The beginning of a line that may go on with what the one above begins: the number of an account after its bank's. */
const GOES_ON = /^[ \t]*(?:your|the|bank|acc)/i;

/** Finds where a text can be cut, going through its blocks. */
class Cutter {
  readonly #cuts: Cut[] = [{ start: 0, block: 0 }];
  #next = 0;
  #end = 0;

  constructor(
    readonly prose: Prose,
    readonly length: number,
  ) {}

  pass(block: Block): void {
    this.#cutBetween(this.#end, block.start, block);
    this.#end = block.end;
    this.#next++;
  }

  finish(): readonly Cut[] {
    this.#cutBetween(this.#end, this.prose.text.length);
    return this.#cuts;
  }

  /** Cuts before a block if it can; and before that, where there is much between two blocks. */
  #cutBetween(from: number, to: number, block?: Block): void {
    if (this.#next > 0 ? block?.kind === 'item' : block && this.prose.text.startsWith('---')) return;
    while (to - this.#least > this.length && this.#cutAt(this.#lineAfter(Math.max(from, this.#least), to)));
    if (to < this.#least || !block || this.#next === 0) return;
    const { text, kind } = this.prose;
    this.#cutAt(kind === 'article' || text.charAt(to - 1) === '>' ? to : this.#lineAfter(Math.max(from, this.#least), to));
  }

  /** The least offset of the next cut. */
  get #least(): number {
    return (this.#cuts.at(-1)?.start ?? 0) + this.length;
  }

  #cutAt(start: number): boolean {
    if (start >= 0) this.#cuts.push({ start, block: this.#next });
    return start >= 0;
  }

  /** The first line between two offsets that begins something of its own; -1 where there is none. */
  #lineAfter(from: number, to: number): number {
    const start = Math.max(0, from - 1);
    const between = this.prose.text.slice(start, to);
    for (let at = between.indexOf('\n'); at >= 0; at = between.indexOf('\n', at + 1)) {
      const line = start + at + 1;
      if (!GOES_ON.test(this.prose.text.slice(line, line + 16))) return line;
    }
    return -1;
  }
}

function* makeParts({ prose, sentences, vocabulary, explanations }: Reading, cuts: readonly Cut[]): Steps<readonly Reading[]> {
  const parts = cuts.map(({ start }, i): Range => ({ start, end: cuts[i + 1]?.start ?? prose.text.length }));
  const links = yield* sorted(prose.links, parts);
  const images = yield* sorted(prose.images, parts);
  const readings: Reading[] = [];
  for (const [i, part] of parts.entries()) {
    const blocks = prose.blocks.slice(cuts[i]?.block, cuts[i + 1]?.block);
    const own = { ...prose, memory: new Map(), part, blocks, links: links[i] ?? [], images: images[i] ?? [] };
    readings.push(new Reading(own, vocabulary, { sentences: sentences.slice(firstFrom(sentences, part.start), firstFrom(sentences, part.end)), explanations }));
  }
  return readings;
}

/** Some ranges by the part that they begin in. */
function* sorted<R extends Range>(ranges: readonly R[], parts: readonly Range[]): Steps<readonly (readonly R[])[]> {
  const byPart = parts.map((): R[] => []);
  yield* each(ranges, (range) => void byPart[firstAfter(parts, range.start)]?.push(range), MANY);
  return byPart;
}
