import type { Vocabulary } from '../phrase/vocabulary.js';
import type { ArticleTemplates } from '../articles/templates.js';
import type { Config } from '../config.js';
import type { DraftSnippets } from '../packs/draftSnippets.js';
import { SUMMARIES, type Check } from '../rules/check.js';
import type { Category, RuleDefinition } from '../rules/definition.js';
import { Finder, type Candidate, type FinderOptions } from '../rules/findings.js';
import type { Program } from '../rules/program.js';
import { NEIGHBOURS, type Reach } from '../rules/reach.js';
import { Reading, type Sentence } from '../rules/reading.js';
import type { Selection } from '../rules/selection.js';
import { isEnglish } from '../text/language.js';
import type { Prose } from '../text/prose.js';
import type { Finding, Fix, Range, Source } from '../types.js';
import { work } from '../work.js';
import { LiveExplanations } from './liveExplanations.js';
import { KeptSentences } from './keptSentences.js';
import { fixesAmong, NOWHERE, type Home } from './liveFinding.js';
import type { LiveText } from './liveText.js';
import type { Section } from './section.js';
import type { Said } from './sectionFindings.js';
import { moved, Settlement, type Judged } from './settlement.js';
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
  readonly #kept = new KeptSentences();
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
    this.#sections = new Sections(source.text, this.#kept);
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
    const source = { ...this.source, text: this.text };
    this.#reconsider(reading);
    const judged = this.#sections.list.map((section) => this.#judgeSection(section, source, reading));
    const settling = { ...this.judge, set: this.judge.program.set, fixesOf: this.#fixesOf };
    return new Settlement(settling, reading, judged, this.#judgeWhole(source, reading, judged)).settle();
  }

  /** The fixes depend on all of the text, and few people ask for them while they type: they are those of a text linted as a whole. */
  readonly #fixesOf = (finding: Finding): readonly Fix[] => fixesAmong((this.#whole ??= this.judge.lint({ ...this.source, text: this.text })), finding);

  /** The text as a whole: what was read before, and what is new. */
  #read(): Reading {
    const { reading, fresh } = this.#assemble();
    this.#kept.clear();
    return this.#explain(reading, fresh);
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
    return { reading: new Reading(new SectionsProse(text, frontMatter, list), this.vocabulary, { sentences, explanations: this.#explanations, makeSentence: this.#kept.make }), fresh };
  }

  /** Forgets what was found where a term counts as explained that was not before, or the other way round. */
  #explain(reading: Reading, fresh: readonly Sentence[]): Reading {
    const changed = this.#explanations.follow(reading, fresh);
    if (changed.length > 0) for (const section of this.#sections.list) if (changed.some((term) => section.terms.has(term))) section.found = undefined;
    return reading;
  }

  /** Forgets what phrases found around what is new, where conditions looked at other sentences than now. */
  #reconsider(reading: Reading): void {
    const { list } = this.#sections;
    for (const [at, { found }] of list.entries()) if (!found) for (const near of around(list, at)) if (near.found?.said && !isSame(near.found.said.beside, besideIn(reading, near))) near.found.said = undefined;
  }

  #judgeSection(section: Section, source: Source, whole: Reading): Judged {
    const { found } = section;
    if (found?.said) return { section, found, said: found.said };
    const reading = this.#readingOf(section, source, whole);
    work.characters += section.end - section.start;
    const said = this.#say(section, source, reading, besideIn(whole, section));
    const { checked, gathered } = found ?? { checked: this.#candidates(source, reading, 'section', { only: 'checks' }, section), gathered: this.#gather(source, reading) };
    section.found = { said, checked, gathered, kept: undefined };
    return { section, found: section.found, said };
  }

  #readingOf({ content, quotes, sentences = [] }: Section, { text }: Source, { prose, vocabulary }: Reading): Reading {
    const { kind, form, frontMatter } = prose;
    return new Reading({ ...content, quotes, text, kind, form, frontMatter }, vocabulary, { sentences: () => sentences, explanations: this.#explanations });
  }

  #say(section: Section, source: Source, reading: Reading, beside: Said['beside']): Said {
    section.terms.clear();
    this.#explanations.asking = section;
    const candidates = this.#candidates(source, reading, 'section', { only: 'phrases', matchedIn: this.#kept.matchedBy(this.judge.selections.section) }, section);
    this.#explanations.asking = undefined;
    return { candidates, hasOnce: candidates.some(({ once }) => once !== undefined), beside };
  }

  #gather(source: Source, reading: Reading): ReadonlyMap<string, readonly unknown[]> {
    const { program, config, templates, summarised } = this.judge;
    return new Map(summarised.map((rule) => [rule.id, SUMMARIES[rule.check ?? '']?.gather({ source, reading, config, templates, program, rule }) ?? []]));
  }

  #judgeWhole(source: Source, reading: Reading, judged: readonly Judged[]): readonly Candidate[] {
    const insteadOf = ({ id, check = '' }: RuleDefinition): Check | undefined => {
      const summary = SUMMARIES[check];
      return summary && ((input) => summary.conclude(judged.flatMap(({ found }) => found.gathered.get(id) ?? []), input));
    };
    return this.#candidates(source, reading, 'document', { insteadOf }, NOWHERE);
  }

  /** What the rules of a reach find, counted from a place of the text. */
  #candidates(source: Source, reading: Reading, reach: Reach, options: FinderOptions, { start }: Home): readonly Candidate[] {
    const { config, selections, templates, snippetsFor } = this.judge;
    const finder = new Finder(source, reading, config, snippetsFor(source, reading), selections[reach], templates, { withoutFixes: true, isPart: true, ...options });
    return finder.find().filter(({ finding }) => !this.judge.isAllowed(finding, source.text)).map((one) => moved(one, -start));
  }
}

/** The sentences on both sides of a section that its rules may look at. */
function besideIn({ sentences }: Reading, { sentences: own = [] }: Section): Said['beside'] {
  const [first] = own;
  if (!first) return [];
  const last = first.index + own.length - 1;
  return Array.from({ length: NEIGHBOURS }, (_, i) => [sentences[first.index - 1 - i], sentences[last + 1 + i]]).flat();
}

/** The sections on both sides of one whose rules may look at it. */
function around(sections: readonly Section[], at: number): readonly Section[] {
  return [-1, 1].flatMap((step) => {
    const near: Section[] = [];
    for (let i = at + step, sentences = 0; sentences < NEIGHBOURS; i += step) {
      const section = sections[i];
      if (!section) break;
      near.push(section);
      sentences += section.sentences?.length ?? 0;
    }
    return near;
  });
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
