import type { Anatomy } from '../anatomy/anatomy.js';
import { rangeAt } from '../ranges.js';
import type { Steps } from '../steps.js';
import type { Block } from '../text/prose.js';
import { readProse } from '../text/read.js';
import type { Finding, Range, Source } from '../types.js';

/** A text that is being written, and what is to be said of it as it stands. */
export interface LiveText {
  readonly text: string;
  /** Whether its writer's own words are English; undefined where only the whole text could be asked. */
  readonly isEnglish: boolean | undefined;
  /** Whether so much is new that it is better read in {@link steps}. */
  readonly hasMuchToRead: boolean;
  /** Replaces a range of the text. @param text what comes of it, where somebody has it already: a second copy of a long text takes its time */
  replace(range: Range, inserted: string, text?: string): void;
  /** The findings of the text as it stands: what `lint` would find. Their fixes are worked out when somebody asks, and hold until the next edit. */
  findings(): readonly Finding[];
  /** Works the findings out step by step, for whoever has other things to do as well. What is done is not done again, even after an edit. */
  steps(): Steps<void>;
  /** The block that an offset stands in, once the findings of the text as it stands are known. */
  blockAt(offset: number): Block | undefined;
  /** What a linter says of the reply as a whole; undefined for what is none. */
  anatomy(): Anatomy | undefined;
  /** Works that out step by step; undefined where it is known, or soon done. */
  anatomySteps(): Steps<void> | undefined;
}

/** A text with a range of it replaced. */
export function replaced(text: string, { start, end }: Range, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/** What reads a text without memory. */
export interface Reader {
  lint(source: Source): readonly Finding[];
  anatomy(source: Source): Anatomy | undefined;
}

/** A text that is read as a whole after every edit. */
export class WholeText implements LiveText {
  readonly isEnglish = undefined;
  readonly hasMuchToRead = false;
  #text: string;
  #findings: readonly Finding[] | undefined;
  #blocks: readonly Block[] | undefined;

  constructor(
    readonly source: Source,
    readonly reader: Reader,
  ) {
    this.#text = source.text;
  }

  get text(): string {
    return this.#text;
  }

  replace(range: Range, inserted: string, text = replaced(this.#text, range, inserted)): void {
    this.#text = text;
    this.#findings = this.#blocks = undefined;
  }

  findings(): readonly Finding[] {
    return (this.#findings ??= this.reader.lint(this.#source));
  }

  *steps(): Steps<void> {
    this.findings();
    yield;
  }

  blockAt(offset: number): Block | undefined {
    this.#blocks ??= readProse(this.#source).blocks;
    return rangeAt(this.#blocks, offset);
  }

  anatomy(): Anatomy | undefined {
    return this.reader.anatomy(this.#source);
  }

  anatomySteps(): undefined {
    return undefined;
  }

  get #source(): Source {
    return { ...this.source, text: this.#text };
  }
}
