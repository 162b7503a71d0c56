import stringWidth from 'fast-string-width';

/** Signs that are one character and one column each. Most texts have no others, and are then neither measured nor taken apart: that took a tenth of a large run. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u024f\u2010-\u2027\u2030-\u205e]*$/u;

/** How many columns of a terminal a text takes: wide characters and emoji take two, combining ones none. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/**
 * A text as it may be shown on one line: white space becomes one space, and what could move the cursor,
 * change colours or turn the writing round becomes a visible sign.
 */
export function onOneLine(text: string): string {
  return text.replace(/[\s\u0085]{2,}|[^\S ]|\u0085/gu, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '\ufffd');
}

/** The longest beginning of a text that takes at most `width` columns and cuts no character in two. */
export function beginningOf(text: string, width: number): string {
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, width));
  let end = 0;
  let left = width;
  for (const { segment } of charactersOf(text)) {
    left -= widthOf(segment);
    if (left < 0) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

/** The longest end of a text that takes at most `width` columns. */
export function endOf(text: string, width: number): string {
  if (PLAIN.test(text)) return text.slice(Math.max(0, text.length - Math.max(0, width)));
  const characters = charactersOf(text);
  let start = text.length;
  let left = width;
  for (let last = characters.containing(start - 1); last; last = characters.containing(start - 1)) {
    left -= widthOf(last.segment);
    if (left < 0) break;
    start = last.index;
  }
  return text.slice(start);
}

/** Breaks a text into lines of at most `width` columns, between words where it can. */
export function wrap(text: string, width: number): string[] {
  return PLAIN.test(text) ? wrapPlain(text, width) : wrapMeasured(text, width);
}

/** Nothing has to be measured: that took a tenth of the time that a report takes. */
function wrapPlain(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = text.trimStart();
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const end = space > 0 ? space : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest ? [...lines, rest] : lines;
}

function wrapMeasured(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.split(' ').flatMap((word) => pieces(word, width))) {
    const columns = widthOf(word);
    const isFull = line !== '' && taken + 1 + columns > width;
    if (isFull) lines.push(line);
    taken = isFull || !line ? columns : taken + 1 + columns;
    line = isFull || !line ? word : `${line} ${word}`;
  }
  return line ? [...lines, line] : lines;
}

/** A word longer than a line, in pieces of a line each. */
function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const first = beginningOf(word, width) || word;
  return first === word ? [word] : [first, ...pieces(word.slice(first.length), width)];
}

let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one character: an emoji may be seven code points. */
function charactersOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** “1,234”. */
export function figures(number: number): string {
  // Small whole numbers are written alike everywhere, without Intl
  return number < 1000 ? String(number) : number.toLocaleString('en');
}

/** “1 snippet”, “3 snippets”. */
export function count(number: number, noun: string): string {
  return `${figures(number)} ${noun}${number === 1 ? '' : 's'}`;
}
