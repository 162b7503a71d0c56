import type { Vocabulary } from '../phrase/vocabulary.js';
import type { ArticleTemplates } from '../articles/templates.js';
import type { Config } from '../config.js';
import type { DraftSnippets } from '../packs/draftSnippets.js';
import { SUMMARIES, type Check } from '../rules/check.js';
import type { Category, RuleDefinition } from '../rules/definition.js';
import { Finder, type Candidate, type FinderOptions } from '../rules/findings.js';
import type { Program } from '../rules/program.js';
import type { Reach } from '../rules/reach.js';
import { rangeAt } from '../ranges.js';
import { Reading, type Sentence } from '../reading/reading.js';
import type { Selection } from '../rules/selection.js';
import { isEnglish } from '../text/language.js';
import type { Block, Link, Prose } from '../text/prose.js';
import type { Finding, Fix, Range, Source } from '../types.js';
import { work } from '../work.js';
import { LiveExplanations, type Replacement } from './liveExplanations.js';
import { besideIn, isSame, withNeighbours } from './beside.js';
import { KeptSentences } from './keptSentences.js';
import { fixesAmong, NOWHERE, type Home } from './liveFinding.js';
import { replaced, type LiveText } from './liveText.js';
import type { Article, Section } from './section.js';
import type { Looked, Said } from './sectionFindings.js';
import { splice } from './splice.js';
import { finish, type Steps } from '../steps.js';
import { SectionSet } from './sectionSet.js';
import { bySection, moved, Settlement } from './settlement.js';
import { Summing } from './summing.js';
import { Sums, type Mentioned, type Subject, type Summed } from './sums.js';
import { Sections } from './sections.js';
import { SectionsProse } from './sectionsProse.js';
import type { Unseen, Window } from './unseen.js';

/** What judges a text: the rules that hold, and how far each of them looks. */
export interface Judge {
  readonly program: Program;
  readonly config: Config;
  readonly templates: ArticleTemplates;
  readonly categories: ReadonlyMap<string, Category>;
  /** The rules that hold, by how far they look; apart from the others, those whose checks sum up what stands in the sections. */
  readonly selections: Readonly<Record<Reach | 'sum', Selection>>;
  readonly orderOf: (rule: string) => number;
  /** Whether what a rule finds depends on the sentences around the one it stands in. */
  readonly looksBeside: (rule: RuleDefinition) => boolean;
  isAllowed(finding: Range, text: string): boolean;
  readonly snippetsFor: (source: Source, reading: Reading) => DraftSnippets;
  /** Follows an article without cutting it. */
  reread(source: Source): LiveText;
}

/** So many characters are read in a moment. */
const MUCH = 20_000;

/** Whether a text is read section by section: an article in Markdown. */
export function isCutInSections({ kind, languageId = 'markdown' }: Source): boolean {
  return kind === 'article' && (languageId === 'markdown' || languageId === 'support-reply');
}

/**
 * An article that is being written. Of an edit, only the sections that it may have changed are read and judged anew; the
 * findings are those that the whole text would have.
 */
export class LiveArticle implements LiveText, Article {
  readonly #sections: Sections;
  readonly #explanations = new LiveExplanations();
  /** Of the whole text, as far as it has been read. */
  readonly #sentences: Sentence[] = [];
  #reading: Reading | undefined;
  #census: Census | undefined;
  readonly #kept = new KeptSentences();
  readonly #settlement = new Settlement();
  /** Sections with something that checks of the whole text need to know. */
  readonly #known = new SectionSet();
  readonly #sums = new Sums();
  #findings: readonly Finding[] | undefined;
  /** How many characters are new since findings were worked out. */
  #unread: number;
  #judge: Judge | undefined;
  /** The findings of some sections, and those about the whole, with their fixes. */
  readonly #withFixes = new Map<Section | 'whole', readonly Finding[]>();
  /** Stands in where the article cannot be read section by section. */
  #uncut: LiveText | undefined;

