import { openBlocks, packBlocks } from './records.js';

/** Before every word, how much of it is the beginning of the word before: A for nothing, B for one letter … */
const NONE = 65;
const MOST = 25;
/** Words to a block. The first of a block is written out, so that a word is sought among these and then in one block. */
const BLOCK = 16;

/** Packs words of small letters in the order of their code units, each without what it shares with the one before. */
export function packWords(words: readonly string[]): string {
  return packBlocks(words.map((word, i) => packedAfter(i % BLOCK === 0 ? '' : (words[i - 1] ?? ''), word)), BLOCK);
}

function packedAfter(before: string, word: string): string {
  let shared = 0;
  while (shared < MOST && shared < before.length && word[shared] === before[shared]) shared++;
  return String.fromCharCode(NONE + shared) + word.slice(shared);
}

/** What {@link packWords} packed. Opening leaps from block to block; a block is read when one of its words is asked for. */
export class Words {
  /** How many there are. */
  readonly count: number;
  readonly #starts: Uint32Array;
  readonly #blocks: (readonly string[] | undefined)[] = [];

  constructor(readonly packed: string) {
    ({ count: this.count, starts: this.#starts } = openBlocks(packed, BLOCK));
  }

  /** A word; undefined where there is none. */
  at(index: number): string | undefined {
    return index < this.count ? this.#block(Math.floor(index / BLOCK))[index % BLOCK] : undefined;
  }

  /** Where a word stands; -1 for one that is not there. */
  indexOf(word: string): number {
    let [from, to] = [0, this.#starts.length - 1];
    while (to - from > 1) {
      const middle = (from + to) >>> 1;
      if (this.#startsAfter(middle, word)) to = middle;
      else from = middle;
    }
    const place = to > from ? this.#block(from).indexOf(word) : -1;
    return place < 0 ? -1 : BLOCK * from + place;
  }

  /** Whether the first word of a block comes after a word. */
  #startsAfter(block: number, word: string): boolean {
    const start = (this.#starts[block] ?? 0) + 1;
    for (let i = 0; i < word.length; i++) {
      const code = this.packed.charCodeAt(start + i);
      if (isMark(code)) return false;
      if (code !== word.charCodeAt(i)) return code > word.charCodeAt(i);
    }
    const next = this.packed.charCodeAt(start + word.length);
    return start + word.length < this.packed.length && !isMark(next);
  }

  #block(index: number): readonly string[] {
    return (this.#blocks[index] ??= unpackBlock(this.packed, this.#starts[index] ?? 0, this.#starts[index + 1] ?? 0));
  }
}

function unpackBlock(packed: string, from: number, to: number): readonly string[] {
  const words: string[] = [];
  let before = '';
  for (let at = from; at < to; ) {
    let end = at + 1;
    while (end < to && !isMark(packed.charCodeAt(end))) end++;
    before = before.slice(0, packed.charCodeAt(at) - NONE) + packed.slice(at + 1, end);
    words.push(before);
    at = end;
  }
  return words;
}

function isMark(code: number): boolean {
  return code >= NONE && code <= NONE + MOST;
}
