import type { Kind, Source } from '../types.js';
import { readMarkdown } from './markdown.js';
import { readPlain } from './plain.js';
import type { Prose } from './prose.js';

/** Reads a source as its writer's own words. Linear in its length, whatever it holds; never throws. */
export function readProse(source: Source): Prose {
  const kind: Kind = source.kind ?? 'reply';
  return source.languageId === 'plaintext' ? readPlain(source.text, kind) : readMarkdown(source.text, kind);
}
