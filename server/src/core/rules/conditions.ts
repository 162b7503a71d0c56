import { quotesOwnReply } from '../text/quotedMessage.js';
import type { Move } from '../anatomy/anatomy.js';
import { moveOf } from '../anatomy/moves.js';
import { goesThrough } from '../anatomy/turns.js';
import type { Phrase } from '../phrase/compile.js';
import { WordClass } from '../phrase/lexicon.js';
import { findAll, mayMatch, type Match } from '../phrase/match.js';
import { remembered } from '../remembered.js';
import { rangeAt } from '../ranges.js';
import type { Block, Prose } from '../text/prose.js';
import { isDenial } from './contradiction.js';
import type { Conditions, Sought } from './definition.js';
import { isExplainedAt } from '../reading/explained.js';
import type { Reading, Sentence } from '../reading/reading.js';

/** Where a phrase matched; a condition on the whole text has no match. */
export interface Place {
  readonly sentence: Sentence;
  readonly match: Match;
  /** What matched, where a condition may want to look for it elsewhere. */
  readonly phrase?: Phrase;
}

/** A compiled condition. */
export type Test = (place: Place) => boolean;

/** Finds phrases and cues in sentences; `from` and `to` count tokens. */
export type Probe = (sentence: Sentence, from?: number, to?: number) => boolean;

/** Makes a probe of phrases, of cues named `@like-this`, and of what sentences do: it finds something where any of them stands. */
export type ProbeMaker = (sought: readonly Sought[]) => readonly Probe[];

type Key = Exclude<keyof Conditions, 'any' | 'all' | 'not'>;

/**
 * What a test costs, cheapest first: facts that are known already; what is looked for in the sentence itself, in a few others (though most texts
 * have none of these), in the whole text; and, dearest of all, what sentences do.
 */
export enum Cost { fact, sentence, neighbours, few, text, moves }

/** A test and what it costs. */
export interface RatedTest {
  readonly cost: Cost;
  readonly test: Test;
}

/** Compiles what must hold and what must not into tests, those that cost least first. */
export function compileBoth({ if: wanted = {}, unless = {} }: { readonly if?: Conditions | undefined; readonly unless?: Conditions | undefined }, probesOf: ProbeMaker): readonly RatedTest[] {
  const unwanted = compileConditions(unless, probesOf).map(({ cost, test }) => ({ cost, test: noneOf([test]) }));
  return cheapestFirst([...compileConditions(wanted, probesOf), ...unwanted]);
}

/** Compiles conditions into tests, one for each key. */
function compileConditions(conditions: Conditions, probesOf: ProbeMaker): readonly RatedTest[] {
  const keys = Object.keys(conditions) as (keyof Conditions)[];
  return cheapestFirst(keys.flatMap((key) => {
    if (conditions[key] === undefined) return [];
    if (key === 'any') return joined(anyOf, compileConditions(conditions.any ?? {}, probesOf));
    if (key === 'all') return joined(allOf, compileConditions(conditions.all ?? {}, probesOf));
    if (key === 'not') return joined(noneOf, compileConditions(conditions.not ?? {}, probesOf));
    return { cost: asksWhatIsDone(conditions[key]) ? Cost.moves : COSTS[key], test: compileKey(key, conditions, probesOf) };
  }));
}

function joined(join: (tests: readonly Test[]) => Test, parts: readonly RatedTest[]): RatedTest {
  return { cost: parts.reduce((most, { cost }) => Math.max(most, cost), Cost.fact), test: join(parts.map(({ test }) => test)) };
}

function cheapestFirst(tests: readonly RatedTest[]): readonly RatedTest[] {
  return [...tests].sort((a, b) => a.cost - b.cost);
}

const COSTS: Readonly<Record<Key, Cost>> = {
  block: Cost.fact, place: Cost.fact, words: Cost.fact, length: Cost.fact, has: Cost.fact,
  clause: Cost.sentence, subject: Cost.sentence, governor: Cost.sentence, negated: Cost.sentence, echo: Cost.sentence,
  before: Cost.sentence, after: Cost.sentence, within: Cost.sentence, sentence: Cost.sentence,
  next: Cost.neighbours, previous: Cost.neighbours, near: Cost.neighbours, paragraph: Cost.neighbours,
  opening: Cost.few, quoted: Cost.few, explained: Cost.text, denies: Cost.few, document: Cost.text,
};

/** Whether a condition, or one in it, asks what sentences do. */
export function asksWhatIsDone(value: unknown): boolean {
  return asksFor(value, 'move') || asksFor(value, 'told');
}

