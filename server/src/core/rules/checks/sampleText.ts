import type { Block, Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';
import type { Check } from '../check.js';
import { matchesIn, passagesWith } from './passages.js';
import { sign } from './signs.js';
import { wordsOf } from './slotWords.js';
import { holds, wordSets, type WordSets } from './wordSets.js';

/**
 * Sample text that stands for a value: `XXX`, `XX/XX`, `____`, `%s`, `DD/MM/YYYY`, `HH:MM`. A mask (`XXXX 4471`), a Roman
 * number and a note on how dates are written are none.
 */
export const sampleText: Check = ({ reading: { prose }, rule }) => {
  const sets = wordSets(rule);
  return passagesWith(prose, CANDIDATE_SIGN).flatMap(({ block }) => candidates(prose, block).filter((range) => isSample(prose, block, range, sets)));
};

const CANDIDATE = /[Xx]{2}([/.-])[Xx]{2}\1\d{2,4}|[€$£]_{2,80}|\[(?:\.{3}|…)\]|[A-Z]{3,12}(?:_[A-Z]{2,12}){1,3}|[#€$£]?[Xx]{2,}(?:[/:.-][Xx]{2,4}){0,4}|_{3,80}|%[sd]|[Hh]{2}:[Mm]{2}(?::[Ss]{2})?|[DdMmYyJj]{2,4}([/.-])[DdMm]{2}\2[YyJjDd]{2,4}|[#€$£]X|[XN](?= )|\?{3,9}/g;

const CANDIDATE_SIGN = sign({ words: /xx|[#€$£]x|[€$£]__|\[(?:\.{3}|…)\]|[A-Z]_[A-Z]|___|%[sd]|hh:mm|\?\?\?|[XN] [a-z]|[dmyj]{2}[/.-][dm]{2}/i });

function candidates({ text }: Prose, { spans }: Block): readonly Range[] {
  return spans.filter(({ kind }) => kind === 'text').flatMap(({ start, end }) =>
    matchesIn(text, { start, end }, CANDIDATE).map((match) => ({ start: start + match.index, end: start + match.index + match[0].length })),
  );
}

function isSample({ text, kind }: Prose, block: Block, range: Range, sets: WordSets): boolean {
  const written = text.slice(range.start, range.end);
  if (!standsAlone(text, range)) return false;
  if (/^\[|^[A-Z]+_/.test(written)) return kind !== 'article' && (written.startsWith('[') ? !isInPath(text, range) : isCustomers(wordsOf(written), sets));
  // The heading of an article repeats a message in which any number may stand.
  if (kind === 'article' && block.kind === 'heading' && /^x+$/.test(written)) return false;
  const before = wordsOf(text.slice(Math.max(block.start, range.start - 60), range.start));
  const after = wordsOf(text.slice(range.end, Math.min(block.end, range.end + 60)));
  if ([...before, ...after].some((word) => holds(sets, 'format', word))) return false;
  const next = after[0] ?? '';
  const last = before.at(-1) ?? '';
  if (/^[XN]$/.test(written)) return kind !== 'article' && holds(sets, 'span', after.find((word) => !holds(sets, 'kind', word)) ?? '') && holds(sets, 'lead', last);
  if (written.startsWith('?')) return /\s/.test(text.charAt(range.start - 1)) && /^(?:[.,;)\s]|$)/.test(text.slice(range.end, range.end + 1)) && (holds(sets, 'number', last) || /^(?:is|on|by|until|from|of|at)$/.test(last)) && !before.some((word) => holds(sets, 'asks', word));
  if (/^[_%]/.test(written)) return !isRule(text, range) && (holds(sets, 'on', last) || holds(sets, 'number', last));
  if (/^[dmyjh]/i.test(written)) return holds(sets, 'on', last);
  return !isMask(text, range, [...before, ...after], sets) && isValue(text, range, written, last, next, sets);
}

/** `AGENT_NAME`, and not `SERVER_NAME`. */
function isCustomers(words: readonly string[], sets: WordSets): boolean {
  return holds(sets, 'who', words[0] ?? '') && holds(sets, 'what', words.at(-1) ?? '');
}

/** "HKCU [...] Run": the middle of a long path or key is left out. */
function isInPath(text: string, { start, end }: Range): boolean {
  return /(?:\p{Lu}{3}|[\\/]) ?$/u.test(text.slice(Math.max(0, start - 4), start)) && /^ ?[\p{Lu}\\/]/u.test(text.slice(end, end + 2));
}

/** A line of nothing but underscores divides a text. */
function isRule(text: string, { start, end }: Range): boolean {
  return /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 9), start)) && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 9));
}

/** No letter, digit or other sign of a name, path or number touches it. */
function standsAlone(text: string, { start, end }: Range): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  return !/[\p{L}\p{N}_@\\/.:*+-]/u.test(before) && !/[\p{L}\p{N}_@\\/*+-]/u.test(after) && !/^[.:][\p{L}\p{N}]/u.test(text.slice(end, end + 2));
}

/** Digits beside it, or talk of cards and last digits: something is hidden here on purpose. */
function isMask(text: string, { start, end }: Range, around: readonly string[], sets: WordSets): boolean {
  const near = text.slice(Math.max(0, start - 6), start) + text.slice(end, end + 6);
  return /[Xx*][\s-]?[0-9]|[0-9][\s-]$|^[\s-][0-9]{2}/.test(near) || /[0-9]{2}/.test(text.slice(end, end + 5)) || around.some((word) => holds(sets, 'mask', word));
}

/** Capitals mean a value left out; small letters do only where an amount or a number belongs. */
function isValue(text: string, { start }: Range, written: string, last: string, next: string, sets: WordSets): boolean {
  const capital = /\p{Lu}\p{Ll}+\s$/u.test(text.slice(Math.max(0, start - 30), start));
  const counted = /^X{2,4}$/.test(written) && next.length > 3 && next.endsWith('s') && !capital && !/^(?:the|an?|and|or|of)$/.test(last);
  const asked = counted || holds(sets, 'unit', next) || holds(sets, 'number', last) || /^[#€$£]/.test(written);
  if (/[Xx]\W\d{2,4}$/.test(written)) return true;
  if (/[Xx][/:.-][Xx]/.test(written) || /^[Xx]{2}$|^[#€$£]X$|x/.test(written)) return asked || holds(sets, 'on', last);
  return written !== 'XXX' || asked || !capital;
}
