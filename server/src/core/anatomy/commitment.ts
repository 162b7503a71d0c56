import { WordClass } from '../phrase/lexicon.js';
import { Id } from '../phrase/vocabulary.js';
import type { CueMatch } from '../rules/cue.js';
import type { Program } from '../rules/program.js';
import type { Sentence } from '../reading/reading.js';
import type { Range } from '../types.js';
import type { Commitment } from './anatomy.js';

/** Who does what by when in a sentence that promises something; undefined where no phrase tells. */
export function commitmentIn(sentence: Sentence, program: Program): Commitment | undefined {
  const matches = program.cue('promise')?.find(sentence) ?? [];
  const match = matches.reduce<CueMatch | undefined>((best, one) => (best && best.start >= one.start ? best : one), undefined);
  if (!match) return undefined;
  const time = whenIn(sentence, match, program);
  const verb = match.caught.get('what')?.start ?? match.start;
  const who = match.caught.get('who') ?? (isPassive(sentence, verb) ? doerAfter(sentence, verb, time) : subjectBefore(sentence, match.start));
  const what = without(time, deedFrom(sentence, verb));
  const range = ({ start, end }: Range): Range => sentence.rangeOf(start, end);
  return { ...(who && { who: range(who) }), what: range(what), ...(time && { when: range(time) }) };
}

/** "It will *be sent*", "it *gets sent*": its subject does nothing. */
function isPassive({ words, classes }: Sentence, verb: number): boolean {
  const next = (classes[verb + 1] ?? 0) & filler ? verb + 2 : verb + 1;
  return /^(?:be|gets?)$/.test(words[verb] ?? '') && ((classes[next] ?? 0) & participle) !== 0;
}

/** "will be collected *by our courier* today": who does what is done; "by Friday" is no one. */
function doerAfter(sentence: Sentence, verb: number, time: Range | undefined): Range | undefined {
  const { end } = deedFrom(sentence, verb);
  const by = sentence.words.indexOf('by', verb);
  if (by < 0 || by + 1 >= end || (time && by >= time.start && by < time.end)) return undefined;
  return { start: by + 1, end: time && time.start > by ? Math.min(time.start, end) : end };
}

/** The words that say who does it: those before the first verb of the clause, or where it has none of the clause that it goes on with. */
function subjectBefore(sentence: Sentence, verb: number): Range | undefined {
  if (sentence.clauseAt(verb)?.mood === 'command') return undefined;
  const own = sentence.clauseAt(verb);
  const before = sentence.clauses.slice(0, sentence.clauses.findIndex((one) => one === own)).filter(({ mood }) => mood !== 'relative' && mood !== 'condition').at(-1);
  const start = own?.start ?? 0;
  const subject = subjectIn(sentence, secondSubject(sentence, start, verb), verb) ?? subjectIn(sentence, start, verb) ?? (before && subjectIn(sentence, before.start, before.end));
  if (subject) return subject;
  const end = verb > 0 ? verb : 1;
  return hasNoun(sentence, start, end) ? { start, end } : undefined;
}

/** "*Will* keep you posted", "*Please* look out for it" name nobody. */
function hasNoun({ classes }: Sentence, from: number, to: number): boolean {
  return classes.slice(from, to).some((bits) => (bits & (aux | modal | filler | punct | coordinator)) === 0);
}

/** "I've refunded it, *and Ana* will call you": where another subject begins after a verb. */
function secondSubject({ classes, words }: Sentence, start: number, verb: number): number {
  const joined = words.slice(start, verb).lastIndexOf('and');
  const acted = joined > 0 && classes.slice(start, start + joined).some((bits) => (bits & (aux | modal | past)) !== 0);
  return acted ? start + joined : start;
}

const { punct, coordinator, filler, pronoun, det, poss, name, aux, modal, past, participle, preposition } = WordClass;

