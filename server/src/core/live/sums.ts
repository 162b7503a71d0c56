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

/** A subject, and the sections that mention it, in the order of the text. */
export interface Mentioned {
  readonly subject: Subject;
  readonly mentioning: readonly Section[];
}

/** What is said of sections, counted from where each of them starts. */
export type Summed = ReadonlyMap<Section, readonly Candidate[]>;

const NOTHING: Summed = new Map();

/** So many subjects are summed up in one step: one by one, a list of 4,000 abbreviations took 1.6 s of a key. */
const MANY = 1000;

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

  /** Sums up what is open. @param sumUp says what there is to say of each of some subjects */
  *summingUp(sumUp: (all: readonly Mentioned[]) => readonly Summed[]): Steps<void> {
    while (this.#open.size > 0) {
      this.#sumUp([...this.#open].slice(0, MANY), sumUp);
      yield;
    }
  }

  #sumUp(keys: readonly string[], sumUp: (all: readonly Mentioned[]) => readonly Summed[]): void {
    const all = keys.flatMap((key) => this.#mentioned(key));
    const said = sumUp(all);
    const before = keys.map((key) => this.#said.get(key) ?? NOTHING);
    for (const key of keys) for (const known of [this.#open, this.#said]) known.delete(key);
    for (const [i, { key }] of all.entries()) this.#said.set(key, said[i] ?? NOTHING);
    this.#replace(before, said);
  }

  /** A subject, and the sections that mention it; none where none does any longer. */
  #mentioned(key: string): readonly (Mentioned & { readonly key: string })[] {
    const subject = this.#subjects.get(key);
    const mentioning = [...this.#mentioning.of(key)].sort((a, b) => a.start - b.start);
    if (subject && mentioning.length > 0) return [{ key, subject, mentioning }];
    this.#subjects.delete(key);
    return [];
  }

  /** Says something else of sections; what is said of one is put together once, however many subjects it mentions. */
  #replace(before: readonly Summed[], after: readonly Summed[]): void {
    const gone = new Set(before.flatMap((said) => [...said.values()].flat()));
    const fresh = new Map<Section, Candidate[]>();
    for (const said of before) for (const section of said.keys()) fresh.set(section, []);
    for (const [section, candidates] of after.flatMap((said) => [...said])) {
      const others = fresh.get(section) ?? [];
      others.push(...candidates);
      fresh.set(section, others);
    }
    for (const [section, candidates] of fresh) this.#put(section, [...(this.#summed.get(section) ?? []).filter((one) => !gone.has(one)), ...candidates]);
  }

  #put(section: Section, candidates: Candidate[]): void {
    if (candidates.length > 0) this.#summed.set(section, candidates.sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end));
    else this.#summed.delete(section);
    if (!section.isGone) this.#changed.add(section);
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
