import { differences, packRecords } from '../packed/records.js';
import { packWords } from '../packed/words.js';
import { takesFiller } from './automaton.js';
import { capturesOf, PhraseCompiler } from './compile.js';
import { CONTRACTED_WORDS } from './contractions.js';
import type { Need } from './needs.js';
import { CAPITALS, EDGES, KINDS, type PackedPhrases } from './packedPhrases.js';
import type { Node } from './syntax.js';
import { ANY_WORD_TEST, splitWord, TokenTests, type TokenTest } from './tokenTest.js';
import { Id, Vocabulary } from './vocabulary.js';

/** A second need with more words than this tells little, and takes room. */
const MOST_IDS = 40;

/** Lists of numbers, equal ones once. */
class Pool {
  readonly #places = new Map<string, number>();
  readonly records: (readonly number[])[] = [];

  placeOf(record: readonly number[]): number {
    const key = record.join(' ');
    const place = this.#places.get(key) ?? this.records.push(record) - 1;
    this.#places.set(key, place);
    return place;
  }
}

/** A node whose parts are places in a list of nodes, and the rest of its numbers. */
interface FlatNode {
  readonly kind: (typeof KINDS)[number];
  readonly parts: readonly number[];
  readonly numbers: readonly number[];
}

/**
 * Packs phrases without lists for a {@link PhraseTable}.
 * @returns what is packed, and the number of every phrase in it
 */
export function packPhrases(phrases: readonly Node[]): { readonly packed: PackedPhrases; readonly numbers: readonly number[] } {
  const packer = new Packer();
  const numbers = phrases.map((node) => packer.add(node));
  return { packed: packer.packed(), numbers };
}

class Packer {
  readonly #vocabulary = new Vocabulary();
  readonly #compiler = new PhraseCompiler(this.#vocabulary);
  readonly #tests = new TokenTests(this.#vocabulary);
  readonly #known = new Map<Node, number>();
  readonly #places = new Map<string, number>();
  readonly #nodes: FlatNode[] = [];
  readonly #testPlaces = new Map<string, number>();
  readonly #usedTests: TokenTest[] = [];
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

  packed(): PackedPhrases {
    const words = this.#vocabulary.words.slice(new Set(CONTRACTED_WORDS).size).sort();
    const idOf = newIds(this.#vocabulary, words);
    const sets = new Pool();
    const setOf = (ids: Iterable<number>): number => sets.placeOf(differences([...ids].map(idOf).sort((a, b) => a - b)));
    const phrases = this.#phrases.map(({ node, needs }) => [node, ...needs.map(({ ids }) => setOf(ids.list))]);
    const tests = this.#usedTests.map((test) => recordOf(test, idOf, setOf));
    const { nodes, newPlaces } = byUse(this.#nodes, phrases.map(([node = 0]) => node));
    return {
      words: packWords(words),
      sets: packRecords(sets.records),
      tests: packRecords(tests),
      nodes: packRecords(nodes),
      names: this.#names.join(' '),
      phrases: packRecords(phrases.map(([node = 0, ...needs]) => [newPlaces[node] ?? 0, ...needs])),
    };
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
    if (test) return this.#token(test, takesFiller(node));
    switch (node.type) {
      case 'choice':
        return { kind: 'choice', parts: node.options.map((option) => this.#place(option)), numbers: [] };
      case 'sequence':
        return this.#sequence(node.items.map((item) => this.#place(item)), node.tight);
      case 'optional':
        return { kind: 'optional', parts: [this.#place(node.node)], numbers: [] };
      case 'capture':
        return { kind: 'capture', parts: [this.#place(node.node)], numbers: [this.#names.indexOf(node.name)] };
      case 'not':
        return { kind: 'not', parts: [this.#placeOf(this.#token(this.#tests.of(node.node) ?? ANY_WORD_TEST, false))], numbers: [] };
      case 'gap':
        return { kind: 'gap', parts: [], numbers: [node.max] };
      case 'edge':
        return { kind: 'edge', parts: [], numbers: [EDGES.indexOf(node.edge)] };
      case 'word':
        return this.#words(splitWord(node.word));
      default:
        throw new Error(`a ${node.type} cannot be packed`);
    }
  }

  #token(test: TokenTest, isWord: boolean): FlatNode {
    const key = JSON.stringify([[...test.ids.list].sort(), test.classes, test.proper]);
    const place = this.#testPlaces.get(key) ?? this.#usedTests.push(test) - 1;
    this.#testPlaces.set(key, place);
    return { kind: isWord ? 'word' : 'part', parts: [], numbers: [place] };
  }

  /** A word that is several tokens. */
  #words(words: readonly string[]): FlatNode {
    const parts = words.map((word) => this.#placeOf(this.#token(this.#tests.ofWord(word, 'exact'), true)));
    return this.#sequence(parts, parts.map(() => true));
  }

  #sequence(parts: readonly number[], tight: readonly boolean[]): FlatNode {
    return tight.includes(true) ? { kind: 'glued', parts, numbers: tight.map(Number) } : { kind: 'sequence', parts, numbers: [] };
  }
}

/** Ids in alphabetical order: the forms of a word stand together, and differences between them are small. */
function newIds(vocabulary: Vocabulary, sorted: readonly string[]): (id: number) => number {
  const first = Id.first + new Set(CONTRACTED_WORDS).size;
  const places = new Map(sorted.map((word, i) => [word, first + i]));
  return (id) => (id < first ? id : (places.get(vocabulary.wordOf(id)) ?? 0));
}

function recordOf({ ids, proper, classes }: TokenTest, idOf: (id: number) => number, setOf: (ids: Iterable<number>) => number): readonly number[] {
  const capitals = [...proper].map(([id, bits]) => ({ id: idOf(id), bits })).sort((a, b) => a.id - b.id);
  const steps = differences(capitals.map(({ id }) => id));
  return [setOf(ids.list), classes, ...capitals.flatMap(({ bits }, i) => [steps[i] ?? 0, CAPITALS.reduce((sum, one, bit) => sum + (bits & one ? 1 << bit : 0), 0)])];
}

/** Nodes with those first that are named most often, as small numbers take less room. */
function byUse(flat: readonly FlatNode[], named: readonly number[]): { readonly nodes: readonly (readonly number[])[]; readonly newPlaces: readonly number[] } {
  const uses = flat.map(() => 0);
  for (const place of [...named, ...flat.flatMap(({ parts }) => parts)]) uses[place] = (uses[place] ?? 0) + 1;
  const order = flat.map((_, place) => place).sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b);
  const newPlaces: number[] = [];
  order.forEach((old, place) => (newPlaces[old] = place));
  return { nodes: order.flatMap((old) => (flat[old] ? [packedNode(flat[old], newPlaces)] : [])), newPlaces };
}

function packedNode({ kind, parts, numbers }: FlatNode, newPlaces: readonly number[]): readonly number[] {
  const places = parts.map((part) => newPlaces[part] ?? 0);
  const own = kind === 'glued' ? places.map((place, i) => 2 * place + (numbers[i] ?? 0)) : [...numbers, ...places];
  return [KINDS.indexOf(kind), ...own];
}