/** "*This time* a senior engineer", "With your answer *we* shall": a pronoun next to the verb is the subject, else all that stands there. */
function subjectIn({ classes, words }: Sentence, from: number, to: number): Range | undefined {
  const is = (at: number, bits: number): boolean => ((classes[at] ?? 0) & bits) !== 0;
  let start = from;
  while (start < to && is(start, punct | coordinator | filler)) start++;
  let end = start;
  while (end < to && !is(end, aux | modal | past)) end++;
  if (end === start) return undefined;
  while (end > start + 1 && is(end - 1, punct)) end--;
  return is(end - 1, pronoun) && words[end - 2] !== 'and' ? { start: end - 1, end } : { start, end };
}

/** From the verb to the end of its clause, the punctuation left out. */
function deedFrom(sentence: Sentence, verb: number): Range {
  return { start: verb, end: withoutPunctuation(sentence, verb, sentence.clauseAt(verb)?.end ?? sentence.ids.length) };
}

/** A deed without its time; a time in its middle ends it, unless it stands right after the verb. */
function without(time: Range | undefined, deed: Range): Range {
  if (!time || time.end <= deed.start || time.start >= deed.end) return deed;
  if (time.start <= deed.start + 1 && time.end < deed.end) return deed;
  return { start: deed.start, end: Math.max(deed.start + 1, time.start) };
}

/** Words that open a clause that is a time: "once it moves". */
const TIMES = new Set(['when', 'whenever', 'once', 'until', 'till', 'after', 'before', 'while']);

/** Several words that do: "the moment it lands". */
const OPENINGS = ['as soon as', 'by the time', 'next time', 'the next time', 'the moment', 'the minute', 'the second', 'the instant', 'the day', 'the same day'].map((words) => words.split(' '));

/** The words that say when: the first run of them after the verb, else the last before it. */
function whenIn(sentence: Sentence, { start: verb }: Range, program: Program): Range | undefined {
  const said = ['says-when', 'when-loosely'].flatMap((name) => program.cue(name)?.find(sentence) ?? []);
  const found = [...said, ...timeClauses(sentence, verb)].sort((a, b) => a.start - b.start || b.end - a.end);
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = runs.at(-1);
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  const when = runs.find(({ start }) => start > verb) ?? runs.at(-1);
  return when && { start: when.start, end: endOf(sentence, when) };
}

/** "tomorrow at 9:30 *to* check the line": a preposition at the end begins something else. */
function endOf({ words, classes }: Sentence, { start, end }: Range): number {
  while (end > start + 1 && (((classes[end - 1] ?? 0) & preposition) !== 0 || words[end - 1] === 'to')) end--;
  return end;
}

function timeClauses(sentence: Sentence, verb: number): readonly Range[] {
  const opened = sentence.clauses.flatMap(({ start, end }): readonly Range[] => (TIMES.has(sentence.words[start] ?? '') && (verb < start || verb >= end) ? [{ start, end }] : []));
  return [...opened, ...namedTimes(sentence)].map(({ start, end }) => ({ start, end: withoutPunctuation(sentence, start, end) }));
}

/** "The moment it lands" to the end of its clause, or to a comma; "the second payment" is none, for nobody does anything in it. */
function namedTimes({ words, ids, classes, clauses }: Sentence): readonly Range[] {
  return words.flatMap((_, start): readonly Range[] => {
    const opening = OPENINGS.find((all) => all.every((word, i) => words[start + i] === word));
    const subject = start + (opening?.length ?? 0);
    if (!opening || (((classes[subject] ?? 0) & (pronoun | det | poss | name)) === 0 && ids[subject] !== Id.number)) return [];
    const comma = ids.indexOf(Id.comma, subject);
    const end = clauses.find((clause) => clause.start <= subject && subject < clause.end)?.end ?? words.length;
    return [{ start, end: comma < 0 ? end : Math.min(end, comma) }];
  });
}

function withoutPunctuation({ classes }: Sentence, start: number, end: number): number {
  let to = end;
  while (to > start + 1 && ((classes[to - 1] ?? 0) & punct) !== 0) to--;
  return to;
}
