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

/** The lower-case words of something written as people, programs or templates write names: `Order number`, `firstName`, `FIRST_NAME`. */
export function wordsOf(name: string): readonly string[] {
  const spaced = name.slice(0, 200).replace(/([a-z])([A-Z])/g, '$1 $2');
  return spaced.toLowerCase().match(/[a-z]+|[0-9]+/g) ?? [];
}
