import { ArticleTemplates } from './articles/templates.js';
import type { Anatomy } from './anatomy/anatomy.js';
import { readingAnatomy } from './anatomy/readAnatomy.js';
import { CommentIgnores, UNUSED_IGNORE_RULE } from './commentIgnores.js';
import { parseConfig, type Config, type ConfigInput, type ConfigProblem } from './config.js';
import { builtinPacks } from './packs/builtin.js';
import { GLOSSARY_RULE, glossaryProblems, glossaryRule } from './glossary.js';
import { isCutInSections, LiveArticle, type Judge } from './live/liveArticle.js';
import type { KeptSentences } from './live/keptSentences.js';
import { WholeText, type LiveText } from './live/liveText.js';
import { RereadText, type ReadingJudge } from './live/rereadText.js';
import { later } from './later.js';
import { meant, nearest } from './nearest.js';
import { DraftSnippets, type SnippetsForDraft } from './packs/draftSnippets.js';
import { createSnippetLibrary } from './packs/library.js';
import type { Pack } from './packs/pack.js';
import { withPackRules } from './packs/ruleSet.js';
import { SUMMARIES } from './rules/check.js';
import type { Category, RuleDefinition, RuleSet } from './rules/definition.js';
import { builtinPhrases, builtinRules } from './rules/builtin.js';
import { configuredSeverity, Finder, settle, switchboard } from './rules/findings.js';
import { categoryOf } from './rules/fixes.js';
import { distinct, mostSevere } from './rules/mostSevere.js';
import { Program } from './rules/program.js';
import { hasFarCue, neighbourTest, reachIn, type Reach } from './rules/reach.js';
import { Reading } from './reading/reading.js';
import { Selection } from './rules/selection.js';
import { finish, type Steps } from './steps.js';
import { isEnglish } from './text/language.js';
import { readProse } from './text/read.js';
import type { Prose } from './text/prose.js';
import { AUDIENCES, type Audience, type Finding, type Kind, type Range, type Severity, type Source } from './types.js';

/** What a linter is made from; everything has a default. */
export interface LinterOptions {
  readonly config?: ConfigInput;
  /** Packs beside the built-in ones. */
  readonly packs?: readonly Pack[];
}

/** What there is to know about a rule besides its findings. */
export interface RuleInfo {
  readonly id: string;
  readonly category: string;
  /** As the config sets it; undefined when it is off. */
  readonly severity: Severity | undefined;
  readonly title: string;
  readonly why: string;
  readonly source: string;
}

/** What may be asked of a single reading. */
export interface LintOptions {
  readonly all?: boolean;
  readonly fixes?: boolean;
}

/** The engine: pure, synchronous, and the same for the editor, the command line and every other host. */
export interface Linter {
  /**
   * Reads a source and returns its findings in document order.
   * @param options.all also the findings that a more severe one on the same span hides
   * @param options.fixes `false`: leaves the fixes out, for those who only want to know what stands where; they take an eighth of a run over articles
   */
  lint(source: Source, options?: LintOptions): readonly Finding[];
  /** Follows a text that is being written: its findings are those of `lint`, and after an edit come at the cost of the edit. */
  follow(source: Source): LiveText;
  /** What a reply does sentence by sentence, and which parts it lacks; undefined for what is no reply, and for other languages than English. */
  anatomy(source: Source): Anatomy | undefined;
  /** The packs' snippets as a draft takes them: ranked by what its customer wrote for, with what it knows filled in. */
  snippets(source: Source): SnippetsForDraft;
  /** The rule of that id, or what there is to say of a category: its severity is that of its first rule. */
  rule(id: string): RuleInfo | undefined;
  /** Every rule, sorted by id. */
  readonly rules: readonly RuleInfo[];
  /** What the configuration asks for and is not there: rules that nobody knows. */
  readonly problems: readonly ConfigProblem[];
  /**
   * What to say of a rule or category that nobody knows; undefined for one that is known.
   * @param wayOut what to say where none has a name like it; default: which command lists them
   */
  unknownRule(name: string, wayOut?: string): string | undefined;
}

let builtin: Program | undefined;

/** The built-in rules, ready to read with; made once. */
export function builtinProgram(): Program {
  return (builtin ??= new Program(builtinRules(), builtinPhrases));
}

/** Makes a linter. @throws ConfigError naming the key and the way out when the config is wrong */
export function createLinter(options: LinterOptions = {}): Linter {
  const config = parseConfig(options.config ?? {});
  const { packs = [] } = options;
  const shipped = builtinRules();
  const own = Object.keys(config.terms).length === 0 ? shipped : { ...shipped, rules: [...shipped.rules, glossaryRule(config.terms)] };
  const set = withPackRules(own, packs);
  return new EngineLinter(set === shipped ? builtinProgram() : new Program(set, builtinPhrases), config, [...packs, ...builtinPacks()]);
}

