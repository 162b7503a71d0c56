import type { Range } from '../../types.js';
import type { BlockKind } from '../prose.js';
import { GT, LBRACKET, skipBlanks } from '../chars.js';
import type { Container } from './containers.js';
import { readDefinitions } from './definitions.js';
import type { Leaf, Structure } from './leaf.js';
import type { Line } from './line.js';

const NO_SKIPS: readonly number[] = [];

/** The open leaf: text that a following line may belong to. From `fence` on, no line in it starts anything. */
export const enum Open { nothing, paragraph, table, fence, html, until }

/** The containers and the leaf that are open while lines are read, and the leaves that are finished. */
export class Tree {
  readonly containers: Container[] = [];
  open = Open.nothing;
  /** How many containers the current line belongs to. */
  depth = 0;
  /** Where the open leaf starts and ends, and where its last line starts. */
  start = 0;
  end = 0;
  last = 0;
  /** Where a line started with nothing open, if no leaf has ended since; or -1. */
  fresh = -1;
  readonly cuts: number[] = [];
  private readonly leaves: Leaf[] = [];
  private readonly quotes: Range[] = [];
  private readonly definitions = new Map<string, string>();
  private skips: number[] | undefined;

  constructor(private readonly text: string, private readonly line: Line) {}

  /** Closes everything. @returns what was read */
  finish(): Structure {
    this.closeTo(0);
    return { leaves: this.leaves, quotes: this.quotes, definitions: this.definitions };
  }

  /** Whether the open leaf is a paragraph to which the current line could belong by its containers. */
  get inParagraph(): boolean {
    return this.open === Open.paragraph && this.depth === this.containers.length;
  }

  push(container: Container): void {
    this.containers.push(container);
    this.depth++;
  }

  /** Opens a leaf that starts on the current line. */
  begin(open: Open, start: number): void {
    this.open = open;
    this.start = this.last = start;
    this.end = this.line.end;
    this.skips = undefined;
  }

  /** Adds the current line to the open leaf, and notes the container markers that interrupt it. */
  extend(): void {
    const { line, text } = this;
    for (const container of this.containers) container.end = line.end;
    if (line.at > line.start && text.charCodeAt(skipBlanks(text, line.start, line.at)) === GT) (this.skips ??= []).push(line.start, line.at);
    this.last = line.first;
    this.end = line.end;
  }

  /** Closes the open leaf and all containers below `depth`. */
  closeTo(depth: number): void {
    this.closeLeaf();
    while (this.containers.length > depth) {
      const container = this.containers.pop();
      if (container?.foreign && !this.isForeign()) this.quotes.push({ start: container.start, end: container.end });
    }
    this.depth = Math.min(this.depth, depth);
  }

  closeLeaf(): void {
    const { open } = this;
    this.open = Open.nothing;
    if (open === Open.paragraph && this.dropDefinitions()) this.emitText(this.start, this.end);
    if (open === Open.html) this.emitText(this.start, this.end, 'html');
  }

  /** Reads the link definitions the open paragraph starts with. @returns whether any text is left */
  dropDefinitions(): boolean {
    if (this.text.charCodeAt(this.start) === LBRACKET) this.start = readDefinitions(this.text, this.start, this.end, this.definitions);
    return this.start < this.end;
  }

  /** Adds a leaf that is the same wherever it stands: a heading or a cell. */
  emit(kind: BlockKind, start: number, end: number, level?: number): void {
    if (end <= start || this.isForeign()) return;
    const skips = this.skips ?? NO_SKIPS;
    this.cut(true);
    this.leaves.push(level === undefined ? { kind, form: 'markdown', start, end, skips } : { kind, form: 'markdown', start, end, skips, level });
  }

  /** Adds running text: an item's where it stands in one, else a paragraph. */
  emitText(start: number, end: number, form: Leaf['form'] = 'markdown'): void {
    if (end <= start || this.isForeign()) return;
    const skips = this.skips ?? NO_SKIPS;
    const inner = this.innermost();
    this.cut(inner?.type !== 'item' && form === 'markdown');
    if (inner?.type === 'item') this.leaves.push({ kind: 'item', form, start, end, skips, ordered: inner.ordered });
    else this.leaves.push({ kind: 'paragraph', form, start, end, skips });
  }

  /** Notes the line at which nothing was open as a cut, if what it starts with is no part of a list. What HTML starts with, only its tags tell. */
  private cut(isOwn: boolean): void {
    if (this.fresh >= 0 && isOwn) this.cuts.push(this.fresh);
    this.fresh = -1;
  }

  private isForeign(): boolean {
    for (const container of this.containers) if (container.foreign) return true;
    return false;
  }

  /** The quote or item the current line stands in; a box is transparent. */
  private innermost(): Container | undefined {
    let i = this.containers.length - 1;
    while (i >= 0 && this.containers[i]?.type === 'box') i--;
    return this.containers[i];
  }
}
