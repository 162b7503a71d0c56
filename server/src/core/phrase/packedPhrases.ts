import { unpackNumbers, type NumberReader } from '../packed/digits.js';
import { Records } from '../packed/records.js';
import { Sets } from '../packed/sets.js';
import { Words } from '../packed/words.js';
import { AutomatonBuilder, EDGE_STEPS, Op } from './automaton.js';
import type { Built, PhraseSource } from './compile.js';
import { CONTRACTED_WORDS } from './contractions.js';
import { IdSet } from './idSet.js';
import { WordClass } from './lexicon.js';
import type { Need } from './needs.js';
import { ANYTHING, Side } from './neighbours.js';
import type { Surroundings } from './surroundings.js';
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
  /** Tokens that are more than one of some words: the symbol of its words, its classes, and of each word that needs capitals its id and which. */
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
  /** Of those that are looked for in every text what may stand right after their keys and right before, and the tests that these may pass. */
  readonly surroundings: string;
  /** What may stand at several of these places, as numbers of its own; what most have comes first. */
  readonly sides: string;
}

/**
 * A tree is its root and then its parts, so that an automaton can be built as it is read: those of a sequence from the last to the first. A node begins
 * with a symbol. Symbols are the ids of words, then the sets, then the other tokens: the node is one of these words, or such a token. The rest is a kind and eight times
 * what the kind counts: parts, or a number of something. In a sequence a filler may stand between any two parts; in a `tight` one a number
 * before each {@link FLAGS} parts tells by its bits behind which of them, in the order of reading.
 */
export const NODE_KINDS = ['sequence', 'choice', 'optional', 'shared', 'capture', 'place', 'not', 'tight'] as const;
/** A tight sequence has one number for so many parts. */
export const FLAGS = 30;
/** What `place` counts: an edge, or a gap of so many more words. */
export const EDGES = ['start', 'clause', 'end'] as const;
/** What capitals a word may need, a bit each. */
export const CAPITALS = [WordClass.capital, WordClass.acronym] as const;

/** The id of the first packed word. */
export const FIRST_PACKED = Id.first + new Set(CONTRACTED_WORDS).size;

/** An id that no word has. */
export const NO_CALLER = Id.unknown;

