import { BACKTICK, BANG, COLON, DASH, DOLLAR, EQUALS, GT, HASH, LBRACE, LBRACKET, LT, PIPE, PLUS, SLASH, STAR, TILDE, UNDERSCORE, isBlank, isDigit, skipBlanks, trimEnd } from '../chars.js';
import { A_PART } from '../../steps.js';
import type { Range } from '../../types.js';
import type { BlockKind } from '../prose.js';
import { Finder } from '../finder.js';
import { componentTitle } from './componentTitle.js';
import { belongs, consumeQuoteMarker, openItem, skipTaskBox } from './containers.js';
import { labelEnd } from './definitions.js';
import { htmlBlock } from './htmlBlock.js';
import type { Cuts, Dialect, Structure, Unclosed } from './leaf.js';
import { Line } from './line.js';
import { MdxFlow, type Stretch } from './mdxFlow.js';
import { admonition, alertEnd, directiveTitle, footnoteEnd, slashTitle, startsNote } from './notes.js';
import { atxHeading, directiveLength, fenceLength, isThematicBreak, listMarker, runLength, setextLevel } from './starts.js';
import { cells, delimiterColumns } from './table.js';
import { liquidCloser } from './templates.js';
import { Open, Tree } from './tree.js';

/** First characters of a line that can start something other than a paragraph. */
const MAY_START = new Uint8Array(128);
for (const c of '>#`~<-*+_=0123456789|:!?[{$/ie') MAY_START[c.charCodeAt(0)] = 1;

/**
 * Reads the block structure of `[from, end)` of a Markdown text, a line at a time, as CommonMark does,
 * with tables, admonitions and footnotes.
 */
export class BlockScanner {
  private readonly line: Line;
  private readonly tree: Tree;
  private readonly finder: Finder;
  private readonly mdx: MdxFlow;
  /** From how many columns on indented text is code. */
  private readonly deep: number;
  private fence = 0;
  private fenceCode = 0;
  /** Where the open region ends (a template's, or an HTML block with a closing mark); -1 for a blank line. */
  private until = -1;
  private readonly unclosed: Unclosed[] = [];

  constructor(private readonly text: string, from: number, private readonly limit: number, private readonly dialect: Dialect, mayReturn?: boolean) {
    this.line = new Line(text, from, limit, mayReturn);
    this.tree = new Tree(text, this.line);
    this.finder = new Finder(text);
    this.mdx = new MdxFlow(text, this.finder);
    this.deep = dialect.mdx === true ? Infinity : 4;
  }

  /** Reads the next lines. @returns whether there are more */
  goOn(): boolean {
    const { line } = this;
    const enough = line.next + A_PART;
    while (line.next < enough) {
      if (!line.advance()) return false;
      this.readLine();
    }
    return true;
  }

  finish(): Structure {
    return this.tree.finish();
  }

  cuts(isEnough: (cut: number) => boolean): Cuts {
    const { tree, line } = this;
    for (let seen = 0; line.advance();) {
      this.readLine();
      while (seen < tree.cuts.length) if (isEnough(tree.cuts[seen++] ?? 0)) return { at: tree.cuts.slice(0, seen), unclosed: this.unclosed };
    }
    tree.finish();
    return { at: tree.cuts, unclosed: this.unclosed };
  }

  private readLine(): void {
    const { line } = this;
    this.enterContainers();
    if (this.tree.depth < this.tree.containers.length && this.tree.open !== Open.paragraph) this.tree.closeTo(this.tree.depth);
    if (this.tree.open >= Open.fence) {
      this.continueRegion();
      return;
    }
    if (line.blank) this.tree.closeTo(this.tree.depth);
    else if (this.tree.open === Open.nothing && this.tree.containers.length === 0) this.tree.fresh = line.start;
    if (!line.blank && !this.startBlocks()) this.readText();
  }

  /** Walks down the open containers as far as the line belongs to them. */
  private enterContainers(): void {
    const { tree, line } = this;
    tree.depth = 0;
    for (const container of tree.containers) {
      if (!belongs(this.text, line, container)) break;
      if (!line.blank || container.type === 'quote') container.end = line.end;
      tree.depth++;
    }
  }

