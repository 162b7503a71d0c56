import { COMMON } from '../generated/lexicon.js';
import { closedWords, lexicon, WordClass, type WordClassName } from './lexicon.js';
import { PhraseError, type Node, type WordForm } from './syntax.js';
import { Id, SIGN_IDS, type Vocabulary } from './vocabulary.js';

/** What one token must be: one of these words, one of these words with a capital, or of one of these classes. */
export interface TokenTest {
  readonly ids: ReadonlySet<number>;
  readonly proper: ReadonlySet<number>;
  readonly classes: number;
}

/** A step of the automaton a phrase is compiled to; `next` are indices of steps. */
export type Step =
  | { readonly op: 'token' | 'not'; readonly test: TokenTest; readonly next: number }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'save'; readonly slot: number; readonly next: number }
  | { readonly op: 'start' | 'end' | 'clause'; readonly next: number }
  | { readonly op: 'match' };

/** A compiled phrase. */
export interface Phrase {
  readonly steps: readonly Step[];
  readonly entry: number;
  /** Names of the captures; capture `i` has the slots `2i` and `2i + 1`. */
  readonly captures: readonly string[];
  /** Ids of which every match contains one: a sentence without them need not be tried. Empty: always try. */
  readonly triggers: ReadonlySet<number>;
  /** How often, roughly, a word of running text is a trigger; 1 when every sentence has to be tried. */
  readonly cost: number;
}

/** Word lists by name; an entry is a parsed phrase. */
export type Lists = ReadonlyMap<string, readonly Node[]>;

/** Compiles a parsed phrase. Words are interned in the vocabulary. @throws PhraseError for unknown or circular lists */
export function compilePhrase(node: Node, lists: Lists, vocabulary: Vocabulary): Phrase {
  const resolved = resolveLists(node, lists, []);
  const compiler = new Compiler(vocabulary);
  const match = compiler.emit({ op: 'match' });
  const entry = compiler.compile(resolved, match);
  const best = compiler.trigger(resolved);
  return { steps: compiler.steps, entry, captures: compiler.captures, triggers: best?.ids ?? new Set(), cost: best?.cost ?? 1 };
}

function resolveLists(node: Node, lists: Lists, inside: readonly string[]): Node {
  switch (node.type) {
    case 'list': {
      const options = lists.get(node.name);
      if (!options) throw new PhraseError(`no word list @${node.name}`, node.at, `There are ${[...lists.keys()].map((name) => `@${name}`).join(' ') || 'none'}.`);
      if (inside.includes(node.name)) throw new PhraseError(`the word list @${node.name} contains itself`, node.at, `The circle is ${[...inside, node.name].join(' → ')}.`);
      return { type: 'choice', options: options.map((option) => resolveLists(option, lists, [...inside, node.name])) };
    }
    case 'choice':
      return { ...node, options: node.options.map((option) => resolveLists(option, lists, inside)) };
    case 'sequence':
      return { ...node, items: node.items.map((item) => resolveLists(item, lists, inside)) };
    case 'not':
    case 'optional':
    case 'capture':
      return { ...node, node: resolveLists(node.node, lists, inside) };
    default:
      return node;
  }
}

interface Trigger {
  readonly ids: ReadonlySet<number>;
  readonly cost: number;
}

const FILLER_TEST: TokenTest = { ids: new Set(), proper: new Set(), classes: WordClass.filler };
const ANY_WORD_TEST: TokenTest = { ids: new Set(), proper: new Set(), classes: WordClass.word };

class Compiler {
  readonly steps: Step[] = [];
  readonly captures: string[] = [];

  constructor(readonly vocabulary: Vocabulary) {}

  emit(step: Step): number {
    return this.steps.push(step) - 1;
  }

