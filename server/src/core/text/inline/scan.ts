import { AMP, AT, BACKSLASH, BACKTICK, BANG, BOM, COLON, COMMA, DASH, DOLLAR, DOT, GT, LBRACE, LBRACKET, LT, PERCENT, PIPE, RBRACE, RBRACKET, SLASH, SPACE, STAR, TILDE, UNDERSCORE, ZERO } from '../chars.js';
import { isAsciiLetter, isAsciiPunctuation, isInvisible, isLineBreak, isSpace, isWordCharacter } from '../chars.js';
import { BracketFinder } from './brackets.js';
import type { Form, Inline } from './context.js';
import { CodeFinder } from './codeSpans.js';
import { entityEnd, entityText } from './entities.js';
import { FileFinder } from './files.js';
import { TagFinder } from './htmlTags.js';
import { Mark } from './items.js';
import { mathEnd } from './math.js';
import { menuPath } from './paths.js';
import { QuotationFinder } from './quotation.js';
import { angleSlotEnd, braces, dollarSlotEnd, namedField, percentSlotEnd, tabStop } from './slots.js';
import { A_PART } from '../../steps.js';
import type { Range } from '../../types.js';
import { isSilentExpression } from '../markdown/jsx.js';
import { liquidCloser } from '../markdown/templates.js';
import { domainEnd, mailStart, schemeStart, urlEnd } from './urls.js';

/** Characters that may be more than text. */
const SPECIAL = new Uint8Array(128);
for (const c of '\\`*_~[]!<>&"\'{}$%:@./') SPECIAL[c.charCodeAt(0)] = 1;

/** How far before a `:` or `@` the start of a URL is looked for. */
const LONGEST_LOOK_BACK = 80;

/** Reads inline content once, from left to right, and leaves its marks in `inline.items`. */
export class InlineScanner {
  private readonly quotations: QuotationFinder;
  private readonly brackets: BracketFinder;
  private readonly tags: TagFinder;
  private readonly codes: CodeFinder;
  private readonly files: FileFinder;
  /** How many snippet tab stops with a default text are open. */
  private stops = 0;
  /** How far the stretch has been read. */
  private at = 0;
  private skips: readonly number[] = [];
  /** The index of the next skip. */
  private skip = 0;

  constructor(private readonly inline: Inline) {
    this.quotations = new QuotationFinder(inline);
    this.brackets = new BracketFinder(inline);
    this.tags = new TagFinder(inline, this.brackets);
    this.codes = new CodeFinder(inline);
    this.files = new FileFinder(inline.text);
  }

  /**
   * Begins to read `[start, end)`.
   * @param skips pairs of offsets between which a container's marker interrupts the content
   */
  begin(start: number, end: number, form: Form, skips: readonly number[]): void {
    const { inline } = this;
    inline.start = start;
    inline.end = end;
    inline.form = form;
    this.clear();
    this.at = start;
    this.skips = skips;
    this.skip = 0;
  }

  /** Reads on. @returns whether there is more: a page of HTML is one stretch, and may have any length */
  goOn(): boolean {
    const { inline, skips } = this;
    const enough = this.at + A_PART;
    for (;;) {
      const stop = skips[this.skip] ?? inline.end;
      this.at = this.run(this.at, Math.min(stop, enough));
      if (this.at < stop) return true;
      if (this.skip >= skips.length) break;
      this.leaveOut(skips[this.skip + 1] ?? inline.end);
      this.skip += 2;
    }
    inline.emphasis.pair(0);
    return false;
  }

  private leaveOut(end: number): void {
    if (this.at >= end) return;
    this.inline.items.add(Mark.gap, this.at, end);
    this.at = end;
  }

  private clear(): void {
    this.inline.items.clear();
    this.inline.emphasis.clear();
    this.quotations.clear();
    this.brackets.clear();
    this.tags.clear();
    this.codes.clear();
    this.files.clear();
    this.stops = 0;
  }

  /** The hot loop: passes over plain text and stops at what may be a mark. */
  private run(from: number, end: number): number {
    const { text } = this.inline;
    let i = from;
    while (i < end) {
      const code = text.charCodeAt(i);
      if (code < 128 ? SPECIAL[code] === 0 : !isSpecial(code)) i++;
      else i = this.read(code, i);
    }
    return i;
  }

  private read(code: number, at: number): number {
    if (code > 127) return this.readWide(code, at);
    switch (code) {
      case DOT: return this.readDot(at);
      case SLASH: return this.fileTo(at, this.files.path(at, this.floor(at), this.inline.end));
      case 34: case 39:
        this.quotations.read(code, at);
        return at + 1;
      case STAR: case UNDERSCORE: case TILDE: return this.readRun(code, at);
      case BACKTICK: return this.inline.form === 'html' ? at + 1 : this.codes.read(at);
      case BACKSLASH: return this.readEscape(at);
      case BANG: return this.inline.text.charCodeAt(at + 1) === LBRACKET && this.inline.form === 'markdown' ? this.brackets.readOpen(at, true) : at + 1;
      case LBRACKET: return this.brackets.readOpen(at, false);
      case RBRACKET: return this.brackets.readClose(at);
      case LT: return this.readTag(at);
      case GT: return this.readSign(at);
      case AMP: return this.readEntity(at);
      case COLON: return this.readColon(at);
      case AT: return this.readAt(at);
      default: return this.readTemplate(code, at);
    }
  }

