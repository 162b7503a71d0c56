import type { Range } from '../types.js';
import { AMP, BACKSLASH, BANG, BULLET, CLOSING_DOUBLE_QUOTE, CLOSING_GUILLEMET, CLOSING_QUOTE, CR, DOT, DQUOTE, ELLIPSIS, FIRST_IDEOGRAPHIC, IDEOGRAPHIC_STOP, INTERROBANG, LF, QUESTION, RBRACE, RBRACKET, RPAREN, SQUOTE, WIDE_BANG, WIDE_QUESTION, isAsciiLetter, isBlank, isCapital, isDigit, isLineBreak, isSpace, isWordCharacter, lineEnd, nextLine, skipSpace, trimEnd } from './chars.js';
import type { Block, Span } from './prose.js';

/** Abbreviations that never end a sentence, without their last dot. */
const NEVER_LAST = new Set(('mr mrs ms mx dr prof rev hon st mt sr sra messrs e.g eg i.e ie vs cf viz ca approx fig figs eq sec ch vol pp ed eds al incl excl esp resp '
  + 'dept tel ext min max avg temp gen capt lt col sgt jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri').split(' '));
/** Abbreviations that may end one: they do when a capital follows. */
const SOMETIMES_LAST = new Set('etc a.m p.m am pm inc ltd co corp llc plc gmbh jr u.s u.k u.s.a e.u b.c a.d ph.d no nos st ave blvd hrs hr mins secs gb mb kb'.split(' '));
/** Abbreviations before a number. */
const NUMBERED = new Set(['no', 'nos', 'nr', 'art', 'p', 'pp', 'ver', 'v', 'vol', 'fig', 'step', 'sec', 'min', 'max']);
/** Names that end in a mark. */
const NAMED_WITH_MARK = new Set(['yahoo', 'jeopardy', 'joomla']);
/** What people tell apart by a letter: “plan B.” ends a sentence where “ask R.” waits for a surname. */
const LETTERED = new Set('option plan type section grade group class part point step line row column drive room gate block building zone terminal team size version model variant appendix annex vitamin letter answer slot port bay unit level tier category series list table figure mode wing hall'.split(' '));
/** Words that open a sentence and are no surname. */
const OPENERS = new Set('the a an this that these those it its if in on at as to for from with and but or so then there here you your we our i my he she they please when once after before until what which who how why yes no not'.split(' '));
const LONGEST_WORD = 14;
/** What shows how somebody feels: faces, hands, hearts, a party. Not what stands for a button: `Tap ⚙ Settings`. */
const SMILES = /(?:[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F92F}\u{1F970}-\u{1F97A}\u{1F44A}-\u{1F450}\u{1F493}-\u{1F49D}\u{1F389}\u{1F38A}\u{1F4AA}][\u{1F3FB}-\u{1F3FF}]?\uFE0F?)+/uy;
/** The first halves of all of these. */
const FIRST_EMOJI = 0xd83c;
const LAST_EMOJI = 0xd83e;

/** ASCII characters that may end a sentence. */
const MAY_END = new Uint8Array(128);
for (const c of '\n\r.!?') MAY_END[c.charCodeAt(0)] = 1;

/** What follows a place in a block. */
interface Ahead {
  /** White space or the end of the block stands right there. */
  readonly space: boolean;
  /** The next character to be seen; NaN at the end of the block, 0 for something opaque. */
  readonly code: number;
  /** Where it stands; Infinity at the end of the block. */
  readonly at: number;
}

/**
 * The sentences of a block, in order, without the white space around them. A line break is white space
 * unless it was written to show (two blanks or a backslash before it) or a hand-typed list goes on after it.
 * @param options.lines a line that ends earlier than it had to is a sentence too, as people write in a chat
 */
export function sentencesOf(text: string, block: Block, { lines = false }: { readonly lines?: boolean } = {}): Range[] {
  return new Splitter(text, block.spans, lines).split();
}

/** No writer's sentence is longer, in UTF-16 code units. What rules ask of one may cost its length squared. */
const LONGEST_SENTENCE = 4000;

