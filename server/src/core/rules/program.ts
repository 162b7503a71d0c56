import { later } from '../later.js';
import { PhraseCompiler, type Lists, type Phrase } from '../phrase/compile.js';
import { Paths } from '../phrase/paths.js';
import { PhraseTable, type PackedPhrases } from '../phrase/packedPhrases.js';
import { parsePhrase, PhraseError } from '../phrase/syntax.js';
import { Vocabulary } from '../phrase/vocabulary.js';
import { Walks } from '../phrase/walks.js';
import { IdSets } from '../phrase/idSets.js';
import { toldProbe } from '../anatomy/told.js';
import { allOf, asksFor, compileBoth, moveProbe, type Probe, type RatedTest, type Test } from './conditions.js';
import { Cue } from './cue.js';
import type { CueDefinition, RuleDefinition, RuleSet, Sought } from './definition.js';
import { entriesOf, ownConditions, plainWords, type Entry } from './entries.js';
import { packedNumber } from './packedRules.js';
import type { Sentence } from '../reading/reading.js';
import { Triggers } from './triggers.js';
import { conditionsOf } from './written.js';

/** A phrase of a rule, ready to run. */
export interface Pattern {
  readonly rule: RuleDefinition;
  readonly phrase: Phrase;
  /** The rule's conditions and the phrase's own. */
  readonly holds: Test;
  /** For a term: its plain words. */
  readonly plain: string | undefined;
}

/** A rule about what a text lacks, ready to run. */
export interface Absence {
  readonly rule: RuleDefinition;
  /** Whether a sentence has what the rule misses. */
  readonly isPresent: (sentence: Sentence) => boolean;
  /** Whether a sentence makes a move that the rule misses: dear to tell, so to be asked last. */
  readonly makesMove: (sentence: Sentence) => boolean;
  /** Its conditions, those that cost least first. */
  readonly tests: () => readonly RatedTest[];
}

/** A mistake in a rule: says where, and the way out. */
export class RuleError extends Error {
  constructor(
    readonly rule: string,
    readonly where: string,
    readonly column: number,
    message: string,
    readonly hint: string,
  ) {
    super(`${rule}: in “${where}”, column ${column + 1}: ${message}. ${hint}`);
    this.name = 'RuleError';
  }
}

/** What the phrases of a rule have in common. */
interface Common {
  readonly lists: () => Lists;
  readonly test: () => Test;
}

/**
 * Rules compiled together: one vocabulary, and for every word the patterns that it may belong to. Patterns whose phrases
 * were packed ahead of time are made when a text first calls for them: to make all 6,000 took 35 ms of every start.
 * The others are compiled, and so checked, at once.
 */
export class Program {
  readonly vocabulary: Vocabulary;
  /** The phrases of all rules; a pattern has the number of its entry. */
  readonly entries: readonly Entry[];
  readonly absences: readonly Absence[];
  readonly triggers: Triggers;
  /** What phrases look for in a sentence before they are tried. */
  readonly idSets = new IdSets();
  /** Tells of phrases that are called for whether the words around let them match. */
  readonly walks: Walks;
  readonly #patterns: Pattern[] = [];
  readonly #common = new Map<RuleDefinition, Common>();
  readonly #cues = new Map<string, Cue>();
  readonly #packedCues: ReadonlySet<CueDefinition>;
  readonly #compiling = new Set<string>();
  readonly #compiler: PhraseCompiler;
  readonly #table: PhraseTable | undefined;
  #lists: Lists | undefined;

