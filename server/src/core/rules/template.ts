import { addS } from '../phrase/inflect.js';
import { lexicon, WordClass } from '../phrase/lexicon.js';
import type { Range } from '../types.js';
import type { Place } from './conditions.js';

/** What a template's `{names}` stand for. */
export interface Values {
  readonly place: Place | undefined;
  readonly captures: readonly string[];
  /** Fixed values, such as a term's plain words. */
  readonly extra: Readonly<Record<string, string>>;
  /** Places that a check has named. */
  readonly spans?: Readonly<Record<string, Range>> | undefined;
  /** Words of the text are filled in as its source has them, entities and all. */
  readonly raw?: boolean;
  /** A part that this match lacks stands for all of it: a message quotes something in any case. */
  readonly orMatch?: boolean;
}

/** The names in a template: a word, `~` or `+` where it takes a form, and whose. In a snippet `${1}` is none. */
export const NAMES = /(?<!\$)\{([a-z-]+)([~+])?([a-z]*)\}/gi;

/**
 * Fills in a template: `{match}`, `{name}` of a capture or an extra value, and `{verb~name}`: the verb in the
 * form that the capture (without a name: the match) has; `{noun+name}` the noun in its number. An unknown or empty
 * name leaves nothing.
 * @param escape applied to what is filled in (for snippets)
 */
export function fill(template: string, values: Values, escape: (text: string) => string = (text) => text): string {
  let filled = '';
  for (const part of partsOf(template)) filled += typeof part === 'string' ? part : valueOfPart(part, values, escape);
  return filled;
}

/** Whether a match has all parts that a template names: a rule's other phrases may catch other ones, or none. */
export function hasParts(template: string, values: Values): boolean {
  return values.place === undefined || partsOf(template).every((part) => typeof part === 'string' || part.inflect !== undefined || part.word in values.extra || rangeOf(part.word, values) !== undefined);
}

/** A name in a template and the form that is asked for; `name` says whose. */
interface NamePart {
  readonly word: string;
  readonly inflect: string | undefined;
  readonly name: string;
}

type Parts = readonly (string | NamePart)[];

/** Rules have a few hundred templates, and every finding fills some: to read each once makes filling it six times as fast. */
const known = new Map<string, Parts>();
/** Packs that are edited while the server runs bring new ones. */
const MOST_TEMPLATES = 10_000;

function partsOf(template: string): Parts {
  const made = known.get(template) ?? readParts(template);
  if (known.size > MOST_TEMPLATES) known.clear();
  known.set(template, made);
  return made;
}

function readParts(template: string): Parts {
  const parts: (string | NamePart)[] = [];
  let at = 0;
  for (const { 0: written, 1: word = '', 2: inflect, 3: name = '', index } of template.matchAll(NAMES)) {
    parts.push(template.slice(at, index), { word, inflect, name });
    at = index + written.length;
  }
  return [...parts, template.slice(at)];
}

function valueOfPart({ word, inflect, name }: NamePart, values: Values, escape: (text: string) => string): string {
  if (inflect === undefined) return escape(valueOf(word, values));
  const range = rangeOf(name || 'match', values);
  if (!range || !values.place) return word;
  return inflect === '~' ? inflectLike(word, values.place, range) : numberLike(word, values.place, range);
}

function valueOf(name: string, values: Values): string {
  const extra = values.extra[name];
  if (extra !== undefined) return name === 'plain' ? inNumber(extra, values) : extra;
  const range = rangeOf(name, values) ?? (values.orMatch ? rangeOf('match', values) : undefined);
  if (!range || !values.place) return '';
  const { sentence } = values.place;
  if (values.raw) return sentence.sourceOf(range.from, range.to);
  const text = sentence.textOf(range.from, range.to);
  return values.orMatch ? withoutMark(text) : text;
}

/** Words as a message quotes them: without the comma or colon that leads on from them. */
export function withoutMark(words: string): string {
  return words.replace(/[\s,;:]+$/, '');
}

/** Plain words that say nothing of their number follow the term's, where they can. */
function inNumber(plain: string, values: Values): string {
  const text = fill(plain, { ...values, extra: {} });
  return text === plain && values.place ? (agreeing(plain, values.place) ?? plain) : text;
}

