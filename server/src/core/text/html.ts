import type { Steps } from '../steps.js';
import type { Kind } from '../types.js';
import { readFrontMatter } from './frontMatter.js';
import { readingLeaves } from './inline/reader.js';
import type { Prose } from './prose.js';
import { framingReply } from './reply/frame.js';

/**
 * Reads HTML: a file of a help centre's export, a fragment or a whole page. One pass over its tags; whatever
 * is not quite HTML is read as browsers do, as far as prose goes.
 */
export function* readingHtml(text: string, kind: Kind): Steps<Prose> {
  const { fields, end: start } = readFrontMatter(text);
  const leaf = { kind: 'paragraph', form: 'html', start, end: text.length, skips: [] } as const;
  const content = yield* readingLeaves(text, kind, [leaf], new Map(), 'page');
  const blocks = kind === 'article' ? content.blocks : yield* framingReply(text, content.blocks);
  return { memory: new Map(), text, kind, form: 'html', frontMatter: fields, ...content, blocks };
}
