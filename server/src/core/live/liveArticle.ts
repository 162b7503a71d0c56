import type { Vocabulary } from '../phrase/vocabulary.js';
import type { ArticleTemplates } from '../articles/templates.js';
import type { Config } from '../config.js';
import type { DraftSnippets } from '../packs/draftSnippets.js';
import { SUMMARIES, type Check } from '../rules/check.js';
import type { Category, RuleDefinition } from '../rules/definition.js';
import { Finder, type Candidate } from '../rules/findings.js';
import type { Program } from '../rules/program.js';
import { AROUND, NEIGHBOURS, type Reach } from '../rules/reach.js';
import { Reading, type Sentence } from '../rules/reading.js';
import type { Selection } from '../rules/selection.js';
import { isEnglish } from '../text/language.js';
import type { Prose } from '../text/prose.js';
import type { Finding, Fix, Range, Source } from '../types.js';
import { work } from '../work.js';
import { LiveExplanations } from './liveExplanations.js';
import { fixesAmong } from './liveFinding.js';
import type { LiveText } from './liveText.js';
import type { Section } from './section.js';
import type { SectionFindings } from './sectionFindings.js';
import { Settlement, type Judged } from './settlement.js';
import { Sections } from './sections.js';
import { SectionsProse } from './sectionsProse.js';

/** What judges a text: the rules that hold, and how far each of them looks. */
export interface Judge {
  readonly program: Program;
  readonly config: Config;
  readonly templates: ArticleTemplates;
  readonly categories: ReadonlyMap<string, Category>;
  /** The rules that hold, by how far they look. */
  readonly selections: Readonly<Record<Reach, Selection>>;
  /** The rules of these whose checks sum up what stands in the sections. */
  readonly summarised: readonly RuleDefinition[];
  readonly orderOf: (rule: string) => number;
  isAllowed(finding: Range, text: string): boolean;
  readonly snippetsFor: (source: Source, reading: Reading) => DraftSnippets;
  /** The findings of a whole text. */
  lint(source: Source): readonly Finding[];
  /** Follows an article without cutting it. */
  reread(source: Source): LiveText;
}

/** Whether a text is read section by section: an article in Markdown. */
export function isCutInSections({ kind, languageId = 'markdown' }: Source): boolean {
  return kind === 'article' && (languageId === 'markdown' || languageId === 'support-reply');
}

/**
 * An article that is being written. Of an edit, only the sections that it may have changed are read and judged anew; the
 * findings are those that the whole text would have.
 */
export class LiveArticle implements LiveText {
  readonly #sections: Sections;
  readonly #explanations = new LiveExplanations();
  #ends: ReadonlyMap<Sentence, number> = new Map();
  #findings: readonly Finding[] | undefined;
  #judge: Judge | undefined;
  #whole: readonly Finding[] | undefined;
  /** Stands in where the article cannot be read section by section. */
  #uncut: LiveText | undefined;

  constructor(
    readonly source: Source,
    readonly vocabulary: Vocabulary,
    readonly judgeFor: (prose: Prose) => Judge,
  ) {
    this.#sections = new Sections(source.text);
  }

