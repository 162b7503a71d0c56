import { Records, sums } from '../packed/records.js';
import { unpackWords } from '../packed/words.js';
import { IdSet } from './idSet.js';
import { WordClass } from './lexicon.js';
import type { Need } from './needs.js';
import type { Node } from './syntax.js';
import { TokenTest } from './tokenTest.js';

/**
 * Phrases compiled ahead of time (`npm run generate`): parsed, their lists put in, their words inflected and numbered.
 * To do that at start would cost most of a second. What occurs in several phrases is kept once; see `packPhrases`.
 */
export interface PackedPhrases {
  /** What the vocabulary must begin with after the words it always has, in the order of their ids. */
  readonly words: string;
  /** Sets of word ids, each as differences. */
  readonly sets: string;
  /** Of every test its set, its classes, and of each word that needs capitals the id (as a difference) and which. */
  readonly tests: string;
  /** Of every node its kind and its parts; those named most often come first. */
  readonly nodes: string;
  /** The names of captures, with spaces between them. */
  readonly names: string;
  /** Of every phrase its node and the sets it needs one word of each of. */
  readonly phrases: string;
}

/** The kinds of packed nodes, as the first number of a record. `part` never takes a filler before or after it, `word` does. */
export const KINDS = ['part', 'word', 'choice', 'sequence', 'glued', 'optional', 'capture', 'not', 'gap', 'edge'] as const;
export const EDGES = ['start', 'clause', 'end'] as const;
/** What capitals a word may need, a bit each. */
export const CAPITALS = [WordClass.capital, WordClass.acronym] as const;

/** Unpacks phrases when they are asked for. Parts that phrases share are the same objects. */
export class PhraseTable {
  readonly #packed: PackedPhrases;
  readonly #sets: Records;
  readonly #tests: Records;
  readonly #nodes: Records;
  readonly #phrases: Records;
  readonly #names: readonly string[];
  readonly #knownNodes: Node[] = [];
  readonly #knownNeeds: Need[] = [];

  constructor(packed: PackedPhrases) {
    this.#packed = packed;
    this.#sets = new Records(packed.sets);
    this.#tests = new Records(packed.tests);
    this.#nodes = new Records(packed.nodes);
    this.#phrases = new Records(packed.phrases);
    this.#names = packed.names.split(' ');
  }

  /** What to intern in a new vocabulary before anything else. */
  words(): readonly string[] {
    return unpackWords(this.#packed.words);
  }

  /** A phrase as a tree without lists, all of whose words are tests. */
  nodeOf(phrase: number): Node {
    return this.#node(this.#phrases.at(phrase)[0] ?? 0);
  }

  /** What every match of a phrase contains, the rarest first. */
  needsOf(phrase: number): readonly Need[] {
    return Array.from(this.#phrases.at(phrase).subarray(1), (set) => (this.#knownNeeds[set] ??= { ids: new IdSet(this.#set(set)), cost: 0 }));
  }

  /** The words one of which every match of a phrase contains; undefined where there are none to tell it by. */
  triggersOf(phrase: number): readonly number[] | undefined {
    const rarest = this.#phrases.at(phrase)[1];
    return rarest === undefined ? undefined : this.#set(rarest);
  }

  #set(index: number): readonly number[] {
    return sums(this.#sets.at(index));
  }

  #node(index: number): Node {
    return (this.#knownNodes[index] ??= this.#makeNode(this.#nodes.at(index)));
  }

  #makeNode(record: Uint32Array): Node {
    const [kind = 0, first = 0, second = 0] = record;
    const parts = record.subarray(1);
    switch (KINDS[kind]) {
      case 'choice':
        return { type: 'choice', options: Array.from(parts, (part) => this.#node(part)) };
      case 'sequence':
        return { type: 'sequence', items: Array.from(parts, (part) => this.#node(part)), tight: Array.from(parts, () => false) };
      case 'glued':
        return { type: 'sequence', items: Array.from(parts, (part) => this.#node(part >> 1)), tight: Array.from(parts, (part) => (part & 1) === 1) };
      case 'optional':
        return { type: 'optional', node: this.#node(first) };
      case 'capture':
        return { type: 'capture', name: this.#names[first] ?? '', node: this.#node(second) };
      case 'not':
        return { type: 'not', node: this.#node(first) };
      case 'gap':
        return { type: 'gap', max: first };
      case 'edge':
        return { type: 'edge', edge: EDGES[first] ?? 'start' };
      default:
        return { type: 'token', test: this.#test(first), takesFiller: KINDS[kind] === 'word' };
    }
  }

  #test(index: number): TokenTest {
    const [set = 0, classes = 0, ...proper] = this.#tests.at(index);
    const ids = sums(proper.filter((_, i) => i % 2 === 0));
    return new TokenTest(new IdSet(this.#set(set)), ids.map((id, i) => [id, capitalsOf(proper[2 * i + 1] ?? 0)]), classes);
  }
}

function capitalsOf(bits: number): number {
  return CAPITALS.reduce((all, capitals, i) => (bits & (1 << i) ? all | capitals : all), 0);
}
