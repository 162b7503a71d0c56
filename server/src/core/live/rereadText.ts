import type { Anatomy } from '../anatomy/anatomy.js';
import type { Vocabulary } from '../phrase/vocabulary.js';
import { rangeAt } from '../ranges.js';
import { Reading, type Sentence } from '../reading/reading.js';
import { isEnglish } from '../text/language.js';
import type { Block, Prose } from '../text/prose.js';
import { readingProse, readProse } from '../text/read.js';
import type { Finding, Range, Source } from '../types.js';
import { KeptSentences } from './keptSentences.js';
import { replaced, type LiveText } from './liveText.js';
import { A_PART, finish, type Steps } from '../steps.js';

/** What judges a text that has been read, its new sentences alone tried on the rules' phrases. */
export interface ReadingJudge {
  /** Finds what there is in a text, step by step. */
  judging(source: Source, reading: Reading, kept: KeptSentences): Steps<readonly Finding[]>;
  readingAnatomy(source: Source, reading: Reading): Steps<Anatomy>;
}

/** One version of the text: what was asked of it so far. */
interface Version {
  readonly source: Source;
  prose?: Prose;
  isEnglish?: boolean;
  /** The work on it, as far as it has come. */
  judging?: Steps<readonly Finding[]>;
  reading?: Reading;
  findings?: readonly Finding[];
  anatomy?: Anatomy;
  readingAnatomy?: Steps<Anatomy>;
}

/** So many sentences are looked up among those before in one step. */
const MANY = 200;

/**
 * A text that is read anew after every edit, with the sentences that it had before: a reply, whose parts depend on each other
 * too much to be read apart, or an article that cannot be cut. What is dear is done by the sentence, and done for new ones only.
 */
export class RereadText implements LiveText {
  readonly #kept = new KeptSentences();
  #text: string;
  #current: Version | undefined;
  /** The reading of an earlier version, to take sentences over from. */
  #read: Reading | undefined;

  constructor(
    readonly source: Source,
    readonly vocabulary: Vocabulary,
    readonly judge: ReadingJudge,
  ) {
    this.#text = source.text;
  }

  get text(): string {
    return this.#text;
  }

  replace(range: Range, inserted: string, text = replaced(this.#text, range, inserted)): void {
    this.#text = text;
    this.#read = this.#current?.reading ?? this.#read;
    this.#current = undefined;
  }

  get isEnglish(): boolean {
    return this.#isEnglish(this.#version());
  }

  /** All that depends on the whole is worked out anew after every edit. */
  get hasMuchToRead(): boolean {
    return this.#text.length > A_PART && !this.#current?.findings;
  }

  findings(): readonly Finding[] {
    const version = this.#version();
    return (version.findings ??= this.#goOn(version, finish));
  }

  *steps(): Steps<void> {
    const version = this.#version();
    yield;
    while (version === this.#current && !version.findings) {
      const { done, value } = this.#goOn(version, (judging) => judging.next());
      if (done) version.findings = value;
      else yield;
    }
  }

  /** Goes on with the work on a version where it was left; where that fails, it is begun anew. */
  #goOn<T>(version: Version, go: (judging: Steps<readonly Finding[]>) => T): T {
    try {
      return go((version.judging ??= this.#judging(version)));
    } catch (error) {
      delete version.judging;
      throw error;
    }
  }

  blockAt(offset: number): Block | undefined {
    return rangeAt(this.#proseOf(this.#version()).blocks, offset);
  }

  anatomy(): Anatomy | undefined {
    const version = this.#version();
    const reading = this.#readingOf(version);
    if (reading) version.anatomy ??= this.#goOnWithAnatomy(version, reading, finish);
    return version.anatomy;
  }

  anatomySteps(): Steps<void> | undefined {
    const version = this.#version();
    if (this.#text.length <= A_PART || version.anatomy) return undefined;
    const reading = this.#readingOf(version);
    return reading && this.#anatomySteps(version, reading);
  }

  *#anatomySteps(version: Version, reading: Reading): Steps<void> {
    while (version === this.#current && !version.anatomy) {
      const { done, value } = this.#goOnWithAnatomy(version, reading, (steps) => steps.next());
      if (done) version.anatomy = value;
      else yield;
    }
  }

  /** As {@link #goOn}: who fails would else have nothing more to say, for ever. */
  #goOnWithAnatomy<T>(version: Version, reading: Reading, go: (steps: Steps<Anatomy>) => T): T {
    try {
      return go((version.readingAnatomy ??= this.judge.readingAnatomy(version.source, reading)));
    } catch (error) {
      delete version.readingAnatomy;
      throw error;
    }
  }

  /** A reply that can be read as a whole. */
  #readingOf(version: Version): Reading | undefined {
    if (this.#proseOf(version).kind !== 'reply' || !this.#isEnglish(version)) return undefined;
    this.findings();
    return version.reading;
  }

  #version(): Version {
    return (this.#current ??= { source: { ...this.source, text: this.#text } });
  }

  #isEnglish(version: Version): boolean {
    return (version.isEnglish ??= isEnglish(this.#proseOf(version)));
  }

  #proseOf(version: Version): Prose {
    return (version.prose ??= readProse(version.source));
  }

  *#judging(version: Version): Steps<readonly Finding[]> {
    const prose = (version.prose ??= yield* readingProse(version.source));
    if (!this.#isEnglish(version)) return [];
    const reading = (version.reading = yield* this.#reading(prose));
    return yield* this.judge.judging(version.source, reading, this.#kept);
  }

  /** Reads the sentences block by block. */
  *#reading(prose: Prose): Steps<Reading> {
    yield* this.#offering();
    // From here on they stand in this version: who comes next may not offer them again where they stood before.
    this.#read = undefined;
    const sentences: Sentence[] = [];
    const reading = new Reading(prose, this.vocabulary, { makeSentence: this.#kept.make, sentences });
    for (const block of prose.blocks) {
      for (const sentence of reading.sentencesOf([block], { reading, start: 0, first: sentences.length, settle: stay })) sentences.push(sentence);
      yield;
    }
    yield* reading.readingQuotedWords();
    return reading;
  }

  /** Offers the sentences of the version before. */
  *#offering(): Steps<void> {
    this.#kept.clear();
    if (!this.#read) return;
    const { read, prose } = this.#read;
    for (let i = 0; i < read.length; i += MANY) {
      this.#kept.offer(prose.text, read.slice(i, i + MANY));
      yield;
    }
  }
}

function stay(): void {
  // It is read anew rather than moved.
}
