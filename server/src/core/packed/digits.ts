/**
 * Numbers in text, for the tables that are made ahead of time: text needs no file of its own, no waiting and no
 * permission, wherever the engine runs. A digit has six bits.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** By code unit: what a digit is worth. */
const WORTH = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, DIGITS.indexOf(String.fromCharCode(code))));

/** Five bits of a number are in each of its digits, the lowest first; the sixth says that there are more. */
const MORE = 32;

function digit(worth: number): string {
  return DIGITS[worth] ?? '';
}

/** Whole numbers from 0 up to 2³¹ as digits, small ones shorter. */
export function packNumbers(numbers: Iterable<number>): string {
  let packed = '';
  for (const number of numbers) {
    let rest = number;
    for (; rest >= MORE; rest = Math.floor(rest / MORE)) packed += digit((rest % MORE) | MORE);
    packed += digit(rest);
  }
  return packed;
}

/** Reads packed numbers one after the other. One reader for many numbers: an object for each of them took longer than reading it. */
export class NumberReader {
  constructor(
    readonly packed: string,
    public at = 0,
  ) {}

  /** The next number; 0 behind the last. */
  next(): number {
    const first = WORTH[this.packed.charCodeAt(this.at++)] ?? 0;
    return first & MORE ? this.#rest(first) : first;
  }

  /** Leaps over a list, whose length in digits comes next. */
  skip(): void {
    const length = this.next();
    this.at += length;
  }

  #rest(first: number): number {
    let number = first & (MORE - 1);
    for (let by = MORE; ; by *= MORE) {
      const worth = WORTH[this.packed.charCodeAt(this.at++)] ?? 0;
      number += (worth & (MORE - 1)) * by;
      if (!(worth & MORE)) return number;
    }
  }
}

/**
 * What {@link packNumbers} packed, or a part of it that begins and ends with a number. In one loop: a start unpacks tens of thousands
 * before V8 makes the calls of a reader cheap, and took half as long again.
 */
export function unpackNumbers(packed: string, from = 0, to = packed.length): Uint32Array {
  const numbers = new Uint32Array(to - from);
  let count = 0;
  for (let at = from, number = 0, by = 1; at < to; at++) {
    const worth = WORTH[packed.charCodeAt(at)] ?? 0;
    number += (worth & (MORE - 1)) * by;
    by *= MORE;
    if (worth & MORE) continue;
    numbers[count++] = number;
    number = 0;
    by = 1;
  }
  return numbers.slice(0, count);
}

/** Whole numbers from -32 to 31, a digit each. */
export function packSmall(numbers: readonly number[]): string {
  return numbers.map((number) => digit(number & 63)).join('');
}

/** Unpacks a part of what {@link packSmall} packed to its place in `into`. */
export function unpackSmall(packed: string, into: Int8Array, from = 0, to = packed.length): void {
  for (let i = from; i < to; i++) into[i] = ((WORTH[packed.charCodeAt(i)] ?? 0) << 26) >> 26;
}