/** Whether a condition, or one in it, asks for what a key names. */
export function asksFor(value: unknown, key: 'move' | 'told'): boolean {
  return typeof value === 'object' && value !== null && (key in value || Object.values(value).some((one) => asksFor(one, key)));
}

/** One of the tests holds. */
function anyOf(tests: readonly Test[]): Test {
  return (place) => tests.some((test) => test(place));
}

/** Every test holds. */
export function allOf(tests: readonly Test[]): Test {
  return (place) => tests.every((test) => test(place));
}

/** No test holds. */
function noneOf(tests: readonly Test[]): Test {
  return (place) => !tests.some((test) => test(place));
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value as T];
}

function compileKey(key: Key, conditions: Conditions, probesOf: ProbeMaker): Test {
  switch (key) {
    case 'clause':
      return oneOf(list(conditions.clause), ({ sentence, match }) => sentence.clauseAt(match.start)?.mood);
    case 'subject':
      return oneOf(list(conditions.subject), ({ sentence, match }) => sentence.clauseAt(match.start)?.subject);
    case 'governor':
      return oneOf(list(conditions.governor), ({ sentence, match }) => sentence.clauseAt(match.start)?.governor);
    case 'block':
      return oneOf(list(conditions.block), ({ sentence: { block } }) => (block.kind === 'item' && block.ordered && list(conditions.block).includes('ordered-item') ? 'ordered-item' : block.kind));
    case 'place':
      return ({ sentence }) => list(conditions.place).some((place) => standsAt(place, sentence));
    case 'negated':
      return (place) => isNegated(place) === conditions.negated;
    case 'echo':
      return (place) => isEcho(place) === conditions.echo;
    case 'explained':
      return (place) => isExplained(place) === conditions.explained;
    case 'denies':
      return (place) => isDenial(place) === conditions.denies;
    case 'words':
      return ({ sentence }) => isWithin(sentence.wordCount, conditions.words);
    case 'length':
      return ({ sentence: { reading } }) => isWithin(reading.wordCount, conditions.length);
    case 'has':
      return ofText((reading) => list(conditions.has).some((fact) => hasFact(reading, fact)));
    default:
      return near(key, list<Sought>(conditions[key]), probesOf);
  }
}

function oneOf(wanted: readonly string[], found: (place: Place) => string | undefined): Test {
  const set = new Set(wanted);
  return (place) => set.has(found(place) ?? '');
}

/** `first`: nothing of the body stands before the sentence. `last`: one sentence at most stands after it. */
function standsAt(place: string, { index, reading: { body } }: Sentence): boolean {
  return place === 'first' ? index === body[0]?.index : index >= ((body.at(-2) ?? body[0])?.index ?? Infinity);
}

/** Whether a count lies between two bounds, both included. */
function isWithin(count: number, bounds: Conditions['words']): boolean {
  return count >= (bounds?.min ?? 0) && count <= (bounds?.max ?? Infinity);
}

type Where = 'before' | 'after' | 'within' | 'sentence' | 'next' | 'previous' | 'near' | 'paragraph' | 'document' | 'opening' | 'quoted';

/** Looks for phrases and cues first, and for what sentences do where these leave the question open. */
function near(where: Where, sought: readonly Sought[], probesOf: ProbeMaker): Test {
  const phrases = probesOf(sought.filter((one) => typeof one === 'string'));
  const deeds = probesOf(sought.filter((one) => typeof one !== 'string'));
  const tests = [phrases, deeds].filter(({ length }) => length > 0).map((probes) => lookingAt(where, probes));
  return anyOf(tests);
}

function lookingAt(where: Where, probes: readonly Probe[]): Test {
  const any = (sentence: Sentence | undefined, from?: number, to?: number) => sentence !== undefined && probes.some((probe) => probe(sentence, from, to));
  switch (where) {
    case 'before':
      return ({ sentence, match }) => any(sentence, 0, match.start);
    case 'after':
      return ({ sentence, match }) => any(sentence, match.end);
    case 'within':
      return ({ sentence, match }) => any(sentence, match.start, match.end);
    case 'sentence':
      return ({ sentence }) => any(sentence);
    case 'next':
      return ({ sentence }) => any(sentence.neighbour(1)) || any(sentence.neighbour(2));
    case 'previous':
      return ({ sentence }) => any(sentence.neighbour(-1)) || any(sentence.neighbour(-2));
    case 'near':
      return ({ sentence }) => any(sentence) || any(sentence.neighbour(1)) || any(sentence.neighbour(2));
    case 'paragraph':
      return ofBlock((block, reading) => reading.sentencesIn(block).some((other) => any(other)));
    case 'document':
      return ofText(({ body }) => body.some((other) => any(other)));
    case 'opening':
      return ofText(({ opening }) => opening.some((other) => any(other)));
    case 'quoted':
      return ofText(({ quoted }) => quoted.some((other) => any(other)));
  }
}

