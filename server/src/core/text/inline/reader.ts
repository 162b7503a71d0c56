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

/** One for all texts: a reply is so short that the arrays would grow for most of it. A passage is read to its end, in one step, before another one is begun. */
const items = new Items();

/** Reads the inline content of leaves. `as` reads them as plain text, as an HTML page or as MDX, whatever they say. */
export function readLeaves(text: string, kind: Kind, leaves: readonly Leaf[], definitions: Definitions, as?: 'plain' | 'page' | 'mdx'): Content {
  const emphasis = new EmphasisFinder(text, items);
  const form: Form = 'markdown';
  const inline: Inline = { text, kind, items, emphasis, finder: new Finder(text), definitions, links: [], images: [], comments: [], quotes: [], page: as === 'page', jsx: as === 'mdx' ? new Jsx(text) : undefined, form, start: 0, end: 0 };
  const scanner = new InlineScanner(inline);
  const labels = new LabelFinder(inline);
  const builder = new BlockBuilder(text);
  for (const leaf of leaves) {
    scanner.scan(leaf.start, leaf.end, as === 'plain' ? as : leaf.form, leaf.skips);
    labels.mark();
    builder.add(leaf, items);
  }
  return { blocks: builder.blocks, links: inline.links, images: inline.images, comments: inline.comments, quotes: inline.quotes };
}
