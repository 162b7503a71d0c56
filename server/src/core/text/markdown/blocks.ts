import type { Range } from '../../types.js';
import type { BlockKind } from '../prose.js';
import { COLON, DASH, EQUALS, GT, HASH, LBRACE, LBRACKET, LT, isDigit, skipBlanks } from '../chars.js';
import { Finder } from '../finder.js';
import { type Container, belongs, consumeQuoteMarker, openItem } from './containers.js';
import { readDefinitions } from './definitions.js';
import { htmlBlock } from './htmlBlock.js';
import type { Leaf, Reading, Structure } from './leaf.js';
import { Line } from './line.js';
import { admonition, alertEnd, directiveTitle, footnoteEnd, startsNote } from './notes.js';
import { atxHeading, directiveLength, fenceLength, isThematicBreak, listMarker, runLength, setextLevel } from './starts.js';
import { cells, delimiterColumns } from './table.js';
import { isModuleLine, liquidCloser } from './templates.js';

const NO_SKIPS: readonly number[] = [];

/** First characters of a line that can start something other than a paragraph. */
const MAY_START = new Uint8Array(128);
for (const c of '>#`~<-*+_=0123456789|:!?[{ie') MAY_START[c.charCodeAt(0)] = 1;

/** The open leaf: text that a following line may belong to. */
const enum Open { nothing, paragraph, table, fence, html, until }

/**
 * Reads the block structure of `[from, end)` of a Markdown text, a line at a time, as CommonMark does,
 * with tables, admonitions and footnotes.
 */
export function readStructure(text: string, from: number, end: number, reading: Reading): Structure {
  return new BlockScanner(text, from, end, reading).scan();
}

class BlockScanner {
  private readonly line: Line;
  private readonly finder: Finder;
  private readonly containers: Container[] = [];
  private readonly leaves: Leaf[] = [];
  private readonly quotes: Range[] = [];
  private readonly definitions = new Map<string, string>();
  private open = Open.nothing;
  /** How many containers the current line belongs to. */
  private depth = 0;
  /** Where the open leaf starts and ends, and where its last line starts. */
  private start = 0;
  private end = 0;
  private last = 0;
  private skips: number[] | undefined;
  private fence = 0;
  private fenceCode = 0;
  /** Where the open region ends (`until`, or an HTML block with a closing mark); -1 for a blank line. */
  private until = -1;

  constructor(private readonly text: string, from: number, private readonly limit: number, private readonly reading: Reading) {
    this.line = new Line(text, from, limit);
    this.finder = new Finder(text);
  }

  scan(): Structure {
    while (this.line.advance()) this.readLine();
    this.closeTo(0);
    return { leaves: this.leaves, quotes: this.quotes, definitions: this.definitions };
  }

  private readLine(): void {
    const { line } = this;
    this.enterContainers();
    if (this.depth < this.containers.length && this.open !== Open.paragraph) this.closeTo(this.depth);
    if (this.open >= Open.fence) {
      this.continueRegion();
      return;
    }
    if (line.blank) this.closeTo(this.depth);
    else if (!this.startBlocks()) this.readText();
  }

  /** Walks down the open containers as far as the line belongs to them. */
  private enterContainers(): void {
    const { containers, line } = this;
    this.depth = 0;
    for (const container of containers) {
      if (!belongs(this.text, line, container)) break;
      if (!line.blank || container.type === 'quote') container.end = line.end;
      this.depth++;
    }
  }

  /** A line of a fenced code block, an HTML block or a template region. */
  private continueRegion(): void {
    const { line, text } = this;
    if (this.open === Open.fence) {
      const length = line.indent < 4 ? runLength(text, line.first, line.end, this.fenceCode) : 0;
      if (length >= this.fence && skipBlanks(text, line.first + length, line.end) === line.end) this.open = Open.nothing;
    } else if (this.until < 0 && line.blank) this.closeLeaf();
    else {
      this.extend();
      if (this.until >= 0 && this.until <= line.end) this.closeLeaf();
    }
  }

  /** @returns whether the line was used up */
  private startBlocks(): boolean {
    const { line } = this;
    for (;;) {
      const code = line.code;
      if (line.blank || line.indent >= 4 || code > 127 || MAY_START[code] === 0) break;
      if (this.startContainer(code)) continue;
      return this.startLeaf(code);
    }
    return line.blank;
  }

  /** Opens a container and consumes its marker. */
  private startContainer(code: number): boolean {
    const { line, text } = this;
    if (code === GT) {
      this.closeTo(this.depth);
      const start = line.first;
      consumeQuoteMarker(text, line);
      const foreign = !(this.reading.article && startsNote(text, line.first, line.end));
      this.push({ type: 'quote', start, indent: 0, ordered: false, foreign, filled: true, end: line.end });
      const alert = foreign ? -1 : alertEnd(text, line.first, line.end);
      if (alert > 0) line.consumeTo(alert);
      return true;
    }
    if (code === LBRACKET) return this.startFootnote();
    if ((code === 42 || code === DASH || code === 43 || isDigit(code)) && !this.isRule()) return this.startItem();
    return false;
  }

