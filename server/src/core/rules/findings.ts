import type { ArticleTemplates } from '../articles/templates.js';
import type { Config } from '../config.js';
import { GLOSSARY_RULE } from '../glossary.js';
import { greetingName } from '../anatomy/wrongName.js';
import type { DraftSnippets } from '../packs/draftSnippets.js';
import { findAll, type Match } from '../phrase/match.js';
import type { Finding, Fix, Kind, Range, Severity, Source } from '../types.js';
import { lackingAt } from './absences.js';
import { CHECKS, LOCAL_CHECKS, STEPPED, SUMMARIES, type Check, type CheckHit, type CheckInput, type Summary } from './check.js';
import type { Place } from './conditions.js';
import type { Category, RuleDefinition, RuleSet } from './definition.js';
import { categoryOf, fixesFor, spanOf, type Occasion } from './fixes.js';
import type { Absence, Pattern, Program } from './program.js';
import { keepsMarkup } from './keepsMarkup.js';
import { FindingWithLaterFixes } from './laterFixes.js';
import { readingParts } from '../reading/parts.js';
import { rangeAt } from '../ranges.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Selection, Switchboard } from './selection.js';
import { each, finish, type Steps } from '../steps.js';
import { work } from '../work.js';
import { withLineEndsOf } from '../text/lineEnds.js';
import type { Prose } from '../text/prose.js';
import { fill, withoutMark } from './template.js';

/** A reply of fewer words is not judged as a whole. */
const FEWEST_WORDS = 5;

/** So many sentences are read in one step. */
const A_FEW = 10;
/** A text of no more characters is read in one step: to stop after every check took a hundredth of a reply's time, and its checks take less than a step may. */
const SHORT = 5000;

/** A possible finding, before it is decided which of them stay. */
export interface Candidate {
  readonly finding: Finding;
  /** What the rule speaks of once: of candidates that say the same, the first stays. */
  readonly once: string | undefined;
  /** Of candidates on the same words, the one of the earlier stage comes first, and then the one of the earlier rule. */
  readonly stage: Stage;
}

/** What a finder goes through one after the other: sentences, what is absent, checks. */
type Stage = 0 | 1 | 2;

/** A pattern, and where its phrase stands in a sentence. */
export interface Matched {
  readonly pattern: Pattern;
  readonly matches: readonly Match[];
}

/** What a finder may leave out. */
export interface FinderOptions {
  /** Leaves out fixes: they will be asked for when somebody wants them. */
  readonly withoutFixes?: boolean;
  /** The whole text, whose fixes may reach beyond the part that is read; default: what is read. */
  readonly whole?: Reading;
  /** Leaves in what is said once already: whoever puts the findings of the parts of a text together will see to that. */
  readonly isPart?: boolean;
  /** Looks for one sort of findings alone: those of phrases in sentences, or those of checks. */
  readonly only?: 'phrases' | 'checks';
  /** Knows where patterns match a sentence; default: they are tried. */
  readonly matchedIn?: (sentence: Sentence) => readonly Matched[];
  /** Stands in for the check of a rule. */
  readonly insteadOf?: (rule: RuleDefinition) => Check | undefined;
}

/** Reads candidates for findings out of one text. */
export class Finder {
  readonly program: Program;
  readonly #candidates: Candidate[] = [];
  /** What rules spoke of that speak of it once. */
  readonly #said = new Set<string>();
  #stage: Stage = 0;

  constructor(
    readonly source: Source,
    readonly reading: Reading,
    readonly config: Config,
    readonly snippets: DraftSnippets,
    readonly selection: Selection,
    readonly templates: ArticleTemplates,
    readonly options: FinderOptions = {},
  ) {
    this.program = selection.program;
  }

  /** All candidates in document order. */
  find(): readonly Candidate[] {
    return finish(this.finding());
  }

  /** The same, a step at a time: for whoever has other things to do as well. */
  *finding(): Steps<readonly Candidate[]> {
    const { only, isPart } = this.options;
    if (!isPart) work.characters += this.reading.prose.text.length;
    if (only !== 'checks') yield* this.#readSentences();
    if (only !== 'phrases') yield* this.#runChecks();
    return this.#candidates.sort(({ finding: a }, { finding: b }) => a.start - b.start || a.end - b.end);
  }

