import type { Remembering } from '../remembered.js';
import type { Kind, Range } from '../types.js';

/**
 * Prose is a source seen as its writer's own words: blocks, in document order, each made of spans.
 * What is not in a span is markup (`**`, `#`, list markers, link targets) or somebody else's words
 * (quoted mail, front matter, code blocks) and is never read. Offsets are the source's own, so that
 * nothing ever has to be found again.
 */
export interface Prose extends Remembering {
  readonly text: string;
  readonly kind: Kind;
  /** How the text is written, which decides what may be put into it. */
  readonly form: 'markdown' | 'mdx' | 'html' | 'plain';
  readonly blocks: readonly Block[];
  /** What the blocks leave out but rules may want to know. */
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  /** The message the draft answers: `>` quotes, "On … wrote:" tails and the like. */
  readonly quotes: readonly Quotation[];
  /** Own words that may as well be the customer's, pasted: nothing in them is mended without asking. */
  readonly doubtful?: Range;
  /** HTML comments: notes that no reader sees. */
  readonly comments: readonly Range[];
  /** Scalar front matter fields (`customer`, `ticket`, `kind`, …), keys in lower case. */
  readonly frontMatter: ReadonlyMap<string, string>;
  /** What of the text this is about; all of it where nothing is said. */
  readonly part?: Range;
  /** Finds the first block of a sort, where it is dear to gather all of them. */
  findBlock?(test: (block: Block) => boolean): Block | undefined;
}

/** Somebody else's words. Of a pasted talk it is known who says what. */
export interface Quotation extends Range {
  /** What the customer says in it and waits for an answer to; undefined where no names tell. */
  readonly said?: readonly Range[];
  /** Whether the writer's own words are part of the same talk, or the reply to all of it: behind marks, and below a letter, a talk stands by itself. */
  readonly inTalk?: boolean;
  /** The names of whoever says it. */
  readonly names?: readonly string[];
  /** Whether the desk has spoken in the talk before. */
  readonly answered?: boolean;
}

/** The first block that is such as is asked for. */
export function findBlock(prose: Prose, test: (block: Block) => boolean): Block | undefined {
  return prose.findBlock ? prose.findBlock(test) : prose.blocks.find(test);
}

/** What a block is to its reader. */
export type BlockKind = 'greeting' | 'paragraph' | 'item' | 'heading' | 'cell' | 'signoff';

/** A paragraph, list item, heading, table cell, greeting line or sign-off. */
export interface Block extends Range {
  readonly kind: BlockKind;
  /** In order, not overlapping, inside the block. */
  readonly spans: readonly Span[];
  /** For an item: it stands in a numbered list. */
  readonly ordered?: boolean;
  /** For a heading: 1 to 6. */
  readonly level?: number;
}

/**
 * `text` is read; between two text spans there is only markup, which a sentence runs across.
 * Every other kind stands in the sentence like a noun but is not read: inline code, a URL, a file's path, a passage
 * in quotation marks, a **bold UI label** after "click", an image, a raw HTML island, a slot to fill in
 * (`[Name]`, `{{name}}`). An `entity` (`&rsquo;`) is read as the character it stands for, `says`.
 */
export interface Span extends Range {
  readonly kind: 'text' | 'code' | 'url' | 'quote' | 'label' | 'html' | 'image' | 'placeholder' | 'path' | 'entity';
  readonly says?: string;
}

/** A link: `start`–`end` is the whole construct, `label` what the reader sees of it. */
export interface Link extends Range {
  readonly label: Range;
  readonly target: string;
}

/** An image and its alternative text; `alt` is undefined where the markup has none. */
export interface Image extends Range {
  readonly alt: string | undefined;
  readonly target: string;
  /** Marked as decoration (`role="presentation"`, `aria-hidden`). */
  readonly decorative: boolean;
}
