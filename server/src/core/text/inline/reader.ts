import { A_PART, finish, type Steps } from '../../steps.js';
import type { Kind, Range } from '../../types.js';
import { Finder } from '../finder.js';
import { Jsx } from '../markdown/jsx.js';
import type { Leaf } from '../markdown/leaf.js';
import type { Block, Image, Link } from '../prose.js';
import { BlockBuilder } from './blocks.js';
import type { Definitions, Form, Inline } from './context.js';
import { EmphasisFinder } from './emphasis.js';
import { Items } from './items.js';
import { LabelFinder } from './labels.js';
import { InlineScanner } from './scan.js';

/** What the leaves of a text come to. */
export interface Content {
  readonly blocks: Block[];
  readonly links: Link[];
  readonly images: Image[];
  readonly comments: Range[];
  readonly quotes: Range[];
}

/**
 * For the next text: a reply is so short that the arrays would grow for most of it. Whoever reads takes them along, as another text
 * may be begun between two steps; those of a long leaf are let go.
 */
let spare: Items | undefined;

/** Reads the inline content of leaves. `as` reads them as plain text, as an HTML page or as MDX, whatever they say. */
export function readLeaves(...content: Parameters<typeof readingLeaves>): Content {
  return finish(readingLeaves(...content));
}

/** The same, step by step. */
export function* readingLeaves(text: string, kind: Kind, leaves: readonly Leaf[], definitions: Definitions, as?: 'plain' | 'page' | 'mdx'): Steps<Content> {
  const items = spare ?? new Items();
  spare = undefined;
  const emphasis = new EmphasisFinder(text, items);
  const form: Form = 'markdown';
  const inline: Inline = { text, kind, items, emphasis, finder: new Finder(text), definitions, links: [], images: [], comments: [], quotes: [], page: as === 'page', jsx: as === 'mdx' ? new Jsx(text) : undefined, form, start: 0, end: 0 };
  const scanner = new InlineScanner(inline);
  const labels = new LabelFinder(inline);
  const builder = new BlockBuilder(text);
  let enough = A_PART;
  for (const leaf of leaves) {
    if (leaf.end > enough) {
      enough = leaf.end + A_PART;
      yield;
    }
    scanner.begin(leaf.start, leaf.end, as === 'plain' ? as : leaf.form, leaf.skips);
    while (scanner.goOn()) yield;
    labels.begin();
    while (labels.goOn()) yield;
    builder.begin(leaf);
    while (builder.goOn(leaf, items)) yield;
  }
  if (leaves.every(({ start, end }) => end - start <= A_PART)) spare = items;
  return { blocks: builder.blocks, links: inline.links, images: inline.images, comments: inline.comments, quotes: inline.quotes };
}