  /** Whether the line is a thematic break or underlines a heading, which a list marker may look like. */
  private isRule(): boolean {
    const { line, text } = this;
    return isThematicBreak(text, line.first, line.end) || (this.underlines() && setextLevel(text, line.first, line.end) > 0);
  }

  private startItem(): boolean {
    const { line, text } = this;
    const marker = listMarker(text, line.first, line.end);
    if (!marker) return false;
    const interrupts = this.open === Open.paragraph && this.depth === this.containers.length;
    if (interrupts && (marker.value !== 1 || skipBlanks(text, marker.end, line.end) === line.end)) return false;
    this.closeTo(this.depth);
    this.push(openItem(line, marker));
    this.skipTaskBox();
    return true;
  }

  private skipTaskBox(): void {
    const { line, text } = this;
    const at = line.first;
    if (text.charCodeAt(at) !== LBRACKET || text.charCodeAt(at + 2) !== 93 || at + 3 >= line.end || line.indent > 3) return;
    if (' xX'.includes(text.charAt(at + 1)) && text.charCodeAt(at + 3) === 32) line.consumeTo(at + 4);
  }

  private startFootnote(): boolean {
    const { line, text } = this;
    const end = footnoteEnd(text, line.first, line.end);
    if (end < 0 || (this.open === Open.paragraph && this.depth === this.containers.length)) return false;
    this.closeTo(this.depth);
    this.pushBox();
    line.consumeTo(end);
    line.consume(line.indent);
    return true;
  }

  private pushBox(): void {
    const { line } = this;
    this.push({ type: 'box', start: line.first, indent: 4, ordered: false, foreign: false, filled: true, end: line.end });
  }

  private push(container: Container): void {
    this.containers.push(container);
    this.depth++;
  }

  /** Whether a line of `===` or `---` here would make the open paragraph a heading. */
  private underlines(): boolean {
    return this.open === Open.paragraph && this.depth === this.containers.length;
  }

  /** Starts a leaf other than a paragraph. @returns whether the line was used up */
  private startLeaf(code: number): boolean {
    switch (code) {
      case HASH: return this.startHeading();
      case 96: case 126: return this.startFence(code);
      case LT: return this.startHtml();
      case EQUALS: case DASH: return this.startRule() || this.startTable() || this.startAdmonition();
      case 42: case 95: return this.startRule();
      case 124: return this.startTable();
      case COLON: return this.startTable() || this.startDirective();
      case 33: case 63: return this.startAdmonition();
      case LBRACE: return this.startTemplate();
      case 101: case 105: return this.startModule();
      default: return false;
    }
  }

  private startHeading(): boolean {
    const heading = atxHeading(this.text, this.line.first, this.line.end);
    if (!heading) return false;
    this.closeTo(this.depth);
    this.emit('heading', heading.start, heading.end, heading.level);
    return true;
  }

  private startFence(code: number): boolean {
    const length = fenceLength(this.text, this.line.first, this.line.end);
    if (length === 0) return false;
    this.closeTo(this.depth);
    this.open = Open.fence;
    this.fence = length;
    this.fenceCode = code;
    return true;
  }

  private startHtml(): boolean {
    const { line, text } = this;
    const block = htmlBlock(text, line.first, line.end, this.reading.article);
    if (!block || (!block.interrupts && this.open === Open.paragraph)) return false;
    this.closeTo(this.depth);
    this.begin(Open.html, line.first);
    const found = block.closer === undefined ? -1 : this.finder.find(block.closer, line.first + 2, this.limit);
    this.until = block.closer === undefined ? -1 : found < 0 ? this.limit + 1 : found + block.closer.length;
    if (this.until >= 0 && this.until <= line.end) this.closeLeaf();
    return true;
  }

  /** A setext underline, or a thematic break. In a reply `---` divides and never makes a heading. */
  private startRule(): boolean {
    const { line, text } = this;
    const level = this.underlines() ? setextLevel(text, line.first, line.end) : 0;
    if (level > 0 && (level === 1 || this.reading.article) && this.dropDefinitions()) {
      this.emit('heading', this.start, this.end, level);
      this.open = Open.nothing;
      return true;
    }
    if (!isThematicBreak(text, line.first, line.end)) return level > 0 && !this.reading.article && this.divide();
    return this.divide();
  }

  private divide(): boolean {
    this.closeTo(this.depth);
    return true;
  }

  private startTable(): boolean {
    const { line, text } = this;
    if (!this.underlines()) return false;
    const columns = delimiterColumns(text, line.first, line.end);
    if (columns === 0) return false;
    const head = cells(text, this.last, this.end);
    if (head.length !== columns) return false;
    if (this.last > this.start) this.emitText('paragraph', this.start, this.last);
    this.begin(Open.table, line.first);
    for (const cell of head) this.emit('cell', cell.start, cell.end);
    return true;
  }