  /** Emits the steps of a node that go on to `next`; returns where to enter them. */
  compile(node: Node, next: number): number {
    const test = this.#testOf(node);
    if (test) return this.emit({ op: 'token', test, next });
    switch (node.type) {
      case 'gap':
        return this.#gap(node.max, next);
      case 'edge':
        return this.emit({ op: node.edge, next });
      case 'not':
        return this.emit({ op: 'not', test: this.#testOf(node.node) ?? ANY_WORD_TEST, next });
      case 'optional':
        return this.emit({ op: 'split', first: this.compile(node.node, next), second: next });
      case 'capture':
        return this.#capture(node.name, node.node, next);
      case 'choice':
        return this.#choice(node.options, next);
      case 'sequence':
        return this.#sequence(node.items, node.tight, next);
      default:
        return this.#words(node, next);
    }
  }

  #gap(max: number, next: number): number {
    let entry = next;
    for (let i = 0; i < max; i++) entry = this.emit({ op: 'split', first: next, second: this.emit({ op: 'token', test: ANY_WORD_TEST, next: entry }) });
    return entry;
  }

  #capture(name: string, node: Node, next: number): number {
    const slot = 2 * (this.captures.includes(name) ? this.captures.indexOf(name) : this.captures.push(name) - 1);
    const end = this.emit({ op: 'save', slot: slot + 1, next });
    return this.emit({ op: 'save', slot, next: this.compile(node, end) });
  }