/** Adds a sentence, or where it is no sentence any more (a log, a list without marks) pieces of it, cut at white space. */
function addPieces(pieces: Range[], text: string, from: number, to: number): void {
  let start = from;
  while (to - start > LONGEST_SENTENCE) {
    let end = start + LONGEST_SENTENCE;
    while (end > start && !isSpace(text.charCodeAt(end))) end--;
    if (end === start) end = start + LONGEST_SENTENCE;
    pieces.push({ start, end });
    start = skipSpace(text, end, to);
  }
  pieces.push({ start, end: to });
}

class Splitter {
  private readonly found: Range[] = [];
  /** Where the current sentence starts, or -1; where what has been seen of it ends. */
  private start = -1;
  private end = -1;
  private oneALine: boolean | undefined;
  /** What follows the last line break. */
  private next: Ahead = { space: false, code: NaN, at: -1 };

  constructor(private readonly text: string, private readonly spans: readonly Span[], private readonly lines: boolean) {}

  split(): Range[] {
    for (let k = 0; k < this.spans.length; k++) {
      const span = this.spans[k];
      if (span?.kind === 'text') this.readText(span, k);
      else if (span) this.readOpaque(span, k);
    }
    this.cut();
    return this.found;
  }

  private cut(): void {
    if (this.start >= 0) addPieces(this.found, this.text, this.start, this.end);
    this.start = -1;
  }

  private see(at: number, end: number): void {
    if (this.start < 0) this.start = at;
    this.end = end;
  }

  /** A quotation that ends in a full stop ends the sentence when a new one seems to begin. */
  private readOpaque(span: Span, k: number): void {
    this.seeWords(span.start, span.end);
    if (span.kind !== 'quote' || !isTerminator(this.text.charCodeAt(span.end - 2))) return;
    const ahead = this.ahead(span.end, k);
    if (ahead.space && isCapital(ahead.code)) this.cut();
  }

  private readText(span: Span, k: number): void {
    const { text } = this;
    for (let i = span.start; i < span.end; ) {
      const stop = mayEndAt(text, i, span.end);
      this.seeWords(i, stop);
      if (stop === span.end) return;
      const code = text.charCodeAt(stop);
      if (isLineBreak(code)) i = this.readLineBreak(stop, k);
      else i = isEmoji(code) ? this.readEmoji(span, k, stop) : this.readTerminator(span, k, stop);
    }
  }

  /** Words with white space between them, and maybe around them. */
  private seeWords(from: number, to: number): void {
    const end = trimEnd(this.text, from, to);
    if (end > from) this.see(this.start < 0 ? skipSpace(this.text, from, end) : from, end);
  }

  private readLineBreak(at: number, k: number): number {
    if (this.showsBreak(at, k)) this.cut();
    return at + 1;
  }

  /** `It is on its way 🎉 You will …`: a smile after a word ends its sentence where another begins. @returns where reading goes on */
  private readEmoji(span: Span, k: number, at: number): number {
    SMILES.lastIndex = at;
    const stop = Math.min(span.end, SMILES.test(this.text) ? SMILES.lastIndex : at + 1);
    const ends = stop > at + 1 && this.start >= 0 && isSpace(this.text.charCodeAt(at - 1));
    this.see(at, stop);
    const ahead = ends ? this.ahead(stop, k) : undefined;
    if (ahead?.space && isCapital(ahead.code)) this.cut();
    return stop;
  }

  /** Reads `.`, `?!`, `…` and the like with the closing marks after it. @returns where reading goes on */
  private readTerminator(span: Span, k: number, at: number): number {
    const { text } = this;
    let stop = at + 1;
    while (stop < span.end && isTerminator(text.charCodeAt(stop))) stop++;
    const marks = stop;
    while (stop < span.end && isCloser(text.charCodeAt(stop))) stop++;
    this.see(at, stop);
    if (this.endsSentence(span, at, marks, stop, this.ahead(stop, k))) this.cut();
    return stop;
  }