  *#readSentences(): Steps<void> {
    const { prose, sentences } = this.reading;
    if (this.selection.hasPatterns) {
      work.blocks += prose.blocks.length;
      let read = 0;
      for (const sentence of sentences) {
        this.#readSentence(sentence);
        if (++read % A_FEW === 0 && this.#isLong) yield;
      }
    }
    this.#stage = 1;
    for (const absence of this.program.absences) {
      yield* this.#readAbsence(absence);
      if (this.#isLong) yield;
    }
  }

  *#runChecks(): Steps<void> {
    this.#stage = 2;
    if (!this.#isLong) {
      for (const rule of this.selection.checked) this.#runCheckAtOnce(rule);
      return;
    }
    const parts = yield* readingParts(this.reading);
    for (const rule of this.selection.checked) {
      yield* this.#runCheck(rule, parts);
      yield;
    }
  }

  /** Nearly every check finds nothing in a text that is not long: to go through each in steps took 3 % of a key. */
  #runCheckAtOnce(rule: RuleDefinition): void {
    const check = this.options.insteadOf?.(rule) ?? CHECKS[rule.check ?? ''];
    const hits = check?.(this.#inputOf(rule, this.reading)) ?? NO_HITS;
    if (hits.length > 0) this.#addHits(rule, hits);
  }

  /** Whoever reads parts one by one pauses between them: to go through each in steps took a tenth of a key in a long article. */
  get #isLong(): boolean {
    return !this.options.isPart && this.source.text.length > SHORT;
  }

  #readSentence(sentence: Sentence): void {
    const matched = this.options.matchedIn?.(sentence) ?? matchedIn(this.selection, sentence);
    const { explanations } = this.reading;
    for (const { pattern } of matched) explanations.note?.(pattern.phrase, sentence);
    for (const { pattern, matches } of matched) {
      const severity = this.selection.severityOf(pattern.rule);
      if (!severity) continue;
      for (const match of matches) this.#readMatch(pattern, { sentence, match, phrase: pattern.phrase }, severity);
    }
  }

  /** What was said once need not be asked for its conditions: of the jargon of an article every other mention. */
  #readMatch(pattern: Pattern, place: Place, severity: Severity): void {
    const once = pattern.rule.once === true ? onceOf(pattern.rule, place) : undefined;
    if ((once !== undefined && !this.options.isPart && this.#said.has(once)) || !pattern.holds(place)) return;
    if (once !== undefined) this.#said.add(once);
    this.#addMatch(pattern, place, severity, once);
  }

  #addMatch({ rule, phrase, plain }: Pattern, place: Place, severity: Severity, once: string | undefined): void {
    const customer = this.reading.prose.frontMatter.get('customer');
    const extra = { ...(plain === undefined ? {} : { plain }), ...(customer === undefined ? {} : { customer: greetingName(customer) }) };
    const values = { place, captures: phrase.captures, extra };
    const { sentence } = place;
    const match = sentence.rangeOf(place.match.start, place.match.end);
    const range = spanOf(rule.span ?? 'match', { sentence, range: match, values }) ?? match;
    this.#add(severity, this.#occasion(rule, sentence, range, values), { once });
  }

  *#readAbsence(absence: Absence): Steps<void> {
    const { rule } = absence;
    const severity = this.selection.severityOf(rule);
    const sentence = severity && (yield* lackingAt(absence, this.reading));
    if (!sentence) return;
    const match = { start: 0, end: sentence.ids.length, slots: [] };
    this.#add(severity, this.#occasion(rule, sentence, { start: sentence.start, end: sentence.end }, { place: { sentence, match }, captures: [], extra: {} }));
  }

  /** @param parts of the text, for checks that can do with one at a time */
  *#runCheck(rule: RuleDefinition, parts: readonly Reading[]): Steps<void> {
    const { check: name = '' } = rule;
    const instead = this.options.insteadOf?.(rule);
    const whole = this.#inputOf(rule, this.reading);
    const [stepped, summary] = [STEPPED[name], SUMMARIES[name]];
    if (instead) this.#addHits(rule, instead(whole));
    else if (stepped) this.#addHits(rule, yield* stepped(whole));
    else if (parts.length === 1 || !(summary ?? LOCAL_CHECKS.has(name))) this.#addHits(rule, CHECKS[name]?.(whole) ?? []);
    else if (summary) this.#addHits(rule, yield* summingUp(summary, parts.map((part) => this.#inputOf(rule, part)), whole));
    else yield* each(parts, (part) => this.#addHits(rule, CHECKS[name]?.(this.#inputOf(rule, part)) ?? []), 1);
  }

  #inputOf(rule: RuleDefinition, reading: Reading): CheckInput {
    return { source: this.source, reading, config: this.config, templates: this.templates, program: this.program, rule };
  }

  /** Findings of a rule at places that are known when all others have spoken. */
  findingsOf(id: string, hits: readonly CheckHit[]): readonly Finding[] {
    const rule = this.program.set.rules.find((one) => one.id === id);
    const before = this.#candidates.length;
    if (rule) this.#addHits(rule, hits);
    return this.#candidates.splice(before).map(({ finding }) => finding);
  }

  #addHits(rule: RuleDefinition, hits: readonly CheckHit[]): void {
    const severity = this.selection.severityOf(rule);
    if (!severity) return;
    for (const { start, end, extra = {}, spans, fixes } of hits) {
      const sentence = rangeAt(this.reading.sentences, start);
      const match = this.source.text.slice(start, end);
      this.#add(severity, this.#occasion(rule, sentence, { start, end }, { place: undefined, captures: [], extra: { match, ...extra }, spans }), { fixes });
    }
  }

  #occasion(rule: RuleDefinition, sentence: Sentence | undefined, range: Range, values: Occasion['values']): Occasion {
    return { rule, reading: this.options.whole ?? this.reading, sentence, range, values, snippets: this.snippets };
  }

  #add(severity: Severity, occasion: Occasion, { once, fixes = [] }: { readonly once?: string | undefined; readonly fixes?: readonly Fix[] | undefined } = {}): void {
    const { rule, range: { start, end }, values, reading } = occasion;
    const found = { rule: rule.id, category: categoryOf(rule.id), severity, start, end, message: fill(rule.message, { ...quoted(values), orMatch: true }) };
    const finding = this.options.withoutFixes ? { ...found, fixes: [] } : new FindingWithLaterFixes(found, () => fixesIn(reading.prose, found, [...fixes, ...fixesFor(occasion)]));
    this.#candidates.push({ finding, once, stage: this.#stage });
  }
}

