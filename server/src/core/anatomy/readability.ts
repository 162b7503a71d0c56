import { Id } from '../phrase/vocabulary.js';
import type { Sentence } from '../reading/reading.js';
import { each, finish, type Steps } from '../steps.js';

/** How long a text is and how many years of school it asks for. */
export interface Readability {
  readonly words: number;
  /** Undefined where there are fewer than {@link FEWEST_WORDS} of running text. */
  readonly grade?: number;
}

/** Below it the formula says nothing. */
const FEWEST_WORDS = 20;

/**
 * Words of sentences, and the Flesch-Kincaid grade of their running text: headings, table cells, greetings and
 * sign-offs are no sentences, so they count as words alone. The formula is 0.39 × words per sentence + 11.8 × syllables per
 * word − 15.59 (Kincaid et al., 1975, Research Branch Report 8-75, Naval Technical Training Command).
 */
export function readability(sentences: readonly Sentence[]): Readability {
  return finish(readingReadability(sentences));
}

/** The same, step by step. */
export function* readingReadability(sentences: readonly Sentence[]): Steps<Readability> {
  const sum = { words: 0, read: 0, running: 0, spoken: 0, syllables: 0 };
  yield* each(sentences, (sentence) => {
    const words = wordsOf(sentence);
    sum.words += words;
    if (sentence.block.kind !== 'paragraph' && sentence.block.kind !== 'item') return;
    sum.running++;
    sum.read += words;
    const spoken = sentence.words.filter((word, i) => word !== '' && sentence.ids[i] !== Id.s);
    sum.spoken += spoken.length;
    for (const word of spoken) sum.syllables += syllablesOf(word);
  });
  const { words, read, running, spoken, syllables } = sum;
  if (read < FEWEST_WORDS) return { words };
  const grade = 0.39 * (read / Math.max(1, running)) + 11.8 * (syllables / Math.max(1, spoken)) - 15.59;
  return { words, grade: Math.max(0, Math.round(grade * 10) / 10) };
}

/** How many words a sentence has, as its readers count them. */
function wordsOf({ start, end, reading }: Sentence): number {
  return wordsIn(reading.prose.text.slice(start, end));
}

/** What stands between white space and has a letter or digit: "I've" is one word. */
function wordsIn(text: string): number {
  return text.match(/(?<!\S)[^\s\p{L}\p{N}]*[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Vowel groups that are no syllable of their own, and ones that are two (after Greg Fast's Lingua::EN::Syllable, 1999). */
const SILENT = /cial|tia|cius|cious|giu|ion|iou|sia$|.ely$|[^aeiouyt]ed$|[^l]e$|[^aeiouylrcgsxzh]es$/g;
const DOUBLE = /ia|riet|dien|iu|io|ii|[aeiouym]bl$|[aeiou]{3}|^mc|ism$|[^l]lien|^coa[dglx].|[^gq]ua[^auieo]|dnt$/g;

/** About how many syllables a lower-case word has; at least one. */
function syllablesOf(word: string): number {
  const groups = word.match(/[aeiouyà-ÿ]+/g)?.length ?? 0;
  const silent = word.match(SILENT)?.length ?? 0;
  const double = word.match(DOUBLE)?.length ?? 0;
  return Math.max(1, groups - silent + double);
}