  private endsSentence(span: Span, at: number, marks: number, stop: number, ahead: Ahead): boolean {
    const { text } = this;
    const last = text.charCodeAt(marks - 1);
    if (!ahead.space) return isCapital(ahead.code) && (last === BANG || last === QUESTION);
    if (last >= FIRST_IDEOGRAPHIC) return true;
    if (ahead.code !== ahead.code) return true;
    const capital = isCapital(ahead.code);
    if (stop > marks && !capital && isWordCharacter(ahead.code)) return false;
    if (marks - at > 1 && last === DOT) return capital || !isAsciiLetter(ahead.code);
    if (last === ELLIPSIS) return capital;
    if (last !== DOT) return !NAMED_WITH_MARK.has(this.wordBefore(span, at));
    return !this.isAbbreviation(span, at, ahead.code, capital);
  }

  private isAbbreviation(span: Span, at: number, next: number, capital: boolean): boolean {
    const word = this.wordBefore(span, at);
    if (word === '') return this.isNumberFirst(at);
    if (word.length === 1) return this.isInitial(at) || (capital && this.isBeforeSurname(at));
    if (NUMBERED.has(word) && isDigit(next)) return true;
    if (NEVER_LAST.has(word)) return !(capital && (word === 'sec' || word === 'min' || word === 'max' || word === 'mar' || word === 'mon' || word === 'fri' || word === 'al'));
    return SOMETIMES_LAST.has(word) && !capital && isWordCharacter(next) && word !== 'no' && word !== 'co';
  }

  /** `1. Open the lid` typed by hand: the number opens the sentence. */
  private isNumberFirst(at: number): boolean {
    let i = at;
    while (i > this.start && isDigit(this.text.charCodeAt(i - 1))) i--;
    return i === this.start && i < at && at - i < 3;
  }

  /** A single capital after another name, or first: *J. Smith*, *George W. Bush*; but *option B.* */
  private isInitial(at: number): boolean {
    const { text } = this;
    const code = text.charCodeAt(at - 1);
    if (!isCapital(code)) return false;
    if (at - 1 === this.start) return code !== 73;
    let i = at - 2;
    while (i > this.start && isBlank(text.charCodeAt(i))) i--;
    if (text.charCodeAt(i) === DOT) return code !== 73;
    while (i > this.start && isWordCharacter(text.charCodeAt(i - 1))) i--;
    return isCapital(text.charCodeAt(i)) && code !== 73 && i > this.start;
  }