  constructor(
    readonly source: Source,
    readonly vocabulary: Vocabulary,
    readonly judgeFor: (prose: Prose) => Judge,
  ) {
    this.#sections = new Sections(source.text, this, this.#kept);
    this.#unread = source.text.length;
  }

  /** Who judges may depend on the front matter. */
  get judge(): Judge {
    return (this.#judge ??= this.judgeFor(this.reading.prose));
  }

  get reading(): Reading {
    return (this.#reading ??= this.#makeReading());
  }

  #makeReading(): Reading {
    const { text, frontMatter, list } = this.#sections;
    const linkAt = (offset: number): Link | undefined => rangeAt(this.#sections.at(offset)?.content.links ?? [], offset);
    return new Reading(new SectionsProse(text, frontMatter, list), this.vocabulary, { sentences: this.#sentences, explanations: this.#explanations, makeSentence: this.#kept.make, linkAt });
  }

  get text(): string {
    return this.#sections.text;
  }

  replace(range: Range, inserted: string, text = replaced(this.text, range, inserted)): void {
    this.#sections.replace(range, inserted, text);
    this.#uncut?.replace(range, inserted, text);
    this.#unread += inserted.length;
    this.#findings = this.#judge = this.#reading = undefined;
    this.#withFixes.clear();
  }

  forget(section: Section): void {
    this.#known.note(section, false);
    this.#explanations.forget(section);
    this.#settlement.forget(section);
    this.#sums.forget(section);
  }

  get hasMuchToRead(): boolean {
    return this.#unread > MUCH || this.#uncut?.hasMuchToRead === true;
  }

  get isEnglish(): boolean {
    const { list, unread } = this.#sections;
    // Until the sections that were asked have changed, it is as it was: to count their words took a tenth of a key.
    if (!this.#census || unread.windowOf(list.length).from < this.#census.asked) this.#census = this.#takeCensus();
    return this.#census.isEnglish;
  }

  #takeCensus(): Census {
    const { text, list } = this.#sections;
    let asked = 0;
    const blocks = function* (): Iterable<Block> {
      for (const { content } of list) {
        asked++;
        yield* content.blocks;
      }
      asked = Infinity;
    };
    return { isEnglish: isEnglish({ text, blocks: blocks() }), asked };
  }

  findings(): readonly Finding[] {
    this.#findings ??= finish(this.#judging());
    this.#unread = 0;
    return this.#findings;
  }

  *steps(): Steps<void> {
    const { text } = this;
    const judging = this.#judging();
    while (text === this.text && !this.#findings) {
      const { done, value } = judging.next();
      if (!done) yield;
      else [this.#findings, this.#unread] = [value, 0];
    }
  }

  blockAt(offset: number): Block | undefined {
    return rangeAt(this.#sections.at(offset)?.content.blocks ?? [], offset);
  }

  /** Articles have none. */
  anatomy(): undefined {
    return undefined;
  }

  anatomySteps(): undefined {
    return undefined;
  }

  *#judging(): Steps<readonly Finding[]> {
    yield* this.#sections.reading();
    // Comments that take findings back, and those that do no longer, are a matter of the whole text.
    if (this.#sections.saysIgnore) {
      const uncut = (this.#uncut ??= this.judge.reread({ ...this.source, text: this.text }));
      yield* uncut.steps();
      return uncut.findings();
    }
    this.#uncut = undefined;
    if (!this.isEnglish) return [];
    const { reading } = this;
    const source = { ...this.source, text: this.text };
    const { list, unread, unjudged } = this.#sections;
    for (const section of within(list, unread)) {
      if (section.sentences) continue;
      section.sentences = reading.sentencesOf(section.content.blocks, section);
      yield;
    }
    this.#readChanged(reading, unread.windowOf(list.length));
    unread.clear(list.length);
    for (const section of within(list, unjudged)) {
      if (section.found?.said && section.found.looked) continue;
      this.#judgeSection(section, source, reading);
      yield;
    }
    // What was asked for meanwhile was asked of sections that had not been read yet.
    this.#withFixes.clear();
    const settling = { ...this.judge, set: this.judge.program.set, fixesOf: this.#fixesOf };
    const whole = this.#candidates(source, reading, 'document', {}, NOWHERE);
    yield;
    yield* this.#sums.summingUp((all) => this.#sumUp(all, source, reading));
    const { summed } = this.#sums;
    const judged = { reading, sections: list, at: this.#at, changed: within(list, unjudged).filter(({ found }) => !found?.kept), whole, summed, resummed: this.#sums.takeChanged() };
    const findings = yield* this.#settlement.settle(settling, judged);
    unjudged.clear(list.length);
    return findings;
  }

  /** Few people ask for fixes while they type: what was found is found again where it stands, now with its fixes. */
  readonly #fixesOf = (finding: Finding): readonly Fix[] => {
    const section = this.#sections.at(finding.start);
    const own = section ? this.#fixed(section) : [];
    return fixesAmong(own, finding) ?? fixesAmong(this.#fixed('whole'), finding) ?? [];
  };

  /** The findings of a section, or about the whole, with their fixes. */
  #fixed(where: Section | 'whole'): readonly Finding[] {
    const known = this.#withFixes.get(where) ?? this.#find(where).map(({ finding }) => finding);
    this.#withFixes.set(where, known);
    return known;
  }

  #find(where: Section | 'whole'): readonly Candidate[] {
    const { reading } = this;
    const source = { ...this.source, text: this.text };
    const options = { withoutFixes: false, whole: reading };
    if (where !== 'whole') return this.#candidates(source, this.#readingOf(where, source, reading), 'section', options, NOWHERE);
    return [...this.#candidates(source, reading, 'document', options, NOWHERE), ...this.#candidates(source, reading, 'sum', { ...options, insteadOf: this.#summing }, NOWHERE)];
  }

  /** Reads what has changed, and forgets what was found by looking at it. */
  #readChanged(reading: Reading, window: Window): void {
    const replacement = this.#placeSentences(window);
    this.#kept.clear();
    const { list } = this.#sections;
    this.#forgetBeside(reading, withNeighbours(list, window));
    const changed = this.#explanations.follow(reading, replacement);
    for (const section of changed) this.#sections.forgetSaid(this.#sections.indexAt(section.start));
  }

  /** Puts the sentences of changed sections in their places. */
  #placeSentences({ from, to }: Window): Replacement {
    const { list } = this.#sections;
    const before = list[from - 1];
    const first = before ? before.first + (before.sentences?.length ?? 0) : 0;
    const below = list[to]?.first ?? this.#sentences.length;
    const fresh: Sentence[] = [];
    for (const section of list.slice(from, to)) {
      section.first = first + fresh.length;
      fresh.push(...(section.sentences ?? []));
    }
    splice(this.#sentences, first, below - first, fresh);
    const more = first + fresh.length - below;
    if (more !== 0) for (let i = to; i < list.length; i++) list[i]?.follow(more);
    return { first, gone: below - first, fresh };
  }

  /** Forgets what phrases found where conditions looked at other sentences than now. */
  #forgetBeside(reading: Reading, { from, to }: Window): void {
    const { list } = this.#sections;
    for (let at = from; at < to; at++) {
      const section = list[at];
      const beside = section?.found?.said?.beside ?? NOBODY;
      if (section && beside !== NOBODY && !isSame(beside, besideIn(reading, section))) this.#sections.forgetSaid(at);
    }
  }

  #judgeSection(section: Section, source: Source, whole: Reading): void {
    const reading = this.#readingOf(section, source, whole);
    work.characters += section.end - section.start;
    const before = section.found;
    const said = before?.said ?? this.#say(section, source, reading, whole);
    const looked = before?.looked ?? this.#look(section, source, reading);
    section.found = { said, looked, kept: undefined };
    if (looked === before?.looked) return;
    this.#known.note(section, looked.gathered.size > 0);
    this.#sums.note(section, subjectsOf(looked, this.judge));
  }

  #readingOf({ content, quotes, sentences = [] }: Section, { text }: Source, { prose, vocabulary }: Reading): Reading {
    const { kind, form, frontMatter } = prose;
    return new Reading({ memory: new Map(), ...content, quotes, text, kind, form, frontMatter }, vocabulary, { sentences, explanations: this.#explanations });
  }

  #look(section: Section, source: Source, reading: Reading): Looked {
    return { checked: this.#candidates(source, reading, 'section', { only: 'checks' }, section), gathered: this.#gather(source, reading) };
  }

  #say(section: Section, source: Source, reading: Reading, whole: Reading): Said {
    const { selections, looksBeside } = this.judge;
    const matchedIn = this.#kept.matchedBy(selections.section);
    const matched = reading.sentences.flatMap(matchedIn);
    if (matched.length === 0) return SILENT;
    for (const { pattern } of matched) this.#explanations.noteIn(pattern.phrase, section);
    const candidates = this.#explanations.askedBy(section, () => this.#candidates(source, reading, 'section', { only: 'phrases', matchedIn }, section));
    return { candidates, once: new Set(candidates.flatMap(({ once }) => once ?? [])), beside: matched.some(({ pattern }) => looksBeside(pattern.rule)) ? besideIn(whole, section) : NOBODY };
  }

  #gather(source: Source, reading: Reading): ReadonlyMap<string, readonly unknown[]> {
    const { program, config, templates, selections } = this.judge;
    const all = selections.sum.checked.map((rule) => [rule.id, SUMMARIES[rule.check ?? '']?.gather({ source, reading, config, templates, program, rule }) ?? []] as const);
    return new Map(all.filter(([, { length }]) => length > 0));
  }

  /** What checks say that sum up what was gathered of each of some subjects. */
  #sumUp(all: readonly Mentioned[], source: Source, reading: Reading): readonly Summed[] {
    const summing = new Summing(all);
    const candidates = all.length > 0 ? this.#candidates(source, reading, 'sum', { insteadOf: summing.insteadOf }, NOWHERE) : [];
    // What stands in a sentence stands in a section.
    return summing.sort(candidates).map((whole) => bySection({ whole, at: this.#at }) ?? new Map());
  }

  readonly #summing = ({ id, check = '' }: RuleDefinition): Check | undefined => {
    const summary = SUMMARIES[check];
    return summary && ((input) => summary.conclude(gatheredIn(this.#known.inOrder, id), input));
  };

  readonly #at = (offset: number): Section | undefined => this.#sections.at(offset);

  /** What the rules of a reach find, counted from a place of the text. */
  #candidates(source: Source, reading: Reading, reach: Reach | 'sum', options: FinderOptions, { start }: Home): readonly Candidate[] {
    const { config, selections, templates, snippetsFor } = this.judge;
    const finder = new Finder(source, reading, config, snippetsFor(source, options.whole ?? reading), selections[reach], templates, { withoutFixes: true, isPart: true, ...options });
    return finder.find().filter(({ finding }) => !this.judge.isAllowed(finding, source.text)).map((one) => moved(one, -start));
  }
}

/** Whether a text is English, and how many sections at its start were asked; of a short text any that may come. */
interface Census {
  readonly isEnglish: boolean;
  readonly asked: number;
}

const NOBODY: Said['beside'] = [];

function gatheredIn(sections: readonly Section[], rule: string): readonly unknown[] {
  return sections.flatMap(({ found }) => found?.looked?.gathered.get(rule) ?? []);
}

/** What checks that sum up have to say something of. */
function subjectsOf({ gathered }: Looked, { selections }: Judge): readonly Subject[] {
  return selections.sum.checked.flatMap(({ id, check = '' }) => (gathered.get(id) ?? []).map((one) => ({ rule: id, name: SUMMARIES[check]?.subjectOf(one) ?? '' })));
}

/** Where no phrase matches, whatever stands beside it. */
const SILENT: Said = { candidates: [], once: new Set(), beside: NOBODY };

/** The changed ones of some sections. */
function within(sections: readonly Section[], unseen: Unseen): readonly Section[] {
  const { from, to } = unseen.windowOf(sections.length);
  return sections.slice(from, to);
}
