import { unpackNumbers, type NumberReader } from '../packed/digits.js';
import { Records } from '../packed/records.js';
import { Sets } from '../packed/sets.js';
import { Words } from '../packed/words.js';
import { CONTRACTED_WORDS } from './contractions.js';
import { IdSet } from './idSet.js';
import { WordClass } from './lexicon.js';
import type { Need } from './needs.js';
import type { Node } from './syntax.js';
import { TokenTest, type Proper } from './tokenTest.js';
import { Id } from './vocabulary.js';

/**
 * Phrases compiled ahead of time (`npm run generate`): parsed, their lists put in, their words inflected and numbered.
 * To do that at start would cost most of a second. What occurs in several phrases is kept once; see `packPhrases`.
 */
export interface PackedPhrases {
  /** What the vocabulary must begin with after the words it always has, in the order of their ids. */
  readonly words: string;
  /** Sets of word ids, but for those of one word. */
  readonly sets: string;
  /** Tokens that are more than one of some words: whether a filler may stand beside it, the symbol of its words, its classes, and of each word that needs capitals its id and which. */
  readonly tokens: string;
  /** The symbols named most often, the most frequent first: a phrase names these by a digit or two. */
  readonly often: string;
  /** Trees that are part of several others; those named most often come first. */
  readonly shared: string;
  /** The names of captures, with spaces between them. */
  readonly names: string;
  /** By id of a word the phrases that it calls for; those that no word calls for stand at {@link NO_CALLER}. */
  readonly callers: string;
  /** Of every phrase how many sets of words it needs one of each of, their symbols, and its tree. */
  readonly phrases: string;
}

/**
 * A tree is its root and then its parts, from left to right. A node begins with a symbol. Symbols are the ids of words, then the
 * sets, then the other tokens: the node is one of these words, or such a token. The rest is a kind and eight times
 * what the kind counts: parts, or a number of something.
 */
export const NODE_KINDS = ['sequence', 'choice', 'optional', 'shared', 'capture', 'place', 'not', 'glued'] as const;
/** What `place` counts: an edge, or a gap of so many more words. */
export const EDGES = ['start', 'clause', 'end'] as const;
/** What capitals a word may need, a bit each. */
export const CAPITALS = [WordClass.capital, WordClass.acronym] as const;

/** The id of the first packed word. */
export const FIRST_PACKED = Id.first + new Set(CONTRACTED_WORDS).size;

/** An id that no word has. */
export const NO_CALLER = Id.unknown;

/** So many shared parts are kept unpacked, a few hundred kB: more than one text asks for. */
const MOST_SHARED = 1000;

/** Unpacks phrases when they are asked for. */
export class PhraseTable {
  /** What a vocabulary must begin with. */
  readonly words: Words;
  readonly #packed: PackedPhrases;
  readonly #often: Uint32Array;
  readonly #sets: Sets;
  readonly #firstSet: number;
  readonly #firstToken: number;
  readonly #firstComposite: number;
  readonly #phrases: Records;
  #shared: Records | undefined;
  readonly #tokens: Records;
  #callers: Records | undefined;
  readonly #names: readonly string[];
  readonly #knownShared = new Map<number, Node>();
  /** By symbol of some words: the test of a token that is one of them. Their nodes, of which there are as many, are made anew. */
  readonly #wordTests: TokenTest[] = [];
  /** The other tokens. */
  readonly #knownTokens: Node[] = [];

  constructor(packed: PackedPhrases) {
    this.#packed = packed;
    this.words = new Words(packed.words);
    this.#often = unpackNumbers(packed.often);
    this.#sets = new Sets(packed.sets);
    this.#tokens = new Records(packed.tokens);
    this.#firstSet = FIRST_PACKED + this.words.count;
    this.#firstToken = this.#firstSet + this.#sets.count;
    this.#firstComposite = this.#firstToken + this.#tokens.count;
    this.#phrases = new Records(packed.phrases);
    this.#names = packed.names.split(' ');
  }

  /** How many there are. */
  get count(): number {
    return this.#phrases.count;
  }

  /** A phrase as a tree without lists, all of whose words are tests. */
  nodeOf(phrase: number): Node {
    const reader = this.#readerOf(phrase);
    for (let needs = reader.next(); needs > 0; needs--) reader.next();
    return this.#read(reader);
  }

