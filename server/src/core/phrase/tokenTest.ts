import { IdSet } from './idSet.js';
import { lexicon, WordClass } from './lexicon.js';
import type { Node, WordForm } from './syntax.js';
import { Id, SIGN_IDS, type Vocabulary } from './vocabulary.js';

/** A capital letter, or all capitals, that a word must have. */
export type Proper = readonly [id: number, capitals: number];

/** What one token must be: one of these words, one of these words with the capitals it needs, or of one of these classes. */
export class TokenTest {
  /** Its number among the tests of the phrase that was built last, if it is one of them. */
  place = 0;

  constructor(
    readonly ids: IdSet,
    readonly proper: readonly Proper[],
    readonly classes: number,
  ) {}

  /** A word written small in a phrase is no name; one written with a capital needs one, and one in capitals throughout is an acronym. */
  passes(id: number, classes: number): boolean {
    if ((classes & this.classes) !== 0) return true;
    if (id === 0) return false;
    if ((classes & (WordClass.name | WordClass.acronym)) === 0 && this.ids.has(id)) return true;
    return this.proper.length > 0 && this.#passesAsProper(id, classes);
  }

  /** By itself: what a function makes for those in it, it makes at every call. */
  #passesAsProper(id: number, classes: number): boolean {
    return this.proper.some(([of, capitals]) => of === id && (classes & capitals) !== 0);
  }

  /** The ids of all these words. */
  get words(): readonly number[] {
    return this.proper.length === 0 ? this.ids.list : [...this.ids.list, ...this.proper.map(([id]) => id)];
  }
}

/** A test of word classes alone. */
function classTest(classes: number): TokenTest {
  return new TokenTest(new IdSet([]), [], classes);
}

/** Passed by the one adverb that may stand between any two words of a phrase. */
export const FILLER_TEST = classTest(WordClass.filler);
/** Passed by every word: what a gap is made of. */
export const ANY_WORD_TEST = classTest(WordClass.word);

/**
 * Makes the tests of a vocabulary's phrases. Rules repeat their words and share their lists, so that a test
 * is made once for a word and once for a node: this is most of what loading rules costs.
 */
export class TokenTests {
  readonly #byWord = new Map<string, TokenTest>();
  readonly #byNode = new WeakMap<Node, { readonly test: TokenTest | undefined }>();

  constructor(readonly vocabulary: Vocabulary) {}

  /** The test of a node that is always one token; undefined for any other. */
  of(node: Node): TokenTest | undefined {
    // A word is known by what is written; there are too many of them to remember each.
    if (node.type === 'word') return this.#make(node);
    const known = this.#byNode.get(node);
    if (known) return known.test;
    const test = this.#make(node);
    this.#byNode.set(node, { test });
    return test;
  }

  #make(node: Node): TokenTest | undefined {
    switch (node.type) {
      case 'word':
        return splitWord(node.word).length === 1 ? this.ofWord(node.word, node.form) : undefined;
      case 'class':
        return classTest(WordClass[node.name]);
      case 'punct':
        return new TokenTest(new IdSet([SIGN_IDS[node.sign] ?? Id.unknown]), [], 0);
      case 'choice':
        return this.#ofChoice(node.options);
      default:
        return undefined;
    }
  }

  #ofChoice(options: readonly Node[]): TokenTest | undefined {
    const tests: TokenTest[] = [];
    for (const option of options) {
      const test = this.of(option);
      if (!test) return undefined;
      tests.push(test);
    }
    return anyTest(tests);
  }

  /** The test of a word that is one token. Capitals in it are asked for. */
  ofWord(written: string, form: WordForm): TokenTest {
    const key = `${written}~${form}`;
    const test = this.#byWord.get(key) ?? this.#makeWord(written, form);
    this.#byWord.set(key, test);
    return test;
  }

  #makeWord(written: string, form: WordForm): TokenTest {
    const word = written.toLowerCase();
    const words = inflected(word, form).flatMap((one) => lexicon().spellingsOf(one));
    const ids = new Set(words.flatMap((one) => this.#idsOf(one)));
    if (form === 'exact') for (const id of this.#contractedIds(word)) ids.add(id);
    if (written === word) return new TokenTest(new IdSet([...ids]), [], 0);
    return new TokenTest(new IdSet([]), [...ids].map((id) => [id, capitalsOf(written)]), 0);
  }

  #idsOf(word: string): readonly number[] {
    if (word === '.') return [Id.stop];
    return word === "'s" ? [Id.s, this.vocabulary.intern('is'), this.vocabulary.intern('has')] : [this.vocabulary.intern(word)];
  }

  /** 's may be is or has, 'd may be had or would; the other contractions are unequivocal. */
  #contractedIds(word: string): readonly number[] {
    if (word === 'is' || word === 'has') return [Id.s];
    return word === 'had' || word === 'would' ? [this.vocabulary.intern("'d")] : [];
  }
}

/** The test that one of several holds. */
function anyTest(tests: readonly TokenTest[]): TokenTest {
  const proper = new Map<number, number>();
  for (const [id, capitals] of tests.flatMap((test) => test.proper)) proper.set(id, (proper.get(id) ?? 0) | capitals);
  const ids = new Set(tests.flatMap((test) => test.ids.list));
  return new TokenTest(new IdSet([...ids]), [...proper], tests.reduce((bits, { classes }) => bits | classes, 0));
}

/** "IT" is written in capitals throughout, so that "It" at the start of a sentence is not meant. */
function capitalsOf(written: string): number {
  return written.length > 1 && written === written.toUpperCase() ? WordClass.acronym : WordClass.capital;
}

/**
 * The tokens that a text has where a phrase has a word: it's → it 's, CI/CD → CI CD, e.g → e . g. A contraction
 * with "not" is written as two words already by the tokeniser.
 */
export function splitWord(word: string): readonly string[] {
  if (/[./&]/.test(word) && /\p{L}/u.test(word)) return word.split(/(\.)|[/&]/).filter(Boolean).flatMap(splitContraction);
  return splitContraction(word);
}

function splitContraction(word: string): readonly string[] {
  if (!word.includes("'")) return [word];
  if (word === "let's") return ['let', 'us'];
  const parts = /^(.+)(n't|'(?:s|d|m|re|ve|ll))$/i.exec(word);
  if (!parts?.[1] || !parts[2]) return [word];
  const second = { "n't": 'not', "'ve": 'have', "'re": 'are', "'ll": 'will', "'m": 'am' }[parts[2].toLowerCase()] ?? parts[2];
  const first = { ca: 'can', wo: 'will', sha: 'shall' }[parts[1].toLowerCase()] ?? parts[1];
  return [second === 'not' ? first : parts[1], second];
}

function inflected(word: string, form: WordForm): readonly string[] {
  if (form === 'exact') return [word];
  if (form === 'any') return lexicon().inflectionsOf(word);
  const forms = lexicon().formsOf(word);
  return [{ s: forms.s, past: forms.past, ed: forms.participle, ing: forms.ing }[form]];
}
