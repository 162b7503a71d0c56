import type { Range } from '../types.js';
import { joinText, writeSnippet, type Piece } from './writeSnippet.js';

/** What a passage says of one conversation alone. */
export type ParticularKind = 'customer' | 'agent' | 'ticket' | 'email' | 'phone' | 'link' | 'amount' | 'date' | 'time' | 'number';

/** A name, a number or a date that belongs to one conversation, and every place where it stands. */
export interface Particular {
  readonly kind: ParticularKind;
  readonly text: string;
  /** Offsets into the passage, in its order. */
  readonly ranges: readonly Range[];
}

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const CLOCK = '(?:\\d{1,2}(?:[:.]\\d{2})? ?[ap]\\.?m\\b\\.?|\\d{1,2}:\\d{2}|noon|midday|midnight)';

/** In the order in which they are tried: what is found first keeps its place. None can backtrack far, as none repeats what it repeats. */
const PATTERNS: readonly (readonly [ParticularKind, RegExp])[] = [
  ['link', /https?:\/\/[^\s<>()[\]]{1,300}[^\s<>()[\].,;:!?'"]/giu],
  ['email', /[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}/gu],
  ['ticket', /#\d{3,12}\b|\b[A-Z]{2,8}-\d{2,10}\b/gu],
  ['ticket', /(?<=\b(?:ticket|case|request|reference|ref\.?)(?: number| no\.?)? )#?\d{3,12}\b/giu],
  ['amount', /(?:[£$€]|\b(?:USD|EUR|GBP) )\d[\d,]{0,12}(?:\.\d{1,2})?|\b\d[\d,]{0,12}(?:\.\d{1,2})? ?(?:[£€]|(?:USD|EUR|GBP)\b)/gu],
  ['date', new RegExp(`\\b(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|(?:${DAY},? )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b(?: \\d{4})?|(?:${DAY},? )?${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?)`, 'giu')],
  ['time', new RegExp(`\\b${CLOCK}(?: (?:today|tomorrow|tonight|on ${DAY}|(?:this|tomorrow) (?:morning|afternoon|evening)))?|\\b(?:(?:this|next|last) )?${DAY}(?: (?:morning|afternoon|evening|at ${CLOCK}|by ${CLOCK}))?|\\b(?:today|tomorrow|yesterday)(?: (?:morning|afternoon|evening|at ${CLOCK}|by ${CLOCK}))?`, 'giu')],
  ['phone', /(?<![\w.])\+?\d[\d ()-]{7,18}\d(?![\w.])/gu],
  ['number', /(?<![\w.])\d{4,}(?![\w.]*\w)|\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{6,24}\b/gu],
];

/** Names of fields whose values are looked for in a passage. */
const NAMES: readonly ParticularKind[] = ['customer', 'ticket', 'agent'];

/**
 * Finds what a passage says of one conversation alone, in the order in which it first stands there.
 * @param known values of fields, of which the names of people and the ticket’s number are looked for
 */
export function particularsIn(passage: string, known: ReadonlyMap<string, string>): readonly Particular[] {
  const taken: (Range & { readonly kind: ParticularKind })[] = [];
  const take = (kind: ParticularKind, pattern: RegExp): void => {
    for (const { 0: text, index } of passage.matchAll(pattern)) {
      const range = { start: index, end: index + text.length };
      if (!taken.some(({ start, end }) => start < range.end && range.start < end)) taken.push({ kind, ...range });
    }
  };
  for (const kind of NAMES) for (const name of spellings(known.get(kind))) take(kind, wholeWord(name));
  for (const [kind, pattern] of PATTERNS) take(kind, pattern);
  return grouped(passage, taken.sort((a, b) => a.start - b.start));
}

/** A full name, then its first part. */
function spellings(name: string | undefined): readonly string[] {
  const [first, ...others] = (name ?? '').trim().split(/\s+/u);
  if (!first || first.length < 2) return [];
  return others.length > 0 ? [[first, ...others].join(' '), first] : [first];
}

function wholeWord(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');
}

function grouped(passage: string, places: readonly (Range & { readonly kind: ParticularKind })[]): readonly Particular[] {
  const groups = new Map<string, { kind: ParticularKind; text: string; ranges: Range[] }>();
  for (const { kind, start, end } of places) {
    const text = passage.slice(start, end);
    const key = `${kind} ${text}`;
    const group = groups.get(key) ?? { kind, text, ranges: [] };
    group.ranges.push({ start, end });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A passage as a snippet’s body: names and the ticket’s number become fields, the rest tab stops that show what stood there. */
export function generalised(passage: string, particulars: readonly Particular[]): string {
  const stops = particulars.filter(({ kind }) => !NAMES.includes(kind));
  const pieces = particulars.flatMap((one) => one.ranges.map(({ start, end }) => ({ start, end, piece: pieceFor(one, stops.indexOf(one) + 1) })));
  const written: Piece[] = [];
  let from = 0;
  for (const { start, end, piece } of pieces.sort((a, b) => a.start - b.start)) {
    written.push({ kind: 'text', text: passage.slice(from, start) }, piece);
    from = end;
  }
  return writeSnippet(joinText([...written, { kind: 'text', text: passage.slice(from) }]));
}

function pieceFor({ kind, text }: Particular, number: number): Piece {
  if (NAMES.includes(kind)) return { kind: 'field', name: kind, content: [] };
  return { kind: 'stop', number, content: [{ kind: 'text', text }] };
}
