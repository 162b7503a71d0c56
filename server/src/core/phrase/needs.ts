import { commonWords } from './common.js';
import { IdSet } from './idSet.js';
import { closedWords, type WordClassName } from './lexicon.js';
import type { Node } from './syntax.js';
import { splitWord, type TokenTest, type TokenTests } from './tokenTest.js';
import { Id, SIGN_IDS, type Vocabulary } from './vocabulary.js';

/** Words of which every match of a phrase contains one. */
export interface Need {
  readonly ids: IdSet;
  /** How often, roughly, a word of running text is one of them. */
  readonly cost: number;
}

/** A sign's share of running text, roughly. */
const SIGN_FREQUENCY = 0.05;

/** Works out what phrases need, so that most sentences can be passed over without matching anything. */
export class Needs {
  /** Of nodes with parts: a word is told by its test, and there are too many to remember each. */
  readonly #known = new WeakMap<Node, readonly Need[]>();
  /** By test, which words share: one set for each word of 32,000 phrases took 150 MB. */
  readonly #byTest = new Map<TokenTest, Need>();

  constructor(
    readonly vocabulary: Vocabulary,
    readonly tests: TokenTests,
  ) {}

  /** What every match of a node contains, in the order of the phrase. */
  of(node: Node): readonly Need[] {
    if (node.type === 'word') return this.#make(node);
    const known = this.#known.get(node) ?? this.#make(node);
    this.#known.set(node, known);
    return known;
  }

  #make(node: Node): readonly Need[] {
    switch (node.type) {
      case 'word':
        return splitWord(node.word).map((part) => this.#ofTest(this.tests.ofWord(part, node.form)));
      case 'class':
        return this.#ofClass(node.name);
      case 'punct':
        return [{ ids: new IdSet([SIGN_IDS[node.sign] ?? Id.unknown]), cost: SIGN_FREQUENCY }];
      case 'capture':
        return this.of(node.node);
      case 'sequence':
        return node.items.flatMap((item) => this.of(item));
      case 'choice':
        return this.#ofChoice(node.options);
      default:
        return [];
    }
  }

  #ofTest(test: TokenTest): Need {
    const known = this.#byTest.get(test) ?? this.#makeNeed(test);
    this.#byTest.set(test, known);
    return known;
  }

  #makeNeed({ ids, proper }: TokenTest): Need {
    const all = proper.length === 0 ? ids : new IdSet([...new Set([...ids.list, ...proper.map(([id]) => id)])]);
    return { ids: all, cost: all.list.reduce((sum, id) => sum + this.#frequencyOf(id), 0) };
  }

  /** Signs have no rank among words, and are no rarity. */
  #frequencyOf(id: number): number {
    return id < Id.first ? SIGN_FREQUENCY : frequency(this.vocabulary.wordOf(id));
  }

  #ofClass(name: WordClassName): readonly Need[] {
    if (name === 'url') return [{ ids: new IdSet([Id.url]), cost: 0.01 }];
    if (name === 'opaque') return [{ ids: new IdSet([Id.opaque, Id.url]), cost: 0.03 }];
    const words = closedWords(name);
    if (!words) return [];
    const ids = words.map((word) => (word === "'s" ? Id.s : this.vocabulary.intern(word)));
    if (name === 'number') ids.push(Id.number);
    return [{ ids: new IdSet([...new Set(ids)]), cost: words.reduce((sum, word) => sum + frequency(word), 0) }];
  }

  /** One of the options matches, so one of what they need most is there. */
  #ofChoice(options: readonly Node[]): readonly Need[] {
    const ids = new Set<number>();
    let cost = 0;
    for (const option of options) {
      const need = rarest(this.of(option));
      if (!need) return [];
      for (const id of need.ids.list) ids.add(id);
      cost += need.cost;
    }
    return [{ ids: new IdSet([...ids]), cost }];
  }
}

function rarest(needs: readonly Need[]): Need | undefined {
  return needs.reduce<Need | undefined>((best, need) => (best && best.cost <= need.cost ? best : need), undefined);
}

/** A word's share of running text, by Zipf's law from its rank. */
function frequency(word: string): number {
  const rank = commonWords().get(word);
  return rank === undefined ? 0.00001 : 0.07 / (rank + 1);
}
