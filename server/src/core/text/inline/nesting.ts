import type { BlockKind } from '../prose.js';
import { empty } from './empty.js';

/** An open element that says what the words in it are. */
interface Open {
  readonly name: string;
  readonly kind: BlockKind | undefined;
  /** A heading's level; for a list and its items, 1 where it is numbered. */
  readonly number: number;
}

/** Nobody's lists are deeper, and a stranger's file must not make them cost more. */
const DEEPEST = 100;

/** The lists, list items, cells and headings that are open while tags are read: a paragraph in an item is the item's. */
export class Nesting {
  private readonly open: Open[] = [];

  clear(): void {
    empty(this.open);
  }

  /** Notes a start tag. `kind` is what its words are, where it says so. */
  enter(name: string, kind: BlockKind | undefined): void {
    if (name === 'li' || name === 'tr' || name === 'td' || name === 'th' || name === 'dt' || name === 'dd') this.leaveSibling(name);
    if (this.open.length < DEEPEST) this.open.push({ name, kind, number: this.numberIn(name, kind) });
  }

  /** Notes an end tag; what was left open inside its element ends too. */
  leave(name: string): void {
    let i = this.open.length - 1;
    while (i >= 0 && this.open[i]?.name !== name) i--;
    if (i >= 0) this.open.length = i;
  }

  /** What the words are that follow: of the innermost element that says so. */
  get kind(): BlockKind {
    for (let i = this.open.length - 1; i >= 0; i--) {
      const kind = this.open[i]?.kind;
      if (kind) return kind;
    }
    return 'paragraph';
  }

  /** A heading's level; 1 in a numbered list. */
  get number(): number {
    return this.open.at(-1)?.number ?? 0;
  }

  private numberIn(name: string, kind: BlockKind | undefined): number {
    if (kind === 'heading') return name.charCodeAt(1) - 48;
    return name === 'ol' ? 1 : name === 'ul' || name === 'dl' ? 0 : this.number;
  }

  /** End tags of items and cells may be left out: the next one, of the same list or row, ends them. */
  private leaveSibling(name: string): void {
    const cell = name === 'td' || name === 'th';
    for (let i = this.open.length - 1; i >= 0; i--) {
      const other = this.open[i]?.name;
      if (other === 'ol' || other === 'ul' || other === 'dl' || other === 'table' || (cell && other === 'tr')) return;
      if (other === name || (cell && (other === 'td' || other === 'th')) || (name === 'dt' && other === 'dd') || (name === 'dd' && other === 'dt')) {
        this.open.length = i;
        return;
      }
    }
  }
}