/** A test with one answer for a whole text: asked anew for every match, a text full of matches would cost its length squared. */
function ofText(test: (reading: Reading) => boolean): Test {
  const answer = remembered(test);
  return ({ sentence: { reading } }) => answer(reading);
}

/** The same with one answer for each block. */
function ofBlock(test: (block: Block, reading: Reading) => boolean): Test {
  const answers = remembered<Reading, Map<Block, boolean>>(() => new Map());
  return ({ sentence: { block, reading } }) => {
    const known = answers(reading);
    const answer = known.get(block) ?? test(block, reading);
    known.set(block, answer);
    return answer;
  };
}

/** A negation in the same clause before the match, or among its own words. */
function isNegated({ sentence, match }: Place): boolean {
  const clause = sentence.clauseAt(match.start);
  for (let i = match.start - 1; i >= (clause?.start ?? 0); i--) {
    if ((sentence.classes[i] ?? 0) & WordClass.neg) return true;
  }
  return false;
}

/** What the phrase remembers are the same words, at every place: "a rule is a rule". */
function isEcho({ sentence: { words }, match: { slots } }: Place): boolean {
  const caught = Array.from({ length: slots.length / 2 }, (_, i) => words.slice(slots[2 * i], slots[2 * i + 1]).join(' '));
  return caught.length > 1 && caught.every((text) => text.trim() !== '' && text === caught[0]);
}

/** The words around say what the match means, the text has said so before, or it is the customer's own word. */
function isExplained({ sentence, match, phrase }: Place): boolean {
  const range = sentence.rangeOf(match.start, match.end);
  if (isExplainedAt(range, sentence)) return true;
  return phrase !== undefined && (sentence.reading.explanations.haveBefore(range.start, phrase) || isAskedWith(phrase, sentence.reading));
}

/** Whether the message that is answered has the phrase. An article answers none. */
function isAskedWith(phrase: Phrase, reading: Reading): boolean {
  if (reading.prose.kind === 'article' || reading.quoted.length === 0) return false;
  const known = askedIn(reading);
  const isAsked = known.get(phrase) ?? hasPhrase(reading, phrase);
  known.set(phrase, isAsked);
  return isAsked;
}

/** Whether messages have phrases: asked at every mention, and there may be many. */
const askedIn = remembered<Reading, Map<Phrase, boolean>>(() => new Map());

function hasPhrase(reading: Reading, phrase: Phrase): boolean {
  const first = Math.max(0, ...phrase.needs.map(({ ids: { list } }) => (list.length > 0 ? reading.quotedWords.firstWith(list) : 0)));
  return reading.quoted.slice(first).some((sentence) => mayMatch(phrase, sentence) && findAll(phrase, sentence).length > 0);
}

/** Whether something holds of the whole text that no single word shows. */
export function hasFact(reading: Reading, fact: string): boolean {
  const { prose } = reading;
  switch (fact) {
    case 'link':
      return prose.links.length > 0 || prose.blocks.some(({ spans }) => spans.some(({ kind }) => kind === 'url'));
    case 'steps':
      return prose.blocks.some(({ ordered }) => ordered === true);
    case 'quote':
      return prose.quotes.length > 0;
    case 'follow-up':
      return /^(?:false|no|off)$/i.test(prose.frontMatter.get('first_reply') ?? '') || quotesOwnReply(prose);
    case 'chat':
      return prose.frontMatter.get('channel')?.toLowerCase() === 'chat';
    case 'passages':
      return goesThrough(reading);
    case 'image':
      return prose.images.length > 0;
    default:
      return prose.blocks.some(({ spans }) => spans.some(({ kind }) => kind === 'code')) || hasCodeBlock(prose);
  }
}

const CODE_BLOCK = (): RegExp => /^[ \t]*(?:```|~~~|<pre\b)/gm;

/** Whether a block of code stands in the text, outside of what is quoted. No block of prose shows it. */
function hasCodeBlock({ text, form, quotes }: Prose): boolean {
  if (form === 'plain') return false;
  for (const { index } of text.matchAll(CODE_BLOCK())) if (!rangeAt(quotes, index)) return true;
  return false;
}

/** The probe of moves: whether a sentence makes one of them. */
export function moveProbe(moves: readonly Move[]): Probe {
  return (sentence) => moves.length > 0 && moves.includes(moveOf(sentence));
}
