import type { NumberReader } from '../packed/digits.js';
import { Records } from '../packed/records.js';
import { Sets } from '../packed/sets.js';
import { Words } from '../packed/words.js';
import { IdSet } from './idSet.js';
import { WordClass } from './lexicon.js';
import type { Need } from './needs.js';
import type { Node } from './syntax.js';
import { TokenTest } from './tokenTest.js';
import { Id } from './vocabulary.js';

/**
 * Phrases compiled ahead of time (`npm run generate`): parsed, their lists put in, their words inflected and numbered.
 * To do that at start would cost most of a second. What occurs in several phrases is kept once; see `packPhrases`.
 */
export interface PackedPhrases {
  /** What the vocabulary must begin with after the words it always has, in the order of their ids. */
  readonly words: string;
  /** Sets of word ids. Each is a token, too: one of these words. */
  readonly sets: string;
  /** The other tokens: whether a filler may stand beside it, its set, its classes, and of each word that needs capitals its id and which. */
  readonly tokens: string;
  /** Trees that are part of several others; those named most often come first. */
  readonly shared: string;
  /** The names of captures, with spaces between them. */
  readonly names: string;
  /** By id of a word the phrases that it calls for; those that no word calls for stand at {@link NO_CALLER}. */
  readonly callers: string;
  /** Of every phrase how many sets it needs one word of each of, these sets, and its tree. */
  readonly phrases: string;
}

/**
 * A tree is its root and then its parts, from left to right. The first number of a node is odd for a token, which it names
 * by half of it; else half of it is the kind and eight times what the kind counts: parts, or a number of something.
 */
export const KINDS = ['sequence', 'choice', 'optional', 'shared', 'capture', 'place', 'not', 'glued'] as const;
/** What `place` counts: an edge, or a gap of so many more words. */
export const EDGES = ['start', 'clause', 'end'] as const;
/** What capitals a word may need, a bit each. */
export const CAPITALS = [WordClass.capital, WordClass.acronym] as const;

/** An id that no word has. */
export const NO_CALLER = Id.unknown;

/** Unpacks phrases when they are asked for. Parts that phrases share are the same objects. */
export class PhraseTable {
  readonly #packed: PackedPhrases;
  readonly #sets: Sets;
  readonly #phrases: Records;
  #shared: Records | undefined;
  #tokens: Records | undefined;
  #callers: Records | undefined;
  readonly #names: readonly string[];
  readonly #knownPhrases: Node[] = [];
  readonly #knownShared: Node[] = [];
  readonly #knownTokens: Node[] = [];
  readonly #knownNeeds: Need[] = [];

  constructor(packed: PackedPhrases) {
    this.#packed = packed;
    this.#sets = new Sets(packed.sets);
    this.#phrases = new Records(packed.phrases);
    this.#names = packed.names.split(' ');
  }

  /** How many there are. */
  get count(): number {
    return this.#phrases.count;
  }

  /** What a vocabulary must begin with. */
  words(): Words {
    return new Words(this.#packed.words);
  }

  /** A phrase as a tree without lists, all of whose words are tests. */
  nodeOf(phrase: number): Node {
    return (this.#knownPhrases[phrase] ??= this.#treeOf(phrase));
  }

  #treeOf(phrase: number): Node {
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
    return Array.from({ length: reader.next() }, () => this.#need(reader.next()));
  }

  /** The phrases that a word calls for: each of their matches contains one of some words, of which it is one. */
  calledBy(id: number): Uint32Array {
    const phrases = (this.#callers ??= new Records(this.#packed.callers)).at(id);
    for (let i = 1; i < phrases.length; i++) phrases[i] = (phrases[i] ?? 0) + (phrases[i - 1] ?? 0);
    return phrases;
  }

  #need(set: number): Need {
    return (this.#knownNeeds[set] ??= { ids: new IdSet(this.#sets.at(set)), cost: 0 });
  }

  #read(numbers: NumberReader): Node {
    return new TreeReader(numbers, this.#names, (index) => this.#token(index), (index) => this.#sharedNode(index)).read();
  }

  #sharedNode(index: number): Node {
    const shared = (this.#shared ??= new Records(this.#packed.shared));
    const known = this.#knownShared[index];
    if (known) return known;
    const reader = shared.open(index);
    reader.next();
    return (this.#knownShared[index] = this.#read(reader));
  }

  #token(index: number): Node {
    return (this.#knownTokens[index] ??= index < this.#sets.count ? { type: 'token', test: new TokenTest(new IdSet(this.#sets.at(index)), [], 0), takesFiller: true } : this.#otherToken(index - this.#sets.count));
  }

  #otherToken(index: number): Node {
    const tokens = (this.#tokens ??= new Records(this.#packed.tokens));
    const [takesFiller, set = 0, classes = 0, ...proper] = tokens.at(index);
    const capitals = proper.flatMap((id, i): [number, number][] => (i % 2 === 0 ? [[id, capitalsOf(proper[i + 1] ?? 0)]] : []));
    return { type: 'token', test: new TokenTest(new IdSet(this.#sets.at(set)), capitals, classes), takesFiller: takesFiller === 1 };
  }
}

class TreeReader {
  constructor(
    readonly numbers: NumberReader,
    readonly names: readonly string[],
    readonly token: (index: number) => Node,
    readonly shared: (index: number) => Node,
  ) {}

  read(): Node {
    const head = this.numbers.next();
    return head & 1 ? this.token(head >>> 1) : this.#composite(KINDS[(head >>> 1) & 7], head >>> 4);
  }

  #parts(count: number): readonly Node[] {
    return Array.from({ length: count }, () => this.read());
  }

  #composite(kind: (typeof KINDS)[number] | undefined, count: number): Node {
    switch (kind) {
      case 'choice':
        return { type: 'choice', options: this.#parts(count) };
      case 'optional':
        return { type: 'optional', node: this.read() };
      case 'shared':
        return this.shared(count);
      case 'capture':
        return { type: 'capture', name: this.names[count] ?? '', node: this.read() };
      case 'place':
        return count < EDGES.length ? { type: 'edge', edge: EDGES[count] ?? 'start' } : { type: 'gap', max: count - EDGES.length };
      case 'not':
        return { type: 'not', node: this.read() };
      case 'glued': {
        const tight = Array.from({ length: count }, () => this.numbers.next() === 1);
        return { type: 'sequence', items: this.#parts(count), tight };
      }
      default:
        return { type: 'sequence', items: this.#parts(count), tight: Array.from({ length: count }, () => false) };
    }
  }
}

function capitalsOf(bits: number): number {
  return CAPITALS.reduce((all, capitals, i) => (bits & (1 << i) ? all | capitals : all), 0);
}
