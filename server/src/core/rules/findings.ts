import type { ArticleTemplates } from '../articles/templates.js';
import type { Config } from '../config.js';
import { GLOSSARY_RULE } from '../glossary.js';
import type { DraftSnippets } from '../packs/draftSnippets.js';
import { findAll } from '../phrase/match.js';
import type { Finding, Fix, Kind, Range, Severity, Source } from '../types.js';
import { CHECKS, type CheckHit } from './check.js';
import type { Place } from './conditions.js';
import type { Category, RuleDefinition } from './definition.js';
import { categoryOf, fixesFor, spanOf, type Occasion } from './fixes.js';
import type { Absence, Pattern, Program } from './program.js';
import { keepsMarkup } from './keepsMarkup.js';
import { rangeAt } from './rangeAt.js';
import type { Reading, Sentence } from './reading.js';
import type { Selection, Switchboard } from './selection.js';
import { work } from '../work.js';
import { fill } from './template.js';

/** A reply of fewer words is not judged as a whole. */
const FEWEST_WORDS = 5;

/** Reads findings out of one text. */
export class Finder {
  readonly #findings: Finding[] = [];
  /** What the rules that speak once have spoken of. */
  readonly #spoken = new Set<string>();
  readonly program: Program;

  constructor(
    readonly source: Source,
    readonly reading: Reading,
    readonly config: Config,
    readonly snippets: DraftSnippets,
    readonly selection: Selection,
    readonly templates: ArticleTemplates,
  ) {
    this.program = selection.program;
  }

  /** All findings in document order, the ones that others hide included. */
  find(): readonly Finding[] {
    const { prose, sentences } = this.reading;
    work.characters += prose.text.length;
    work.blocks += prose.blocks.length;
    for (const sentence of sentences) this.#readSentence(sentence);
    for (const absence of this.program.absences) this.#readAbsence(absence);
    for (const rule of this.program.set.rules) this.#runCheck(rule);
    const found = this.#isBrief() ? this.#findings.filter(({ category }) => !this.#isOfTheWhole(category)) : this.#findings;
    return found.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** Next to nothing between greeting and sign-off: "All done, enjoy!" is no reply to take apart. */
  #isBrief(): boolean {
    return this.reading.body.reduce((sum, { wordCount }) => sum + wordCount, 0) < FEWEST_WORDS;
  }

  #isOfTheWhole(category: string): boolean {
    return this.program.set.categories.some(({ id, group }) => id === category && group === 'document');
  }

  #readSentence(sentence: Sentence): void {
    const candidates = this.selection.candidates(sentence);
    work.sentences++;
    work.phrases += candidates.length;
    for (const pattern of candidates) {
      const severity = this.selection.severityOf(pattern.rule);
      if (!severity) continue;
      for (const place of placesOf(pattern, sentence)) if (!this.#hasSpoken(pattern.rule, place)) this.#addMatch(pattern, place, severity);
    }
  }

  /** Whether a rule that speaks once has found the same words before, in whatever form. */
  #hasSpoken({ id, once }: RuleDefinition, { sentence, match }: Place): boolean {
    if (once !== true) return false;
    const key = `${id} ${stemsOf(sentence.words.slice(match.start, match.end))}`;
    const known = this.#spoken.has(key);
    this.#spoken.add(key);
    return known;
  }

  #addMatch({ rule, phrase, plain }: Pattern, place: Place, severity: Severity): void {
    const customer = this.reading.prose.frontMatter.get('customer');
    const extra = { ...(plain === undefined ? {} : { plain }), ...(customer === undefined ? {} : { customer }) };
    const values = { place, captures: phrase.captures, extra };
    const { sentence } = place;
    const match = sentence.rangeOf(place.match.start, place.match.end);
    const range = spanOf(rule.span ?? 'match', { sentence, range: match, values }) ?? match;
    this.#add(severity, this.#occasion(rule, sentence, range, values));
  }

  #readAbsence({ rule, isPresent, makesMove, holds }: Absence): void {
    const severity = this.selection.severityOf(rule);
    const { body } = this.reading;
    const sentence = rule.at === 'first-sentence' ? body[0] : body.at(-1);
    if (!severity || !sentence || body.some(isPresent)) return;
    const place = { sentence, match: { start: 0, end: sentence.ids.length, slots: [] } };
    if (!holds(place) || body.some(makesMove)) return;
    this.#add(severity, this.#occasion(rule, sentence, { start: sentence.start, end: sentence.end }, { place, captures: [], extra: {} }));
  }

  #runCheck(rule: RuleDefinition): void {
    const check = rule.check === undefined ? undefined : CHECKS[rule.check];
    if (check && this.selection.severityOf(rule)) this.#addHits(rule, check({ source: this.source, reading: this.reading, config: this.config, templates: this.templates, program: this.program, rule }));
  }

  /** Findings of a rule at places that are known when all others have spoken. */
  findingsOf(id: string, hits: readonly CheckHit[]): readonly Finding[] {
    const rule = this.program.set.rules.find((one) => one.id === id);
    const before = this.#findings.length;
    if (rule) this.#addHits(rule, hits);
    return this.#findings.splice(before);
  }

  #addHits(rule: RuleDefinition, hits: readonly CheckHit[]): void {
    const severity = this.selection.severityOf(rule);
    if (!severity) return;
    for (const { start, end, extra = {}, spans, fixes } of hits) {
      const sentence = rangeAt(this.reading.sentences, start);
      const match = this.source.text.slice(start, end);
      this.#add(severity, this.#occasion(rule, sentence, { start, end }, { place: undefined, captures: [], extra: { match, ...extra }, spans }), fixes);
    }
  }

  #occasion(rule: RuleDefinition, sentence: Sentence | undefined, range: Range, values: Occasion['values']): Occasion {
    return { rule, reading: this.reading, sentence, range, values, snippets: this.snippets };
  }

  #add(severity: Severity, occasion: Occasion, fixes: readonly Fix[] = []): void {
    const { rule, range, values } = occasion;
    this.#findings.push({ rule: rule.id, category: categoryOf(rule.id), severity, start: range.start, end: range.end, message: fill(rule.message, quoted(values)), fixes: [...fixes, ...fixesFor(occasion)].filter((fix) => keepsMarkup(fix, this.reading.prose)) });
  }
}

/** The places where a pattern matches a sentence and its conditions hold. */
function placesOf({ phrase, holds }: Pattern, sentence: Sentence): readonly Place[] {
  const found = findAll(phrase, sentence);
  return found.length === 0 ? NOWHERE : found.map((match) => ({ sentence, match, phrase })).filter(holds);
}

const NOWHERE: readonly Place[] = [];

/** A match as a message quotes it: with the whole of a contraction that it begins in, and without a comma at its end. */
function quoted({ place, captures, extra }: Occasion['values']): Occasion['values'] {
  if (!place) return { place, captures, extra };
  const { sentence, match } = place;
  const begun = /^(?:n?['’])/.test(sentence.textOf(match.start, match.end)) && sentence.tokens.end[match.start - 1] === sentence.tokens.start[match.start];
  const written = sentence.textOf(match.start - (begun ? 1 : 0), match.end);
  return { place, captures, extra: { match: written.replace(/[\s,;:]+$/, ''), ...extra } };
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

/** What the configuration makes of a rule, in a kind of text or whatever the text: the longer key wins. Its own glossary goes off by name alone. */
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
