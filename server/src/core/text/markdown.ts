import type { Kind, Range } from '../types.js';
import { readFrontMatter } from './frontMatter.js';
import { readLeaves } from './inline/reader.js';
import type { Cuts, Structure } from './markdown/leaf.js';
import { findCuts, readStructure } from './markdown/blocks.js';
import type { Prose } from './prose.js';
import { frameReply } from './reply/frame.js';
import { dropForumQuotes } from './reply/forum.js';
import { readThread } from './reply/thread.js';

/** Reads MDX. Only articles are written in it; whatever else is said to be is read as Markdown. */
export function readMdx(text: string, kind: Kind): Prose {
  if (kind !== 'article') return readMarkdown(text, kind);
  const { fields, end: from } = readFrontMatter(text);
  const { leaves, quotes, definitions } = readStructure(text, from, text.length, { article: true, mdx: true });
  return { text, kind, form: 'mdx', frontMatter: fields, ...readLeaves(text, kind, leaves, definitions, 'mdx'), quotes };
}

const ARTICLE = { article: true };

/** Reads Markdown: an article as its author's text, anything else as an answer to somebody. */
export function readMarkdown(text: string, kind: Kind): Prose {
  const { fields, end: from } = readFrontMatter(text);
  if (kind === 'article') {
    const { leaves, quotes, definitions } = readArticlePart(text, { start: from, end: text.length });
    return { text, kind, form: 'markdown', frontMatter: fields, ...readLeaves(text, kind, leaves, definitions), quotes };
  }
  const thread = readThread(text, from);
  const structure = readParts(text, thread.parts);
  const content = readLeaves(text, kind, structure.leaves, structure.definitions);
  const own = dropForumQuotes(text, content.blocks);
  const quotes = [...structure.quotes, ...own.quotes, ...thread.quotes].sort((a, b) => a.start - b.start);
  return { text, kind, form: 'markdown', frontMatter: fields, ...content, quotes, blocks: frameReply(text, own.blocks) };
}

/** Where an article can be cut into parts that are read one by one, as they are in the whole. @param isEnough stops at a cut, soon */
export function cutArticle(text: string, from: number, isEnough?: (cut: number) => boolean): Cuts {
  return findCuts(text, from, ARTICLE, isEnough);
}

/** The structure of a part of an article. */
export function readArticlePart(text: string, { start, end }: Range): Structure {
  return readStructure(text, start, end, ARTICLE);
}

/** The structure of parts of a reply, none of which reaches into the next. */
function readParts(text: string, parts: readonly Range[]): Structure {
  const read = parts.map((part) => readStructure(text, part.start, part.end, { article: false }));
  const [first] = read;
  if (first && read.length === 1) return first;
  return {
    leaves: read.flatMap((part) => part.leaves),
    quotes: read.flatMap((part) => part.quotes),
    definitions: new Map(read.flatMap((part) => [...part.definitions])),
  };
}
