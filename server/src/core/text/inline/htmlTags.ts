import { GT, LT, SLASH } from '../chars.js';
import type { BlockKind } from '../prose.js';
import { startsNote } from '../markdown/notes.js';
import { BREAK_KINDS } from './breaks.js';
import type { BracketFinder } from './brackets.js';
import type { Inline } from './context.js';
import { BREAKS, CODE, EMPHASIS, INLINE, PAGE, RAW, SILENT } from './elements.js';
import { empty } from './empty.js';
import { withoutEntities } from './entities.js';
import { Mark } from './items.js';
import { Nesting } from './nesting.js';
import { angleSlotEnd } from './slots.js';
import { attribute, declarationEnd, tagEnd, tagName } from './tag.js';
import { autolinkEnd } from './urls.js';

/** Reads tags, comments and autolinks. */
export class TagFinder {
  private anchor: { start: number; label: number; target: string } | undefined;
  private readonly nesting = new Nesting();
  /** The tags that wait for their partners: of emphasis, by item, and of quotations, by offset. */
  private readonly emphasis: { readonly name: string; readonly item: number }[] = [];
  private readonly quotes: number[] = [];

  constructor(private readonly inline: Inline, private readonly brackets: BracketFinder) {}

  clear(): void {
    this.anchor = undefined;
    this.nesting.clear();
    empty(this.emphasis);
    empty(this.quotes);
  }

  /** Reads the `<` at `at`. @returns where reading goes on */
  read(at: number): number {
    const { text, end, items, form } = this.inline;
    const link = autolinkEnd(text, at, end);
    if (link > 0) return this.autolink(at, link);
    const slot = angleSlotEnd(text, at, end);
    const stop = form === 'plain' ? -1 : this.tagEnd(at);
    if (stop > 0) return this.tag(at, stop, slot === stop);
    if (slot > 0) {
      items.add(Mark.placeholder, at, slot);
      return slot;
    }
    const declaration = form === 'plain' ? -1 : this.declaration(at);
    return declaration > 0 ? this.add(Mark.gap, at, declaration) : at + 1;
  }

  /** In an HTML block a tag that is not quite right (`<hr / >`) is one all the same. */
  private tagEnd(at: number): number {
    const { text, end, finder, form, jsx } = this.inline;
    const stop = jsx ? jsx.tagEnd(at, end) : tagEnd(text, at, end);
    if (stop > 0 || form !== 'html' || !/[A-Za-z/]/.test(text.charAt(at + 1))) return stop;
    return finder.find('>', at + 1, end) + 1;
  }

  /** In an HTML block an unclosed comment reaches to the block's end. */
  private declaration(at: number): number {
    const { text, end, finder, form, comments } = this.inline;
    const comment = text.startsWith('<!--', at);
    const found = declarationEnd(text, at, end, finder);
    const stop = found < 0 && form === 'html' && comment ? end : found;
    if (comment && stop > 0) comments.push({ start: at, end: stop });
    return stop;
  }

  private autolink(start: number, end: number): number {
    const { text, links } = this.inline;
    const label = { start: start + 1, end: end - 1 };
    if (!this.brackets.inLabel) links.push({ start, end, label, target: text.slice(label.start, label.end) });
    return this.add(Mark.url, start, end);
  }

  private add(mark: Mark, start: number, end: number): number {
    this.inline.items.add(mark, start, end);
    return end;
  }

  private tag(at: number, stop: number, slotLike: boolean): number {
    const { text } = this.inline;
    const name = tagName(text, at, stop);
    const closing = text.charCodeAt(at + 1) === SLASH;
    if (name === 'a') this.anchorTag(at, stop, closing);
    if (name === 'img') return this.image(at, stop);
    if (!closing && this.isWhole(name) && text.charCodeAt(stop - 2) !== SLASH) return this.element(name, at, stop);
    const kind = BREAKS.get(name);
    if (kind) return this.break(name, kind, closing, at, stop);
    if (EMPHASIS.has(name)) return this.emphasise(name, closing, at, stop);
    const known = INLINE.has(name) || CODE.has(name) || SILENT.has(name) || closing || !slotLike || this.isComponent(at);
    return this.add(known ? Mark.gap : Mark.placeholder, at, stop);
  }

  /** A component of MDX, or a custom element. */
  private isComponent(at: number): boolean {
    const { text, kind, form, page, jsx } = this.inline;
    const code = text.charCodeAt(at + 1);
    return page || jsx !== undefined || ((kind === 'article' || form === 'html') && code > 64 && code < 91);
  }