  /**
   * @param packed the phrases that the rules name by number
   * @throws RuleError for the first mistake in a phrase that is not packed
   */
  constructor(
    readonly set: RuleSet,
    packed?: PackedPhrases,
  ) {
    this.#table = packed && new PhraseTable(packed);
    this.vocabulary = new Vocabulary(this.#table?.words);
    const paths = new Paths(this.idSets.sieves);
    this.#compiler = new PhraseCompiler(this.vocabulary, paths);
    this.#packedCues = new Set(set.cues.filter((cue) => this.#areNumbers(cue.phrases)));
    this.entries = entriesOf(set.rules);
    this.walks = new Walks((index) => this.phrase(index), paths, this.entries.length);
    this.triggers = new Triggers(this.entries.length, this.#table);
    this.entries.forEach((entry, index) => this.#file(entry, index));
    this.absences = set.rules.filter((rule) => rule.absent).map((rule) => this.#absenceOf(rule));
    for (const cue of set.cues) if (!this.#packedCues.has(cue)) this.#cue(cue);
  }

  #file({ written }: Entry, index: number): void {
    const number = this.#numberOf(written);
    if (number === undefined) this.triggers.add(index, this.pattern(index)?.phrase.needs[0]?.ids.list);
    else this.triggers.addPacked(index, number);
  }

  /** A pattern by its number, made when it is first asked for; undefined where there is none. */
  pattern(index: number): Pattern | undefined {
    const entry = this.entries[index];
    return entry && (this.#patterns[index] ??= this.#patternOf(entry));
  }

  /** The phrase of a pattern by its number. One that is packed is kept by its pattern alone, which is not made for it: of seven that are called for, one comes to match. */
  phrase(index: number): Phrase | undefined {
    const entry = this.entries[index];
    if (entry === undefined || this.#numberOf(entry.written) === undefined) return this.pattern(index)?.phrase;
    return this.#patterns[index]?.phrase ?? this.#phrase(entry.written, NO_LISTS, entry.rule.id);
  }

  #patternOf(entry: Entry): Pattern {
    const { rule, written } = entry;
    const common = this.#commonOf(rule);
    const own = ownConditions(entry);
    const test = own ? later(() => allOf([common.test(), this.#conditions(own, rule.id, common.lists)])) : common.test;
    if (this.#numberOf(written) === undefined) test();
    return { rule, phrase: this.#phrase(written, common.lists, rule.id), holds: (place) => test()(place), plain: plainWords(entry) };
  }

  #commonOf(rule: RuleDefinition): Common {
    const known = this.#common.get(rule);
    if (known) return known;
    const lists = later(() => this.#withLists(rule.words, rule.id));
    const common = { lists, test: later(() => this.#conditions(rule, rule.id, lists)) };
    this.#common.set(rule, common);
    return common;
  }

  #absenceOf(rule: RuleDefinition): Absence {
    const absent = rule.absent?.filter((one) => typeof one === 'string') ?? [];
    const deeds = this.#deedProbes(rule.absent ?? []);
    const lists = later(() => this.#withLists(rule.words, rule.id));
    const present = later(() => this.#probes(absent, lists, rule.id));
    const tests = later(() => this.#ratedConditions(rule, rule.id, lists));
    if (!absent.every((written) => this.#isPacked(written))) {
      present();
      tests();
    }
    return { rule, isPresent: (sentence) => present().some((probe) => probe(sentence)), makesMove: (sentence) => deeds.some((probe) => probe(sentence)), tests };
  }

  #conditions(conditions: Pick<RuleDefinition, 'if' | 'unless'>, owner: string, lists: () => Lists): Test {
    return allOf(this.#ratedConditions(conditions, owner, lists).map(({ test }) => test));
  }

  #ratedConditions(conditions: Pick<RuleDefinition, 'if' | 'unless'>, owner: string, lists: () => Lists): readonly RatedTest[] {
    return compileBoth(conditions, (sought) => [...this.#probes(sought.filter((one) => typeof one === 'string'), lists, owner), ...this.#deedProbes(sought)]);
  }

  /** What tells of the moves that are sought, and of what findings tell. */
  #deedProbes(sought: readonly Sought[]): readonly Probe[] {
    return sought.flatMap((one) => {
      if (typeof one === 'string') return [];
      return 'move' in one ? [moveProbe([one.move].flat())] : [toldProbe([one.told].flat(), this)];
    });
  }

  /** Packed ones are made when they are first asked for: of most conditions something cheaper says before what comes of them. */
  #probes(written: readonly string[], lists: () => Lists, owner: string): readonly Probe[] {
    if (!written.every((one) => this.#isPacked(one))) return this.#makeProbes(written, lists, owner);
    const probes = later(() => this.#makeProbes(written, lists, owner));
    return written.length === 0 ? [] : [(sentence, from, to) => probes().some((probe) => probe(sentence, from, to))];
  }

  #makeProbes(written: readonly string[], lists: () => Lists, owner: string): readonly Probe[] {
    const cues = written.flatMap((one) => this.#cueNamed(one) ?? []).map((definition) => this.#cue(definition));
    const phrases = written.filter((one) => !this.#cueNamed(one)).map((one) => ({ phrase: this.#phrase(one, lists, owner), holds: undefined }));
    const unnamed = phrases.length > 0 ? [new Cue(phrases)] : [];
    return [...unnamed, ...cues].map(({ holds }) => holds);
  }

  #isPacked(written: string): boolean {
    const cue = this.#cueNamed(written);
    return cue ? this.#packedCues.has(cue) : this.#numberOf(written) !== undefined;
  }

  /** The cue that is named in a phrase's place. */
  #cueNamed(written: string): CueDefinition | undefined {
    const name = /^@([a-z0-9-]+)$/.exec(written)?.[1];
    return name === undefined ? undefined : this.#definition(name);
  }

  #definition(name: string): CueDefinition | undefined {
    return this.set.cues.find(({ id }) => id === name);
  }

  /** The cue or move of a name, compiled when it is first asked for. */
  cue(name: string): Cue | undefined {
    const definition = this.#definition(name);
    return definition && this.#cue(definition);
  }

  #cue(definition: CueDefinition): Cue {
    const known = this.#cues.get(definition.id);
    if (known) return known;
    if (this.#compiling.has(definition.id)) throw new RuleError(definition.id, `@${definition.id}`, 0, 'the cue refers to itself', `The circle is ${[...this.#compiling, definition.id].join(' → ')}.`);
    this.#compiling.add(definition.id);
    const compiled = this.#compileCue(definition);
    this.#compiling.delete(definition.id);
    this.#cues.set(definition.id, compiled);
    return compiled;
  }

  #compileCue(definition: CueDefinition): Cue {
    if (conditionsOf(definition).some((one) => asksFor(one, 'told'))) throw new RuleError(definition.id, 'told', 0, 'a cue cannot ask what findings tell', 'Rules find things by cues: ask for it in the rule.');
    const lists = later(() => this.#withLists(definition.words, definition.id));
    const common = this.#conditions(definition, definition.id, lists);
    const phrases = definition.phrases.flatMap((entry) => {
      const { phrase, ...own } = typeof entry === 'string' ? { phrase: entry } : entry;
      const holds = allOf([common, this.#conditions(own, definition.id, lists)]);
      return [phrase].flat().map((written) => ({ phrase: this.#phrase(written, lists, definition.id), holds }));
    });
    return new Cue(phrases);
  }

  #withLists(words: RuleDefinition['words'], owner: string): Lists {
    this.#lists ??= parseLists(this.set.words, 'words');
    return words ? new Map([...this.#lists, ...parseLists(words, owner)]) : this.#lists;
  }

  #phrase(written: string, lists: () => Lists, owner: string): Phrase {
    const table = this.#table;
    const number = this.#numberOf(written);
    if (table && number !== undefined) return this.#compiler.later(table.sourceOf(number));
    return inContext(owner, written, () => this.#compiler.compile(parsePhrase(written), lists()));
  }

  /** Whether the phrases of a cue are packed. */
  #areNumbers(phrases: CueDefinition['phrases']): boolean {
    return phrases.every((entry) => {
      const written = typeof entry === 'string' ? entry : entry.phrase;
      return typeof written === 'string' ? this.#numberOf(written) !== undefined : written.every((one) => this.#numberOf(one) !== undefined);
    });
  }

  #numberOf(written: string): number | undefined {
    return this.#table && packedNumber(written);
  }
}

/** What is packed names no lists. */
const NO_LISTS = (): Lists => new Map();

function parseLists(words: Readonly<Record<string, readonly string[]>>, owner: string): Lists {
  return new Map(Object.entries(words).map(([name, entries]) => [name, entries.map((entry) => inContext(owner, entry, () => parsePhrase(entry)))]));
}

function inContext<T>(owner: string, written: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof PhraseError) throw new RuleError(owner, written, error.column, error.message, error.hint);
    throw error;
  }
}