/** Fixes as the text takes them: none that breaks its markup, and none to be applied unasked in what may be the customer's words. */
function fixesIn(prose: Prose, found: Range, fixes: readonly Fix[]): readonly Fix[] {
  const kept = fixes.filter((fix) => keepsMarkup(fix, prose)).map((fix) => withLineEnds(fix, prose.text));
  return isDoubtful(found, prose) ? kept.map(asSuggestion) : kept;
}

function withLineEnds(fix: Fix, text: string): Fix {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, text: withLineEndsOf(text, edit.text) })) };
}

/** Whether a finding may stand in the customer's words. */
function isDoubtful({ start }: Range, { doubtful }: Prose): boolean {
  return doubtful !== undefined && start >= doubtful.start && start < doubtful.end;
}

function asSuggestion(fix: Fix): Fix {
  return fix.kind === 'safe' ? { ...fix, kind: 'suggestion' } : fix;
}

/** What a check has to say that sums up the parts of a text: of each subject by itself, for there may be thousands. */
function* summingUp(summary: Summary<unknown>, parts: readonly CheckInput[], whole: CheckInput): Steps<readonly CheckHit[]> {
  const mentions = new Map<string, unknown[]>();
  const note = (one: unknown): void => {
    const subject = summary.subjectOf(one);
    const others = mentions.get(subject);
    if (others) others.push(one);
    else mentions.set(subject, [one]);
  };
  yield* each(parts, (part) => summary.gather(part).forEach(note), 1);
  const hits: CheckHit[] = [];
  yield* each(mentions.values(), (ofOne) => void hits.push(...summary.conclude(ofOne, whole)));
  return hits;
}

/** Where the phrases of patterns match in a sentence. This depends on the sentence alone, so that whoever keeps the sentence may keep the matches. */
export function matchedIn(selection: Selection, sentence: Sentence): readonly Matched[] {
  const candidates = selection.candidates(sentence);
  work.sentences++;
  work.phrases += candidates.length;
  if (candidates.length === 0) return NOTHING;
  return candidates.flatMap((pattern) => {
    const matches = findAll(pattern.phrase, sentence);
    return matches.length === 0 ? NOTHING : [{ pattern, matches }];
  });
}

