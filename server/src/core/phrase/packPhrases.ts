import { packNumbers } from '../packed/digits.js';
import { packRecords } from '../packed/records.js';
import { bySets, packSets } from '../packed/sets.js';
import { packWords } from '../packed/words.js';
import { takesFillerBetween } from './automaton.js';
import { capturesOf, PhraseCompiler } from './compile.js';
import { CONTRACTED_WORDS } from './contractions.js';
import type { Need } from './needs.js';
import { ANYTHING, Side } from './neighbours.js';
import { ALL_SIDES, CAPITALS, EDGES, FIRST_PACKED, FLAGS, NODE_KINDS, NO_CALLER, PhraseTable, SIDES, type PackedPhrases } from './packedPhrases.js';
import { surroundingsOf } from './surroundings.js';
import type { Node } from './syntax.js';
import { ANY_WORD_TEST, splitWord, TokenTests, type TokenTest } from './tokenTest.js';
import { Vocabulary } from './vocabulary.js';

/** A second need with more words than this tells little, and takes room. */
const MOST_IDS = 40;

/** A node whose parts are places in a list of nodes; `of` is the test of a token, or what the kind counts. */
interface FlatNode {
  readonly kind: (typeof NODE_KINDS)[number] | 'token';
  readonly parts: readonly number[];
  readonly of: number;
  /** For `tight`: whether a filler may stand between two parts, from the last two to the first. */
  readonly fillers?: readonly boolean[];
}

/**
 * Packs phrases without lists for a {@link PhraseTable}.
 * @param sought the first so many are looked for in every text, and filed by the words that call for them
 * @returns what is packed, and the number of every phrase in it
 */
export function packPhrases(phrases: readonly Node[], sought = phrases.length): { readonly packed: PackedPhrases; readonly numbers: readonly number[] } {
  const packer = new Packer();
  const numbers = phrases.map((node) => packer.add(node));
  return { packed: packer.packed(Math.max(-1, ...numbers.slice(0, sought)) + 1), numbers };
}

class Packer {
  readonly #vocabulary = new Vocabulary();
  readonly #compiler = new PhraseCompiler(this.#vocabulary);
  readonly #tests = new TokenTests(this.#vocabulary);
  readonly #known = new Map<Node, number>();
  readonly #places = new Map<string, number>();
  readonly #nodes: FlatNode[] = [];
  readonly #testPlaces = new Map<string, number>();
  readonly #usedTokens: TokenTest[] = [];
  readonly #names: string[] = [];
  readonly #phrases: { readonly node: number; readonly needs: readonly Need[] }[] = [];
  readonly #numbers = new Map<number, number>();

