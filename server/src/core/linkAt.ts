import { headingWords } from './text/headings.js';
import { readProse } from './text/read.js';
import type { Prose } from './text/prose.js';
import type { Range, Source } from './types.js';

/** The label and the target of the link that stands at a range of a source; undefined where there is none. */
export function linkAt(source: Source, { start, end }: Range): { readonly label: Range; readonly target: string } | undefined {
  return readProse(source).links.find((link) => link.start === start && link.end === end);
}

/**
 * What a link to a text should be called: the title of the text, or of the part of it that a fragment leads to.
 * @param fragment what stands behind `#` in the link
 */
export function titleFor(source: Source, fragment: string): string | undefined {
  const prose = readProse(source);
  return fragment === '' ? titleOf(prose) : headings(prose).find((words) => slugOf(words) === fragment.toLowerCase());
}

/** A text's title: from the front matter, else the first heading. */
export function titleOf(prose: Prose): string | undefined {
  const words = (prose.frontMatter.get('title') ?? headings(prose)[0] ?? '').trim();
  return words === '' ? undefined : words;
}

function headings(prose: Prose): readonly string[] {
  return prose.blocks.filter(({ kind }) => kind === 'heading').map((block) => headingWords(prose, block));
}

/** As most sites make the anchor of a heading. */
function slugOf(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}\s_-]+/gu, '').trim().replace(/\s+/g, '-');
}
