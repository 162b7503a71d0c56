import { commonWords } from '../../phrase/common.js';
import { lexicon, WordClass } from '../../phrase/lexicon.js';
import { Id } from '../../phrase/vocabulary.js';
import type { Check, CheckHit } from '../check.js';
import type { Reading, Sentence } from '../../reading/reading.js';
import { loudSentences } from './loud.js';
import { holds, wordSets, type WordSets } from './wordSets.js';

/** A word shouts in company: so many capitals in a row, of which so many are words of everyday English. */
const LEAST_WORDS = 3;
const LEAST_COMMON = 2;

/** Runs of ordinary words in capitals. Abbreviations, names of keys and headings are no shouting. */
export const shouting: Check = ({ reading }) => loudOutsideHeadings(reading).flatMap(runsOf);

function loudOutsideHeadings(reading: Reading): readonly Sentence[] {
  return loudSentences(reading).filter(({ block }) => block.kind !== 'heading');
}

/** One everyday word in capitals among small ones. */
export const emphasis: Check = ({ reading, rule }) => {
  const sets = wordSets(rule);
  return loudOutsideHeadings(reading).flatMap((sentence) => {
    const found: CheckHit[] = [];
    const { forms } = sentence.tokens;
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i];
      if (form?.isCapitalised && holds(sets, 'loud', form.word) && isLoud(sentence, i) && standsOut(sentence, i)) found.push(hitOf(sentence, i, i + 1));
    }
    return found.length === 0 ? NONE : found;
  });
};

const NONE: readonly CheckHit[] = [];

/** How many words in capitals shout where each alone may be a plain stress: "It MUST be signed by BOTH of you". */
const LEAST_STRESSED = 2;
/** How far before a stressed word its verb stands: "You were told twice NOT to". */
const REACH = 3;

/** Everyday words in capitals that are aimed at somebody: several in a sentence, one of the list `pointed`, or one after a word of `retold`. The first is underlined. */
export const stressed: Check = ({ reading, rule }) => {
  const sets = wordSets(rule);
  return loudOutsideHeadings(reading).flatMap((sentence) => {
    const { forms } = sentence.tokens;
    const found = forms.flatMap((form, i) => (form?.isCapitals && holds(sets, 'loud', form.word) && !isNamed(sentence, i, sets) ? [i] : []));
    const first = found.length >= LEAST_STRESSED ? found[0] : found.find((i) => isPointed(sentence, i, sets));
    return first === undefined || warns(sentence, sets) || runsOf(sentence).length > 0 ? NONE : [hitOf(sentence, first, found.includes(first + 1) ? first + 2 : first + 1)];
  });
};

function isPointed({ words }: Sentence, i: number, sets: WordSets): boolean {
  return holds(sets, 'pointed', words[i] ?? '') || words.slice(Math.max(0, i - REACH), i).some((word) => holds(sets, 'retold', word));
}

/** "DO NOT open the battery": nobody minds capitals that keep them from harm. */
function warns({ words }: Sentence, sets: WordSets): boolean {
  return words.some((word) => holds(sets, 'danger', word));
}

/** What a key, a sign or a field is called: "press STOP", "the LAST button", "a WHITE LIST". */
function isNamed({ words, tokens: { forms } }: Sentence, i: number, sets: WordSets): boolean {
  const isOther = (at: number) => forms[at]?.isCapitals === true && !holds(sets, 'loud', words[at] ?? '');
  const before = words.slice(Math.max(0, i - REACH), i);
  return isOther(i - 1) || isOther(i + 1) || before.some((word) => PRESSED.test(word) || LABELLED.test(word)) || words.slice(i + 1, i + 1 + REACH).some((word) => ON_SCREEN.test(word));
}

const LABELLED = /^(?:set|use|says|reads|shows|called|labelled|marked|sign|word|type|typing|option|status|value|filter)$/;

/** Small letters on both sides: no run of capitals, no name of a key after "press". */
function standsOut(sentence: Sentence, i: number): boolean {
  const near = [i - 1, i + 1].filter((at) => at >= 0 && at < sentence.ids.length);
  return near.every((at) => !/^\p{Lu}{2}/u.test(sentence.textOf(at, at + 1))) && !PRESSED.test(sentence.words[i - 1] ?? '') && !/^(?:set|to|use)$/.test(sentence.words[i - 1] ?? '') && sentence.textOf(i, i + 1).length > 1;
}

function hitOf(sentence: Sentence, from: number, to: number): CheckHit {
  return { ...sentence.rangeOf(from, to), extra: { calm: calmed(sentence, from, to) } };
}

function runsOf(sentence: Sentence): readonly CheckHit[] {
  const { length } = sentence.ids;
  if (!mayShout(sentence)) return NONE;
  let found: CheckHit[] | undefined;
  for (let from = 0; from + LEAST_WORDS <= length; ) {
    // Looked at from the end of the shortest run, nearly every sentence has two words of three passed over.
    const quiet = lastQuiet(sentence, from, from + LEAST_WORDS);
    let to = quiet;
    if (quiet < from) {
      to = from + LEAST_WORDS;
      while (to < length && isLoud(sentence, to)) to++;
      const hit = runBetween(sentence, from, to);
      if (hit) (found ??= []).push(hit);
    }
    from = to + 1;
  }
  return found ?? NONE;
}