  /** A line of a fenced code block, an HTML block or a template region. */
  private continueRegion(): void {
    const { line, text } = this;
    if (this.tree.open === Open.fence) {
      const length = line.indent < this.deep ? runLength(text, line.first, line.end, this.fenceCode) : 0;
      if (length >= this.fence && skipBlanks(text, line.first + length, line.end) === line.end) this.tree.open = Open.nothing;
    } else if (this.until < 0 && line.blank) this.tree.closeLeaf();
    else if (this.until >= 0 || !this.startTitledHtml()) {
      this.tree.extend();
      if (this.until >= 0 && this.until <= line.end) this.tree.closeLeaf();
    }
  }

  /** @returns whether the line was used up */
  private startBlocks(): boolean {
    const { line } = this;
    for (;;) {
      const code = line.code;
      if (line.blank || line.indent >= this.deep || code > 127 || MAY_START[code] === 0) return line.blank;
      if (!this.startContainer(code)) return this.startLeaf(code);
    }
  }

  /** Opens a container and consumes its marker. */
  private startContainer(code: number): boolean {
    const { line, text } = this;
    if (code === GT) {
      this.tree.closeTo(this.tree.depth);
      const start = line.first;
      consumeQuoteMarker(text, line);
      const foreign = !(this.dialect.article && startsNote(text, line.first, line.end));
      this.tree.push({ type: 'quote', start, indent: 0, ordered: false, foreign, filled: true, end: line.end });
      const alert = foreign ? -1 : alertEnd(text, line.first, line.end);
      if (alert > 0) line.consumeTo(alert);
      return true;
    }
    if (code === LBRACKET) return this.startFootnote();
    if (code === COLON) return this.startDefinition();
    if ((code === STAR || code === DASH || code === PLUS || isDigit(code)) && !this.isRule()) return this.startItem();
    return false;
  }

  /** Whether the line is a thematic break or underlines a heading, which a list marker may look like. */
  private isRule(): boolean {
    const { line, text } = this;
    return isThematicBreak(text, line.first, line.end) || (this.tree.inParagraph && setextLevel(text, line.first, line.end) > 0);
  }

  private startItem(): boolean {
    const { line, text } = this;
    const marker = listMarker(text, line.first, line.end);
    if (!marker) return false;
    const interrupts = this.tree.inParagraph;
    if (interrupts && (marker.value !== 1 || skipBlanks(text, marker.end, line.end) === line.end)) return false;
    this.tree.closeTo(this.tree.depth);
    this.tree.push(openItem(line, marker));
    skipTaskBox(text, line);
    return true;
  }

  private startFootnote(): boolean {
    const { line, text } = this;
    const end = footnoteEnd(text, line.first, line.end);
    return end >= 0 && !this.tree.inParagraph && this.openBox(end);
  }

  /** `: what the term above means`, as kramdown and MkDocs have it. */
  private startDefinition(): boolean {
    const { line, text } = this;
    const end = line.first + 1;
    return this.dialect.article && end < line.end && isBlank(text.charCodeAt(end)) && this.openBox(end);
  }

  /** A container whose marker ends at `end`, and what is indented below it. */
  private openBox(end: number): true {
    const { line } = this;
    this.tree.closeTo(this.tree.depth);
    this.pushBox();
    line.consumeTo(end);
    line.consume(line.indent);
    return true;
  }

  private pushBox(): void {
    const { line } = this;
    this.tree.push({ type: 'box', start: line.first, indent: 4, ordered: false, foreign: false, filled: true, end: line.end });
  }

  /** Starts a leaf other than a paragraph. @returns whether the line was used up */
  private startLeaf(code: number): boolean {
    switch (code) {
      case HASH: return this.startHeading();
      case BACKTICK: case TILDE: return this.startFence(code);
      case LT: return this.dialect.mdx === true && this.text.charCodeAt(this.line.first + 1) !== BANG ? this.startJsx() : this.startHtml();
      case EQUALS: case DASH: return this.startRule() || this.startTable() || this.startAdmonition();
      case STAR: case UNDERSCORE: return this.startRule() || this.startAbbreviation();
      case PIPE: return this.startTable();
      case COLON: return this.startTable() || this.startDirective();
      case DOLLAR: return this.startMath();
      case SLASH: return this.startSlashes();
      case 33: case 63: return this.startAdmonition();
      case LBRACE: return this.startExpression() || this.startTemplate();
      case 101: case 105: return this.startModule();
      default: return false;
    }
  }

