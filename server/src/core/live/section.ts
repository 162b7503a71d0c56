import { mentionsIgnore, saysIgnore } from '../commentIgnores.js';
import type { Home, Reading, Sentence } from '../reading/reading.js';
import { readLeaves, type Content } from '../text/inline/reader.js';
import { readArticlePart } from '../text/markdown.js';
import type { Structure } from '../text/markdown/leaf.js';
import type { Block } from '../text/prose.js';
import type { Range } from '../types.js';
import type { SectionFindings } from './sectionFindings.js';

/** A range that moves with the text above it. */
interface Movable {
  start: number;
  end: number;
}

const NOTHING: Content = { blocks: [], links: [], images: [], comments: [], quotes: [] };

/** The article that sections are parts of. */
export interface Article {
  /** As it stands. */
  readonly reading: Reading;
  /** Hears that others stand in the place of a section. */
  forget(section: Section): void;
}

/**
 * A part of an article that is read without the rest: from a line at which nothing is open to the next such line. What is
 * read out of it is kept. When something is typed above, all that changes at once is where it starts: the rest follows when
 * somebody looks at it.
 */
export class Section implements Home {
  readonly definitions: ReadonlyMap<string, string>;
  /** The labels that links were looked up by: with another definition of one of them, the section reads otherwise. */
  readonly labels = new Set<string>();
  /** It may hold a comment that takes findings back; once it is read, whether it does. */
  readonly mentionsIgnore: boolean;
  saysIgnore = false;
  /** Undefined until they are read. */
  sentences: readonly Sentence[] | undefined;
  first = 0;
  /** Whether others stand in its place. */
  isGone = false;
  /** What rules found that look no further; undefined until they are asked, and when what they may have looked at has changed. */
  found: SectionFindings | undefined;
  #structure: Structure | undefined;
  #content = NOTHING;
  readonly #quotes: readonly Range[];
  /** Where it stood when somebody last looked at its content. */
  #settledAt: number;

  /** @param closers what would close what it opens, and was looked for in vain all through the text below; undefined where anything may */
  constructor(
    text: string,
    public start: number,
    public end: number,
    readonly closers: readonly (string | undefined)[],
    readonly article: Article,
  ) {
    this.#structure = readArticlePart(text, this);
    this.#settledAt = start;
    this.mentionsIgnore = mentionsIgnore(text.slice(start, end));
    this.#quotes = this.#structure.quotes;
    this.definitions = this.#structure.definitions;
  }

  get reading(): Reading {
    return this.article.reading;
  }

  get content(): Content {
    this.settle();
    return this.#content;
  }

  get quotes(): readonly Range[] {
    this.settle();
    return this.#quotes;
  }

  /** Whether it starts with a block of its own, and not in the midst of a list. */
  get opensBlock(): boolean {
    const [first] = this.#content.blocks;
    return first !== undefined && first.kind !== 'item';
  }

  /** The first of its blocks that is such as is asked for, wherever it stands. */
  findBlock(test: (block: Block) => boolean): Block | undefined {
    const block = this.#content.blocks.find(test);
    if (block) this.settle();
    return block;
  }

  /** Reads its leaves, once it stands where it says in the text. */
  read(text: string, definitions: ReadonlyMap<string, string>): void {
    this.settle();
    const { leaves } = this.#structure ?? readArticlePart(text, this);
    const { labels } = this;
    labels.clear();
    // It is never said to be empty, so that every label is asked for and known.
    this.#content = readLeaves(text, 'article', leaves, { size: Infinity, get: (label) => (labels.add(label), definitions.get(label)) });
    this.saysIgnore = this.mentionsIgnore && this.#saysIgnoreIn(text);
    this.#structure = undefined;
    this.sentences = this.found = undefined;
  }

  #saysIgnoreIn(text: string): boolean {
    const comments = this.#content.comments.map(({ start, end }) => ({ start: start - this.start, end: end - this.start }));
    return saysIgnore(text.slice(this.start, this.end), comments);
  }

  /** Moves it, as a text of that length above it does. */
  move(by: number): void {
    this.start += by;
    this.end += by;
  }

  /** So many sentences more stand above it. */
  follow(more: number): void {
    this.first += more;
  }

  settle(): void {
    const by = this.start - this.#settledAt;
    if (by === 0) return;
    this.#settledAt = this.start;
    const { blocks, links, images, comments } = this.#content;
    for (const block of blocks) {
      shift(block, by);
      shiftAll(block.spans, by);
    }
    for (const link of links) {
      shift(link, by);
      shift(link.label, by);
    }
    for (const ranges of [images, comments, this.#quotes]) shiftAll(ranges, by);
  }
}

function shift(range: Movable, by: number): void {
  range.start += by;
  range.end += by;
}

function shiftAll(ranges: readonly Range[], by: number): void {
  for (const range of ranges) shift(range, by);
}