/** Whether there are words in capitals enough for a run; nearly every sentence has an abbreviation at most. */
function mayShout({ tokens: { forms } }: Sentence): boolean {
  let capitals = 0;
  for (const form of forms) if ((!form || form.isCapitals) && ++capitals === LEAST_WORDS) return true;
  return false;
}

/** The last token of `[from, to)` that is not loud, or the one before `from`. */
function lastQuiet(sentence: Sentence, from: number, to: number): number {
  let at = to - 1;
  while (at >= from && isLoud(sentence, at)) at--;
  return at;
}

/** Capitals throughout; "I" and "A" are loud in loud company, and a comma breaks no run. */
function isLoud(sentence: Sentence, i: number): boolean {
  if (sentence.ids[i] === Id.comma) return true;
  // Nearly every word has small letters, which is known of its form.
  const form = sentence.tokens.forms[i];
  if (form && !form.isCapitals && form.written.length > 1) return false;
  return /^\p{Lu}[\p{Lu}'’-]*$/u.test(sentence.textOf(i, i + 1));
}

function runBetween(sentence: Sentence, from: number, to: number): CheckHit | undefined {
  const words = range(from, to).filter((i) => sentence.ids[i] !== Id.comma);
  const [first, last] = [words[0], words.at(-1)];
  const long = words.filter((i) => sentence.textOf(i, i + 1).length > 1);
  const everyday = long.filter((i) => isEveryday(sentence.words[i] ?? ''));
  if (first === undefined || last === undefined || long.length < LEAST_WORDS || everyday.length < LEAST_COMMON) return undefined;
  if (everyday.length * 2 < long.length || isLabel(sentence, first, last)) return undefined;
  const { start, end } = sentence.rangeOf(first, last + 1);
  if (/[\\/_<>=|]/.test(sentence.reading.prose.text.slice(Math.max(0, start - 1), end + 1))) return undefined;
  return hitOf(sentence, first, last + 1);
}

const PRESSED = /^(?:press|tap|click|select|choose|hit)$/;
const ON_SCREEN = /^(?:status|message|button|option|field|mode|state|key|error|screen|menu|tab|prompt|label)$/;

/** What is read off a thing: "the label says THIS WAY UP". */
const READS = /^(?:says|reads|shows|called|labelled|labeled|marked|stamped|printed|saying|reading|showing)$/;

/** `STEPS TO REPEAT:` is a label, and so is what a screen or a sign shows: "the ITEM NOT AVAILABLE message", "click SAVE AND CLOSE". */
function isLabel({ ids, words }: Sentence, first: number, last: number): boolean {
  const before = words[first - 1] ?? '';
  return ids[last + 1] === Id.colon || ON_SCREEN.test(words[last + 1] ?? '') || PRESSED.test(before) || READS.test(before);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** Short words that are no abbreviation, and of no closed class either. */
const QUANTITIES = new Set(['all', 'now', 'own', 'few', 'yes', 'see', 'old', 'ill', 'odd', 'add', 'ask', 'end', 'off']);

/** A word everybody knows: a function word, or one of the commonest that is long enough to be no abbreviation. */
function isEveryday(word: string): boolean {
  const { det, poss, pronoun, object, modal, preposition, neg, be, have, wh, coordinator, subordinator, filler } = WordClass;
  const functional = det | poss | pronoun | object | modal | preposition | neg | be | have | wh | coordinator | subordinator | filler;
  return ((word.length > 3 || QUANTITIES.has(word)) && commonWords().has(word)) || (lexicon().classOf(word) & functional) !== 0;
}

/** The same words in small letters; what nobody would spell small (an abbreviation, "I") stays. */
function calmed(sentence: Sentence, from: number, to: number): string {
  const { start, end } = sentence.rangeOf(from, to);
  const text = sentence.reading.prose.text.slice(start, end);
  const opens = from === 0;
  const small = text.replace(/[\p{Lu}'’-]+/gu, (word) => (word === 'I' || word.startsWith("I'") ? `I${word.slice(1).toLowerCase()}` : keepsCapitals(word) ? word : smallOf(word)));
  return opens ? small.charAt(0).toUpperCase() + small.slice(1) : small;
}

/** "FRIDAY" is "Friday" in small letters, and "JUNE" is "June"; "may" and "march" are verbs more often. */
function smallOf(word: string): string {
  const small = word.toLowerCase();
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|october|november|december|christmas|easter)$/.test(small) ? word.charAt(0) + small.slice(1) : small;
}

function keepsCapitals(word: string): boolean {
  const low = word.toLowerCase();
  const bits = lexicon().classOf(low);
  return word.length < 6 && !isEveryday(low) && (bits & (WordClass.verb | WordClass.past | WordClass.ing | WordClass.third)) === 0 && !/[AEIOUY]/.test(word.slice(1));
}
