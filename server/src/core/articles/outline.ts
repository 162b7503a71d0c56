import { headingWords } from '../text/headings.js';
import type { Block } from '../text/prose.js';
import type { Range } from '../types.js';
import { proceduresOf, type Procedure } from '../reading/procedures.js';
import type { Reading, Sentence } from '../reading/reading.js';

/** A heading and all that stands under it, from the beginning of the heading's line. */
export interface OutlinePart extends Range {
  readonly heading: Block;
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

/** An article as its headings divide it. */
export interface Outline {
  /** The heading that is the title, where there is one. */
  readonly title: Block | undefined;
  /** In order; a part holds those of lower headings that follow it. */
  readonly parts: readonly OutlinePart[];
  /** Of most headings; 2 where there are none. */
  readonly level: number;
  readonly procedures: readonly Procedure[];
}

/** Reads an article's headings. */
export function outlineOf(reading: Reading): Outline {
  const { blocks, frontMatter } = reading.prose;
  const [first] = blocks;
  const title = first?.kind === 'heading' && (first.level === 1 || !frontMatter.has('title')) ? first : undefined;
  const headings = blocks.filter((block) => block.kind === 'heading' && block !== title);
  const parts = headings.map((heading, i) => partOf(reading, heading, headings.slice(i + 1)));
  return { title, parts, level: Math.min(...headings.map(({ level = 2 }) => level), headings.length > 0 ? 6 : 2), procedures: proceduresOf(reading) };
}

function partOf(reading: Reading, heading: Block, later: readonly Block[]): OutlinePart {
  const { text } = reading.prose;
  const next = later.find(({ level = 2 }) => level <= (heading.level ?? 2));
  const end = next ? lineStart(text, next.start) : text.trimEnd().length;
  const title = headingWords(reading.prose, heading);
  return { heading, title, start: lineStart(text, heading.start), end, sentences: reading.sentences.filter((sentence) => sentence.start > heading.end && sentence.start < end) };
}

/** Where the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
