import { Id, type Vocabulary } from '../../phrase/vocabulary.js';
import type { WrittenForm } from '../../phrase/wordTable.js';
import type { RuleDefinition } from '../definition.js';

/** A rule's word lists as sets of lower-case words. */
export type WordSets = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<RuleDefinition, WordSets>();

/** The word lists of a rule, as sets: made once. */
export function wordSets(rule: RuleDefinition): WordSets {
  const made = known.get(rule);
  if (made) return made;
  const sets = new Map(Object.entries(rule.words ?? {}).map(([name, words]) => [name, new Set(words.flatMap((line) => line.toLowerCase().split(/[\s,]+/)))]));
  known.set(rule, sets);
  return sets;
}

/** Whether a list of a rule holds a word. */
export function holds(sets: WordSets, list: string, word: string): boolean {
  return sets.get(list)?.has(word) ?? false;
}

/** Tells whether words of texts are on a list, where every word of a text is asked about. */
export interface WordMarks {
  has(form: WrittenForm): boolean;
}

const marks = new WeakMap<ReadonlySet<string>, { readonly vocabulary: Vocabulary; readonly made: WordMarks }>();
const NO_WORDS: ReadonlySet<string> = new Set();

/** Marks the words of a list by their ids: a tenth of the cost of a look-up by their characters. */
export function wordMarks(sets: WordSets, list: string, vocabulary: Vocabulary): WordMarks {
  const words = sets.get(list) ?? NO_WORDS;
  const known = marks.get(words);
  if (known?.vocabulary === vocabulary) return known.made;
  const marked = new Uint8Array(vocabulary.end);
  for (const word of words) {
    const id = vocabulary.idOf(word);
    if (vocabulary.wordOf(id) === word) marked[id] = 1;
  }
  // Words that no phrase mentions have no id.
  const made = { has: ({ id, word }: WrittenForm) => (id >= Id.first && id < marked.length ? marked[id] === 1 : words.has(word)) };
  marks.set(words, { vocabulary, made });
  return made;
}

/** The lower-case words of something written as people, programs or templates write names: `Order number`, `firstName`, `FIRST_NAME`. */
export function wordsOf(name: string): readonly string[] {
  const spaced = name.slice(0, 200).replace(/([a-z])([A-Z])/g, '$1 $2');
  return spaced.toLowerCase().match(/[a-z]+|[0-9]+/g) ?? [];
}
