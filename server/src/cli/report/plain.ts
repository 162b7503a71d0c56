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
  return text.replace(/[\s\u0085]+/gu, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '\ufffd');
}

/** The longest beginning of a text that takes at most `width` columns and cuts no character in two. */
export function beginningOf(text: string, width: number): string {
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, width));
  let out = '';
  let left = width;
  for (const character of charactersOf(text)) {
    left -= widthOf(character);
    if (left < 0) break;
    out += character;
  }
  return out;
}

/** The longest end of a text that takes at most `width` columns. */
export function endOf(text: string, width: number): string {
  if (PLAIN.test(text)) return text.slice(Math.max(0, text.length - Math.max(0, width)));
  let out = '';
  let left = width;
  for (const character of charactersOf(text).reverse()) {
    left -= widthOf(character);
    if (left < 0) break;
    out = character + out;
  }
  return out;
}

/** Breaks a text into lines of at most `width` columns, between words where it can. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((word) => pieces(word, width))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
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
function charactersOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** “1 snippet”, “3 snippets”. */
export function count(number: number, noun: string): string {
  // Small numbers are written alike everywhere, without Intl
  return `${number < 1000 ? String(number) : number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