  private startDirective(): boolean {
    const { line, text } = this;
    const length = directiveLength(text, line.first, line.end);
    if (length === 0) return false;
    this.closeTo(this.depth);
    const title = directiveTitle(text, line.first + length, line.end);
    this.emit('paragraph', title.start, title.end);
    return true;
  }

  private startAdmonition(): boolean {
    const { line, text } = this;
    const title = admonition(text, line.first, line.end);
    if (!title) return false;
    this.closeTo(this.depth);
    this.emit('paragraph', title.start, title.end);
    this.pushBox();
    return true;
  }

  private startTemplate(): boolean {
    const { line, text } = this;
    const closer = liquidCloser(text, line.first, line.end);
    const at = closer === undefined ? -1 : this.finder.find(closer, line.first + 2, this.limit);
    if (at < 0) return false;
    this.closeTo(this.depth);
    this.open = Open.until;
    this.until = at;
    if (at <= line.end) this.open = Open.nothing;
    return true;
  }

  private startModule(): boolean {
    const { line, text } = this;
    return this.reading.article && this.open === Open.nothing && line.first === line.start && isModuleLine(text, line.start, line.end);
  }

  /** A line of text: it continues the open paragraph or table, is code by its indentation, or starts a paragraph. */
  private readText(): void {
    const { line } = this;
    if (this.open === Open.paragraph && this.continuesParagraph()) this.extend();
    else if (this.open === Open.table && this.depth === this.containers.length) {
      for (const cell of cells(this.text, line.first, line.end)) this.emit('cell', cell.start, cell.end);
    } else {
      this.closeTo(this.depth);
      if (line.indent < 4) this.begin(Open.paragraph, line.first);
    }
  }

  /** A reply's own words may stand right below a quoted line: there, only a quoted line continues a quote. */
  private continuesParagraph(): boolean {
    if (this.depth === this.containers.length || this.reading.article) return true;
    for (let i = this.depth; i < this.containers.length; i++) if (this.containers[i]?.type === 'quote') return false;
    return true;
  }

  private begin(open: Open, start: number): void {
    this.open = open;
    this.start = this.last = start;
    this.end = this.line.end;
    this.until = -1;
    this.skips = undefined;
  }

  /** Adds the line to the open leaf. */
  private extend(): void {
    const { line } = this;
    for (const container of this.containers) container.end = line.end;
    if (this.text.charCodeAt(skipBlanks(this.text, line.start, line.at)) === GT && line.at > line.start) (this.skips ??= []).push(line.start, line.at);
    this.last = line.first;
    this.end = line.end;
  }

  /** Closes the open leaf and all containers below `depth`. */
  private closeTo(depth: number): void {
    this.closeLeaf();
    while (this.containers.length > depth) {
      const container = this.containers.pop();
      if (container?.foreign && !this.isForeign()) this.quotes.push({ start: container.start, end: container.end });
    }
    this.depth = Math.min(this.depth, depth);
  }

  private closeLeaf(): void {
    const { open } = this;
    this.open = Open.nothing;
    if (open === Open.paragraph && this.dropDefinitions()) this.emitText('paragraph', this.start, this.end);
    if (open === Open.html) this.emitText('paragraph', this.start, this.end, 'html');
  }

  /** @returns whether any text of the open paragraph is left */
  private dropDefinitions(): boolean {
    if (this.text.charCodeAt(this.start) === LBRACKET) this.start = readDefinitions(this.text, this.start, this.end, this.definitions);
    return this.start < this.end;
  }

  private isForeign(): boolean {
    for (const container of this.containers) if (container.foreign) return true;
    return false;
  }

  /** The quote or item the current line stands in; a note is transparent. */
  private innermost(): Container | undefined {
    let i = this.containers.length - 1;
    while (i >= 0 && this.containers[i]?.type === 'box') i--;
    return this.containers[i];
  }

  private emit(kind: BlockKind, start: number, end: number, level?: number): void {
    if (end <= start || (this.containers.length > 0 && this.isForeign())) return;
    const skips = this.skips ?? NO_SKIPS;
    this.leaves.push(level === undefined ? { kind, form: 'markdown', start, end, skips } : { kind, form: 'markdown', start, end, skips, level });
  }

  private emitText(kind: BlockKind, start: number, end: number, form: Leaf['form'] = 'markdown'): void {
    if (end <= start || (this.containers.length > 0 && this.isForeign())) return;
    const skips = this.skips ?? NO_SKIPS;
    const item = this.innermost();
    if (item?.type === 'item') this.leaves.push({ kind: 'item', form, start, end, skips, ordered: item.ordered });
    else this.leaves.push({ kind, form, start, end, skips });
  }
}
