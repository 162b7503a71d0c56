import type { Kind, Source } from '../types.js';
import { readHtml } from './html.js';
import { readMarkdown, readMdx } from './markdown.js';
import { readPlain } from './plain.js';
import type { Prose } from './prose.js';

/** Reads a source as its writer's own words. Linear in its length, whatever it holds; never throws. */
export function readProse({ text, kind = 'reply', languageId }: Source): Prose {
  const read = READERS.get(languageId) ?? readMarkdown;
  return read(text, kind);
}

const READERS = new Map<string | undefined, (text: string, kind: Kind) => Prose>([['plaintext', readPlain], ['html', readHtml], ['mdx', readMdx]]);