  /** No quotation reaches from one block into the next. */
  private readTag(at: number): number {
    const { items } = this.inline;
    const stop = this.tags.read(at);
    const last = items.length - 1;
    if (items.mark[last] === Mark.break && items.left[last] !== 0) this.quotations.clear();
    return stop;
  }

  /** `&nbsp;` is white space, `&quot;` a quotation mark, `&gt;` a sign between menus; others are the letter or mark they stand for. */
  private readEntity(at: number): number {
    const { text, end, items, form } = this.inline;
    const stop = form === 'plain' ? -1 : entityEnd(text, at, end);
    if (stop < 0) return at + 1;
    const code = entityText(text, at, stop)?.charCodeAt(0) ?? SPACE;
    if (isSpace(code) || isInvisible(code)) return this.gapTo(at, stop);
    const item = items.length;
    if (code === GT || code === 0x2192) this.readSign(at, stop);
    else if (code < 128 ? SPECIAL[code] === 1 : isSpecial(code)) this.quotations.read(code, at, stop);
    if (items.length === item) items.add(Mark.entity, at, stop);
    else if (items.mark[item] === Mark.literal) items.become(item, Mark.entity, stop);
    return Math.max(stop, items.endAt(items.length - 1));
  }

  /** `>` and `→` between the names of menus. */
  private readSign(at: number, stop = at + 1): number {
    const { text, end, items } = this.inline;
    const from = text.charCodeAt(at - 1) === DASH ? at - 1 : at;
    if (text.charCodeAt(from - 1) !== SPACE || text.charCodeAt(stop) !== SPACE) return stop;
    const path = menuPath(text, from, stop, this.floor(from), end);
    if (!path) return stop;
    items.dropFrom(path.start);
    this.inline.emphasis.forget(items.length);
    items.add(Mark.label, path.start, path.end);
    return path.end;
  }

  private readWide(code: number, at: number): number {
    if (code === 0x2192) return this.readSign(at);
    if (isInvisible(code)) this.inline.items.add(Mark.gap, at, at + 1);
    else this.quotations.read(code, at);
    return at + 1;
  }

  private readTemplate(code: number, at: number): number {
    if (code === LBRACE) return this.readBraces(at);
    if (code === DOLLAR) return this.readDollar(at);
    if (code === PERCENT) return this.slotTo(at, percentSlotEnd(this.inline.text, at, this.inline.end));
    return this.readClosingBrace(at);
  }

  private gapTo(at: number, end: number): number {
    if (end < 0) return at + 1;
    this.inline.items.add(Mark.gap, at, end);
    return end;
  }

  private codeTo(at: number, end: number): number {
    this.inline.items.add(Mark.code, at, end);
    return end;
  }

  private slotTo(at: number, end: number): number {
    if (end < 0) return at + 1;
    this.inline.items.add(Mark.placeholder, at, end);
    return end;
  }

  private readRun(code: number, at: number): number {
    const { text, end, start, items, emphasis, form } = this.inline;
    let stop = at + 1;
    while (stop < end && text.charCodeAt(stop) === code) stop++;
    if (form === 'markdown') emphasis.note(items.add(Mark.run, at, stop), at, stop, start, end);
    return stop;
  }

  /** A backslash before punctuation, or at the end of a line. `\<your name>` in a path is a slot all the same. */
  private readEscape(at: number): number {
    const { text, start, end, form, items } = this.inline;
    if (at + 1 >= end) return at + 1;
    const next = text.charCodeAt(at + 1);
    const path = this.windowsPath(at, next);
    if (path || form !== 'markdown') return this.fileTo(at, path);
    if (isLineBreak(next)) return this.gapTo(at, at + 1);
    if (!isAsciiPunctuation(next)) return at + 1;
    items.add(Mark.gap, at, at + 1);
    const slot = next === LT && at > start && isWordCharacter(text.charCodeAt(at - 1)) ? angleSlotEnd(text, at + 1, end) : -1;
    return slot > 0 ? this.slotTo(at + 1, slot) : at + 2;
  }

  /** A path at a backslash: before a name, or before another one (`\\server\share`). */
  private windowsPath(at: number, next: number): Range | undefined {
    const { text, start, end } = this.inline;
    if (isWordCharacter(next)) return this.files.path(at, this.floor(at), end);
    if (next !== BACKSLASH || (at > start && !isSpace(text.charCodeAt(at - 1)))) return undefined;
    const path = this.files.path(at + 1, at + 1, end);
    return path && { start: at, end: path.end };
  }

  private fileTo(at: number, file: Range | undefined): number {
    if (!file) return at + 1;
    const { items, emphasis } = this.inline;
    items.dropFrom(file.start);
    emphasis.forget(items.length);
    items.add(Mark.path, file.start, file.end);
    return file.end;
  }