/** What to say of a rule or category that nobody knows; undefined for one that is known. */
function unknownRule(name: string, { rules, categories }: RuleSet, packs: readonly Pack[], wayOut = '“deskside rules” lists all there are.'): string | undefined {
  const known = new Set([...rules, ...categories].map(({ id }) => id).concat(GLOSSARY_RULE));
  // A pack's rules may be left out for want of trust, and are known all the same.
  if (known.has(name) || packs.some((pack) => pack.name === categoryOf(name))) return undefined;
  const near = nearest(name, known);
  return `There is no rule or category “${name}”${near ? `; did you mean “${near}”?` : `. ${wayOut}`}`;
}

/** A rule that is gone, or that only a newer Deskside knows, must not cost the rest of a configuration. */
function unknownRules({ rules }: Config, set: RuleSet, packs: readonly Pack[]): readonly ConfigProblem[] {
  return Object.keys(rules).flatMap((name) => {
    const message = unknownRule(name, set, packs);
    return message === undefined ? [] : [{ path: ['rules', name], message }];
  });
}

function unknownTemplate({ kb }: Config, { names }: ArticleTemplates): readonly ConfigProblem[] {
  if (!kb || names.includes(kb.toLowerCase())) return [];
  return [{ path: ['kb'], message: `There is no article template “${kb}”. ${meant(kb, names.filter((name) => !name.includes('/')), (name) => `“${name}”`)}` }];
}

/** Makes a linter of a rule set of one's own (a pack's, or one under test) instead of the built-in one. */
export function createLinterOf(set: RuleSet, options: LinterOptions = {}): Linter {
  return new EngineLinter(new Program(set, builtinPhrases), parseConfig(options.config ?? {}), [...(options.packs ?? []), ...builtinPacks()]);
}

/** How a reading is judged. */
interface FindingOptions {
  readonly all?: boolean;
  readonly withoutFixes?: boolean;
  readonly kept?: KeptSentences;
}

/** The finding as plain data: whoever copies it or sends it to another thread has its fixes, and nothing of the text stays in memory. */
function withFixesMade({ rule, category, severity, start, end, message, fixes }: Finding): Finding {
  return { rule, category, severity, start, end, message, fixes };
}

/** A text knows best who reads it. */
function audienceOf({ frontMatter }: Prose): Audience | undefined {
  const said = frontMatter.get('audience')?.toLowerCase();
  return AUDIENCES.find((one) => one === said);
}

class EngineLinter implements Linter {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  readonly #infos = later(() => this.program.set.rules.map((rule) => this.#infoOf(rule)).sort((a, b) => (a.id < b.id ? -1 : 1)));
  readonly #packs: readonly Pack[];
  readonly #categories: ReadonlyMap<string, Category>;
  readonly #snippets;
  readonly #templates: ArticleTemplates;
  readonly #configs = new Map<Audience, Config>();
  readonly #judges = new Map<Audience, Judge>();
  readonly #selections = new Map<string, Selection>();