/** How a side begins: anything may stand there; its numbers follow; from there on it is one of {@link PackedPhrases.sides}. */
export const SIDES = { anything: 0, itsOwn: 1, shared: 2 } as const;
/** The class that every side has. */
export const ALL_SIDES = 2 ** 31;

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
  #surroundings: Records | undefined;
  #sides: Records | undefined;
  #shared: Records | undefined;
  readonly #tokens: Records;
  #callers: Records | undefined;
  readonly #names: readonly string[];
  /** By symbol. With room for all, as V8 makes a list with great gaps a slow table. */
  readonly #tests: (TokenTest | undefined)[];

  constructor(packed: PackedPhrases) {
    this.#packed = packed;
    this.words = new Words(packed.words);
    this.#often = unpackNumbers(packed.often);
    this.#sets = new Sets(packed.sets);
    this.#tokens = new Records(packed.tokens);
    this.#firstSet = FIRST_PACKED + this.words.count;
    this.#firstToken = this.#firstSet + this.#sets.count;
    this.#firstComposite = this.#firstToken + this.#tokens.count;
    this.#tests = new Array<TokenTest | undefined>(this.#firstComposite);
    this.#phrases = new Records(packed.phrases);
    this.#names = packed.names.split(' ');
  }

  /** How many there are. */
  get count(): number {
    return this.#phrases.count;
  }

  /** A phrase, read when it is asked for. */
  sourceOf(phrase: number): PhraseSource {
    return new PackedPhrase(this, phrase);
  }

  /**
   * What is around the key of a phrase that is looked for in every text; undefined for others. It is packed because most phrases that the words of
   * a reply call for end here, and need not be unpacked.
   */
  surroundingsOf(phrase: number): Surroundings | undefined {
    const surroundings = (this.#surroundings ??= new Records(this.#packed.surroundings));
    if (phrase >= surroundings.count) return undefined;
    const reader = surroundings.open(phrase);
    const length = reader.next();
    const end = reader.at + length;
    const [after, before] = [this.#readSide(reader), this.#readSide(reader)];
    const keys: number[] = [];
    while (reader.at < end) keys.push(reader.next());
    return { after, before, keys };
  }

  #readSide(reader: NumberReader): Int32Array {
    const first = reader.next();
    if (first === SIDES.anything) return ANY_SIDE;
    return first === SIDES.itsOwn ? sideIn(reader) : sideIn(recordIn((this.#sides ??= new Records(this.#packed.sides)), first - SIDES.shared));
  }

  /** The automaton of a phrase, and the names of its captures. */
  build(phrase: number): Built {
    const reader = this.#readerOf(phrase);
    for (let needs = reader.next(); needs > 0; needs--) reader.next();
    const building = { steps: new AutomatonBuilder(), captures: [] };
    const entry = this.#read(reader, building, building.steps.emit(Op.match, 0));
    return { automaton: building.steps.automaton(entry), captures: building.captures };
  }

  #readerOf(phrase: number): NumberReader {
    return recordIn(this.#phrases, phrase);
  }

  /** What every match of a phrase contains, the rarest first. */
  needsOf(phrase: number): readonly Need[] {
    const reader = this.#readerOf(phrase);
    const needs: Need[] = [];
    for (let left = reader.next(); left > 0; left--) needs.push({ ids: this.#setOf(this.#symbol(reader)), cost: 0 });
    return needs;
  }

  /** The phrases that a word calls for: each of their matches contains one of some words, of which it is one. */
  calledBy(id: number): Uint32Array {
    const phrases = (this.#callers ??= new Records(this.#packed.callers)).at(id);
    for (let i = 1; i < phrases.length; i++) phrases[i] = (phrases[i] ?? 0) + (phrases[i - 1] ?? 0);
    return phrases;
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
    return (this.#tests[symbol] ??= symbol < this.#firstToken ? new TokenTest(this.#idsOf(symbol), NOT_PROPER, 0) : this.#otherTest(symbol - this.#firstToken));
  }

  #idsOf(symbol: number): IdSet {
    return symbol < this.#firstSet ? new IdSet([symbol]) : new IdSet(undefined, this.#sets, symbol - this.#firstSet);
  }

  #otherTest(index: number): TokenTest {
    const [symbol = 0, classes = 0, ...proper] = this.#tokens.at(index);
    const capitals = proper.length === 0 ? NOT_PROPER : proper.flatMap((id, i): Proper[] => (i % 2 === 0 ? [[id, capitalsOf(proper[i + 1] ?? 0)]] : []));
    return new TokenTest(this.#setOf(symbol), capitals, classes);
  }

  /**
   * Reads a node and emits its steps, which go on to `next`. No tree comes of it in between, which took half of the time, and most of what a first reply
   * takes is to unpack what its words call for. @returns where to enter the steps
   */
  #read(reader: NumberReader, building: Building, next: number): number {
    const symbol = this.#symbol(reader);
    const rest = symbol - this.#firstComposite;
    return rest < 0 ? building.steps.look(Op.token, next, this.#testOf(symbol)) : this.#readComposite(reader, building, next, rest);
  }

  #readComposite(reader: NumberReader, building: Building, next: number, rest: number): number {
    const { steps } = building;
    const count = rest >>> 3;
    switch (NODE_KINDS[rest & 7]) {
      case 'choice': {
        const ways: number[] = [];
        while (ways.length < count) ways.push(this.#read(reader, building, next));
        return steps.either(ways);
      }
      case 'optional':
        return steps.emit(Op.split, this.#read(reader, building, next), next);
      case 'shared':
        return this.#read(this.#sharedAt(count), building, next);
      case 'capture': {
        const number = numberIn(building.captures, this.#names[count] ?? '');
        return steps.captureStart(number, this.#read(reader, building, steps.captureEnd(number, next)));
      }
      case 'place':
        return count < EDGES.length ? steps.emit(EDGE_STEPS[EDGES[count] ?? 'start'], next) : steps.gap(count - EDGES.length, next);
      case 'not':
        return steps.look(Op.not, next, this.#testOf(this.#symbol(reader)));
      case 'tight':
        return this.#readTight(reader, building, next, count);
      default: {
        let entry = this.#read(reader, building, next);
        for (let left = count; left > 1; left--) entry = this.#read(reader, building, steps.filler(entry));
        return entry;
      }
    }
  }

  #readTight(reader: NumberReader, building: Building, next: number, count: number): number {
    let entry = next;
    for (let part = 0, flags = 0; part < count; part++, flags >>>= 1) {
      if (part % FLAGS === 0) flags = reader.next();
      entry = this.#read(reader, building, entry);
      if (flags & 1) entry = building.steps.filler(entry);
    }
    return entry;
  }

  /** A reader before a part that several phrases have. */
  #sharedAt(index: number): NumberReader {
    return recordIn((this.#shared ??= new Records(this.#packed.shared)), index);
  }
}

/** A reader before the numbers of a list. */
function recordIn(records: Records, index: number): NumberReader {
  const reader = records.open(index);
  reader.next();
  return reader;
}

/** The side whose numbers a reader is at. */
function sideIn(reader: NumberReader): Int32Array {
  const side = new Int32Array(Side.count);
  for (let i = 0; i < Side.count; i++) side[i] = reader.next();
  side[Side.classes] = (side[Side.classes] ?? 0) | ALL_SIDES;
  return side;
}

/** One of a table. */
class PackedPhrase implements PhraseSource {
  constructor(
    readonly table: PhraseTable,
    readonly number: number,
  ) {}

  build(): Built {
    return this.table.build(this.number);
  }

  needs(): readonly Need[] {
    return this.table.needsOf(this.number);
  }

  surroundings(): Surroundings | undefined {
    return this.table.surroundingsOf(this.number);
  }
}

/** A phrase whose steps are being emitted, and the captures met so far. */
interface Building {
  readonly steps: AutomatonBuilder;
  readonly captures: string[];
}

/** The place of a name in a list, at whose end it is put if need be. */
function numberIn(names: string[], name: string): number {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}

const ANY_SIDE = new Int32Array(Side.count).fill(ANYTHING);
/** One for all: there are thousands. */
const NOT_PROPER: readonly Proper[] = [];

function capitalsOf(bits: number): number {
  return CAPITALS.reduce((all, capitals, i) => (bits & (1 << i) ? all | capitals : all), 0);
}