  private startHeading(): boolean {
    const heading = atxHeading(this.text, this.line.first, this.line.end);
    return heading !== undefined && this.startTitle(heading, 'heading', heading.level);
  }

  private startFence(code: number): boolean {
    const length = fenceLength(this.text, this.line.first, this.line.end);
    if (length === 0) return false;
    this.tree.closeTo(this.tree.depth);
    this.tree.open = Open.fence;
    this.fence = length;
    this.fenceCode = code;
    return true;
  }

  /** Where what the current line opens is closed, on whatever line; -1 where it never is, which is noted. */
  private findBelow(closer: string): number {
    const at = this.finder.find(closer, this.line.first + 2, this.limit);
    if (at < 0) this.unclosed.push({ at: this.line.start, closer });
    return at;
  }

  private startHtml(): boolean {
    const { line, text } = this;
    if (this.startTitledHtml()) return true;
    const block = htmlBlock(text, line.first, line.end, this.dialect.article);
    if (!block || (!block.interrupts && this.tree.open === Open.paragraph)) return false;
    this.tree.closeTo(this.tree.depth);
    this.tree.begin(Open.html, line.first);
    const found = block.closer === undefined ? -1 : this.findBelow(block.closer);
    this.until = block.closer === undefined ? -1 : found < 0 ? this.limit + 1 : found + block.closer.length;
    if (this.until >= 0 && this.until <= line.end) this.tree.closeLeaf();
    return true;
  }

  /** A setext underline, or a thematic break. In a reply `---` divides and never makes a heading. */
  private startRule(): boolean {
    const { line, text, tree } = this;
    const level = tree.inParagraph ? setextLevel(text, line.first, line.end) : 0;
    if (level > 0 && (level === 1 || this.dialect.article) && tree.dropDefinitions()) {
      tree.emit('heading', tree.start, tree.end, level);
      tree.open = Open.nothing;
      return true;
    }
    const divides = isThematicBreak(text, line.first, line.end) || (level > 0 && !this.dialect.article);
    if (divides) tree.closeTo(tree.depth);
    return divides;
  }

  private startTable(): boolean {
    const { line, text } = this;
    if (!this.tree.inParagraph) return false;
    const columns = delimiterColumns(text, line.first, line.end);
    if (columns === 0) return false;
    const head = cells(text, this.tree.last, this.tree.end);
    if (head.length !== columns) return false;
    if (this.tree.last > this.tree.start) this.tree.emitText(this.tree.start, this.tree.last);
    this.tree.begin(Open.table, line.first);
    for (const cell of head) this.tree.emit('cell', cell.start, cell.end);
    return true;
  }

  private startDirective(): boolean {
    const { line, text } = this;
    const length = directiveLength(text, line.first, line.end);
    return length > 0 && this.startTitle(directiveTitle(text, line.first + length, line.end));
  }

  /** `/// note | Title` of PyMdown, and the `///` that closes it. */
  private startSlashes(): boolean {
    const title = this.dialect.article ? slashTitle(this.text, this.line.first, this.line.end) : undefined;
    return title !== undefined && this.startTitle(title);
  }

  /** A heading, or the first line of something that has a title. */
  private startTitle(title: Range, kind: BlockKind = 'paragraph', level?: number): true {
    this.tree.closeTo(this.tree.depth);
    this.tree.emit(kind, title.start, title.end, level);
    return true;
  }

  /** Formulas between `$$` on lines of their own. */
  private startMath(): boolean {
    const { line, text } = this;
    const opens = this.dialect.article && text.startsWith('$$', line.first) && trimEnd(text, line.first, line.end) === line.first + 2;
    const close = opens ? this.findBelow('$$') : -1;
    return close > 0 && this.skipTo(close + 2);
  }