  constructor(
    readonly program: Program,
    config: Config,
    packs: readonly Pack[],
  ) {
    this.config = { ...config, allow: [...config.allow, ...packs.flatMap(({ allow = [] }) => allow)] };
    this.#packs = packs;
    this.#categories = new Map(program.set.categories.map((category) => [category.id, category]));
    this.#snippets = createSnippetLibrary(packs);
    this.#templates = new ArticleTemplates(packs);
    this.problems = [...unknownRules(config, program.set, packs), ...glossaryProblems(config.terms), ...unknownTemplate(config, this.#templates)];
  }

  get rules(): readonly RuleInfo[] {
    return this.#infos();
  }

  lint(source: Source, { all = false, fixes = true }: LintOptions = {}): readonly Finding[] {
    const prose = readProse(source);
    if (!isEnglish(prose)) return [];
    const found = finish(this.#finding(source, new Reading(prose, this.program.vocabulary), { all, withoutFixes: !fixes }));
    return fixes ? found.map(withFixesMade) : found;
  }

  /** What there is to find, step by step. The fixes are made when they are asked for. */
  *#finding(source: Source, reading: Reading, { all = false, withoutFixes = false, kept }: FindingOptions): Steps<readonly Finding[]> {
    const { prose } = reading;
    const config = this.#configFor(prose);
    const selection = this.#selectionFor(prose.kind, config);
    const finder = new Finder(source, reading, config, this.#snippetsFor(source, reading), selection, this.#templates, { withoutFixes, ...(kept && { matchedIn: kept.matchedBy(selection) }) });
    const ignores = CommentIgnores.of(prose);
    const found = settle(yield* finder.finding(), reading, this.program.set).filter((finding) => !this.#isAllowed(finding, source.text) && !ignores?.covers(finding));
    const shown = all ? distinct(found) : mostSevere(found, this.#categories);
    return ignores ? [...shown, ...finder.findingsOf(UNUSED_IGNORE_RULE, ignores.unused())].sort((a, b) => a.start - b.start) : shown;
  }

  follow(source: Source): LiveText {
    if (hasFarCue(this.program.set)) return new WholeText(source, this);
    return isCutInSections(source) ? new LiveArticle(source, this.program.vocabulary, (prose) => this.#judgeFor(prose)) : this.#reread(source);
  }

  #reread(source: Source): LiveText {
    const judge: ReadingJudge = {
      judging: (text, reading, kept) => this.#finding(text, reading, { kept }),
      readingAnatomy: (text, reading) => readingAnatomy(reading, this.program, this.#snippetsFor(text, reading)),
    };
    return new RereadText(source, this.program.vocabulary, judge);
  }

  #judgeFor(prose: Prose): Judge {
    const config = this.#configFor(prose);
    const judge = this.#judges.get(config.audience) ?? this.#makeJudge(config);
    this.#judges.set(config.audience, judge);
    return judge;
  }

  /** The same for all texts that the same people read: what is worked out of a configuration is worked out once. */
  #configFor(prose: Prose): Config {
    const audience = audienceOf(prose) ?? this.config.audience;
    const known = this.#configs.get(audience) ?? { ...this.config, audience };
    this.#configs.set(audience, known);
    return known;
  }

  #makeJudge(config: Config): Judge {
    const { program } = this;
    const { severityOf } = this.#selectionFor('article', config);
    const reachOf = reachIn(program.set);
    const isSum = ({ check }: RuleDefinition): boolean => check !== undefined && check in SUMMARIES;
    const those = (belong: (rule: RuleDefinition) => boolean): Selection => new Selection(program, (rule) => (belong(rule) ? severityOf(rule) : undefined));
    const reaching = (reach: Reach): Selection => those((rule) => reachOf(rule) === reach && !isSum(rule));
    const order = new Map(program.set.rules.map(({ id }, i) => [id, i]));
    return {
      program,
      config,
      templates: this.#templates,
      categories: this.#categories,
      selections: { section: reaching('section'), document: reaching('document'), sum: those(isSum) },
      orderOf: (rule) => order.get(rule) ?? 0,
      looksBeside: neighbourTest(),
      isAllowed: (range, text) => this.#isAllowed(range, text),
      snippetsFor: (source, reading) => this.#snippetsFor(source, reading),
      reread: (source) => this.#reread(source),
    };
  }

  anatomy(source: Source): Anatomy | undefined {
    const prose = readProse(source);
    if (prose.kind !== 'reply' || !isEnglish(prose)) return undefined;
    const reading = new Reading(prose, this.program.vocabulary);
    return finish(readingAnatomy(reading, this.program, this.#snippetsFor(source, reading)));
  }

  snippets(source: Source): SnippetsForDraft {
    return this.#snippetsFor(source, new Reading(readProse(source), this.program.vocabulary));
  }

  rule(id: string): RuleInfo | undefined {
    return this.rules.find((rule) => rule.id === id) ?? this.#ruleOfCategory(id);
  }

  unknownRule(name: string, wayOut?: string): string | undefined {
    return unknownRule(name, this.program.set, this.#packs, wayOut);
  }

  /** What a category is about; a pack has no words for all of its rules, and its first speaks for them. */
  #ruleOfCategory(id: string): RuleInfo | undefined {
    const first = this.rules.find(({ category }) => category === id);
    const about = this.#categories.get(id);
    return first && about ? { ...first, id, title: about.title, why: about.definition, source: '' } : first;
  }

  #snippetsFor({ fields = {} }: Source, reading: Reading): DraftSnippets {
    return new DraftSnippets(this.#snippets, reading, this.program, [this.config.fields, fields]);
  }

  #infoOf(rule: RuleDefinition): RuleInfo {
    const category = this.#categories.get(categoryOf(rule.id));
    return { id: rule.id, category: categoryOf(rule.id), severity: configuredSeverity(rule, this.config, category), title: rule.title ?? category?.title ?? rule.id, why: rule.why, source: rule.source ?? '' };
  }

  #selectionFor(kind: Kind, config: Config): Selection {
    const key = `${kind} ${config.audience}`;
    const known = this.#selections.get(key) ?? new Selection(this.program, switchboard(config, kind, this.#categories));
    this.#selections.set(key, known);
    return known;
  }

  #isAllowed({ start, end }: Range, text: string): boolean {
    if (this.config.allow.length === 0) return false;
    const words = ` ${text.slice(start, end).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
    return this.config.allow.some((phrase) => words.includes(` ${phrase.toLowerCase()} `));
  }
}
