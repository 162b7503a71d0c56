import type { Image, Link, Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';
import type { Check, CheckHit } from '../check.js';
import type { RuleDefinition } from '../definition.js';
import { matchesIn, passagesWith } from './passages.js';
import { inOrder, rangeAt } from '../../ranges.js';
import { sign } from './signs.js';
import { wordsOf } from './slotWords.js';
import { holds, wordSets, type WordSets } from './wordSets.js';

/** `[label][ref]` whose definition stands elsewhere: in a file that is put together later, or nowhere yet. */
const LOOSE = /(!?)\[([^[\]\n]{0,60})\]\[[^[\]\n]{0,40}\]/g;
const LOOSE_SIGN = sign({ words: /\]\[/ });

/** Links whose text says nothing about where they lead: "here", "this page". */
export const vagueLinks: Check = ({ reading: { prose }, rule }) => {
  const vague = vagueWords(rule);
  return [...prose.links, ...looseLinks(prose)].flatMap((link) => {
    if (!mayBeVague(prose.text, link.label, vague)) return NONE;
    const words = labelWords(prose, link);
    const isHit = words.length > 0 && words.length < 5 && (vague.phrases.has(words.join(' ')) || isVague(words, vague.sets));
    return isHit ? [hitOf(prose.text, link, link.label)] : NONE;
  });
};

const NONE: readonly CheckHit[] = [];

/** What a rule knows of labels that say nothing. */
interface VagueWords {
  readonly sets: WordSets;
  readonly phrases: ReadonlySet<string>;
  /** With what any of them begins. */
  readonly first: ReadonlySet<string>;
}

const known = new WeakMap<RuleDefinition, VagueWords>();

function vagueWords(rule: RuleDefinition): VagueWords {
  const made = known.get(rule) ?? makeVagueWords(rule);
  known.set(rule, made);
  return made;
}

function makeVagueWords(rule: RuleDefinition): VagueWords {
  const sets = wordSets(rule);
  const phrases = new Set((rule.words?.['phrase'] ?? []).map((phrase) => phrase.toLowerCase()));
  const first = new Set([...(sets.get('vague') ?? []), ...(sets.get('weak') ?? []), ...Array.from(phrases, (phrase) => phrase.split(' ')[0] ?? '')]);
  return { sets, phrases, first };
}

/** A plain word that begins a label, and what cannot go on with it. */
const FIRST_WORD = /([A-Z]?[a-z]+)[\s.,!?\])]/y;

/** The first word of most labels is enough to see that they say something. */
function mayBeVague(text: string, { start }: Range, { first }: VagueWords): boolean {
  FIRST_WORD.lastIndex = start;
  const word = FIRST_WORD.exec(text)?.[1];
  return word === undefined || first.has(word.toLowerCase());
}

/** Nothing but pointing words; some of them only in company. */
function isVague(words: readonly string[], sets: WordSets): boolean {
  return words.every((word) => holds(sets, 'vague', word) || holds(sets, 'weak', word)) && words.some((word) => holds(sets, 'vague', word));
}

