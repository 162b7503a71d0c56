import { readProse } from '../../../server/src/core/text/read.js';
import type { Block, Prose } from '../../../server/src/core/text/prose.js';
import type { Kind } from '../../../server/src/core/types.js';

/** A source to read: its text, and what it is when it is no Markdown article. */
export interface Input {
  readonly kind?: Kind;
  readonly languageId?: string;
}

/** Reads a text; an article in Markdown unless something else is said. */
export function read(text: string, { kind = 'article', languageId = 'markdown' }: Input = {}): Prose {
  return readProse({ text, kind, languageId });
}

/** One string a block: its kind, then its text as read (entities as what they stand for), with `⟨code x⟩` for what stands in it but is not read and `⏎` for line breaks. */
export function view(text: string, input?: Input): readonly string[] {
  return read(text, input).blocks.map((block) => `${name(block)}: ${content(text, block)}`);
}

function name(block: Block): string {
  return `${block.kind}${block.level ?? ''}${block.ordered ? '#' : ''}`;
}

function content(text: string, block: Block): string {
  const parts = block.spans.map(({ kind, start, end, says }) => says ?? (kind === 'text' ? text.slice(start, end) : `⟨${kind} ${text.slice(start, end)}⟩`));
  return parts.join('').replace(/\r\n|\r|\n/g, '⏎');
}

/** The text with everything that is not read replaced by spaces: offsets are the source's own. */
export function masked(prose: Prose): string {
  let out = '';
  for (const block of prose.blocks) {
    for (const span of block.spans) if (span.kind === 'text') out = out.padEnd(span.start) + prose.text.slice(span.start, span.end);
  }
  return out.padEnd(prose.text.length);
}

/** The pieces of the text that ranges cover. */
export function pieces(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): readonly string[] {
  return ranges.map(({ start, end }) => text.slice(start, end));
}