/** The tokens of a capture, or of the whole match. */
export function rangeOf(name: string, { place, captures }: Pick<Values, 'place' | 'captures'>): { readonly from: number; readonly to: number } | undefined {
  if (!place) return undefined;
  if (name === 'match') return { from: place.match.start, to: place.match.end };
  const slot = 2 * captures.indexOf(name);
  const from = place.match.slots[slot] ?? -1;
  const to = place.match.slots[slot + 1] ?? -1;
  return slot < 0 || from < 0 || to <= from ? undefined : { from, to };
}

/** Puts a verb into the form that the first verb of some tokens has. */
function inflectLike(verb: string, { sentence }: Place, { from, to }: { from: number; to: number }): string {
  const forms = lexicon().formsOf(verb);
  const { ing, past, participle, third, aux, verb: base } = WordClass;
  for (let i = from; i < to; i++) {
    const bits = sentence.classes[i] ?? 0;
    const helped = isAfter(sentence.classes, i, aux);
    if (bits & ing) return forms.ing;
    if (bits & (past | participle) && !(bits & base && isBare(sentence, i))) return helped || !(bits & past) ? forms.participle : forms.past;
    if (bits & third) return forms.s;
    if (bits & base) return verb;
  }
  return verb;
}

/** "put" after a modal, "to" or "let us", or in a command, is no past. */
function isBare(sentence: Place['sentence'], i: number): boolean {
  return isAfter(sentence.classes, i, WordClass.modal) || sentence.words[i - 1] === 'to' || sentence.clauseAt(i)?.mood === 'command';
}

/** What stands in for many, or for any amount, whatever its form. */
const MASS = /^(?:information|data|software|hardware|firmware|money|work|help|access|traffic|equipment|storage|memory|space|time|advice|news|history|support|people|staff|code|text|music|power|internet)$/;
const AFTER_NOUN = /^(?:of|for|that|to|with|in|on|at|from|between|who|which|where|when|by|behind|inside|your|our)$/;

/**
 * Plain words in the number of the term that they stand for: “webhooks” are “automatic notices”. Undefined where they
 * cannot be put into it.
 */
export function agreeing(plain: string, { sentence, match }: Place): string | undefined {
  const written = sentence.textOf(match.end - 1, match.end);
  const noun = /(?:[^isuw]|[A-Z])s$/.test(written) && ((sentence.classes[match.end - 1] ?? 0) & WordClass.third) === 0;
  const words = plain.split(' ');
  const end = words.findIndex((word, i) => i > 0 && AFTER_NOUN.test(word));
  const head = (end < 0 ? words.length : end) - 1;
  const last = words[head] ?? '';
  const isMany = /[^isu]s$/.test(last);
  const before = sentence.words[match.start - 1] ?? '';
  if (/^(?:an?|one|each|every|this|that)$/.test(before) && !noun) return isMany || MASS.test(last) ? undefined : plain;
  if (!noun || isMany || MASS.test(last)) return plain;
  if (!/^[a-z]+$/.test(last) || (lexicon().classOf(last) & (WordClass.adverb | WordClass.preposition | WordClass.ing)) !== 0) return undefined;
  const bare = /^an?$/.test(words[0] ?? '') ? words.slice(1, head) : words.slice(0, head);
  return [...bare, addS(last), ...words.slice(head + 1)].join(' ');
}

/** Puts a noun into the plural if the last word of some tokens, a noun as well, stands in it. */
function numberLike(noun: string, { sentence }: Place, { to }: { to: number }): string {
  return /[^isu]s$/.test(sentence.textOf(to - 1, to)) ? addS(noun) : noun;
}

/** Whether the nearest word before, adverbs and negations aside, has a class. */
function isAfter(classes: readonly number[], token: number, bits: number): boolean {
  let i = token - 1;
  while (i >= 0 && (classes[i] ?? 0) & (WordClass.filler | WordClass.adverb | WordClass.neg)) i--;
  return ((classes[i] ?? 0) & bits) !== 0;
}