  /** An element that is read as one thing, whatever is in it. */
  private isWhole(name: string): boolean {
    return CODE.has(name) || SILENT.has(name) || name === 'button' || name === 'q' || (this.inline.page && PAGE.has(name));
  }

  /** Marks an element whose content is not the writer's prose, as a whole. */
  private element(name: string, at: number, stop: number): number {
    const { finder, end, text } = this.inline;
    const closer = `</${text.slice(at + 1, at + 1 + name.length)}`;
    const close = finder.find(closer, stop, end);
    const after = close < 0 ? -1 : finder.find('>', close + closer.length, end) + 1;
    const whole = after > 0 ? after : this.inline.form === 'html' && RAW.has(name) ? end : stop;
    if (name === 'pre') return this.break(name, 'paragraph', true, at, whole);
    return this.add(whole > stop ? markOf(name) : Mark.gap, at, whole);
  }

  private break(name: string, kind: BlockKind | 'same', closing: boolean, at: number, stop: number): number {
    const { items } = this.inline;
    if (closing) this.nesting.leave(name);
    else if (kind !== 'paragraph' || LISTS.has(name)) this.nesting.enter(name, kind === 'same' || kind === 'paragraph' ? undefined : kind);
    if (kind !== 'same') this.emphasis.length = 0;
    if (name === 'blockquote' && this.inline.page && this.quotation(closing, at, stop)) return stop;
    const item = items.add(Mark.break, at, stop);
    items.left[item] = BREAK_KINDS.indexOf(kind === 'same' ? kind : this.nesting.kind);
    items.right[item] = this.nesting.number;
    return stop;
  }

  /** The end tag of a page's outermost quotation takes back all that was read in it. @returns whether it did */
  private quotation(closing: boolean, at: number, stop: number): boolean {
    const { items, emphasis, quotes, text } = this.inline;
    if (!closing) this.quotes.push(at);
    const start = closing ? this.quotes.pop() : undefined;
    if (start === undefined || this.quotes.length > 0 || startsNote(text, textStart(text, start, at), at)) return false;
    items.dropFrom(start);
    emphasis.forget(items.length);
    items.left[items.add(Mark.break, start, stop)] = BREAK_KINDS.indexOf(this.nesting.kind);
    quotes.push({ start, end: stop });
    return true;
  }

  /** `<b>` and the like are emphasis as `**` is. */
  private emphasise(name: string, closing: boolean, at: number, stop: number): number {
    const { items, emphasis } = this.inline;
    const item = items.add(Mark.gap, at, stop);
    const last = this.emphasis.at(-1);
    if (!closing) this.emphasis.push({ name, item });
    else if (last?.name === name) {
      this.emphasis.pop();
      emphasis.found.push({ open: last.item, close: item, strong: EMPHASIS.get(name) === true });
    }
    return stop;
  }

  private anchorTag(at: number, stop: number, closing: boolean): void {
    const { text, links } = this.inline;
    if (!closing) {
      const target = attribute(text, at, stop, 'href');
      this.anchor = target === undefined ? undefined : { start: at, label: stop, target: withoutEntities(target) };
    } else if (this.anchor) {
      links.push({ start: this.anchor.start, end: stop, label: { start: this.anchor.label, end: at }, target: this.anchor.target });
      this.anchor = undefined;
    }
  }

  private image(start: number, end: number): number {
    const { text, images } = this.inline;
    const role = attribute(text, start, end, 'role');
    const alt = attribute(text, start, end, 'alt');
    const decorative = role === 'presentation' || role === 'none' || attribute(text, start, end, 'aria-hidden') === 'true';
    images.push({ start, end, alt: alt && withoutEntities(alt), target: attribute(text, start, end, 'src') ?? '', decorative });
    return this.add(Mark.image, start, end);
  }
}

const LISTS = new Set(['ol', 'ul', 'dl', 'table', 'tr']);

function markOf(name: string): Mark {
  return CODE.has(name) ? Mark.code : name === 'button' ? Mark.label : name === 'q' ? Mark.quote : Mark.gap;
}

/** Where the first text in an element stands. */
function textStart(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && text.charCodeAt(i) === LT) {
    while (i < end && text.charCodeAt(i) !== GT) i++;
    i++;
    while (i < end && text.charCodeAt(i) <= 32) i++;
  }
  return i;
}
