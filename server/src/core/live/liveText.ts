import type { Anatomy } from '../anatomy/anatomy.js';
import type { Finding, Range, Source } from '../types.js';

/** A text that is being written, and what is to be said of it as it stands. */
export interface LiveText {
  readonly text: string;
  /** Whether its writer's own words are English; undefined where only the whole text could be asked. */
  readonly isEnglish: boolean | undefined;
  /** Replaces a range of the text. */
  replace(range: Range, inserted: string): void;
  /** The findings of the text as it stands: what `lint` would find. Their fixes are worked out when somebody asks, and hold until the next edit. */
  findings(): readonly Finding[];
  /** What a linter says of the reply as a whole; undefined for what is none. */
  anatomy(): Anatomy | undefined;
}

/** What reads a text without memory. */
export interface Reader {
  lint(source: Source): readonly Finding[];
  anatomy(source: Source): Anatomy | undefined;
}

/** A text that is read as a whole after every edit. */
export class WholeText implements LiveText {
  readonly isEnglish = undefined;
  #text: string;
  #findings: readonly Finding[] | undefined;

  constructor(
    readonly source: Source,
    readonly reader: Reader,
  ) {
    this.#text = source.text;
  }

  get text(): string {
    return this.#text;
  }

  replace({ start, end }: Range, inserted: string): void {
    this.#text = this.#text.slice(0, start) + inserted + this.#text.slice(end);
    this.#findings = undefined;
  }

  findings(): readonly Finding[] {
    return (this.#findings ??= this.reader.lint(this.#source));
  }

  anatomy(): Anatomy | undefined {
    return this.reader.anatomy(this.#source);
  }

  get #source(): Source {
    return { ...this.source, text: this.#text };
  }
}
