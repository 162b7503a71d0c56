import type { Steps } from '../steps.js';
import type { Kind, Range } from '../types.js';
import { readFrontMatter } from './frontMatter.js';
import { readingLeaves } from './inline/reader.js';
import type { Cuts, Structure } from './markdown/leaf.js';
import { findCuts, readingStructure, readStructure } from './markdown/structure.js';
import type { Prose } from './prose.js';
import { framingReply } from './reply/frame.js';
import { droppingForumQuotes } from './reply/forum.js';
import { readingQuotedTalks } from './reply/quotedTalk.js';
import { readingThread } from './reply/thread.js';

/** Reads MDX. Only articles are written in it; whatever else is said to be is read as Markdown. */
export function* readingMdx(text: string, kind: Kind): Steps<Prose> {
  if (kind !== 'article') return yield* readingMarkdown(text, kind);
  const { fields, end: from } = readFrontMatter(text);
  const { leaves, quotes, definitions } = yield* readingStructure(text, from, text.length, { article: true, mdx: true });
  return { memory: new Map(), text, kind, form: 'mdx', frontMatter: fields, ...(yield* readingLeaves(text, kind, leaves, definitions, 'mdx')), quotes };
}

const ARTICLE = { article: true };

/** Reads Markdown: an article as its author's text, anything else as an answer to somebody. */
export function* readingMarkdown(text: string, kind: Kind): Steps<Prose> {
  const { fields, end: from } = readFrontMatter(text);
  if (kind === 'article') {
    const { leaves, quotes, definitions } = yield* readingStructure(text, from, text.length, ARTICLE);
    return { memory: new Map(), text, kind, form: 'markdown', frontMatter: fields, ...(yield* readingLeaves(text, kind, leaves, definitions)), quotes };
  }
  const thread = yield* readingThread(text, from);
  const structure = yield* readingParts(text, thread.parts);
  const content = yield* readingLeaves(text, kind, structure.leaves, structure.definitions);
  const own = yield* droppingForumQuotes(text, content.blocks);
  const quotes = yield* readingQuotedTalks(text, [...structure.quotes, ...own.quotes, ...thread.quotes].sort((a, b) => a.start - b.start), own.blocks);
  return { memory: new Map(), text, kind, form: 'markdown', frontMatter: fields, ...content, quotes, blocks: yield* framingReply(text, own.blocks), ...(thread.doubtful && { doubtful: thread.doubtful }) };
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
function* readingParts(text: string, parts: readonly Range[]): Steps<Structure> {
  const read: Structure[] = [];
  for (const part of parts) read.push(yield* readingStructure(text, part.start, part.end, { article: false }));
  const [first] = read;
  if (first && read.length === 1) return first;
  return {
    leaves: read.flatMap((part) => part.leaves),
    quotes: read.flatMap((part) => part.quotes),
    definitions: new Map(read.flatMap((part) => [...part.definitions])),
  };
}
