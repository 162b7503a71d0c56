import { isSpace, isWordCharacter, skipSpace, trimEnd } from '../chars.js';
import type { Leaf } from '../markdown/leaf.js';
import type { Block, BlockKind, Span } from '../prose.js';
import { BREAK_KINDS } from './breaks.js';
import { entityText } from './entities.js';
import { type Items, Mark } from './items.js';

const SPAN_KINDS: readonly (Span['kind'] | undefined)[] = [undefined, undefined, 'code', 'url', 'quote', 'label', 'html', 'image', 'placeholder', undefined, undefined, 'entity', 'path'];

/** So many marks are added in one step. */
const MANY = 2000;

/** Makes blocks of leaves and their marks. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  private spans: Span[] = [];
  private kind: BlockKind = 'paragraph';
  private ordered: boolean | undefined;
  private level: number | undefined;
  private start = 0;
  private at = 0;
  /** How many marks of the leaf have been added. */
  private added = 0;

  constructor(private readonly text: string) {}

  /** Begins with the block that a leaf and its marks make; several, where `<br>` or other tags divide it. */
  begin({ kind, ordered, level, start }: Leaf): void {
    this.kind = kind;
    this.ordered = ordered;
    this.level = level;
    this.added = 0;
    this.startAt(start);
  }

  /** Adds the next marks of the leaf. @returns whether there are more */
  goOn(leaf: Leaf, items: Items): boolean {
    const end = Math.min(items.length, this.added + MANY);
    for (; this.added < end; this.added++) this.addMark(items, this.added, leaf);
    if (end < items.length) return true;
    this.finish(leaf.end);
    return false;
  }

  private startAt(at: number): void {
    this.start = this.at = at;
    this.spans = [];
  }

  private addMark(items: Items, i: number, leaf: Leaf): void {
    const start = items.startAt(i);
    const mark = items.mark[i] ?? Mark.literal;
    if (mark === Mark.literal || start < this.at) return;
    if (mark === Mark.run) this.addRun(items, i);
    else if (mark === Mark.break) this.divide(items, i, leaf);
    else {
      const end = items.endAt(i);
      this.addText(start);
      this.at = end;
      const kind = SPAN_KINDS[mark];
      if (kind === 'entity') this.spans.push({ kind, start, end, says: entityText(this.text, start, end) ?? '' });
      else if (kind) this.spans.push({ kind, start, end });
      else this.addCover(items, i);
    }
  }

  /** Leaves out the used characters of a run of `*`, and puts in the label or quotation that starts after it. */
  private addRun(items: Items, i: number): void {
    const left = items.left[i] ?? 0;
    const right = items.right[i] ?? 0;
    if (left === 0 && right === 0) return;
    const end = items.endAt(i);
    this.addText(items.startAt(i));
    this.at = items.startAt(i) + left;
    this.addText(end - right);
    this.at = end;
    this.addCover(items, i);
  }

  /** Puts in the label or quotation that starts after a run or a tag. */
  private addCover(items: Items, i: number): void {
    const end = items.endAt(i);
    const cover = items.cover[i] ?? 0;
    if (cover <= end) return;
    this.spans.push({ kind: SPAN_KINDS[items.coverMark[i] ?? Mark.label] ?? 'label', start: end, end: cover });
    this.at = cover;
  }

  private divide(items: Items, i: number, leaf: Leaf): void {
    this.finish(items.startAt(i));
    const next = BREAK_KINDS[items.left[i] ?? 0] ?? 'same';
    const number = items.right[i] ?? 0;
    if (next !== 'same') {
      this.kind = next === 'paragraph' ? leaf.kind : next;
      this.ordered = next === 'item' ? number === 1 : leaf.ordered;
      this.level = next === 'heading' ? number : leaf.level;
    }
    this.startAt(items.endAt(i));
  }

  private addText(end: number): void {
    if (end > this.at) this.spans.push({ kind: 'text', start: this.at, end });
  }

  private finish(end: number): void {
    this.addText(end);
    const spans = this.trimmed();
    if (!this.isWorthReading(spans)) return;
    const start = skipSpace(this.text, this.start, end);
    this.blocks.push(makeBlock(this.kind, start, trimEnd(this.text, start, end), spans, this.ordered, this.level));
  }

  /** The spans without the white space at both ends. */
  private trimmed(): readonly Span[] {
    const { spans, text } = this;
    let blank = 0;
    for (let first = spans[0]; first?.kind === 'text' && isSpace(text.charCodeAt(first.start)); first = spans[blank]) {
      const start = skipSpace(text, first.start, first.end);
      if (start === first.end) blank++;
      else spans[blank] = { kind: 'text', start, end: first.end };
    }
    // At once, for to take the first of many away moves all others.
    if (blank > 0) spans.splice(0, blank);
    while (spans.length > 0) {
      const last = spans[spans.length - 1];
      if (last?.kind !== 'text' || !isSpace(text.charCodeAt(last.end - 1))) break;
      const end = trimEnd(text, last.start, last.end);
      if (end === last.start) spans.pop();
      else spans[spans.length - 1] = { kind: 'text', start: last.start, end };
    }
    return spans;
  }

  /** Blocks of images or tags alone are nothing the writer said. */
  private isWorthReading(spans: readonly Span[]): boolean {
    for (const span of spans) {
      if (span.kind === 'text') {
        for (let i = span.start; i < span.end; i++) if (isWordCharacter(this.text.charCodeAt(i))) return true;
      } else if (span.kind !== 'image' && span.kind !== 'html' && !isMark(span)) return true;
    }
    return false;
  }
}

/** An entity that is no letter. */
function isMark({ says }: Span): boolean {
  return says !== undefined && !isWordCharacter(says.charCodeAt(0));
}

/** A block; properties that do not apply are left out. */
export function makeBlock(kind: BlockKind, start: number, end: number, spans: readonly Span[], ordered?: boolean, level?: number): Block {
  if (kind === 'item' && ordered !== undefined) return { kind, start, end, spans, ordered };
  if (kind === 'heading' && level !== undefined) return { kind, start, end, spans, level };
  return { kind, start, end, spans };
}
