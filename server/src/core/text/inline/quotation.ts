import { AMP, CLOSING_DOUBLE_QUOTE, CLOSING_GUILLEMET, CLOSING_QUOTE, DQUOTE, SPACE, SQUOTE, isDigit, isSpace, isWordCharacter } from '../chars.js';
import type { Inline } from './context.js';
import { entityEnd, entityText } from './entities.js';
import { Mark } from './items.js';

/** The longest passage straight single quotation marks are trusted to hold, in characters. */
const LONGEST_SINGLE = 160;

/** Words that start with an apostrophe. */
const ELISION = /^'(?:em|til|till|cause|cos|cuz|bout|tis|twas|n|nuff|round|ere|neath|scuse)\b/i;

/** Pairs quotation marks within one block. What is never closed is no quotation. */
export class QuotationFinder {
  private double = -1;
  private curly = -1;
  private single = -1;
  private curlySingle = -1;
  private angle = -1;
  /** Where the mark that is being read ends. */
  private stop = 0;

  constructor(private readonly inline: Inline) {}

  clear(): void {
    this.double = this.curly = this.single = this.curlySingle = this.angle = -1;
  }

  /** Reads the quotation mark `[at, stop)`, which an entity may stand for. */
  read(code: number, at: number, stop = at + 1): void {
    this.stop = stop;
    if (code === DQUOTE) this.double = this.straight(this.double, at);
    else if (code === SQUOTE) this.readSingle(at);
    else if (code === 0x201c || code === 0x201e || code === 0x201f) this.readCurlyDouble(code, at);
    else if (code === CLOSING_DOUBLE_QUOTE) this.curly = this.closeAt(this.curly, at);
    else if (code === 0x2018 || code === 0x201a) this.curlySingle = this.open(at);
    else if (code === CLOSING_QUOTE && !isWordCharacter(this.after())) this.curlySingle = this.closeAt(this.curlySingle, at);
    else if (code === 0xab) this.angle = this.open(at);
    else if (code === CLOSING_GUILLEMET) this.angle = this.closeAt(this.angle, at);
  }

  /** `“` opens, but closes what the German `„` has opened. */
  private readCurlyDouble(code: number, at: number): void {
    const { text } = this.inline;
    const german = this.curly >= 0 && text.charCodeAt(this.inline.items.startAt(this.curly)) === 0x201e;
    this.curly = german && code === 0x201c ? this.closeAt(this.curly, at) : this.open(at);
  }

  /** A straight mark closes after a word and opens before one; after a digit, with nothing open, it means inches. */
  private straight(opened: number, at: number): number {
    const word = isWordCharacter(this.after());
    if (opened >= 0 && !isSpace(this.before(at)) && !word) return this.closeAt(opened, at);
    if (!isSpace(this.after()) && !isWordCharacter(this.before(at))) return this.open(at);
    return opened;
  }

  private readSingle(at: number): void {
    const { text, items } = this.inline;
    const before = this.before(at);
    const after = this.after();
    if (isWordCharacter(before) && isWordCharacter(after)) return;
    if (this.single >= 0 && !isSpace(before) && !isWordCharacter(after)) {
      if (at - items.startAt(this.single) <= LONGEST_SINGLE) this.single = this.closeAt(this.single, at);
      else this.single = -1;
    } else if (!isWordCharacter(before) && !isSpace(after) && !isDecade(text, at) && !ELISION.test(text.slice(at, at + 8))) this.single = this.open(at);
  }

  private before(at: number): number {
    const { text, start, items } = this.inline;
    const last = items.length - 1;
    if (items.mark[last] === Mark.entity && items.endAt(last) === at) return entityCode(text, items.startAt(last), at);
    return at > start ? text.charCodeAt(at - 1) : NaN;
  }

  private after(): number {
    const { text, end } = this.inline;
    const code = this.stop < end ? text.charCodeAt(this.stop) : NaN;
    const stop = code === AMP ? entityEnd(text, this.stop, end) : -1;
    return stop < 0 ? code : entityCode(text, this.stop, stop);
  }

  private open(at: number): number {
    return this.inline.items.add(Mark.literal, at, this.stop);
  }

  /** Makes a quotation of what was opened, if there is a word in it. */
  private closeAt(opened: number, at: number): -1 {
    const { items, text } = this.inline;
    if (opened < 0 || opened >= items.length) return -1;
    if (hasWord(text, items.endAt(opened), at)) items.become(opened, Mark.quote, this.stop);
    return -1;
  }
}

function hasWord(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const stop = code === AMP ? entityEnd(text, i, to) : -1;
    if (isWordCharacter(stop < 0 ? code : entityCode(text, i, stop))) return true;
    if (stop > 0) i = stop - 1;
  }
  return false;
}

/** The character that an entity stands for; white space where nobody knows. */
function entityCode(text: string, start: number, end: number): number {
  return entityText(text, start, end)?.charCodeAt(0) ?? SPACE;
}

/** `'90s` */
function isDecade(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && text.charCodeAt(at + 3) === 115;
}