  #choice(options: readonly Node[], next: number): number {
    const entries = options.map((option) => this.compile(option, next));
    return entries.reduceRight((second, first) => this.emit({ op: 'split', first, second }));
  }

  #sequence(items: readonly Node[], tight: readonly boolean[], next: number): number {
    let entry = next;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      const previous = items[i - 1];
      if (!item) continue;
      entry = this.compile(item, entry);
      if (previous && !tight[i] && takesFiller(previous) && takesFiller(item)) {
        entry = this.emit({ op: 'split', first: entry, second: this.emit({ op: 'token', test: FILLER_TEST, next: entry }) });
      }
    }
    return entry;
  }

  /** A word that is several tokens: a contraction written in a phrase. */
  #words(node: Node, next: number): number {
    const parts = node.type === 'word' ? splitWord(node.word) : [];
    return parts.reduceRight((entry, part) => this.emit({ op: 'token', test: this.#wordTest(part, 'exact'), next: entry }), next);
  }

  /** The test of a node that is always one token. */
  #testOf(node: Node): TokenTest | undefined {
    switch (node.type) {
      case 'word':
        return splitWord(node.word).length === 1 ? this.#wordTest(node.word, node.form) : undefined;
      case 'class':
        return { ids: new Set(), proper: new Set(), classes: WordClass[node.name] };
      case 'punct':
        return { ids: new Set([SIGN_IDS[node.sign] ?? Id.unknown]), proper: new Set(), classes: 0 };
      case 'choice':
        return merge(node.options.map((option) => this.#testOf(option)));
      default:
        return undefined;
    }
  }

  #wordTest(written: string, form: WordForm): TokenTest {
    const word = written.toLowerCase();
    const words = inflected(word, form).flatMap((one) => lexicon().spellingsOf(one));
    const ids = new Set(words.flatMap((one) => (one === "'s" ? [Id.s, this.vocabulary.intern('is'), this.vocabulary.intern('has')] : [this.vocabulary.intern(one)])));
    if (form === 'exact') for (const id of this.#contractedIds(word)) ids.add(id);
    return written === word ? { ids, proper: new Set(), classes: 0 } : { ids: new Set(), proper: ids, classes: 0 };
  }

  /** 's may be is or has, 'd may be had or would; the other contractions are unequivocal. */
  #contractedIds(word: string): readonly number[] {
    if (word === 'is' || word === 'has') return [Id.s];
    return word === 'had' || word === 'would' ? [this.vocabulary.intern("'d")] : [];
  }

  /** The rarest thing that every match of a node contains. */
  trigger(node: Node): Trigger | undefined {
    switch (node.type) {
      case 'word':
        return rarest(splitWord(node.word).map((part) => this.#idsTrigger(this.#wordTest(part, node.form))));
      case 'class':
        return this.#classTrigger(node.name);
      case 'punct':
        return { ids: new Set([SIGN_IDS[node.sign] ?? Id.unknown]), cost: 0.05 };
      case 'capture':
        return this.trigger(node.node);
      case 'sequence':
        return rarest(node.items.map((item) => this.trigger(item)));
      case 'choice':
        return union(node.options.map((option) => this.trigger(option)));
      default:
        return undefined;
    }
  }

  #idsTrigger({ ids, proper }: TokenTest): Trigger {
    const all = [...ids, ...proper];
    return { ids: new Set(all), cost: all.reduce((sum, id) => sum + frequency(this.vocabulary.wordOf(id)), 0) };
  }

  #classTrigger(name: WordClassName): Trigger | undefined {
    if (name === 'url') return { ids: new Set([Id.url]), cost: 0.01 };
    if (name === 'opaque') return { ids: new Set([Id.opaque, Id.url]), cost: 0.03 };
    const words = closedWords(name);
    if (!words) return undefined;
    const ids = words.map((word) => (word === "'s" ? Id.s : this.vocabulary.intern(word)));
    if (name === 'number') ids.push(Id.number);
    return { ids: new Set(ids), cost: words.reduce((sum, word) => sum + frequency(word), 0) };
  }
}

function takesFiller(node: Node): boolean {
  if (node.type === 'class') return node.name !== 'filler' && node.name !== 'adverb' && node.name !== 'punct';
  if (node.type === 'optional' || node.type === 'capture') return takesFiller(node.node);
  return node.type === 'word' || node.type === 'list' || node.type === 'choice' || node.type === 'sequence';
}

/** it's → it 's; a contraction with "not" is written as two words already by the tokeniser. */
function splitWord(word: string): readonly string[] {
  if (word === "let's") return ['let', 'us'];
  const parts = /^(.+)(n't|'(?:s|d|m|re|ve|ll))$/i.exec(word);
  if (!parts?.[1] || !parts[2]) return [word];
  const second = { "n't": 'not', "'ve": 'have', "'re": 'are', "'ll": 'will', "'m": 'am' }[parts[2].toLowerCase()] ?? parts[2];
  const first = { ca: 'can', wo: 'will', sha: 'shall' }[parts[1].toLowerCase()] ?? parts[1];
  return [second === 'not' ? first : parts[1], second];
}

function inflected(word: string, form: WordForm): readonly string[] {
  if (form === 'exact') return [word];
  const forms = lexicon().formsOf(word);
  if (form === 'any') return lexicon().inflectionsOf(word);
  return [{ s: forms.s, past: forms.past, ed: forms.participle, ing: forms.ing }[form]];
}

function merge(tests: readonly (TokenTest | undefined)[]): TokenTest | undefined {
  const found = tests.filter((test) => test !== undefined);
  if (found.length < tests.length) return undefined;
  return {
    ids: new Set(found.flatMap((test) => [...test.ids])),
    proper: new Set(found.flatMap((test) => [...test.proper])),
    classes: found.reduce((bits, test) => bits | test.classes, 0),
  };
}

function rarest(triggers: readonly (Trigger | undefined)[]): Trigger | undefined {
  return triggers.reduce((best, one) => (one && (!best || one.cost < best.cost) ? one : best), undefined);
}

function union(triggers: readonly (Trigger | undefined)[]): Trigger | undefined {
  const found = triggers.filter((trigger) => trigger !== undefined);
  if (found.length < triggers.length) return undefined;
  return { ids: new Set(found.flatMap((trigger) => [...trigger.ids])), cost: found.reduce((sum, trigger) => sum + trigger.cost, 0) };
}

let ranks: ReadonlyMap<string, number> | undefined;

/** A word's share of running text, by Zipf's law from its rank. */
function frequency(word: string): number {
  ranks ??= new Map(COMMON.split(' ').map((one, rank) => [one, rank]));
  const rank = ranks.get(word);
  return rank === undefined ? 0.00001 : 0.07 / (rank + 1);
}
