import type { BlockKind } from '../prose.js';
import type { Range } from '../../types.js';

/** A stretch of text that holds inline content: what is left of a line or a paragraph without its containers' markers. */
export interface Leaf extends Range {
  readonly kind: BlockKind;
  /** Read as Markdown, or as raw HTML, where only tags and entities mean something. */
  readonly form: 'markdown' | 'html';
  readonly ordered?: boolean;
  readonly level?: number;
  /** Pairs of offsets between which a container's marker (`> `) interrupts the content. */
  readonly skips: readonly number[];
}

/** What the block structure of a text comes to. */
export interface Structure {
  readonly leaves: readonly Leaf[];
  /** Block quotes, from their first `>` to the end of their last line. */
  readonly quotes: readonly Range[];
  /** Link targets by normalised label. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Where a text can be cut so that its parts are read as they are read in the whole. */
export interface Cuts {
  /** Starts of lines at which nothing is open, each followed by a paragraph, heading or table: no list goes on across it. In order. */
  readonly at: readonly number[];
  /** What was opened and its end looked for in vain: what is typed below, however far, may be that end. */
  readonly unclosed: readonly Unclosed[];
}

/** A line that opens something which nothing closes. */
export interface Unclosed {
  readonly at: number;
  /** What would close it, wherever it stands below; undefined where that takes more than a look for it. */
  readonly closer: string | undefined;
}

/** How block structure is read: an author's admonitions and MDX, or a reply's quoting. */
export interface Dialect {
  /** The text is an article: `> [!NOTE]` and the like are the author's own words, and MDX may occur. */
  readonly article: boolean;
  /** The text is MDX: code is never known by its indentation, and braces hold expressions. */
  readonly mdx?: boolean;
}
