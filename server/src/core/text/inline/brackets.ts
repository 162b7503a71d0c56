import { CARET, LBRACKET, LPAREN, RBRACKET, RPAREN, isSpace, lineEnd, skipSpace } from '../chars.js';
import { labelEnd, normalLabel, targetEnd, targetText, titleEnd } from '../markdown/definitions.js';
import type { Inline } from './context.js';
import { empty } from './empty.js';
import { Mark } from './items.js';
import { isSlot } from './slots.js';

/** An opening bracket that waits for its partner. */
interface Bracket {
  readonly item: number;
  /** Where the label starts. */
  readonly label: number;
  readonly image: boolean;
  /** The emphasis runs that wait outside. */
  readonly runs: number;
}

/** The target after a label, and where the whole link ends. */
interface Target {
  readonly end: number;
  readonly target: string;
}

/** The longest text looked at for `[[…]]`. */
const LONGEST_WIKI = 200;

/** Finds links, images and bracketed slots. */
export class BracketFinder {
  private readonly open: Bracket[] = [];
  /** Links hold no links: brackets below this height that stand outside a finished link cannot open one. */
  private dead = 0;

  constructor(private readonly inline: Inline) {}

  /** Where the `]]` stands that closes an open `[[`, or -1. */
  private wiki = -1;

  clear(): void {
    empty(this.open);
    this.dead = 0;
    this.wiki = -1;
  }

  /** Whether a label is open, so that a URL in it is not a link of its own. */
  get inLabel(): boolean {
    return this.open.length > 0;
  }

  /** Reads a `[`, or the `![` whose `!` is at `at`. @returns where reading goes on */
  readOpen(at: number, image: boolean): number {
    const { text, end, items, emphasis, form } = this.inline;
    const dialects = !image && form !== 'html';
    if (dialects && text.charCodeAt(at + 1) === CARET) {
      const close = labelEnd(text, at, end);
      if (close > 0 && close - at < 80) return this.gap(at, close + 1);
    }
    if (image && text.charCodeAt(at + 2) === LBRACKET) {
      const embedded = this.readEmbed(at);
      if (embedded > 0) return embedded;
    }
    if (dialects && text.charCodeAt(at + 1) === LBRACKET) {
      const wiki = this.readWiki(at);
      if (wiki > 0) return wiki;
    }
    const label = at + (image ? 2 : 1);
    this.open.push({ item: items.add(Mark.literal, at, label), label, image, runs: emphasis.waiting });
    return label;
  }

  /** `[[page]]`, `[[page|label]]`: the label is prose. */
  private readWiki(at: number): number {
    const { text, end, finder } = this.inline;
    const close = finder.find(']]', at + 2, Math.min(end, at + LONGEST_WIKI));
    if (close < 0 || lineEnd(text, at, close) < close || text.charCodeAt(close + 2) === LPAREN || text.charCodeAt(close + 2) === LBRACKET || text.charCodeAt(close + 2) === RBRACKET) return -1;
    const bar = text.slice(at, close).lastIndexOf('|');
    this.wiki = close;
    return this.gap(at, bar < 0 ? at + 2 : at + bar + 1);
  }

  /** `![[picture.png]]` shows a file of the wiki. */
  private readEmbed(at: number): number {
    const { text, end, finder, items } = this.inline;
    const close = finder.find(']]', at + 3, Math.min(end, at + LONGEST_WIKI));
    if (close < 0 || lineEnd(text, at, close) < close || text.charCodeAt(close + 2) === LPAREN) return -1;
    items.add(Mark.image, at, close + 2);
    return close + 2;
  }

  private gap(start: number, end: number): number {
    this.inline.items.add(Mark.gap, start, end);
    return end;
  }

  /** Reads the `]` at `at`. @returns where reading goes on */
  readClose(at: number): number {
    if (at === this.wiki) return this.gap(at, at + 2);
    const bracket = this.open.pop();
    if (!bracket) return at + 1;
    const alive = bracket.image || this.open.length >= this.dead;
    this.dead = Math.min(this.dead, this.open.length);
    const target = alive && this.inline.form === 'markdown' ? this.target(bracket, at) : undefined;
    if (!target) return this.readSlot(bracket, at);
    if (bracket.image) this.image(bracket, at, target);
    else this.link(bracket, at, target);
    return target.end;
  }

  private link(bracket: Bracket, at: number, target: Target): void {
    const { items, links, emphasis } = this.inline;
    const start = items.startAt(bracket.item);
    items.become(bracket.item, Mark.gap, bracket.label);
    items.add(Mark.gap, at, target.end);
    emphasis.pair(bracket.runs);
    links.push({ start, end: target.end, label: { start: bracket.label, end: at }, target: target.target });
    this.dead = this.open.length;
  }

  private image(bracket: Bracket, at: number, target: Target): void {
    const { items, images, emphasis, text } = this.inline;
    emphasis.pair(bracket.runs);
    items.become(bracket.item, Mark.image, target.end);
    images.push({ start: items.startAt(bracket.item), end: target.end, alt: text.slice(bracket.label, at), target: target.target, decorative: false });
  }

  /** The target of the label that ends at `at`: `(…)`, `[…]`, `[]`, or a definition of the label itself. */
  private target(bracket: Bracket, at: number): Target | undefined {
    const { text, end, definitions } = this.inline;
    const next = at + 1 < end ? text.charCodeAt(at + 1) : NaN;
    const direct = next === LPAREN ? this.direct(at + 2) : undefined;
    if (direct || definitions.size === 0) return direct;
    const close = next === LBRACKET ? labelEnd(text, at + 1, end) : -1;
    const named = close > at + 2;
    const label = named ? text.slice(at + 2, close) : this.ownLabel(bracket, at);
    const target = label === undefined ? undefined : definitions.get(normalLabel(label));
    return target === undefined ? undefined : { target, end: close > 0 ? close + 1 : at + 1 };
  }

  private ownLabel(bracket: Bracket, at: number): string | undefined {
    const { text, items } = this.inline;
    const start = items.startAt(bracket.item) + (bracket.image ? 1 : 0);
    return labelEnd(text, start, at + 1) === at ? text.slice(bracket.label, at) : undefined;
  }

  /** `url "title")`, from after the opening parenthesis. */
  private direct(from: number): Target | undefined {
    const { text, end } = this.inline;
    const start = skipSpace(text, from, end);
    const stop = start < end ? targetEnd(text, start, end) : -1;
    if (stop < 0) return undefined;
    let next = skipSpace(text, stop, end);
    if (next > stop && next < end && text.charCodeAt(next) !== RPAREN) {
      const title = titleEnd(text, next, end);
      if (title < 0) return undefined;
      next = skipSpace(text, title, end);
    }
    if (next >= end || text.charCodeAt(next) !== RPAREN) return undefined;
    return { target: targetText(text, start, stop), end: next + 1 };
  }

  /** `[Name]`, `[order number]`: not a link, but something to fill in. */
  private readSlot(bracket: Bracket, at: number): number {
    const { text, items } = this.inline;
    if (!bracket.image && at - bracket.label < 64 && isSlot(text, bracket.label, at) && this.standsAlone(items.startAt(bracket.item))) {
      items.become(bracket.item, Mark.placeholder, at + 1);
    }
    return at + 1;
  }

  /** `array[index]` is no slot. */
  private standsAlone(at: number): boolean {
    const { text, start } = this.inline;
    const before = at > start ? text.charCodeAt(at - 1) : NaN;
    return isSpace(before) || before < 48 || before === RBRACKET || before > 122;
  }
}
