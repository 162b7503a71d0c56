import { Id, type Vocabulary } from '../../phrase/vocabulary.js';
import type { Tokens } from '../../phrase/tokens.js';
import type { RuleDefinition } from '../definition.js';

/** A rule's word lists as sets of lower-case words. */
export type WordSets = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<RuleDefinition, WordSets>();

/** The word lists of a rule, as sets: made once. */
export function wordSets(rule: RuleDefinition): WordSets {
  const made = known.get(rule);
  if (made) return made;
  const sets = new Map(Object.entries(rule.words ?? {}).map(([name, words]) => [name, new Set(words.join(' ').toLowerCase().split(/[\s,]+/))]));
  known.set(rule, sets);
  return sets;
}

/** Whether a list of a rule holds a word. */
export function holds(sets: WordSets, list: string, word: string): boolean {
  return sets.get(list)?.has(word) ?? false;
}

/** Tells which words of sentences are on a list, where every word of a text is asked about. */
export class WordMarks {
  /** By id: 1 for a word of the list. A look here takes a tenth of a look-up by characters. */
  readonly #marked: Uint8Array;

  constructor(
    readonly words: ReadonlySet<string>,
    readonly vocabulary: Vocabulary,
  ) {
    this.#marked = new Uint8Array(vocabulary.end);
    for (const word of words) {
      const id = vocabulary.idOf(word);
      if (vocabulary.wordOf(id) === word) this.#marked[id] = 1;
    }
  }

  /** Whether a token is a word of the list. */
  isAt({ id, forms }: Tokens, token: number): boolean {
    const number = id[token] ?? Id.unknown;
    if (number >= Id.first && number < this.#marked.length) return this.#marked[number] === 1;
    // Words that no phrase mentions have no id.
    const form = forms[token];
    return form !== undefined && this.words.has(form.word);
  }

  /** How many tokens are words of the list. */
  countIn(tokens: Tokens): number {
    let count = 0;
    for (let token = 0; token < tokens.length; token++) if (this.isAt(tokens, token)) count++;
    return count;
  }
}

const marks = new WeakMap<ReadonlySet<string>, WordMarks>();
const NO_WORDS: ReadonlySet<string> = new Set();

/** The words of a list, marked; made once. */
export function wordMarks(sets: WordSets, list: string, vocabulary: Vocabulary): WordMarks {
  const words = sets.get(list) ?? NO_WORDS;
  const known = marks.get(words);
  if (known?.vocabulary === vocabulary) return known;
  const made = new WordMarks(words, vocabulary);
  marks.set(words, made);
  return made;
}
