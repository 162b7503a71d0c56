import { SLASH } from '../chars.js';
import type { BlockKind } from '../prose.js';
import { BREAK_KINDS } from './breaks.js';
import type { BracketFinder } from './brackets.js';
import type { Inline } from './context.js';
import { Mark } from './items.js';
import { angleSlotEnd } from './slots.js';
import { attribute, declarationEnd, tagEnd, tagName } from './tag.js';
import { autolinkEnd } from './urls.js';

/** Tags that end the words before them: what kind of block follows. */
const BREAKS = new Map<string, BlockKind | 'same'>([
  ...['p', 'div', 'section', 'article', 'aside', 'main', 'header', 'footer', 'nav', 'ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'blockquote',
    'figure', 'figcaption', 'caption', 'details', 'summary', 'form', 'fieldset', 'center', 'hr', 'address', 'iframe', 'video', 'audio', 'select', 'option', 'head',
    'body', 'html', 'title'].map((name): [string, 'paragraph'] => [name, 'paragraph']),
  ['br', 'same'], ['li', 'item'], ['dt', 'item'], ['dd', 'item'], ['td', 'cell'], ['th', 'cell'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, 'heading'] => [name, 'heading']),
]);

/** Elements whose content nobody reads, and elements whose content is code. */
const SILENT = new Set(['script', 'style', 'svg', 'math', 'noscript', 'template', 'object', 'textarea']);
/** Elements that, unclosed, reach to the end of an HTML block. */
const RAW = new Set(['script', 'style', 'textarea', 'pre']);
const CODE = new Set(['code', 'kbd', 'samp', 'var', 'tt', 'pre']);

const INLINE = new Set(('a abbr acronym b bdi bdo big button cite data del dfn em font i img input ins label link mark meta meter nobr output picture progress q rp '
  + 'rt ruby s small source span strike strong sub sup time track u wbr param embed area map canvas optgroup col colgroup legend menu dialog search basefont base '
  + 'dir frame frameset noframes').split(' '));

/** Reads tags, comments and autolinks. */
export class TagFinder {
  private anchor: { start: number; label: number; target: string } | undefined;
  private ordered = false;

  constructor(private readonly inline: Inline, private readonly brackets: BracketFinder) {}

  clear(): void {
    this.anchor = undefined;
    this.ordered = false;
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
    const { text, end, finder, form } = this.inline;
    const stop = tagEnd(text, at, end);
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
    if (name === 'ol' || name === 'ul') this.ordered = name === 'ol' && !closing;
    if (!closing && (CODE.has(name) || SILENT.has(name)) && text.charCodeAt(stop - 2) !== SLASH) return this.element(name, at, stop);
    const kind = BREAKS.get(name);
    if (kind) return this.break(name, kind, closing, at, stop);
    const known = INLINE.has(name) || CODE.has(name) || SILENT.has(name) || closing || !slotLike || this.isComponent(at);
    return this.add(known ? Mark.gap : Mark.placeholder, at, stop);
  }

  /** A component of MDX, or a custom element. */
  private isComponent(at: number): boolean {
    const { text, kind, form } = this.inline;
    const code = text.charCodeAt(at + 1);
    return (kind === 'article' || form === 'html') && code > 64 && code < 91;
  }

  /** Marks an element whose content is not prose, as a whole. */
  private element(name: string, at: number, stop: number): number {
    const { finder, end } = this.inline;
    const closer = `</${name}`;
    const close = finder.find(closer, stop, end);
    const after = close < 0 ? -1 : finder.find('>', close + closer.length, end) + 1;
    const whole = after > 0 ? after : this.inline.form === 'html' && RAW.has(name) ? end : stop;
    if (name === 'pre') return this.break(name, 'paragraph', false, at, whole);
    return this.add(CODE.has(name) && whole > stop ? Mark.code : Mark.gap, at, whole);
  }

  private break(name: string, kind: BlockKind | 'same', closing: boolean, at: number, stop: number): number {
    const { items } = this.inline;
    const item = items.add(Mark.break, at, stop);
    const next = closing && kind !== 'same' ? 'paragraph' : kind;
    items.left[item] = BREAK_KINDS.indexOf(next);
    items.right[item] = next === 'heading' ? name.charCodeAt(1) - 48 : this.ordered ? 1 : 0;
    return stop;
  }

  private anchorTag(at: number, stop: number, closing: boolean): void {
    const { text, links } = this.inline;
    if (!closing) {
      const target = attribute(text, at, stop, 'href');
      this.anchor = target === undefined ? undefined : { start: at, label: stop, target };
    } else if (this.anchor) {
      links.push({ start: this.anchor.start, end: stop, label: { start: this.anchor.label, end: at }, target: this.anchor.target });
      this.anchor = undefined;
    }
  }

  private image(start: number, end: number): number {
    const { text, images } = this.inline;
    const role = attribute(text, start, end, 'role');
    const decorative = role === 'presentation' || role === 'none' || attribute(text, start, end, 'aria-hidden') === 'true';
    images.push({ start, end, alt: attribute(text, start, end, 'alt'), target: attribute(text, start, end, 'src') ?? '', decorative });
    return this.add(Mark.image, start, end);
  }
}
