import type { DraftSnippets, Offered } from '../packs/draftSnippets.js';
import { packOf } from '../packs/library.js';
import type { Snippet } from '../packs/pack.js';
import { escapeSnippetText, markStops } from '../packs/snippet-syntax.js';
import { isBlank } from '../text/chars.js';
import type { Fix, Range, TextEdit } from '../types.js';
import { withApostrophesOf } from '../reading/apostrophes.js';
import type { FixDefinition, RuleDefinition } from './definition.js';
import { fitsThere } from './modifier.js';
import { between, placed } from './placement.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { rewritten } from './rewritten.js';
import { agreeing, fill, hasParts, rangeOf, type Values } from './template.js';

/** What a fix is made for. */
export interface Occasion {
  readonly rule: RuleDefinition;
  readonly reading: Reading;
  /** The sentence of the finding. */
  readonly sentence: Sentence | undefined;
  readonly range: Range;
  readonly values: Values;
  readonly snippets: DraftSnippets;
}

const MAX_PACK_FIXES = 3;

/** A fix that a rule words itself. */
type OwnFix = Exclude<FixDefinition, { readonly pack: true }>;
/** One that is put in with tab stops. */
type SnippetFix = Extract<FixDefinition, { readonly snippet: string }>;

/** The fixes a rule offers for one finding: first those that mend the words in place, then passages, in the order in which all help is offered. */
export function fixesFor(occasion: Occasion): readonly Fix[] {
  const definitions = occasion.rule.fixes ?? [];
  const own = definitions.filter((definition): definition is OwnFix => !('pack' in definition));
  const made = (some: readonly OwnFix[]): readonly Fix[] => some.flatMap((definition) => fixFor(definition, occasion));
  if (own.length === definitions.length) return made(own);
  const { before, after } = packFixes(occasion);
  return [...made(own.filter(mendsInPlace)), ...before, ...made(own.filter((definition) => !mendsInPlace(definition))), ...after];
}

/** Whether a fix leaves the rest of the sentence as it is. */
function mendsInPlace(definition: OwnFix): boolean {
  return !('snippet' in definition) || (definition.place === undefined && definition.replaces !== 'sentence');
}

function fixFor(definition: OwnFix, occasion: Occasion): readonly Fix[] {
  if (!fits('snippet' in definition ? definition.snippet : 'replace' in definition ? definition.replace : '', occasion.values)) return [];
  const title = fill(definition.title, occasion.values);
  const values = asWritten(occasion);
  if ('snippet' in definition) {
    if (!hasParts(definition.snippet, occasion.values)) return [];
    const body = fill(withApostrophesOf(occasion.reading, markedBody(definition)), values, escapeSnippetText);
    const edit = body === '' ? undefined : placeSnippet(body, definition.place, definition.replaces, occasion);
    return edit ? [{ title, kind: 'suggestion', snippet: true, edits: [edit] }] : [];
  }
  const edit = 'delete' in definition ? deletion(definition.delete, occasion) : replacement(fill(withApostrophesOf(occasion.reading, definition.replace), values), definition.of, occasion);
  return edit ? [{ title, kind: definition.safe === true ? 'safe' : 'suggestion', edits: [edit] }] : [];
}

const marked = new WeakMap<SnippetFix, string>();

/** The text of a rule's own snippet with its stops marked; read once, as every finding has it filled in. */
function markedBody(definition: SnippetFix): string {
  const body = marked.get(definition) ?? markStops(definition.snippet);
  marked.set(definition, body);
  return body;
}

/** What a fix takes from the text and puts back stays as the source has it, entities and all. */
function asWritten({ reading, values: { place, captures, extra, spans } }: Occasion): Values {
  const plain = extra['plain'] === undefined ? {} : { plain: withApostrophesOf(reading, extra['plain']) };
  return { place, captures, extra: { ...extra, ...plain }, spans, raw: true };
}

