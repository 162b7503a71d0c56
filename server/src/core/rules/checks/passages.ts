import type { Block, Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';

/** Signs that most passages do not have. */
export const enum Sign {
  /** `@` */
  at = 1,
  /** `%` */
  percent = 2,
  /** A capital after a letter or digit, or before a digit, `&`, hyphen or apostrophe: part of no ordinary word. */
  loud = 4,
  /** Two of `!` and `?` side by side. */
  marks = 8,
  /** `[` */
  bracket = 16,
}

/** A stretch of a text and what is known of its characters. */
export interface Passage extends Range {
  /** Of {@link Sign}, all it has. */
  readonly signs: number;
  readonly digits: number;
  /** The longest run of what keys and addresses are made of, in characters. */
  readonly longest: number;
}

/** A block and what is known of its characters. */
export interface BlockPassage extends Passage {
  readonly block: Block;
}

/** What a passage must have for a check to look at it at all. */
export interface Wanted {
  readonly sign?: Sign;
  readonly digits?: number;
  readonly longest?: number;
  /** Something simpler than what the check looks for, and part of it. */
  readonly words?: RegExp;
}

const enum Char { other, small, capital, digit, ampersand, joint, key, mark, at, percent, bracket }

const CHARS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-z]/.test(char)) return Char.small;
  if (/[A-Z]/.test(char)) return Char.capital;
  if (/[0-9]/.test(char)) return Char.digit;
  if (/[-']/.test(char)) return Char.joint;
  if (/[+/_.~=]/.test(char)) return Char.key;
  if (/[!?]/.test(char)) return Char.mark;
  return { '&': Char.ampersand, '@': Char.at, '%': Char.percent, '[': Char.bracket }[char] ?? Char.other;
});
const KINDS = 16;
/** By the kinds of two characters side by side: the signs that they make. */
const PAIRS = Uint8Array.from({ length: KINDS * KINDS }, (_, pair) => signsOfPair(Math.floor(pair / KINDS), pair % KINDS));
const KEYS = Uint8Array.from({ length: KINDS }, (_, char: Char) => Number([Char.small, Char.capital, Char.digit, Char.joint, Char.key].includes(char)));

function signsOfPair(before: Char, char: Char): number {
  const own = { [Char.at]: Sign.at, [Char.percent]: Sign.percent, [Char.bracket]: Sign.bracket }[char as number] ?? 0;
  const capital = char === Char.capital && (before === Char.small || before === Char.capital || before === Char.digit || before === Char.ampersand);
  const loud = capital || (before === Char.capital && (char === Char.digit || char === Char.ampersand || char === Char.joint));
  return own | (loud ? Sign.loud : 0) | (before === Char.mark && char === Char.mark ? Sign.marks : 0);
}

/** Looks at the characters of a range once, for all checks: a table look-up each. Letters beyond ASCII count as capitals. */
export function passageOf(text: string, { start, end }: Range): Passage {
  let signs = 0;
  let digits = 0;
  let longest = 0;
  let run = 0;
  let before = Char.other;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const char: Char = code < 128 ? (CHARS[code] ?? Char.other) : Char.capital;
    signs |= PAIRS[KINDS * before + char] ?? 0;
    if (char === Char.digit) digits++;
    run = KEYS[char] ? run + 1 : 0;
    if (run > longest) longest = run;
    before = char;
  }
  return { start, end, signs, digits, longest };
}

/** Whether a range has {@link Sign.loud}; looks no further than the first. */
export function isLoud(text: string, { start, end }: Range): boolean {
  let before = Char.other;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const char: Char = code < 128 ? (CHARS[code] ?? Char.other) : Char.capital;
    if ((PAIRS[KINDS * before + char] ?? 0) & Sign.loud) return true;
    before = char;
  }
  return false;
}

const known = new WeakMap<Prose, readonly BlockPassage[]>();

/** The blocks of a text and what is known of their characters; worked out once. */
export function passages(prose: Prose): readonly BlockPassage[] {
  const made = known.get(prose) ?? prose.blocks.map((block) => ({ ...passageOf(prose.text, block), block }));
  known.set(prose, made);
  return made;
}

/** Whether a check may find something in a passage. Nearly all passages end here, and cost no regular expression. */
export function mayHave(text: string, passage: Passage, { sign, digits, longest, words }: Wanted): boolean {
  if (sign !== undefined && (passage.signs & sign) === 0) return false;
  if ((digits !== undefined && passage.digits < digits) || (longest !== undefined && passage.longest < longest)) return false;
  return words === undefined || words.test(text.slice(passage.start, passage.end));
}

/** Every match of a global pattern in a range, their `index` counted from its start. */
export function matchesIn(text: string, { start, end }: Range, pattern: RegExp): readonly RegExpExecArray[] {
  const written = text.slice(start, end);
  pattern.lastIndex = 0;
  let match = pattern.exec(written);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(written)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

const NONE: readonly RegExpExecArray[] = [];