  private readDot(at: number): number {
    const { text, end, start } = this.inline;
    const from = at - 3;
    if (text.charCodeAt(at - 1) !== 119 || from < start || text.slice(from, at) !== 'www') return this.readName(at);
    return this.url(from, urlEnd(text, at + 1, end), at + 1);
  }

  /** A dot inside a word may stand in a file's name. */
  private readName(at: number): number {
    return isAsciiLetter(this.inline.text.charCodeAt(at + 1)) ? this.fileTo(at, this.files.name(at, this.floor(at), this.inline.end)) : at + 1;
  }

  private readColon(at: number): number {
    const { text, end } = this.inline;
    if (text.charCodeAt(at + 1) !== SLASH || text.charCodeAt(at + 2) !== SLASH) return at + 1;
    const from = schemeStart(text, at, this.floor(at));
    return from < 0 ? at + 1 : this.url(from, urlEnd(text, at + 3, end), at + 3);
  }

  private readAt(at: number): number {
    const { text, end } = this.inline;
    const from = mailStart(text, at, this.floor(at));
    const stop = from < 0 ? -1 : domainEnd(text, at + 1, end);
    return stop < 0 ? at + 1 : this.url(from, stop, at + 1);
  }

  /** Where the text that is not part of any mark begins; runs of `_` may still become part of a URL. */
  private floor(at: number): number {
    const { items } = this.inline;
    const start = Math.max(this.inline.start, at - LONGEST_LOOK_BACK);
    for (let i = items.length - 1; i >= 0 && items.endAt(i) > start; i--) if (items.mark[i] !== Mark.run) return items.endAt(i);
    return start;
  }

  private url(start: number, end: number, least: number): number {
    const { items, links, text, emphasis } = this.inline;
    if (end <= least) return least;
    items.dropFrom(start);
    emphasis.forget(items.length);
    items.add(Mark.url, start, end);
    if (!this.brackets.inLabel) links.push({ start, end, label: { start, end }, target: text.slice(start, end) });
    return end;
  }

  private readBraces(at: number): number {
    const { text, end, finder, jsx } = this.inline;
    if (jsx) return this.readExpression(at, jsx.expressionEnd(at, end));
    const closer = liquidCloser(text, at, end);
    const close = closer === undefined ? -1 : finder.find(closer, at + 2, end);
    if (close > 0) return this.gapTo(at, Math.max(close, finder.find('%}', close, end) + 2));
    const found = braces(text, at, end, finder);
    if (!found) return at + 1;
    return found.slot ? this.slotTo(at, found.end) : this.gapTo(at, found.end);
  }

  /** An expression of MDX stands for something that is shown, unless it is a comment. */
  private readExpression(at: number, end: number): number {
    if (end < 0) return at + 1;
    this.inline.items.add(isSilentExpression(this.inline.text, at, end) ? Mark.gap : Mark.html, at, end);
    return end;
  }

  /** Snippet tab stops, and slots written with a dollar sign. */
  private readDollar(at: number): number {
    const { text, end, kind, finder, form } = this.inline;
    const formula = kind === 'article' && form === 'markdown' ? mathEnd(text, at, end) : -1;
    if (formula > 0) return this.codeTo(at, formula);
    const stop = kind === 'article' ? undefined : tabStop(text, at, end);
    if (stop?.braced) return this.readStop(at, stop.after);
    if (stop && kind === 'macro') return text.charCodeAt(stop.digits) === ZERO ? this.gapTo(at, stop.after) : this.slotTo(at, stop.after);
    const field = kind === 'macro' ? namedField(text, at, end) : -1;
    if (field > 0) return this.readStop(at, field);
    if (text.charCodeAt(at + 1) === LBRACE) {
      const found = braces(text, at + 1, end, finder);
      return found?.slot ? this.slotTo(at, found.end) : at + 1;
    }
    return this.slotTo(at, dollarSlotEnd(text, at, end));
  }

  /** `${1}`, `${1:text}` (whose text is prose) and `${1|one,two|}` (of which the first is). */
  private readStop(at: number, after: number): number {
    const { text, end, items } = this.inline;
    const code = text.charCodeAt(after);
    if (code === RBRACE) return this.slotTo(at, after + 1);
    if (code === COLON) {
      this.stops++;
      return this.gapTo(at, after + 1);
    }
    const close = code === PIPE ? this.inline.finder.find('|}', after + 1, end) : -1;
    if (close < 0) return at + 1;
    items.add(Mark.gap, at, after + 1);
    let comma = after + 1;
    while (comma < close && text.charCodeAt(comma) !== COMMA) comma++;
    return this.gapTo(comma, close + 2);
  }

  private readClosingBrace(at: number): number {
    if (this.stops === 0) return at + 1;
    this.stops--;
    return this.gapTo(at, at + 1);
  }
}

function isSpecial(code: number): boolean {
  return code >= 0x200b ? (code <= 0x201f && code !== 0x2010 && code !== 0x2014) || code === 0x2060 || code === 0x2192 || code === BOM : code === 0xab || code === 0xbb || code === 0xad;
}
