import { DQUOTE, SQUOTE, isDigit, isSpace, isWordCharacter } from '../chars.js';
import type { Inline } from './context.js';
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

  constructor(private readonly inline: Inline) {}

  clear(): void {
    this.double = this.curly = this.single = this.curlySingle = this.angle = -1;
  }

  /** Reads the quotation mark at `at`. */
  read(code: number, at: number): void {
    if (code === DQUOTE) this.double = this.straight(this.double, at);
    else if (code === SQUOTE) this.readSingle(at);
    else if (code === 0x201c || code === 0x201e || code === 0x201f) this.readCurlyDouble(code, at);
    else if (code === 0x201d) this.curly = this.closeAt(this.curly, at);
    else if (code === 0x2018 || code === 0x201a) this.curlySingle = this.open(at);
    else if (code === 0x2019 && !isWordCharacter(this.after(at))) this.curlySingle = this.closeAt(this.curlySingle, at);
    else if (code === 0xab) this.angle = this.open(at);
    else if (code === 0xbb) this.angle = this.closeAt(this.angle, at);
  }

  /** `“` opens, but closes what the German `„` has opened. */
  private readCurlyDouble(code: number, at: number): void {
    const { text } = this.inline;
    const german = this.curly >= 0 && text.charCodeAt(this.inline.items.startAt(this.curly)) === 0x201e;
    this.curly = german && code === 0x201c ? this.closeAt(this.curly, at) : this.open(at);
  }

  /** A straight mark closes after a word and opens before one; after a digit, with nothing open, it means inches. */
  private straight(opened: number, at: number): number {
    const word = isWordCharacter(this.after(at));
    if (opened >= 0 && !isSpace(this.before(at)) && !word) return this.closeAt(opened, at);
    if (!isSpace(this.after(at)) && !isWordCharacter(this.before(at))) return this.open(at);
    return opened;
  }

  private readSingle(at: number): void {
    const { text, items } = this.inline;
    const before = this.before(at);
    const after = this.after(at);
    if (isWordCharacter(before) && isWordCharacter(after)) return;
    if (this.single >= 0 && !isSpace(before) && !isWordCharacter(after)) {
      if (at - items.startAt(this.single) <= LONGEST_SINGLE) this.single = this.closeAt(this.single, at);
      else this.single = -1;
    } else if (!isWordCharacter(before) && !isSpace(after) && !isDecade(text, at) && !ELISION.test(text.slice(at, at + 8))) this.single = this.open(at);
  }

  private before(at: number): number {
    return at > this.inline.start ? this.inline.text.charCodeAt(at - 1) : NaN;
  }

  private after(at: number): number {
    return at + 1 < this.inline.end ? this.inline.text.charCodeAt(at + 1) : NaN;
  }

  private open(at: number): number {
    return this.inline.items.add(Mark.literal, at, at + 1);
  }

  /** Makes a quotation of what was opened, if there is a word in it. */
  private closeAt(opened: number, at: number): -1 {
    const { items, text } = this.inline;
    if (opened < 0 || opened >= items.length) return -1;
    for (let i = items.startAt(opened) + 1; i < at; i++) {
      if (!isWordCharacter(text.charCodeAt(i))) continue;
      items.become(opened, Mark.quote, at + 1);
      break;
    }
    return -1;
  }
}

/** `'90s` */
function isDecade(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && text.charCodeAt(at + 3) === 115;
}
