import type { Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';
import type { Check, CheckHit } from '../check.js';
import { isCardNumber, isIban, isSocialSecurityNumber } from './checksums.js';

/** Something found in a text: where, and the match itself. */
interface Found extends Range {
  readonly written: string;
}

/** How far around a number the words that say what it is are looked for, in characters. */
const NEARBY = 60;

/** Card numbers: checksum, issuer and length agree; a run without groups needs a word about cards beside it. */
export const cardNumbers: Check = ({ reading: { prose } }) =>
  scan(prose, /(?<![\p{L}\p{N}*_./=@#-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}*_/=@-]|\.\d)/gu)
    .filter((found) => isCardNumber(digitsOf(found.written)) && (isGrouped(found.written) || isNear(prose.text, found, /\b(?:card|visa|master ?card|amex|maestro|credit|debit|pan|cvv|cvc)\b/i)))
    .map((found) => masked(prose.text, found, digitsOf(found.written).slice(-4), 'card'));

/** International bank account numbers. */
export const ibans: Check = ({ reading: { prose } }) =>
  scan(prose, /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/gu)
    .flatMap((found) => trimmedIban(found) ?? [])
    .map((found) => masked(prose.text, found, found.written.replace(/[ -]/g, '').slice(-4), 'IBAN'));

/** Social security and national insurance numbers. */
export const nationalIds: Check = ({ reading: { prose } }) =>
  [
    ...scan(prose, /(?<![\p{L}\p{N}/.-])(\d{3})-(\d{2})-(\d{4})(?![\p{L}\p{N}/-]|\.\d)/gu).filter(({ written }) => isSocialSecurityNumber(written.slice(0, 3), written.slice(4, 6), written.slice(7))),
    ...scan(prose, /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/gu).filter((found) => isNear(prose.text, found, /insurance|\bnino?\b/i)),
  ].map((found) => masked(prose.text, found, found.written.replace(/[ -]/g, '').slice(-4), 'number'));

/** Keys and tokens, by the prefixes that their makers gave them for this very purpose. */
const KEYS = new RegExp(
  [
    String.raw`(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])`,
    String.raw`gh[pousr]_[A-Za-z0-9]{30,255}`,
    String.raw`github_pat_[A-Za-z0-9_]{20,255}`,
    String.raw`glpat-[A-Za-z0-9_-]{20,60}`,
    String.raw`xox[abeprs]-[A-Za-z0-9-]{10,250}`,
    String.raw`(?:sk|rk)_live_[A-Za-z0-9]{16,250}`,
    String.raw`sk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,200}`,
    String.raw`AIza[A-Za-z0-9_-]{35}`,
    String.raw`npm_[A-Za-z0-9]{36}`,
    String.raw`SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16,64}`,
    String.raw`eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{4,4000}\.[A-Za-z0-9_-]{4,2000}`,
    String.raw`-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----`,
    String.raw`https:\/\/hooks\.slack\.com\/services\/[A-Z0-9]{6,14}\/[A-Z0-9]{6,14}\/[A-Za-z0-9]{16,32}`,
    String.raw`[a-z][a-z0-9+]{1,9}:\/\/[^\s:/@<>{}$"'\x60]{1,64}:[^\s:/@<>{}$*"'\x60]{3,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}`,
  ].map((one) => `(?<![A-Za-z0-9_/])${one}`).join('|'),
  'g',
);

/** What vendors print in their manuals. */
const SAMPLES = new Set(['AKIAIOSFODNN7EXAMPLE']);

/** Keys, tokens, private keys, and passwords in addresses. */
export const accessKeys: Check = ({ reading: { prose } }) => scan(prose, KEYS).filter(({ written }) => !SAMPLES.has(written) && !/:(?:pass(?:word)?|secret|pw|xxx+|\*+)@/i.test(written));

/** Matches outside front matter and quoted mail; in an article code shows examples and does not count. */
function scan(prose: Prose, pattern: RegExp): readonly Found[] {
  return stretches(prose).flatMap(({ start, end }) =>
    [...prose.text.slice(start, end).matchAll(pattern)].map((match) => ({ start: start + match.index, end: start + match.index + match[0].length, written: match[0] })),
  );
}

/** What to search: an article's prose, the whole of anything else but its quotations. */
function stretches({ kind, text, blocks, quotes }: Prose): readonly Range[] {
  if (kind === 'article') return blocks.flatMap(({ start, end, spans }) => without({ start, end }, spans.filter((span) => span.kind === 'code')));
  const from = text.startsWith('---') ? (blocks[0]?.start ?? 0) : 0;
  return without({ start: from, end: text.length }, quotes);
}

function without({ start, end }: Range, holes: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  let from = start;
  for (const hole of holes) {
    if (hole.start > from) found.push({ start: from, end: hole.start });
    from = Math.max(from, hole.end);
  }
  if (from < end) found.push({ start: from, end });
  return found;
}

function digitsOf(written: string): string {
  return written.replace(/\D/g, '');
}

/** Groups of four, or four, six and five. */
function isGrouped(written: string): boolean {
  return /^\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}$/.test(written) || /^\d{4}([ -])\d{6}\1\d{4,5}$/.test(written);
}

function isNear(text: string, { start, end }: Range, words: RegExp): boolean {
  return words.test(text.slice(Math.max(0, start - NEARBY), start)) || words.test(text.slice(end, end + NEARBY));
}

/** The words after an IBAN may be in capitals too: the longest beginning that adds up. */
function trimmedIban(found: Found): Found | undefined {
  for (let length = found.written.length; length > 14; length--) {
    const written = found.written.slice(0, length);
    if (!/[ -]$/.test(written) && isIban(written.replace(/[ -]/g, ''))) return { start: found.start, end: found.start + length, written };
  }
  return undefined;
}

/** "ending in 1111", with the noun before it unless the text has just said it. */
function masked(text: string, { start, end }: Found, last: string, noun: string): CheckHit {
  const said = new RegExp(`(?:${noun}|ssn|visa|mastercard|amex)(?: (?:number|no\\.?))?:? ?$`, 'i').test(text.slice(Math.max(0, start - 24), start));
  return { start, end, extra: { masked: said ? `ending in ${last}` : `the ${noun} ending in ${last}`, last } };
}