  /** @returns the number of the phrase */
  add(node: Node): number {
    const { needs } = this.#compiler.compile(node, new Map());
    for (const name of capturesOf(node)) if (!this.#names.includes(name)) this.#names.push(name);
    const place = this.#place(node);
    const number = this.#numbers.get(place) ?? this.#phrases.push({ node: place, needs: needs.filter(({ ids }, i) => i === 0 || ids.list.length <= MOST_IDS) }) - 1;
    this.#numbers.set(place, number);
    return number;
  }

  /** @param sought the first so many phrases are filed by the words that call for them */
  packed(sought: number): PackedPhrases {
    const words = this.#vocabulary.words.slice(new Set(CONTRACTED_WORDS).size).sort();
    const idOf = newIds(this.#vocabulary, words);
    const numbered = (ids: readonly number[]): readonly number[] => ids.map(idOf).sort((a, b) => a - b);
    const all = [...this.#usedTokens.map(({ ids }) => ids.list), ...this.#phrases.flatMap(({ needs }) => needs.map(({ ids }) => ids.list))].map(numbered);
    const sets = [...new Map(all.map((set) => [set.join(' '), set])).values()].filter(({ length }) => length !== 1).sort(bySets);
    const firstSet = FIRST_PACKED + words.length;
    const symbols = new Map(sets.map((set, i) => [set.join(' '), firstSet + i]));
    const symbolOf = (ids: readonly number[]): number => symbols.get(numbered(ids).join(' ')) ?? numbered(ids)[0] ?? 0;
    const { tokens, names } = packTokens(this.#usedTokens, firstSet + sets.length, idOf, symbolOf);
    const trees = new TreeWriter(this.#nodes, this.#phrases.map(({ node }) => node), names, firstSet + sets.length + tokens.length);
    const { often, shared, phrases } = withCommonest((code) => ({
      shared: trees.shared(code),
      phrases: this.#phrases.map(({ node, needs }) => [needs.length, ...needs.map(({ ids }) => code(symbolOf(ids.list))), ...trees.tree(node, code)]),
    }));
    const packed = {
      words: packWords(words),
      sets: packSets(sets),
      tokens: packRecords(tokens),
      often: packNumbers(often),
      shared: packRecords(shared),
      names: this.#names.join(' '),
      callers: packRecords(callersOf(this.#phrases.slice(0, sought).map(({ needs: [rarest] }) => numbered(rarest?.ids.list ?? [])))),
      phrases: packRecords(phrases),
      surroundings: '',
      sides: '',
    };
    return { ...packed, ...packSurroundings(packed, sought) };
  }

  #place(node: Node): number {
    const place = this.#known.get(node) ?? this.#placeOf(this.#flat(node));
    this.#known.set(node, place);
    return place;
  }

  #placeOf(flat: FlatNode): number {
    const key = JSON.stringify(flat);
    const place = this.#places.get(key) ?? this.#nodes.push(flat) - 1;
    this.#places.set(key, place);
    return place;
  }

  #flat(node: Node): FlatNode {
    const test = this.#tests.of(node);
    if (test) return this.#token(test);
    switch (node.type) {
      case 'choice':
        return composite('choice', node.options.map((option) => this.#place(option)));
      case 'sequence':
        return sequence(node.items.map((item) => this.#place(item)), node.items.map((item, i) => !node.tight[i] && takesFillerBetween(node.items[i - 1], item)));
      case 'optional':
        return composite('optional', [this.#place(node.node)]);
      case 'capture':
        return composite('capture', [this.#place(node.node)], this.#names.indexOf(node.name));
      case 'not':
        return composite('not', [this.#placeOf(this.#token(this.#tests.of(node.node) ?? ANY_WORD_TEST))]);
      case 'gap':
        return composite('place', [], EDGES.length + node.max);
      case 'edge':
        return composite('place', [], EDGES.indexOf(node.edge));
      case 'word':
        return this.#words(splitWord(node.word));
      default:
        throw new Error(`a ${node.type} cannot be packed`);
    }
  }

  #token(test: TokenTest): FlatNode {
    const key = JSON.stringify([[...test.ids.list].sort(), test.classes, test.proper]);
    const place = this.#testPlaces.get(key) ?? this.#usedTokens.push(test) - 1;
    this.#testPlaces.set(key, place);
    return { kind: 'token', parts: [], of: place };
  }

  /** A word that is several tokens. */
  #words(words: readonly string[]): FlatNode {
    const parts = words.map((word) => this.#placeOf(this.#token(this.#tests.ofWord(word, 'exact'))));
    return sequence(parts, parts.map(() => false));
  }
}

/** @param fillers whether one may stand before each part; none stands before the first */
function sequence(parts: readonly number[], fillers: readonly boolean[]): FlatNode {
  const between = fillers.slice(1).reverse();
  return between.every(Boolean) ? composite('sequence', parts) : { ...composite('tight', parts), fillers: between };
}

/** What is around the keys of the first so many phrases. It is worked out of what was packed, as the automata are that come of it. */
function packSurroundings(packed: PackedPhrases, sought: number): Pick<PackedPhrases, 'surroundings' | 'sides'> {
  const table = new PhraseTable(packed);
  const all = Array.from({ length: sought }, (_, phrase) => surroundingsOf(table.build(phrase).automaton, table.needsOf(phrase)[0]?.ids));
  const uses = new Map<string, number>();
  for (const side of all.flatMap(({ after, before }) => [after, before].filter(tells).map(String))) uses.set(side, (uses.get(side) ?? 0) + 1);
  const shared = [...uses].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a).map(([side]) => side);
  const codes = new Map(shared.map((side, i) => [side, SIDES.shared + i]));
  const written = (side: Int32Array): readonly number[] => {
    if (!tells(side)) return [SIDES.anything];
    const code = codes.get(String(side));
    return code === undefined ? [SIDES.itsOwn, ...numbersOf(side)] : [code];
  };
  return {
    surroundings: packRecords(all.map(({ after, before, keys }) => [...written(after), ...written(before), ...keys])),
    sides: packRecords(shared.map((side) => numbersOf(side.split(',').map(Number)))),
  };
}

/** Whether a side is not open to anything. */
function tells(side: Int32Array): boolean {
  return side[Side.classes] !== ANYTHING;
}

/** The numbers of a side without what all sides have. */
function numbersOf([words = 0, moreWords = 0, classes = 0]: Iterable<number>): readonly number[] {
  return [words >>> 0, moreWords >>> 0, (classes & ~ALL_SIDES) >>> 0];
}

/** Ids in alphabetical order: the forms of a word stand together, and differences between them are small. */
function newIds(vocabulary: Vocabulary, sorted: readonly string[]): (id: number) => number {
  const places = new Map(sorted.map((word, i) => [word, FIRST_PACKED + i]));
  return (id) => (id < FIRST_PACKED ? id : (places.get(vocabulary.wordOf(id)) ?? 0));
}

/** By id of a word the phrases that it calls for, each as what it is more than the one before. @param words of every phrase */
function callersOf(words: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const called: number[][] = [[]];
  words.forEach((ids, phrase) => {
    for (const id of ids.length ? ids : [NO_CALLER]) (called[id] ??= []).push(phrase);
  });
  return Array.from(called, (phrases = []) => phrases.map((phrase, i) => phrase - (phrases[i - 1] ?? 0)));
}

function composite(kind: FlatNode['kind'], parts: readonly number[], of = parts.length): FlatNode {
  return { kind, parts, of };
}

/** Tokens that are any of some words have the symbol of these, the others one from `first` on. @returns these others, and the symbol of every token */
function packTokens(
  flat: readonly TokenTest[],
  first: number,
  idOf: (id: number) => number,
  symbolOf: (ids: readonly number[]) => number,
): { readonly tokens: readonly (readonly number[])[]; readonly names: readonly number[] } {
  const tokens: (readonly number[])[] = [];
  const names = flat.map(({ ids, proper, classes }) => {
    if (classes === 0 && proper.length === 0) return symbolOf(ids.list);
    const capitals = proper.flatMap(([id, bits]) => [idOf(id), CAPITALS.reduce((sum, one, bit) => sum + (bits & one ? 1 << bit : 0), 0)]);
    return first + tokens.push([symbolOf(ids.list), classes, ...capitals]) - 1;
  });
  return { tokens, names };
}

/** Writes trees out, and those that are part of several others once. */
class TreeWriter {
  /** By place: which of the shared ones it is. */
  readonly #shared: ReadonlyMap<number, number>;

  constructor(
    readonly nodes: readonly FlatNode[],
    roots: readonly number[],
    readonly tokens: readonly number[],
    readonly firstComposite: number,
  ) {
    const uses = nodes.map(() => 0);
    for (const place of [...roots, ...nodes.flatMap(({ parts }) => parts)]) uses[place] = (uses[place] ?? 0) + 1;
    const often = nodes.flatMap(({ parts }, place) => (parts.length > 0 && (uses[place] ?? 0) > 1 ? [place] : []));
    this.#shared = new Map(often.sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b).map((place, i) => [place, i]));
  }

  shared(code: Code): readonly (readonly number[])[] {
    return [...this.#shared.keys()].map((place) => this.#written(place, code));
  }

  tree(place: number, code: Code): readonly number[] {
    const shared = this.#shared.get(place);
    return shared === undefined ? this.#written(place, code) : [code(this.#composite('shared', shared))];
  }

  #written(place: number, code: Code): readonly number[] {
    const { kind, parts, of, fillers = [] } = this.nodes[place] ?? composite('place', [], 0);
    if (kind === 'token') return [code(this.tokens[of] ?? 0)];
    const inOrder = kind === 'sequence' || kind === 'tight' ? [...parts].reverse() : parts;
    return [code(this.#composite(kind, of)), ...inOrder.flatMap((part, i) => [...(kind === 'tight' && i % FLAGS === 0 ? [bitsOf(fillers.slice(i, i + FLAGS))] : []), ...this.tree(part, code)])];
  }

  #composite(kind: (typeof NODE_KINDS)[number], count: number): number {
    return this.firstComposite + NODE_KINDS.indexOf(kind) + 8 * count;
  }
}

/** Flags in one number, the first in its last bit. */
function bitsOf(flags: readonly boolean[]): number {
  return flags.reduce((sum, flag, bit) => sum + (flag ? 2 ** bit : 0), 0);
}

/** How a symbol is written. */
type Code = (symbol: number) => number;

/** These have one or two digits. */
const MOST_OFTEN = 1024;

/** Writes with short codes for the symbols that are written most often. @returns these, and what was written */
function withCommonest<T>(write: (code: Code) => T): T & { readonly often: readonly number[] } {
  const uses = new Map<number, number>();
  write((symbol) => {
    uses.set(symbol, (uses.get(symbol) ?? 0) + 1);
    return symbol;
  });
  const often = [...uses].sort(([a, usesOfA], [b, usesOfB]) => usesOfB - usesOfA || a - b).slice(0, MOST_OFTEN).map(([symbol]) => symbol);
  const codes = new Map(often.map((symbol, i) => [symbol, i]));
  return { often, ...write((symbol) => codes.get(symbol) ?? often.length + symbol) };
}