const NOTHING: readonly Matched[] = [];
const NO_HITS: readonly CheckHit[] = [];

/** What a rule speaks of at a place, in whatever form. */
function onceOf({ id }: RuleDefinition, { sentence, match }: Place): string {
  return `${id} ${stemsOf(sentence.words.slice(match.start, match.end))}`;
}

/** Decides which candidates stay as findings; none about the whole text where there is next to no text. */
export function settle(candidates: readonly Candidate[], reading: Reading, { categories }: RuleSet): readonly Finding[] {
  const whole = new Set(isBrief(reading) ? categories.filter(({ group }) => group === 'document').map(({ id }) => id) : []);
  return candidates.flatMap(({ finding }) => (whole.has(finding.category) ? [] : [finding]));
}

/** Whether there is next to nothing between greeting and sign-off: "All done, enjoy!" is no reply to take apart. */
export function isBrief({ body }: Reading): boolean {
  let words = 0;
  return !body.some(({ wordCount }) => (words += wordCount) >= FEWEST_WORDS);
}

/** A match as a message quotes it: with the whole of a contraction that it begins in, and without a comma at its end. */
function quoted({ place, captures, extra }: Occasion['values']): Occasion['values'] {
  if (!place) return { place, captures, extra };
  const { sentence, match } = place;
  const begun = /^(?:n?['’])/.test(sentence.textOf(match.start, match.end)) && sentence.endOf(match.start - 1) === sentence.startOf(match.start);
  const written = sentence.textOf(match.start - (begun ? 1 : 0), match.end);
  return { place, captures, extra: { match: withoutMark(written), ...extra } };
}

const DETERMINERS = /^(?:the|an?|our|your|this)$/;

/** Words without their endings, determiners left out: "an endpoint" and "the endpoints" are the same. */
function stemsOf(words: readonly string[]): string {
  return words.filter((word) => !DETERMINERS.test(word)).map((word) => word.replace(/(?<=[a-z0-9]{2})(?:ing|ed|es|s|d|e)$/, '')).join(' ');
}

/** Makes the switchboard for a kind of text under a configuration. */
export function switchboard(config: Config, kind: Kind, categories: ReadonlyMap<string, Category>): Switchboard {
  const known = new Map<RuleDefinition, Severity | undefined>();
  return (rule) => {
    if (!known.has(rule)) known.set(rule, severityFor(rule, config, kind, categories.get(categoryOf(rule.id))));
    return known.get(rule);
  };
}

function severityFor(rule: RuleDefinition, config: Config, kind: Kind, category: Category | undefined): Severity | undefined {
  const set = configuredSeverity(rule, config, category, kind);
  if (!set) return undefined;
  if (rule.audience !== undefined && rule.audience !== config.audience) return undefined;
  return isForKind(rule, kind, category) ? set : undefined;
}

/** The severity that the configuration gives a rule, in a kind of text or in any: the longer key wins. The user's own glossary is turned off by its name only. */
export function configuredSeverity(rule: RuleDefinition, config: Config, category: Category | undefined, kind?: Kind): Severity | undefined {
  const whole = config.rules[categoryOf(rule.id)];
  const set = config.rules[rule.id] ?? (whole === 'off' && rule.id === GLOSSARY_RULE ? undefined : whole);
  if (set !== undefined) return set === 'off' ? undefined : set;
  const optIn = rule.optIn ?? category?.optIn ?? false;
  return optIn && config.preset !== 'all' ? undefined : (severityOf(rule, kind) ?? (category && severityOf(category, kind)) ?? 'info');
}

function severityOf({ severity, severityIn }: Pick<RuleDefinition, 'severity' | 'severityIn'>, kind: Kind | undefined): Severity | undefined {
  return (kind && severityIn?.[kind]) ?? severity;
}

function isForKind(rule: RuleDefinition, kind: Kind, category: Category | undefined): boolean {
  if (kind === 'note') return category?.group === 'safety';
  const kinds = rule.kinds ?? category?.kinds ?? ['reply'];
  return kind === 'macro' ? rule.absent === undefined && (kinds.includes('macro') || kinds.includes('reply')) : kinds.includes(kind);
}