  /** Who judges may depend on the front matter. */
  get judge(): Judge {
    return (this.#judge ??= this.judgeFor(new SectionsProse(this.text, this.#sections.frontMatter, this.#sections.list)));
  }

  get text(): string {
    return this.#sections.text;
  }

  replace(range: Range, inserted: string): void {
    this.#sections.replace(range, inserted);
    this.#uncut?.replace(range, inserted);
    this.#findings = this.#whole = this.#judge = undefined;
  }

  get isEnglish(): boolean {
    return isEnglish(new SectionsProse(this.text, this.#sections.frontMatter, this.#sections.list));
  }

  findings(): readonly Finding[] {
    return (this.#findings ??= this.#judgeAll());
  }

  /** Articles have none. */
  anatomy(): undefined {
    return undefined;
  }

  #judgeAll(): readonly Finding[] {
    // Comments that take findings back, and those that do no longer, are a matter of the whole text.
    if (this.#sections.saysIgnore) return (this.#uncut ??= this.judge.reread({ ...this.source, text: this.text })).findings();
    this.#uncut = undefined;
    const reading = this.#read();
    if (!isEnglish(reading.prose)) return [];
    forgetNear(this.#sections.list);
    const source = { ...this.source, text: this.text };
    const judged = this.#sections.list.map((section) => ({ section, found: (section.found ??= this.#judgeSection(section, source, reading)) }));
    const settling = { ...this.judge, set: this.judge.program.set, fixesOf: this.#fixesOf };
    return new Settlement(settling, reading, judged, this.#judgeWhole(source, reading, judged)).settle();
  }

  /** The fixes depend on all of the text, and few people ask for them while they type: they are those of a text linted as a whole. */
  readonly #fixesOf = (finding: Finding): readonly Fix[] => fixesAmong((this.#whole ??= this.judge.lint({ ...this.source, text: this.text })), finding);

  /** The text as a whole: what was read before, and what is new. Where another sentence is now the first or last, it is read anew. */
  #read(): Reading {
    const { reading, fresh } = this.#assemble();
    const ends = endsOf(reading);
    const stale = [...this.#ends].filter(([sentence, place]) => isIn(reading, sentence) && ends.get(sentence) !== place).concat([...ends].filter(([sentence]) => !this.#ends.has(sentence) && !fresh.includes(sentence)));
    this.#ends = ends;
    if (stale.length === 0) return this.#explain(reading, fresh);
    for (const [{ start }] of stale) this.#sections.list[this.#sections.indexAt(start)]?.forget();
    const again = this.#assemble();
    this.#ends = endsOf(again.reading);
    return this.#explain(again.reading, [...fresh.filter((sentence) => isIn(again.reading, sentence)), ...again.fresh].sort((a, b) => a.index - b.index));
  }

  #assemble(): { readonly reading: Reading; readonly fresh: readonly Sentence[] } {
    const { text, frontMatter, list } = this.#sections;
    const fresh: Sentence[] = [];
    const sentences = (reading: Reading): readonly Sentence[] => {
      const all: Sentence[] = [];
      for (const section of list) {
        if (!section.sentences) fresh.push(...(section.sentences = reading.sentencesOf(section.content.blocks)));
        for (const sentence of section.sentences) {
          sentence.join(reading, all.length);
          all.push(sentence);
        }
      }
      return all;
    };
    return { reading: new Reading(new SectionsProse(text, frontMatter, list), this.vocabulary, { sentences, explanations: this.#explanations }), fresh };
  }

  /** Forgets what was found where a term counts as explained that was not before, or the other way round. */
  #explain(reading: Reading, fresh: readonly Sentence[]): Reading {
    const changed = this.#explanations.follow(reading, fresh);
    if (changed.length > 0) for (const section of this.#sections.list) if (changed.some((term) => section.terms.has(term))) section.found = undefined;
    return reading;
  }

  #judgeSection(section: Section, source: Source, whole: Reading): SectionFindings {
    const { content, quotes, sentences = [] } = section;
    const { kind, form, frontMatter } = whole.prose;
    const reading = new Reading({ ...content, quotes, text: source.text, kind, form, frontMatter }, whole.vocabulary, { sentences: () => sentences, explanations: this.#explanations });
    work.characters += section.end - section.start;
    section.terms.clear();
    this.#explanations.asking = section;
    const candidates = this.#candidates(source, reading, 'section');
    this.#explanations.asking = undefined;
    return { at: section.start, candidates, gathered: this.#gather(source, reading), hasOnce: candidates.some(({ once }) => once !== undefined), kept: undefined };
  }

  #gather(source: Source, reading: Reading): ReadonlyMap<string, readonly unknown[]> {
    const { program, config, templates, summarised } = this.judge;
    return new Map(summarised.map((rule) => [rule.id, SUMMARIES[rule.check ?? '']?.gather({ source, reading, config, templates, program, rule }) ?? []]));
  }

  #judgeWhole(source: Source, reading: Reading, judged: readonly Judged[]): readonly Candidate[] {
    return this.#candidates(source, reading, 'document', ({ id, check = '' }) => {
      const summary = SUMMARIES[check];
      return summary && ((input) => summary.conclude(judged.flatMap(({ found }) => found.gathered.get(id) ?? []), input));
    });
  }

  #candidates(source: Source, reading: Reading, reach: Reach, insteadOf?: (rule: RuleDefinition) => Check | undefined): readonly Candidate[] {
    const { config, selections, templates, snippetsFor } = this.judge;
    const finder = new Finder(source, reading, config, snippetsFor(source, reading), selections[reach], templates, { withoutFixes: true, isPart: true, ...(insteadOf && { insteadOf }) });
    return finder.find().filter(({ finding }) => !this.judge.isAllowed(finding, source.text));
  }
}

/** The first and the last two sentences of a text, and their places from the start or the end. What a sentence does depends on that. */
function endsOf({ body }: Reading): ReadonlyMap<Sentence, number> {
  const last = body.slice(-2).map((sentence, i, { length }) => [sentence, i - length] as const);
  return new Map([...last, ...body.slice(0, 2).map((sentence, i) => [sentence, i] as const)]);
}

function isIn({ sentences }: Reading, sentence: Sentence): boolean {
  return sentences[sentence.index] === sentence;
}

/** Forgets what was found next to what is new: rules may have looked at it from there. */
function forgetNear(sections: readonly Section[]): void {
  const fresh = sections.flatMap(({ found }, i) => (found ? [] : [i]));
  for (const at of fresh) for (const step of [-1, 1]) forgetFrom(sections, at, step);
}

function forgetFrom(sections: readonly Section[], at: number, step: number): void {
  let sentences = 0;
  let characters = 0;
  for (let i = at + step; sentences < NEIGHBOURS || characters < AROUND; i += step) {
    const section = sections[i];
    if (!section) return;
    section.found = undefined;
    sentences += section.sentences?.length ?? 0;
    characters += section.end - section.start;
  }
}
