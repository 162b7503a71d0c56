import { COMMON } from '../generated/lexicon.js';
import { closedWords, type WordClassName } from './lexicon.js';
import type { Node } from './syntax.js';
import { splitWord, type TokenTest, type TokenTests } from './tokenTest.js';
import { Id, SIGN_IDS, type Vocabulary } from './vocabulary.js';

/** Words of which every match of a phrase contains one. */
export interface Need {
  readonly ids: ReadonlySet<number>;
  /** How often, roughly, a word of running text is one of them. */
  readonly cost: number;
}

/** Works out what phrases need, so that most sentences can be passed over without matching anything. */
export class Needs {
  readonly #known = new WeakMap<Node, readonly Need[]>();

  constructor(
    readonly vocabulary: Vocabulary,
    readonly tests: TokenTests,
  ) {}

  /** What every match of a node contains, in the order of the phrase. */
  of(node: Node): readonly Need[] {
    const known = this.#known.get(node) ?? this.#make(node);
    this.#known.set(node, known);
    return known;
  }

  #make(node: Node): readonly Need[] {
    switch (node.type) {
      case 'word':
        return splitWord(node.word).map((part) => this.#ofTest(this.tests.ofWord(part, node.form)));
      case 'token':
        return node.test.classes === 0 ? [this.#ofTest(node.test)] : [];
      case 'class':
        return this.#ofClass(node.name);
      case 'punct':
        return [{ ids: new Set([SIGN_IDS[node.sign] ?? Id.unknown]), cost: 0.05 }];
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

  #ofTest({ ids, proper }: TokenTest): Need {
    const all = [...ids, ...proper.keys()];
    return { ids: new Set(all), cost: all.reduce((sum, id) => sum + frequency(this.vocabulary.wordOf(id)), 0) };
  }

  #ofClass(name: WordClassName): readonly Need[] {
    if (name === 'url') return [{ ids: new Set([Id.url]), cost: 0.01 }];
    if (name === 'opaque') return [{ ids: new Set([Id.opaque, Id.url]), cost: 0.03 }];
    const words = closedWords(name);
    if (!words) return [];
    const ids = words.map((word) => (word === "'s" ? Id.s : this.vocabulary.intern(word)));
    if (name === 'number') ids.push(Id.number);
    return [{ ids: new Set(ids), cost: words.reduce((sum, word) => sum + frequency(word), 0) }];
  }

  /** One of the options matches, so one of what they need most is there. */
  #ofChoice(options: readonly Node[]): readonly Need[] {
    const ids = new Set<number>();
    let cost = 0;
    for (const option of options) {
      const need = rarest(this.of(option));
      if (!need) return [];
      for (const id of need.ids) ids.add(id);
      cost += need.cost;
    }
    return [{ ids, cost }];
  }
}

function rarest(needs: readonly Need[]): Need | undefined {
  return needs.reduce<Need | undefined>((best, need) => (best && best.cost <= need.cost ? best : need), undefined);
}

let ranks: ReadonlyMap<string, number> | undefined;

/** A word's share of running text, by Zipf's law from its rank. */
function frequency(word: string): number {
  ranks ??= new Map(COMMON.split(' ').map((one, rank) => [one, rank]));
  const rank = ranks.get(word);
  return rank === undefined ? 0.00001 : 0.07 / (rank + 1);
}
