import type { Memory } from '../remembered.js';
import type { Block, Image, Link, Prose } from '../text/prose.js';
import type { Kind, Range } from '../types.js';
import type { Section } from './section.js';

/** The prose of all sections together, put together when somebody asks. */
export class SectionsProse implements Prose {
  readonly memory: Memory = new Map();
  readonly kind: Kind = 'article';
  readonly form = 'markdown';
  #blocks: readonly Block[] | undefined;
  #links: readonly Link[] | undefined;
  #images: readonly Image[] | undefined;
  #comments: readonly Range[] | undefined;
  #quotes: readonly Range[] | undefined;

  constructor(
    readonly text: string,
    readonly frontMatter: ReadonlyMap<string, string>,
    readonly sections: readonly Section[],
  ) {}

  get blocks(): readonly Block[] {
    return (this.#blocks ??= this.sections.flatMap(({ content }) => content.blocks));
  }

  /** The first block that is such as is asked for. */
  findBlock(test: (block: Block) => boolean): Block | undefined {
    for (const section of this.sections) {
      const block = section.findBlock(test);
      if (block) return block;
    }
    return undefined;
  }

  get links(): readonly Link[] {
    return (this.#links ??= this.sections.flatMap(({ content }) => content.links));
  }

  get images(): readonly Image[] {
    return (this.#images ??= this.sections.flatMap(({ content }) => content.images));
  }

  get comments(): readonly Range[] {
    return (this.#comments ??= this.sections.flatMap(({ content }) => content.comments));
  }

  get quotes(): readonly Range[] {
    return (this.#quotes ??= this.sections.flatMap(({ quotes }) => quotes));
  }
}
