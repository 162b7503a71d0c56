import type { IdSet } from './idSet.js';
import { WordClass } from './lexicon.js';
import type { TokenTest } from './tokenTest.js';

/** What matching sees of a sentence. */
export interface Matchable {
  readonly ids: ArrayLike<number>;
  readonly classes: ArrayLike<number>;
  /** Whether a clause begins at the token. */
  isClauseStart(token: number): boolean;
}

/** A test of so few words is worked out word by word, one of more token by token. */
const FEW = 8;
/** Tokens to a page: the bits of a mask. */
const PAGE = 32;

/**
 * The tokens of the sentence in hand as bit masks: bit `j` of page `p` is token `32p + j`. Whether a word is there, and
 * where, costs one look-up however long the sentence is, and a test is worked out once for all phrases that ask it.
 * There is one such table for all sentences, never cleared: what is in it counts for the round it was written in.
 */
class Masks {
  sentence: Matchable | undefined;
  length = 0;
  pages = 1;
  #round = 0;
  #ids: Int32Array = new Int32Array(64);
  #classes: ArrayLike<number> | undefined;
  /** By id: the round it was last seen in, and a mask for each page. */
  #seen: Int32Array = new Int32Array(1 << 14);
  #where: Int32Array[] = [new Int32Array(1 << 14)];
  /** By page: words that are no names. */
  readonly #plain: number[] = [];
  /** By page, as far as asked for. */
  readonly #clauseStarts: number[] = [];

  /** Takes a sentence in hand; the same one again costs nothing. */
  load(sentence: Matchable): void {
    if (this.sentence === sentence) return;
    const { ids } = sentence;
    this.sentence = sentence;
    this.length = ids.length;
    this.pages = (ids.length >>> 5) + 1;
    this.#classes = undefined;
    this.#clauseStarts.length = 0;
    this.#round++;
    if (this.#ids.length < ids.length) this.#ids = new Int32Array(2 * ids.length);
    while (this.#where.length < this.pages) this.#where.push(new Int32Array(this.#seen.length));
    for (let i = 0; i < ids.length; i++) this.#note(ids[i] ?? 0, i);
  }

  #note(id: number, token: number): void {
    this.#ids[token] = id;
    if (id >= this.#seen.length) this.#grow(id);
    if (this.#seen[id] !== this.#round) {
      this.#seen[id] = this.#round;
      for (let page = 0; page < this.pages; page++) this.#pageOf(page)[id] = 0;
    }
    const page = this.#pageOf(token >>> 5);
    page[id] = (page[id] ?? 0) | (1 << token);
  }

  #pageOf(page: number): Int32Array {
    return this.#where[page] ?? EMPTY;
  }

  #grow(id: number): void {
    const longer = (table: Int32Array): Int32Array => {
      const copy = new Int32Array(2 * id);
      copy.set(table);
      return copy;
    };
    this.#seen = longer(this.#seen);
    this.#where = this.#where.map(longer);
  }

  /** Whether the sentence has one of some words. */
  hasAny(ids: IdSet): boolean {
    const { list } = ids;
    if (list.length > this.length) return this.#hasTokenOf(ids);
    for (const id of list) if (this.#seen[id] === this.#round) return true;
    return false;
  }

  #hasTokenOf(ids: IdSet): boolean {
    for (let i = 0; i < this.length; i++) if (ids.has(this.#ids[i] ?? 0)) return true;
    return false;
  }

  /** The word at a token. */
  idAt(token: number): number {
    return this.#ids[token] ?? 0;
  }

  /** Those of some tokens of a page that pass a test. */
  passing(test: TokenTest, at: number, page: number): number {
    if (test.round === this.#round) return at & (test.masks[page] ?? 0);
    if (isMany(at)) {
      this.#workOut(test);
      return at & (test.masks[page] ?? 0);
    }
    return this.#passingOf(test, at, page);
  }

  /** Most tests are asked of the one or two tokens that the steps before have led to. */
  #passingOf(test: TokenTest, at: number, page: number): number {
    const { classes } = this;
    let passing = 0;
    for (let rest = at; rest !== 0; rest &= rest - 1) {
      const token = PAGE * page + 31 - Math.clz32(rest & -rest);
      if (token < this.length && test.passes(this.#ids[token] ?? 0, classes[token] ?? 0)) passing |= 1 << token;
    }
    return passing;
  }

  #workOut(test: TokenTest): void {
    test.round = this.#round;
    const classes = this.classes;
    const few = test.classes === 0 && test.proper.length === 0 && test.ids.list.length <= FEW;
    for (let page = 0; page < this.pages; page++) test.masks[page] = few ? this.#maskOfWords(test.ids.list, page) : 0;
    if (few) return;
    for (let i = 0; i < this.length; i++) {
      if (test.passes(this.#ids[i] ?? 0, classes[i] ?? 0)) test.masks[i >>> 5] = (test.masks[i >>> 5] ?? 0) | (1 << i);
    }
  }

  #maskOfWords(ids: readonly number[], page: number): number {
    const where = this.#pageOf(page);
    let mask = 0;
    for (const id of ids) if (this.#seen[id] === this.#round) mask |= where[id] ?? 0;
    return mask & (this.#plain[page] ?? 0);
  }

  /** Word classes are worked out for the few sentences that get this far. */
  get classes(): ArrayLike<number> {
    if (this.#classes) return this.#classes;
    const classes = this.sentence?.classes ?? [];
    this.#classes = classes;
    this.#plain.fill(0);
    for (let i = 0; i < this.length; i++) {
      if (((classes[i] ?? 0) & (WordClass.name | WordClass.acronym)) === 0) this.#plain[i >>> 5] = (this.#plain[i >>> 5] ?? 0) | (1 << i);
    }
    return classes;
  }

  /** The places of a page at which a clause begins. */
  clauseStarts(page: number): number {
    const known = this.#clauseStarts[page];
    if (known !== undefined) return known;
    let mask = 0;
    for (let i = 0; i < PAGE; i++) if (this.sentence?.isClauseStart(PAGE * page + i)) mask |= 1 << i;
    this.#clauseStarts[page] = mask;
    return mask;
  }

  /** The places of a page before which, from `begin` on, there are only signs. */
  edgeAfter(begin: number, page: number): number {
    let last = begin;
    while (last < this.length && ((this.classes[last] ?? 0) & WordClass.punct) !== 0) last++;
    return span(begin, last + 1, page);
  }

  /** The places of a page after which, up to `end`, there are only signs. */
  edgeBefore(end: number, page: number): number {
    let first = end;
    while (first > 0 && ((this.classes[first - 1] ?? 0) & WordClass.punct) !== 0) first--;
    return span(first, end + 1, page);
  }
}

const EMPTY = new Int32Array(0);

/** Whether more than three bits are set. */
function isMany(bits: number): boolean {
  const two = bits & (bits - 1);
  const three = two & (two - 1);
  return (three & (three - 1)) !== 0;
}

/** The mask of a page that has the places `[from, to)`. */
export function span(from: number, to: number, page: number): number {
  const first = Math.max(0, from - PAGE * page);
  const last = Math.min(PAGE, to - PAGE * page);
  if (first >= last) return 0;
  return (-1 >>> (PAGE - (last - first))) << first;
}

/** The sentence in hand. */
export const masks = new Masks();
