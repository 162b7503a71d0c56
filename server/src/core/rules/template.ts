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
  return template.replace(NAMES, (_, word: string, inflect: string | undefined, name: string) => {
    if (inflect === undefined) return escape(valueOf(word, values));
    const range = rangeOf(name || 'match', values);
    if (!range || !values.place) return word;
    return inflect === '~' ? inflectLike(word, values.place, range) : numberLike(word, values.place, range);
  });
}

function valueOf(name: string, values: Values): string {
  const extra = values.extra[name];
  if (extra !== undefined) return name === 'plain' ? fill(extra, { ...values, extra: {} }) : extra;
  const range = rangeOf(name, values);
  if (!range || !values.place) return '';
  const { sentence } = values.place;
  return values.raw ? sentence.sourceOf(range.from, range.to) : sentence.textOf(range.from, range.to);
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
