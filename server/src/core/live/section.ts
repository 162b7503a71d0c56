import { saysIgnore } from '../commentIgnores.js';
import type { Phrase } from '../phrase/compile.js';
import type { Sentence } from '../rules/reading.js';
import { readLeaves, type Content } from '../text/inline/reader.js';
import { readArticlePart } from '../text/markdown.js';
import type { Structure } from '../text/markdown/leaf.js';
import type { Range } from '../types.js';
import type { SectionFindings } from './sectionFindings.js';

/** A range that moves with the text above it. */
interface Movable {
  start: number;
  end: number;
}

const NOTHING: Content = { blocks: [], links: [], images: [], comments: [], quotes: [] };

/**
 * A part of an article that is read without the rest: from a line at which nothing is open to the next such line. What is
 * read out of it is kept, and moves when something is typed above.
 */
export class Section implements Movable {
  readonly quotes: readonly Range[];
  readonly definitions: ReadonlyMap<string, string>;
  /** The labels that links were looked up by: with another definition of one of them, the section reads otherwise. */
  readonly labels = new Set<string>();
  /** It may hold a comment that takes findings back. */
  readonly saysIgnore: boolean;
  /** Undefined until they are read. */
  sentences: readonly Sentence[] | undefined;
  /** What rules found that look no further; undefined until they are asked, and when what they may have looked at has changed. */
  found: SectionFindings | undefined;
  /** The terms of which rules have asked here whether they were explained before. */
  readonly terms = new Set<Phrase>();
  #structure: Structure | undefined;
  #content = NOTHING;

  /** @param unclosed it opens something whose end was looked for in vain, all through the text below */
  constructor(
    text: string,
    public start: number,
    public end: number,
    readonly unclosed: boolean,
  ) {
    this.#structure = readArticlePart(text, this);
    this.saysIgnore = saysIgnore(text.slice(start, end));
    this.quotes = this.#structure.quotes;
    this.definitions = this.#structure.definitions;
  }

  get content(): Content {
    return this.#content;
  }

  /** Whether it starts with a block of its own, and not in the midst of a list. */
  get opensBlock(): boolean {
    const [first] = this.#content.blocks;
    return first !== undefined && first.kind !== 'item';
  }

  /** Reads its leaves, once it stands where it says in the text. */
  read(text: string, definitions: ReadonlyMap<string, string>): void {
    const { leaves } = this.#structure ?? readArticlePart(text, this);
    const { labels } = this;
    labels.clear();
    // It is never said to be empty, so that every label is asked for and known.
    this.#content = readLeaves(text, 'article', leaves, { size: Infinity, get: (label) => (labels.add(label), definitions.get(label)) });
    this.#structure = undefined;
    this.forget();
  }

  /** Forgets its sentences and all that is known of them. */
  forget(): void {
    this.sentences = this.found = undefined;
  }

  /** Moves everything in it, as a text of that length above it does. */
  move(by: number): void {
    if (by === 0) return;
    shift(this, by);
    for (const block of this.#content.blocks) {
      shift(block, by);
      shiftAll(block.spans, by);
    }
    for (const link of this.#content.links) {
      shift(link, by);
      shift(link.label, by);
    }
    for (const sentence of this.sentences ?? []) sentence.move(by);
    shiftAll(this.#content.images, by);
    shiftAll(this.#content.comments, by);
    shiftAll(this.quotes, by);
  }
}

function shift(range: Movable, by: number): void {
  range.start += by;
  range.end += by;
}

function shiftAll(ranges: readonly Range[], by: number): void {
  for (const range of ranges) shift(range, by);
}
