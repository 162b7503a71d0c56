import type { Anatomy } from '../anatomy/anatomy.js';
import type { Vocabulary } from '../phrase/vocabulary.js';
import { Reading } from '../rules/reading.js';
import { isEnglish } from '../text/language.js';
import type { Prose } from '../text/prose.js';
import { readProse } from '../text/read.js';
import type { Finding, Range, Source } from '../types.js';
import { KeptSentences } from './keptSentences.js';
import { fixesAmong, LiveFinding, NOWHERE } from './liveFinding.js';
import { replaced, type LiveText, type Reader } from './liveText.js';
import type { Steps } from './steps.js';

/** What judges a text that has been read, its new sentences alone tried on the rules' phrases. */
export interface ReadingJudge extends Reader {
  /** The findings of a text, without their fixes. */
  judge(source: Source, reading: Reading, kept: KeptSentences): readonly Finding[];
  anatomyOf(source: Source, reading: Reading): Anatomy | undefined;
}

/** One version of the text: what was asked of it so far. */
interface Version {
  readonly source: Source;
  readonly prose: Prose;
  readonly isEnglish: boolean;
  reading?: Reading;
  findings?: readonly Finding[];
}

/**
 * A text that is read anew after every edit, with the sentences that it had before: a reply, whose parts depend on each other
 * too much to be read apart, or an article that cannot be cut. What is dear is done by the sentence, and done for new ones only.
 */
export class RereadText implements LiveText {
  /** It cannot be read in parts. */
  readonly hasMuchToRead = false;
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
    return this.#version().isEnglish;
  }

  findings(): readonly Finding[] {
    const version = this.#version();
    return (version.findings ??= version.isEnglish ? this.#judge(version) : []);
  }

  *steps(): Steps<void> {
    this.#version();
    yield;
    this.findings();
  }

  anatomy(): Anatomy | undefined {
    const version = this.#version();
    return version.isEnglish && version.prose.kind === 'reply' ? this.judge.anatomyOf(version.source, this.#readingOf(version)) : undefined;
  }

  #version(): Version {
    if (this.#current) return this.#current;
    const source = { ...this.source, text: this.#text };
    const prose = readProse(source);
    return (this.#current = { source, prose, isEnglish: isEnglish(prose) });
  }

  #readingOf(version: Version): Reading {
    if (version.reading) return version.reading;
    const before = this.#read;
    this.#kept.clear();
    if (before) this.#kept.offer(before.prose.text, before.read);
    this.#read = undefined;
    return (version.reading = new Reading(version.prose, this.vocabulary, { makeSentence: this.#kept.make }));
  }

  #judge(version: Version): readonly Finding[] {
    let whole: readonly Finding[] | undefined;
    const fixesOf = (finding: Finding) => fixesAmong((whole ??= this.judge.lint(version.source)), finding) ?? [];
    return this.judge.judge(version.source, this.#readingOf(version), this.#kept).map((finding) => new LiveFinding(finding, NOWHERE, fixesOf));
  }
}