  /** A single capital after a common word, and a name after it: *ask R. Adler*; but *take plan B. Ana …*, *it was A. Then …* */
  private isBeforeSurname(at: number): boolean {
    if (!isCapital(this.text.charCodeAt(at - 1)) || this.text.charAt(at - 1) === 'I') return false;
    const [, before = ''] = /([a-z]{2,13}) ?$/.exec(this.text.slice(Math.max(this.start, at - LONGEST_WORD - 2), at - 1)) ?? [];
    const [, next = ''] = /^\.[ \t]{1,2}([A-Z][\w’'-]+)/.exec(this.text.slice(at, at + 2 * LONGEST_WORD)) ?? [];
    return before !== '' && next !== '' && !LETTERED.has(before) && !OPENERS.has(next.toLowerCase());
  }

  /** The letters and inner dots before `at`, in lower case; '' where there are none or too many. */
  private wordBefore(span: Span, at: number): string {
    const { text } = this;
    let i = at;
    while (i > span.start && at - i < LONGEST_WORD && isWordOrDot(text.charCodeAt(i - 1))) i--;
    while (i < at && !isAsciiLetter(text.charCodeAt(i))) {
      if (isDigit(text.charCodeAt(i))) return '';
      i++;
    }
    return text.slice(i, at).toLowerCase();
  }

  /** What the reader sees next, from `at` in span `k` on. */
  private ahead(at: number, k: number): Ahead {
    let space = false;
    let from = at;
    for (let s = k; s < this.spans.length; s++) {
      const span = this.spans[s];
      if (!span) break;
      if (s > k) {
        if (span.start > from && this.text.charCodeAt(from) === AMP) space = true;
        if (span.kind !== 'text') return { space, code: span.says?.charCodeAt(0) ?? 0, at: span.start };
        from = span.start;
      }
      for (let i = from; i < span.end; i++) {
        const code = this.text.charCodeAt(i);
        if (!isSpace(code)) return { space, code, at: i };
        space = true;
      }
      from = span.end;
    }
    return { space: true, code: NaN, at: Infinity };
  }

  /** What the reader sees after the line break at `at`. Where one stands after the other the same follows them all, and is looked for once. */
  private afterBreak(at: number, k: number): number {
    if (at >= this.next.at) this.next = this.ahead(at, k);
    return this.next.code;
  }

  /** Whether the line break at `at` shows: a hard break, or a list typed by hand. */
  private showsBreak(at: number, k: number): boolean {
    const { text } = this;
    if (this.start < 0) return false;
    const next = this.afterBreak(at, k);
    const before = text.charCodeAt(at - 1) === CR && text.charCodeAt(at) === LF ? at - 1 : at;
    const hard = (isBlank(text.charCodeAt(before - 1)) && isBlank(text.charCodeAt(before - 2))) || text.charCodeAt(before - 1) === BACKSLASH;
    if (hard) return isCapital(next) || isDigit(next) || next === 0;
    if (next === BULLET || (isDigit(next) && startsNumber(text, at))) return true;
    return this.lines && !/[,–—-]/.test(text.charAt(before - 1)) && (isEarly(text, before) || this.isOneALine);
  }

  /** Whether some line of the block ends early: who breaks one line on purpose breaks them all. */
  private get isOneALine(): boolean {
    return (this.oneALine ??= breaksEarly(this.text, this.spans[0]?.start ?? 0, this.spans.at(-1)?.end ?? 0));
  }
}

/** Nobody's lines wrap before this column. */
const NARROWEST = 50;

/** Whether a line between `start` and `end` ends early. Linear in the text. */
function breaksEarly(text: string, start: number, end: number): boolean {
  for (let at = lineEnd(text, start, end); at < end; at = lineEnd(text, nextLine(text, at, end), end)) {
    if (isEarly(text, at)) return true;
  }
  return false;
}

/** Whether the line that ends at `end` had room for the next word and a blank before it. */
function isEarly(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) {
    if (end - --start >= NARROWEST) return false;
  }
  const below = nextLine(text, end, text.length);
  const [next = ''] = /^\s*\S+/.exec(text.slice(below, below + NARROWEST)) ?? [];
  return end - start + 1 + next.length < NARROWEST;
}

/** Whether the next line starts like `2. ` or `2) `. */
function startsNumber(text: string, at: number): boolean {
  let i = at;
  while (isSpace(text.charCodeAt(i)) && i < text.length) i++;
  while (isDigit(text.charCodeAt(i))) i++;
  const mark = text.charCodeAt(i);
  return (mark === DOT || mark === RPAREN) && isBlank(text.charCodeAt(i + 1));
}

/** Where the first character stands that may end a sentence. The hot loop: a look into a table for each character. */
function mayEndAt(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 128 ? MAY_END[code] === 1 : isTerminator(code) || isEmoji(code)) return i;
  }
  return end;
}

/** The first half of what may be an emoji. */
function isEmoji(code: number): boolean {
  return code >= FIRST_EMOJI && code <= LAST_EMOJI;
}

function isTerminator(code: number): boolean {
  return code === DOT || code === BANG || code === QUESTION || code === ELLIPSIS || code === IDEOGRAPHIC_STOP || code === WIDE_BANG || code === WIDE_QUESTION || code === INTERROBANG;
}

/** Closing quotation marks and brackets. */
function isCloser(code: number): boolean {
  return code === RPAREN || code === RBRACKET || code === DQUOTE || code === SQUOTE || code === CLOSING_DOUBLE_QUOTE || code === CLOSING_QUOTE || code === CLOSING_GUILLEMET || code === RBRACE;
}

function isWordOrDot(code: number): boolean {
  return code === DOT || isWordCharacter(code);
}
