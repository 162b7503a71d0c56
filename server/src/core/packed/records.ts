import { NumberReader, packNumbers, unpackNumbers } from './digits.js';

/** Lists to a block. Where blocks begin is worked out at once, where lists begin when one of their block is asked for. */
export const BLOCK = 8;

/** Packs lists of whole numbers from 0 up. */
export function packRecords(records: readonly (readonly number[])[]): string {
  return packBlocks(records.map(packNumbers).map((digits) => packNumbers([digits.length]) + digits), BLOCK);
}

/** Packs texts in blocks of so many, behind a list of how long each block is. */
export function packBlocks(texts: readonly string[], block: number): string {
  const blocks: string[] = [];
  for (let at = 0; at < texts.length; at += block) blocks.push(texts.slice(at, at + block).join(''));
  return packNumbers([texts.length, ...blocks.map(({ length }) => length)]) + blocks.join('');
}

/** Where the blocks that {@link packBlocks} packed begin and, last, where they end; and of how many texts they are. */
export function openBlocks(packed: string, block: number): { readonly count: number; readonly starts: Uint32Array } {
  const reader = new NumberReader(packed);
  const count = reader.next();
  const starts = new Uint32Array(Math.ceil(count / block) + 1);
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i - 1] ?? 0) + reader.next();
  return { count, starts: starts.map((start) => start + reader.at) };
}

/** What {@link packRecords} packed. Opening leaps from block to block; a list is read when it is asked for. */
export class Records {
  /** How many there are. */
  readonly count: number;
  readonly #starts: Uint32Array;

  constructor(readonly packed: string) {
    ({ count: this.count, starts: this.#starts } = openBlocks(packed, BLOCK));
  }

  /** A reader before the length, in digits, of the first list of a block. */
  block(index: number): NumberReader {
    return new NumberReader(this.packed, this.#starts[index] ?? this.packed.length);
  }

  /** A reader before the length, in digits, of a list that is there. */
  open(index: number): NumberReader {
    const reader = this.block(Math.floor(index / BLOCK));
    for (let skipped = index % BLOCK; skipped > 0; skipped--) reader.skip();
    return reader;
  }

  /** A list; empty where there is none. */
  at(index: number): Uint32Array {
    if (index >= this.count) return new Uint32Array(0);
    const reader = this.open(index);
    const length = reader.next();
    return unpackNumbers(this.packed, reader.at, reader.at + length);
  }
}
