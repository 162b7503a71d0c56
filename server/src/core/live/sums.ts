import type { Candidate } from '../rules/findings.js';
import type { Steps } from '../steps.js';
import type { Section } from './section.js';
import { SectionIndex } from './sectionIndex.js';

/** One thing that a check of the whole text has something to say of, by what is mentioned of it in sections. */
export interface Subject {
  /** The id of the rule. */
  readonly rule: string;
  readonly name: string;
}

/** What is said of sections, counted from where each of them starts. */
export type Summed = ReadonlyMap<Section, readonly Candidate[]>;

/**
 * What checks say that sum up what sections mention, by subject: an edit has those summed up again alone that its sections
 * mention. To sum up all that 5 MB mention took 5 ms of a key.
 */
export class Sums {
  readonly #mentioning = new SectionIndex<string>();
  readonly #subjects = new Map<string, Subject>();
  /** Subjects that are mentioned otherwise than when they were last summed up. */
  readonly #open = new Set<string>();
  readonly #said = new Map<string, Summed>();
  readonly #summed = new Map<Section, readonly Candidate[]>();
  /** Sections of which something else is said than when somebody last asked. */
  readonly #changed = new Set<Section>();

  /** Takes note of all that a section mentions. */
  note(section: Section, subjects: Iterable<Subject>): void {
    this.forget(section);
    for (const subject of subjects) {
      const key = `${subject.rule} ${subject.name}`;
      this.#subjects.set(key, subject);
      this.#mentioning.add(key, section);
      this.#open.add(key);
    }
  }

  /** Others stand in the place of a section, or it mentions other things. */
  forget(section: Section): void {
    for (const key of this.#mentioning.in(section)) this.#open.add(key);
    this.#mentioning.forget(section);
  }

  /** Sums up what is open. @param sumUp says what there is to say of a subject that some sections mention, in the order of the text */
  *summingUp(sumUp: (subject: Subject, mentioning: readonly Section[]) => Summed): Steps<void> {
    for (const key of this.#open) {
      const subject = this.#subjects.get(key);
      const mentioning = [...this.#mentioning.of(key)].sort((a, b) => a.start - b.start);
      const before = this.#said.get(key);
      const said: Summed = subject && mentioning.length > 0 ? sumUp(subject, mentioning) : new Map();
      this.#open.delete(key);
      for (const [section, candidates] of before ?? []) this.#drop(section, candidates);
      for (const [section, candidates] of said) this.#put(section, candidates);
      if (mentioning.length > 0) this.#said.set(key, said);
      else for (const known of [this.#said, this.#subjects]) known.delete(key);
      yield;
    }
  }

  #drop(section: Section, gone: readonly Candidate[]): void {
    const left = (this.#summed.get(section) ?? []).filter((one) => !gone.includes(one));
    if (left.length > 0) this.#summed.set(section, left);
    else this.#summed.delete(section);
    if (!section.isGone) this.#changed.add(section);
  }

  #put(section: Section, candidates: readonly Candidate[]): void {
    const all = [...(this.#summed.get(section) ?? []), ...candidates];
    this.#summed.set(section, all.sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end));
    this.#changed.add(section);
  }

  /** What is said of each section, as far as it has been summed up. */
  get summed(): Summed {
    return this.#summed;
  }

  /** The sections of which something else is said than when this was last asked. */
  takeChanged(): readonly Section[] {
    const changed = [...this.#changed].filter(({ isGone }) => !isGone);
    this.#changed.clear();
    return changed;
  }
}
