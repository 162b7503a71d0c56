import { lexicon, WordClass } from '../phrase/lexicon.js';
import type { Place } from './conditions.js';

const { verb, past, ing, third, aux, modal, det, poss, pronoun, object, preposition, coordinator, subordinator, wh, neg, adverb, filler, punct, opaque, day, number } = WordClass;

/** What ends a noun phrase, or stands in none. */
const NO_NOUN = det | poss | pronoun | object | modal | aux | preposition | coordinator | subordinator | wh | neg | adverb | filler | punct | opaque | day | number;
const CLOSED = det | poss | pronoun | object | preposition | coordinator | subordinator | wh | neg;

/**
 * Whether plain words can stand where a term stands. A term before a noun says which one is meant ("L3 folks",
 * "our provisioning team"), and there "our specialists" or "setting up" would make no English.
 * @param plain the plain words as the rule writes them: `our specialists`, `{set~} up`
 */
export function fitsThere(plain: string, place: Place): boolean {
  if (plain.includes('~')) return !isAdjective(place);
  return !standsBeforeNoun(place) || isAfterVerbalHelper(place) || canStandBeforeNoun(plain);
}

/** "the escalated case", "our newly provisioned server": a verb form between a determiner and its noun. */
function isAdjective(place: Place): boolean {
  const { sentence: { classes }, match } = place;
  const before = classes[match.start - 1] ?? 0;
  const head = before & (adverb | filler) ? (classes[match.start - 2] ?? 0) : before;
  const named = match.start === 0 ? ((classes[0] ?? 0) & ing) !== 0 : (head & (det | poss)) !== 0 && (head & pronoun) === 0;
  return named && standsBeforeNoun(place);
}

/** Whether the word after the match belongs to the same noun phrase. */
function standsBeforeNoun({ sentence, match: { end } }: Place): boolean {
  const next = sentence.classes[end];
  const last = sentence.classes[end - 1] ?? 0;
  if (next === undefined || (next | last) & NO_NOUN || sentence.words[end] === 'last' || sentence.words[end] === 'next') return false;
  const after = sentence.classes[end + 1] ?? punct;
  if (next & past && !(next & verb)) return false;
  return !(next & (third | ing | verb) && after & (det | poss | object | neg | day));
}

/** "we will *provision* servers" */
function isAfterVerbalHelper({ sentence, match: { start } }: Place): boolean {
  const own = sentence.classes[start] ?? 0;
  const before = sentence.classes[start - 1] ?? 0;
  return (own & verb) !== 0 && ((before & (modal | pronoun)) !== 0 || sentence.words[start - 1] === 'to');
}

/** "web address", "server": two nouns at most (no "internet address system TTL"), neither a determiner nor anything that follows a noun, and in the singular. */
function canStandBeforeNoun(plain: string): boolean {
  const words = plain.toLowerCase().match(/[a-z'’-]+/g) ?? [];
  return words.length <= 2 && words.every((word) => (lexicon().classOf(word) & CLOSED) === 0) && !/[^isu]s$/.test(words.at(-1) ?? '');
}