/** A term's plain words replace it only where they make English; in brackets they explain a thing, and no deed ("provisioning (setting up) it"). */
function fits(text: string, { extra: { plain }, place }: Values): boolean {
  if (text === '{match} ({plain})' && plain?.includes('~}')) return false;
  return plain === undefined || place === undefined || !/^(?:\$\{1:)?\{plain\}\}?$/.test(text) || (fitsThere(plain, place) && (/[{]/.test(plain) || agreeing(plain, place) !== undefined));
}

/** The fixes that packs have, parted by the rule's own. */
function packFixes(occasion: Occasion): Record<keyof Offered, readonly Fix[]> {
  const kind = occasion.reading.prose.kind === 'article' ? 'article' : 'reply';
  const { before, after } = occasion.snippets.offered([occasion.rule.id, categoryOf(occasion.rule.id)], { kind, limit: MAX_PACK_FIXES }, occasion.sentence);
  const toFixes = (some: readonly Snippet[]): readonly Fix[] => some.flatMap((snippet) => packFix(snippet, nameAmong([...before, ...after], snippet), occasion) ?? []);
  return { before: toFixes(before), after: toFixes(after) };
}

/** A snippet's title; where others on offer have the same, with its pack. */
function nameAmong(offered: readonly Snippet[], { id, title }: Snippet): string {
  const isAlone = offered.every((other) => other.id === id || other.title !== title);
  return isAlone ? `“${title}”` : `“${title}” (${packOf(id)})`;
}

/** `category/name` → `category`. */
export function categoryOf(rule: string): string {
  const end = rule.indexOf('/');
  return end < 0 ? rule : rule.slice(0, end);
}

function packFix(snippet: Snippet, name: string, occasion: Occasion): Fix | undefined {
  const { rule, reading, snippets, values } = occasion;
  const body = markStops(snippets.bodyOf(snippet));
  const gap = values.spans?.['place'];
  const missing = rule.absent !== undefined || gap !== undefined;
  const edit = gap ? between(body, gap.start, reading) : missing ? placed(body, rule.at === 'first-sentence' ? 'opening' : 'end', reading) : placeSnippet(body, undefined, 'sentence', occasion);
  return edit && { title: missing ? `Add ${name}` : `Say instead: ${name}`, kind: 'suggestion', snippet: true, edits: [edit] };
}

/** Undefined where a part is to be replaced that this finding does not have. */
function placeSnippet(body: string, place: 'after' | 'before' | 'end' | undefined, replaces: string | undefined, occasion: Occasion): TextEdit | undefined {
  const { sentence, range } = occasion;
  if (place === 'end') return placed(body, 'end', occasion.reading);
  if (place === 'after') return { start: sentence?.end ?? range.end, end: sentence?.end ?? range.end, text: ` ${body}` };
  if (place === 'before') return { start: sentence?.start ?? range.start, end: sentence?.start ?? range.start, text: `${body} ` };
  const target = replaces === 'sentence' && sentence ? rewritten(sentence, range, occasion.reading.prose.text) : spanOf(replaces ?? 'match', occasion);
  return target && { start: target.start, end: target.end, text: opensSentence(target, occasion) ? body.replace(/^(?:\$\{1:‹?)?\p{Ll}/u, (first) => first.slice(0, -1) + first.slice(-1).toUpperCase()) : body };
}

/** The source range of `match`, `sentence`, `clause`, a capture or a place that a check has named. */
export function spanOf(name: string, { sentence, range, values }: Pick<Occasion, 'sentence' | 'range' | 'values'>): Range | undefined {
  const { place, spans } = values;
  if (spans?.[name]) return spans[name];
  if (name === 'sentence') return sentence;
  if (!place) return range;
  if (name === 'clause') {
    const clause = place.sentence.clauseAt(place.match.start);
    return clause && place.sentence.rangeOf(clause.start, Math.max(clause.end, place.match.end));
  }
  const tokens = rangeOf(name.replace(/[{}]/g, ''), values);
  return tokens && place.sentence.rangeOf(tokens.from, tokens.to);
}

function replacement(text: string, of: string | undefined, occasion: Occasion): TextEdit | undefined {
  const target = spanOf(of ?? 'match', occasion);
  if (!target || text === '' || tearsMarkup(target, occasion)) return undefined;
  const source = occasion.reading.prose.text;
  const words = withoutSecondDeterminer(text, source.slice(Math.max(0, target.start - 10), target.start));
  const first = opensSentence(target, occasion) || isWrittenLarge(target, source) ? capitalise(words) : words;
  return withArticle({ ...target, text: first }, source);
}

/** "Tuesday, Level 2": a capital after anything but a word was meant for the place; after a word it is part of a name ("to Level 2"). */
function isWrittenLarge({ start, end }: Range, source: string): boolean {
  return /^\p{Lu}(?![\p{Lu}\p{N}])/u.test(source.slice(start, end)) && !/[\p{L}\p{N}] $/u.test(source.slice(Math.max(0, start - 2), start));
}

/** "the" + "the response time" is one "the" too many. */
function withoutSecondDeterminer(text: string, before: string): string {
  return /\b(the|an?|my|our|your|his|her|its|their|this|that)[ \t]+$/i.test(before) ? text.replace(/^(the|an?|our|your) /, '') : text;
}

/** "via the [API](…)": replacing "the [API" would leave half a link. */
function tearsMarkup(target: Range, { sentence, reading: { prose } }: Occasion): boolean {
  const markup = markupWithin(target, sentence, prose.text);
  if (markup === '') return false;
  const runs = markup.match(/[*_`~]+/g)?.length ?? 0;
  const touches = /[*_`~[]/.test(prose.text.charAt(target.start - 1)) || /[*_`~\]]/.test(prose.text.charAt(target.end));
  return touches || runs % 2 === 1 || markup.split('[').length !== markup.split(']').length;
}

/** What stands between the spans of a range, piece by piece. */
function markupWithin({ start, end }: Range, sentence: Sentence | undefined, text: string): string {
  let at = start;
  let markup = '';
  for (const span of sentence?.block.spans ?? []) {
    if (span.end <= start || span.start >= end) continue;
    markup += ` ${text.slice(at, Math.max(at, span.start))}`;
    at = span.end;
  }
  return markup.trim();
}

/** Takes words out and leaves a sentence: no double space, no orphaned comma, a capital at its start. */
function deletion(name: string, occasion: Occasion): TextEdit | undefined {
  const target = spanOf(name, occasion);
  if (!target || tearsMarkup(target, occasion)) return undefined;
  const source = occasion.reading.prose.text;
  let { end } = target;
  const opens = opensSentence(target, occasion);
  if (opens && /[,:]/.test(source.charAt(end))) end++;
  end = blanksAfter(source, end);
  if (opens && /^(\r|\n|$)/.test(source.charAt(end))) return { start: blanksBefore(source, target.start), end, text: '' };
  // What follows "Hi Steve, as stated before," begins small, as what is taken out did.
  const large = isUpper(source.charAt(target.start)) || !/, ?$/.test(source.slice(Math.max(0, target.start - 2), target.start));
  const [next = ''] = source.slice(end, end + 2);
  if (opens) return { start: target.start, end: end + next.length, text: large ? next.toUpperCase() : next };
  return withArticle({ ...betweenMarks({ start: target.start, end }, source), text: '' }, source);
}

/** Of the marks and blanks to either side of words that go, one is enough: “As I said, it's easy: open it.”, “Open it, it's easy.” */
function betweenMarks({ start, end }: Range, source: string): Range {
  const blank = blanksBefore(source, start);
  if (blank === start || !/[.,;:?!)]/.test(source.charAt(end))) return { start, end };
  if (!/[,;:]/.test(source.charAt(blank - 1))) return { start: start - 1, end };
  if (!/[,;:]/.test(source.charAt(end))) return { start: blank - 1, end };
  return { start, end: blanksAfter(source, end + 1) };
}

/** Where the spaces before an offset begin. */
function blanksBefore(source: string, at: number): number {
  while (/[ \t]/.test(source.charAt(at - 1))) at--;
  return at;
}

/** Where the spaces after an offset end. */
function blanksAfter(source: string, at: number): number {
  while (/[ \t]/.test(source.charAt(at))) at++;
  return at;
}

function opensSentence(target: Range, { sentence }: Occasion): boolean {
  return sentence !== undefined && target.start <= (sentence.startOf(0) ?? sentence.start);
}

function isUpper(char: string): boolean {
  return char !== char.toLowerCase();
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Keeps "a" and "an" right before a new word. */
function withArticle(edit: TextEdit, source: string): TextEdit {
  if (!isBlank(source.charCodeAt(edit.start - 1))) return edit;
  const article = /\b(an?)([ \t]+)$/i.exec(source.slice(Math.max(0, edit.start - 8), edit.start));
  const next = (edit.text + source.slice(edit.end, edit.end + 20)).trimStart();
  if (!article?.[1] || !article[2] || !/^\p{L}/u.test(next)) return edit;
  const right = /^[aeiou]/i.test(next) && !/^(uni|use|usu|euro|one|u[rt]il)/i.test(next) ? 'an' : 'a';
  if (article[1].toLowerCase() === right) return edit;
  const written = isUpper(article[1].charAt(0)) ? capitalise(right) : right;
  return { start: edit.start - article[0].length, end: edit.end, text: written + article[2] + edit.text };
}
