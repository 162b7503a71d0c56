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

/** The packed number that begins at a digit, and where it ends. */
export function readNumber(packed: string, at: number): { readonly number: number; readonly end: number } {
  let number = 0;
  let shift = 0;
  for (let i = at; i < packed.length; i++) {
    const worth = WORTH[packed.charCodeAt(i)] ?? 0;
    number += (worth & (MORE - 1)) * 2 ** shift;
    shift += 5;
    if (!(worth & MORE)) return { number, end: i + 1 };
  }
  return { number, end: packed.length };
}

/** What {@link packNumbers} packed, or a part of it that begins and ends with a number. */
export function unpackNumbers(packed: string, from = 0, to = packed.length): Uint32Array {
  const numbers = new Uint32Array(to - from);
  let count = 0;
  let number = 0;
  let shift = 0;
  for (let i = from; i < to; i++) {
    const worth = WORTH[packed.charCodeAt(i)] ?? 0;
    number += (worth & (MORE - 1)) * 2 ** shift;
    shift += 5;
    if (worth & MORE) continue;
    numbers[count++] = number;
    number = shift = 0;
  }
  return numbers.slice(0, count);
}

/** Whole numbers from -32 to 31, a digit each. */
export function packSmall(numbers: readonly number[]): string {
  return numbers.map((number) => digit(number & 63)).join('');
}

/** What {@link packSmall} packed. */
export function unpackSmall(packed: string): Int8Array {
  const numbers = new Int8Array(packed.length);
  for (let i = 0; i < packed.length; i++) numbers[i] = ((WORTH[packed.charCodeAt(i)] ?? 0) << 26) >> 26;
  return numbers;
}
