import { PhraseCompiler, type Lists, type Phrase } from '../phrase/compile.js';
import { findAll, hasNeeds } from '../phrase/match.js';
import { parsePhrase, PhraseError } from '../phrase/syntax.js';
import { Vocabulary } from '../phrase/vocabulary.js';
import { allOf, compileConditions, noneOf, phraseProbe, type Place, type Probe, type Test } from './conditions.js';
import type { CueDefinition, PhraseEntry, RuleDefinition, RuleSet } from './definition.js';
import type { Sentence } from './reading.js';

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
  readonly present: readonly Probe[];
  readonly holds: Test;
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

/** Rules compiled together: one vocabulary, and for every word the patterns that it may belong to. */
export class Program {
  readonly vocabulary = new Vocabulary();
  readonly patterns: readonly Pattern[];
  readonly absences: readonly Absence[];
  readonly #byTrigger: (number[] | undefined)[] = [];
  readonly #always: number[] = [];
  readonly #cues = new Map<string, Probe>();
  readonly #compiling = new Set<string>();
  readonly #compiler = new PhraseCompiler(this.vocabulary);
  readonly #lists: Lists;

  /** @throws RuleError for the first mistake in a rule */
  constructor(readonly set: RuleSet) {
    this.#lists = parseLists(set.words, 'words');
    this.patterns = set.rules.flatMap((rule) => this.#patternsOf(rule));
    this.absences = set.rules.filter((rule) => rule.absent).map((rule) => this.#absenceOf(rule));
    this.patterns.forEach(({ phrase }, index) => {
      const [rarest] = phrase.needs;
      if (!rarest) this.#always.push(index);
      for (const id of rarest?.ids ?? []) (this.#byTrigger[id] ??= []).push(index);
    });
  }

  /** The patterns that could match a sentence, in rule order. */
  candidates(sentence: Sentence): readonly Pattern[] {
    let found: Set<number> | undefined;
    for (const id of sentence.ids) {
      const triggered = this.#byTrigger[id];
      if (triggered) for (const index of triggered) (found ??= new Set(this.#always)).add(index);
    }
    return [...(found ?? this.#always)].sort((a, b) => a - b).flatMap((index) => this.patterns[index] ?? []);
  }

  /** The places where a pattern matches a sentence and its conditions hold. */
  placesOf({ phrase, holds }: Pattern, sentence: Sentence): readonly Place[] {
    if (!hasNeeds(phrase, sentence)) return [];
    return findAll(phrase, sentence).map((match) => ({ sentence, match, phrase })).filter(holds);
  }

  #patternsOf(rule: RuleDefinition): readonly Pattern[] {
    const lists = this.#withLists(rule.words, rule.id);
    const common = this.#conditions(rule, rule.id, lists);
    const entries: readonly { readonly entry: PhraseEntry; readonly plain: string | undefined }[] = [
      ...(rule.phrases ?? []).map((entry) => ({ entry, plain: undefined })),
      ...(rule.terms ?? []).map(({ term, plain, ...rest }) => ({ entry: { phrase: term, ...rest }, plain })),
    ];
    return entries.flatMap(({ entry, plain }) => {
      const { phrase, ...own } = typeof entry === 'string' ? { phrase: entry } : entry;
      const holds = allOf([common, this.#conditions(own, rule.id, lists)]);
      return [phrase].flat().map((written) => ({ rule, phrase: this.#phrase(written, lists, rule.id), holds, plain }));
    });
  }

  #absenceOf(rule: RuleDefinition): Absence {
    const lists = this.#withLists(rule.words, rule.id);
    return { rule, present: (rule.absent ?? []).map((written) => this.#probe(written, lists, rule.id)), holds: this.#conditions(rule, rule.id, lists) };
  }

  #conditions({ if: wanted, unless }: Pick<RuleDefinition, 'if' | 'unless'>, owner: string, lists: Lists): Test {
    const probeOf = (written: string) => this.#probe(written, lists, owner);
    return allOf([...compileConditions(wanted ?? {}, probeOf), noneOf(compileConditions(unless ?? {}, probeOf))]);
  }

  #probe(written: string, lists: Lists, owner: string): Probe {
    const cue = /^@([a-z0-9-]+)$/.exec(written)?.[1];
    const definition = this.set.cues.find(({ id }) => id === cue);
    return definition ? this.#cue(definition) : phraseProbe(this.#phrase(written, lists, owner));
  }

  #cue(definition: CueDefinition): Probe {
    const known = this.#cues.get(definition.id);
    if (known) return known;
    if (this.#compiling.has(definition.id)) throw new RuleError(definition.id, `@${definition.id}`, 0, 'the cue refers to itself', `The circle is ${[...this.#compiling, definition.id].join(' → ')}.`);
    this.#compiling.add(definition.id);
    const probe = this.#compileCue(definition);
    this.#compiling.delete(definition.id);
    this.#cues.set(definition.id, probe);
    return probe;
  }

  #compileCue(definition: CueDefinition): Probe {
    const lists = this.#withLists(definition.words, definition.id);
    const common = this.#conditions(definition, definition.id, lists);
    const tests = definition.phrases.flatMap((entry) => {
      const { phrase, ...own } = typeof entry === 'string' ? { phrase: entry } : entry;
      const holds = allOf([common, this.#conditions(own, definition.id, lists)]);
      return [phrase].flat().map((written) => ({ phrase: this.#phrase(written, lists, definition.id), holds }));
    });
    return (sentence, from = 0, to = sentence.ids.length) =>
      tests.some(({ phrase, holds: test }) => hasNeeds(phrase, sentence) && findAll(phrase, sentence, from, to).some((match) => test({ sentence, match })));
  }

  #withLists(words: RuleDefinition['words'], owner: string): Lists {
    return words ? new Map([...this.#lists, ...parseLists(words, owner)]) : this.#lists;
  }

  #phrase(written: string, lists: Lists, owner: string): Phrase {
    return inContext(owner, written, () => this.#compiler.compile(parsePhrase(written), lists));
  }
}

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