/** The words of a label; none where it shows an image or the address itself. */
function labelWords({ text }: Prose, { label }: Pick<Link, 'label'>): readonly string[] {
  const shown = text.slice(label.start, Math.min(label.end, label.start + 80)).replace(/<[^>]{0,40}>/g, '');
  return /[:/]|!\[/.test(shown) || shown.trim() === '' || label.end - label.start > 60 ? [] : wordsOf(shown.replace(/['’]/g, ''));
}

/** Images without words for those who cannot see them, or with words that are none. */
export const missingAlt: Check = ({ reading: { prose }, rule }) => {
  const sets = wordSets(rule);
  const { text } = prose;
  const known = prose.images.filter((image) => !image.decorative && !isCaptioned(text, image)).map((image) => ({ ...image, label: altOf(text, image) }));
  const loose = loosely(prose, '!').map((image) => ({ ...image, alt: text.slice(image.label.start, image.label.end) }));
  return [...known, ...loose].filter((image) => isEmpty(image, (word) => holds(sets, 'empty', word))).map((image) => {
    const hit = hitOf(text, image, image.label);
    return { ...hit, extra: { ...hit.extra, decoration: decoration(text.slice(image.start, image.end)) } };
  });
};

/** How far from an image its caption begins, in characters; no farther than a check of one section may look (`AROUND` in `reach.ts`). */
const TO_CAPTION = 160;

/** `alt=""` beside a `<figcaption>`: the caption says it, and the writer chose not to have it read twice. */
function isCaptioned(text: string, { start, end, alt }: Image): boolean {
  if (alt !== '') return false;
  const after = /^\s*(?:<\/(?:a|picture)>\s*)?<figcaption\b/i.test(text.slice(end, end + TO_CAPTION));
  return after || /<\/figcaption>\s*(?:<(?:a|picture)\b[^<>]*>\s*)?$/i.test(text.slice(Math.max(0, start - TO_CAPTION), start));
}

/** The same image, marked as one that screen readers pass over. Markdown cannot say so, and references stand for themselves. */
function decoration(written: string): string {
  const [, source] = /^!\[[^\]]*\]\(\s*<?([^\s<>()"']+)>?\s*\)$/.exec(written) ?? [];
  if (source !== undefined) return `<img src="${source}" alt="" role="presentation">`;
  const [, attributes, end] = /^<img\b([^<>]*?)(\s*\/?>)$/i.exec(written) ?? [];
  return attributes === undefined ? '' : `<img${attributes.replace(/\s*\balt\s*=\s*(?:"[^"]*"|'[^']*')/i, '')} alt="" role="presentation"${end ?? '>'}`;
}

/** Signs alone (`…`) say nothing either. */
function isEmpty({ alt = '' }: Pick<Image, 'alt'>, isVague: (word: string) => boolean): boolean {
  const written = alt.trim();
  if (!/[\p{L}\p{N}]/u.test(written) || /^[\w %.()-]{1,80}\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic|avif)$/i.test(written)) return true;
  if (/^(?:img|dsc|dscn|pxl|screen ?shot|scr|image|screenshot|photo|bild|capture|clip|snip)[-_ ]?(?:from|at|\d)[\w .:,()-]{0,40}$/i.test(written)) return true;
  const words = wordsOf(written).filter((word) => !/^\d+$/.test(word));
  return words.length > 0 && words.length < 4 && words.every(isVague);
}

/** Where the alternative text of an image stands, or would: in `![…]`, in `alt="…"`, or before the end of the tag. */
function altOf(text: string, { start, end, alt }: Image): Range {
  if (text.startsWith('![', start)) return { start: start + 2, end: start + 2 + (alt ?? '').length };
  const found = /\balt\s{0,4}=\s{0,4}(["'])/i.exec(text.slice(start, end));
  const from = found ? start + found.index + found[0].length : end - (text.charAt(end - 2) === '/' ? 2 : 1);
  return { start: from, end: found ? from + (alt ?? '').length : from };
}

/** `{open}` and `{close}` are what stands around the words that are missing. */
function hitOf(text: string, { start, end }: Range, words: Range): CheckHit {
  const opened = text.slice(start, words.start);
  const bare = opened.startsWith('<img') && !/=\s*["']$/.test(opened);
  const [open, close] = [bare ? `${opened.trimEnd()} alt="` : opened, bare ? `"${text.slice(words.end, end)}` : text.slice(words.end, end)];
  return { start, end, extra: { label: text.slice(words.start, words.end), open, close } };
}

function looseLinks(prose: Prose): readonly Pick<Link, 'start' | 'end' | 'label'>[] {
  return loosely(prose, '');
}

/** What looks like a reference and is in no link, image, code or quotation that the reader found. */
function loosely(prose: Prose, mark: '' | '!'): readonly Pick<Link, 'start' | 'end' | 'label'>[] {
  const passages = passagesWith(prose, LOOSE_SIGN);
  if (passages.length === 0) return [];
  const { text, blocks, links, images } = prose;
  const taken = inOrder([...links, ...images, ...blocks.flatMap(({ spans }) => spans.filter(({ kind }) => kind === 'code' || kind === 'quote'))]);
  return passages.flatMap(({ start, end }) =>
    matchesIn(text, { start, end }, LOOSE)
      .filter((match) => match[1] === mark)
      .map((match) => ({ at: start + match.index, length: match[0].length, label: match[2] ?? '' }))
      .filter(({ at }) => !rangeAt(taken, at))
      .map(({ at, length, label }) => ({ start: at, end: at + length, label: { start: at + mark.length + 1, end: at + mark.length + 1 + label.length } })),
  );
}