  /** `*[KB]: knowledge base` explains an abbreviation where it is hovered over. */
  private startAbbreviation(): boolean {
    const { line, text, tree } = this;
    if (!this.dialect.article || tree.open === Open.paragraph || !text.startsWith('*[', line.first)) return false;
    const close = labelEnd(text, line.first + 1, line.end);
    return close > 0 && text.charCodeAt(close + 1) === COLON && this.skipTo(line.end);
  }

  private startAdmonition(): boolean {
    const { line, text } = this;
    const title = admonition(text, line.first, line.end);
    if (title && this.startTitle(title)) this.pushBox();
    return title !== undefined;
  }

  private startTemplate(): boolean {
    const { line, text } = this;
    const closer = liquidCloser(text, line.first, line.end);
    const at = closer === undefined ? -1 : this.findBelow(closer);
    if (at < 0) return false;
    this.tree.closeTo(this.tree.depth);
    this.tree.open = Open.until;
    this.until = at;
    if (at <= line.end) this.tree.open = Open.nothing;
    return true;
  }

  /** Imports and exports of MDX. */
  private startModule(): boolean {
    const { line, tree } = this;
    if (!this.dialect.article || tree.open !== Open.nothing || line.first !== line.start) return false;
    return this.skip(this.mdx.module(line.start, this.limit));
  }

  /** In MDX, an expression on lines of its own; anywhere, a comment of its kind. */
  private startExpression(): boolean {
    const { line, text, dialect } = this;
    const may = dialect.mdx === true || (dialect.article && text.startsWith('{/*', line.first));
    return may && this.skip(this.mdx.expression(line.first, this.limit));
  }

  /** Leaves out something of MDX; takes note of it where what is typed below may have it end elsewhere. */
  private skip({ end, mayEndBelow, closer }: Stretch): boolean {
    if (mayEndBelow) this.unclosed.push({ at: this.line.start, closer });
    return this.skipTo(end);
  }

  /** Leaves out what reaches to `end`, if it is anywhere. */
  private skipTo(end: number): boolean {
    if (end < 0) return false;
    this.tree.closeTo(this.tree.depth);
    this.tree.open = end <= this.line.end ? Open.nothing : Open.until;
    this.until = end;
    return true;
  }

  /** Tags of MDX on lines of their own: what stands between them is Markdown. */
  private startJsx(): boolean {
    const { line, tree } = this;
    const end = this.mdx.tagsEnd(line.first, this.limit);
    if (end < 0) return false;
    if (this.startTitled(end)) return true;
    tree.closeTo(tree.depth);
    tree.begin(Open.html, line.first);
    this.until = end;
    if (end <= line.end) tree.closeLeaf();
    return true;
  }

  /** The tag of a component that has a title, and its lines for itself; nothing else in it is for readers. */
  private startTitled(end: number): boolean {
    const title = this.dialect.article ? componentTitle(this.text, this.line.first, end) : undefined;
    return title !== undefined && this.startTitle(title, 'cell') && this.skipTo(end);
  }

  /** Outside of MDX, what stands right below such a tag is HTML. */
  private startTitledHtml(): boolean {
    const { line, tree } = this;
    if (!this.startTitled(trimEnd(this.text, line.first, line.end))) return false;
    tree.begin(Open.html, line.end);
    this.until = -1;
    return true;
  }

  /** A line of text: it continues the open paragraph or table, is code by its indentation, or starts a paragraph. */
  private readText(): void {
    const { line } = this;
    if (this.tree.open === Open.paragraph && this.continuesParagraph()) this.tree.extend();
    else if (this.tree.open === Open.table && this.tree.depth === this.tree.containers.length) {
      for (const cell of cells(this.text, line.first, line.end)) this.tree.emit('cell', cell.start, cell.end);
    } else {
      this.tree.closeTo(this.tree.depth);
      if (line.indent < this.deep) this.tree.begin(Open.paragraph, line.first);
    }
  }

  /** A reply's own words may stand right below a quoted line: there, only a quoted line continues a quote. */
  private continuesParagraph(): boolean {
    if (this.tree.depth === this.tree.containers.length || this.dialect.article) return true;
    for (let i = this.tree.depth; i < this.tree.containers.length; i++) if (this.tree.containers[i]?.type === 'quote') return false;
    return true;
  }
}