  #readerOf(phrase: number): NumberReader {
    const reader = this.#phrases.open(phrase);
    reader.next();
    return reader;
  }

  /** What every match of a phrase contains, the rarest first. */
  needsOf(phrase: number): readonly Need[] {
    const reader = this.#readerOf(phrase);
    return Array.from({ length: reader.next() }, () => this.#need(this.#symbol(reader)));
  }

  /** The phrases that a word calls for: each of their matches contains one of some words, of which it is one. */
  calledBy(id: number): Uint32Array {
    const phrases = (this.#callers ??= new Records(this.#packed.callers)).at(id);
    for (let i = 1; i < phrases.length; i++) phrases[i] = (phrases[i] ?? 0) + (phrases[i - 1] ?? 0);
    return phrases;
  }

  #need(symbol: number): Need {
    return { ids: this.#setOf(symbol), cost: 0 };
  }

  #symbol(reader: NumberReader): number {
    const number = reader.next();
    return this.#often[number] ?? number - this.#often.length;
  }

  /** The words that a symbol stands for: what a phrase needs is mostly what one of its tokens is, too. */
  #setOf(symbol: number): IdSet {
    return this.#testOf(symbol).ids;
  }

  #testOf(symbol: number): TokenTest {
    return (this.#wordTests[symbol] ??= new TokenTest(new IdSet(symbol < this.#firstSet ? [symbol] : this.#sets.at(symbol - this.#firstSet)), NOT_PROPER, 0));
  }

  #read(reader: NumberReader): Node {
    const symbol = this.#symbol(reader);
    const rest = symbol - this.#firstComposite;
    return rest < 0 ? this.#token(symbol) : this.#composite(reader, NODE_KINDS[rest & 7], rest >>> 3);
  }

  #parts(reader: NumberReader, count: number): readonly Node[] {
    const parts: Node[] = [];
    while (parts.length < count) parts.push(this.#read(reader));
    return parts;
  }

  #composite(reader: NumberReader, kind: (typeof NODE_KINDS)[number] | undefined, count: number): Node {
    switch (kind) {
      case 'choice':
        return { type: 'choice', options: this.#parts(reader, count) };
      case 'optional':
        return { type: 'optional', node: this.#read(reader) };
      case 'shared':
        return this.#sharedNode(count);
      case 'capture':
        return { type: 'capture', name: this.#names[count] ?? '', node: this.#read(reader) };
      case 'place':
        return count < EDGES.length ? { type: 'edge', edge: EDGES[count] ?? 'start' } : { type: 'gap', max: count - EDGES.length };
      case 'not':
        return { type: 'not', node: this.#read(reader) };
      case 'glued': {
        const tight = Array.from({ length: count }, () => reader.next() === 1);
        return { type: 'sequence', items: this.#parts(reader, count), tight };
      }
      default:
        return { type: 'sequence', items: this.#parts(reader, count), tight: new Array<boolean>(count).fill(false) };
    }
  }

  /** A part that several phrases have. The phrases of one text share most of theirs, and to read each anew took a tenth of the first reply. */
  #sharedNode(index: number): Node {
    const known = this.#knownShared.get(index);
    if (known) return known;
    const shared = (this.#shared ??= new Records(this.#packed.shared));
    const reader = shared.open(index);
    reader.next();
    const node = this.#read(reader);
    if (this.#knownShared.size === MOST_SHARED) this.#knownShared.clear();
    this.#knownShared.set(index, node);
    return node;
  }

  #token(symbol: number): Node {
    if (symbol < this.#firstToken) return { type: 'token', test: this.#testOf(symbol), takesFiller: true };
    const index = symbol - this.#firstToken;
    return (this.#knownTokens[index] ??= this.#otherToken(index));
  }

  #otherToken(index: number): Node {
    const [takesFiller, symbol = 0, classes = 0, ...proper] = this.#tokens.at(index);
    const capitals = proper.length === 0 ? NOT_PROPER : proper.flatMap((id, i): Proper[] => (i % 2 === 0 ? [[id, capitalsOf(proper[i + 1] ?? 0)]] : []));
    return { type: 'token', test: new TokenTest(this.#setOf(symbol), capitals, classes), takesFiller: takesFiller === 1 };
  }
}

/** One for all: there are thousands. */
const NOT_PROPER: readonly Proper[] = [];

function capitalsOf(bits: number): number {
  return CAPITALS.reduce((all, capitals, i) => (bits & (1 << i) ? all | capitals : all), 0);
}
