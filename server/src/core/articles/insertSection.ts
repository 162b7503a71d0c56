import { between } from '../rules/placement.js';
import type { Fix, TextEdit } from '../types.js';
import type { ArticleReading } from './readArticle.js';
import type { TemplateSection } from './template.js';

/** What a template's sections are filled with: the body of the skeleton's section under a heading, tab stops and all. */
export type Skeleton = (heading: string) => string | undefined;

/** Cuts a skeleton's body at its headings. */
export function skeletonOf(body: string): Skeleton {
  const sections = body.split(/^(?=#{1,6} )/mu).map((section) => section.trimEnd());
  return (heading) => sections.find((section) => headingOf(section) === heading);
}

/** The words of a section's heading, without the signs that may close it. Packs come from strangers: no pattern looks for these twice. */
function headingOf(section: string): string {
  const words = /^#{2,6} +(.*)/u.exec(section)?.[1] ?? '';
  let { length } = words;
  while (length > 0 && ' #'.includes(words.charAt(length - 1))) length--;
  return words.slice(0, length);
}

/** Puts in what an article lacks, each passage where readers look for it. */
export function insertions(article: ArticleReading, skeleton: Skeleton): readonly Fix[] {
  // What a page of HTML would have to say, no skeleton says.
  if (/<\/(?:p|h[1-6]|li)>/i.test(article.reading.prose.text.slice(0, 2000))) return [];
  const edits = article.missing.flatMap((missing) => {
    const edit = insertion(article, missing, skeleton);
    return edit ? [{ section: missing.section, edit }] : [];
  });
  const fixes = edits.map(({ section, edit }): Fix => ({ title: `Add “${section.heading ?? section.name}”`, kind: 'suggestion', snippet: true, edits: [edit] }));
  return edits.length > 1 ? [{ title: `Add all ${edits.length} parts`, kind: 'suggestion', snippet: true, edits: joined(edits.map(({ edit }) => edit)) }, ...fixes] : fixes;
}

function insertion(article: ArticleReading, { section, index }: { readonly section: TemplateSection; readonly index: number }, skeleton: Skeleton): TextEdit | undefined {
  const body = section.insert ?? (section.heading === undefined ? undefined : skeleton(section.heading));
  return body === undefined ? undefined : between(atLevel(body, article.outline.level), placeOf(article, index), article.reading);
}

/** Before the next section that is there, or else after the last one before it, or at the end. */
function placeOf({ found, outline, reading }: ArticleReading, index: number): number {
  const ordered = found.filter(({ section }) => section.anyOrder !== true);
  const next = ordered.find((one) => one.index > index);
  const previous = ordered.filter((one) => one.index < index).at(-1);
  const nothing = index === 0 ? outline.parts[0]?.start : undefined;
  const { text } = reading.prose;
  return next?.start ?? (previous ? previous.start + text.slice(previous.start, previous.end).trimEnd().length : (nothing ?? text.trimEnd().length));
}

/** The skeleton's headings as deep as the article's. */
function atLevel(body: string, level: number): string {
  return body.replace(/^#{1,6}(?= )/u, '#'.repeat(Math.max(1, level)));
}

/** One edit for a place: editors take no two. Tab stops are numbered on, so that none is filled in twice. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const byPlace = new Map<number, TextEdit>();
  let used = 0;
  for (const edit of edits) {
    const [body, most] = renumbered(edit.text, used);
    used = most;
    const known = byPlace.get(edit.start);
    byPlace.set(edit.start, known ? { ...known, text: known.text.trimEnd() + '\n\n' + body.replace(/^\s+/u, '') } : { ...edit, text: body });
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
}

function renumbered(body: string, by: number): readonly [string, number] {
  let most = by;
  const text = body.replace(/(?<!\\)\$(\{?)(\d{1,3})/gu, (_, brace: string, number: string) => {
    const next = Number(number) === 0 ? 0 : Number(number) + by;
    most = Math.max(most, next);
    return `$${brace}${next}`;
  });
  return [text, most];
}
