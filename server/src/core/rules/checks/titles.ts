import { remembered } from '../../remembered.js';
import { findBlock, type Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';
import type { Check, CheckHit, CheckInput } from '../check.js';
import { holds, wordSets, type WordSets } from './wordSets.js';

/** Titles longer than this are cut off in lists of results, in characters. */
const LONGEST_TITLE = 80;
/** An article shorter than this is a fragment that needs no title, in words. */
const SHORTEST_ARTICLE = 60;

/** An article's title: its first-level heading, or the title in its front matter. */
interface Title extends Range {
  readonly words: readonly string[];
  readonly written: string;
}

/** Makes a check of what is wrong with a title. @param mended the title without that, where it can be told; it fills `{mended}` */
function titleCheck(isWrong: (title: Title, sets: WordSets) => boolean, mended: (written: string, sets: WordSets) => string = () => ''): Check {
  return (input) => {
    const { title } = titleOf(input.reading.prose);
    if (!title) return [];
    const sets = wordSets(input.rule);
    if (!isWrong(title, sets)) return [];
    const { start, end, written } = title;
    return [{ start, end, extra: { title: written, length: String(written.length), mended: mended(written, sets) } }];
  };
}

/** What is left of a title is none where it is no words of its own. */
function ifWords(rest: string): string {
  const words = rest.replace(/^[\s:,–-]+|[\s:,–-]+$/g, '').replace(/\s{2,}/g, ' ');
  return /\p{Ll}{3}/u.test(words) && /\s/.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : '';
}

/** No title, or an empty one; many sites keep titles in their navigation instead. */
export const titleMissing: Check = (input) => {
  const { prose } = input.reading;
  const empty = /^[ \t]{0,3}#[ \t]*(?:\r?\n|$)/.exec(prose.text);
  if (empty) return [missingAt({ start: 0, end: Math.max(1, empty[0].trimEnd().length) }, true)];
  const [first] = input.reading.sentences;
  if (titleOf(prose).title || input.source.title !== undefined || !first || first.block.kind === 'heading' || isPart(input)) return [];
  let words = 0;
  const isLong = input.reading.sentences.some((sentence) => (words += sentence.wordCount) >= SHORTEST_ARTICLE);
  return isLong ? [missingAt(first, false)] : [];
};

/** An empty title is filled in; otherwise one goes above what stands first. */
function missingAt({ start, end }: Range, empty: boolean): CheckHit {
  return { start, end, spans: { title: { start, end: empty ? end : start } }, extra: { gap: empty ? '' : '\n\n' } };
}

/** A file that another one includes, or the page of a folder, has no title of its own. */
function isPart({ source }: CheckInput): boolean {
  return /(?:^|\/)(?:_[^/]*|index|readme)\.md$/i.test(source.uri ?? '');
}

/** Too long to be read in a list. */
export const titleLong = titleCheck(({ written }) => written.length > LONGEST_TITLE);

/** In capitals throughout, with everyday words among them. */
export const titleCapitals = titleCheck(({ written, words }) => words.length > 2 && written === written.toUpperCase() && /\p{Lu}{4}/u.test(written), inSmallLetters);

/** Acronyms, and what has digits in it, stay as they are. */
function inSmallLetters(written: string, sets: WordSets): string {
  const small = written.replace(/[\p{L}\p{N}]+/gu, (word) => (/\d/.test(word) || holds(sets, 'acronym', word.toLowerCase()) ? word : word.toLowerCase()));
  return small.charAt(0).toUpperCase() + small.slice(1);
}

/** An error number or a file name and nothing else. */
export const titleCode = titleCheck(({ written }) => /^(?:0x[0-9a-f]{4,16}|[A-Z]{0,6}[-_ ]?\d{2,10}|[\w-]{1,40}\.(?:conf|cfg|ini|exe|dll|ya?ml|json|xml|sh|bat|ps1|log|txt|docx?|pdf|md|html?|php|py|js|sys))$/i.test(written));

const TICKET = /\b(?:INC|REQ|RITM|CHG|PRB|CS|KB|CASE|TASK)[-_]?\d{4,12}\b|\b(?!(?:ISO|RFC|USB|COVID|SHA|UTF|AES|BS|EN|DIN|MP|HTTP|WPA|CVE)-)[A-Z]{2,6}-\d{3,6}\b/;

/** The number of a ticket. */
export const titleTicket = titleCheck(({ written }) => TICKET.test(written), (written) => ifWords(written.replace(TICKET, '')));

/** Nothing but words that fit any article. */
export const titleStub = titleCheck(({ words }, sets) => words.length > 0 && words.length < 4 && words.every((word) => holds(sets, 'stub', word)) && words.some((word) => holds(sets, 'alone', word)));

const DRAFT = /\b(?:DRAFT|WIP|FINAL|TODO)\b|[[(]\s?(?:[Dd]raft|[Ww]ip|[Ff]inal|[Tt]odo)\b|\bv\d+ (?:draft|final)\b|\b(?:draft|final) v\d/;

/** All of it, with the brackets and version that go with it. */
const MARKS = /^(?:(?:re|aw|fw|fwd)\s?:|copy of\b)|[[(]\s?(?:draft|wip|final|todo)[^\])]{0,20}[\])]|\bv\d+ (?=draft|final)|\b(?:DRAFT|WIP|FINAL|TODO|(?:draft|final)(?= v\d|$))\b(?: v\d+)?/gi;

/** Marks of a draft, a copy or a mail. */
export const titleDraft = titleCheck(({ written }) => /^(?:re|aw|fw|fwd)\s?:|^copy of\b/i.test(written) || DRAFT.test(written), (written) => ifWords(written.replace(MARKS, '')));

/** The desk's own names for its levels and papers. */
export const titleInternal = titleCheck(({ words }, sets) => words.some((word) => holds(sets, 'internal', word.replace(/-\d+$/, ''))));

/** A person and what they did wrong. */
export const titleBlame = titleCheck(({ words }, sets) => words.some((word) => holds(sets, 'person', word)) && words.some((word) => holds(sets, 'fault', word)));

/** The title of an article, if it has one; looked for once. */
const titleOf = remembered((prose: Prose): { readonly title: Title | undefined } => ({ title: findTitle(prose) }));

/** How a title is written above the text: in the front matter, on a first line of its own (MultiMarkdown, Pandoc), or as a page in MDX exports it. */
const FIELDS = [/^title[ \t]*[:=][ \t]*(?:[>|][-+]?[ \t]*\r?\n[ \t]+)?(["']?)(.+?)\1[ \t]*$/im, /^(?:title:|%)[ \t]+()(.+?)[ \t]*(?:\r?\n|$)/i, /^export const \w+ = \{[^}]{0,400}?\btitle: *(["'`])(.+?)\1/m];
const ABOVE = 4000;

function findTitle(prose: Prose): Title | undefined {
  const heading = findBlock(prose, ({ kind, level }) => kind === 'heading' && level === 1);
  const inFields = prose.frontMatter.has('title');
  if (heading && (!inFields || heading === findBlock(prose, () => true))) return titleAt(prose.text, heading);
  const above = prose.text.slice(0, ABOVE);
  let field: RegExpExecArray | null = null;
  for (const shape of FIELDS.slice(inFields ? 0 : 1)) field ??= shape.exec(above);
  const written = field?.[2];
  if (field && written !== undefined) {
    const start = field.index + field[0].lastIndexOf(written);
    return titleAt(prose.text, { start, end: start + written.length });
  }
  return heading && titleAt(prose.text, heading);
}

function titleAt(text: string, { start, end }: Range): Title {
  const written = text.slice(start, end).replace(/^#+\s*/, '').replace(/[*`]/g, '').trim();
  return { start, end, written, words: written.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu) ?? [] };
}
