import { insertions } from '../../articles/insertSection.js';
import { lacksOf, type ArticleReading, type FoundSection } from '../../articles/readArticle.js';
import type { Range } from '../../types.js';
import type { Check, CheckInput } from '../check.js';

/** The sections that the template asked for has and the article has not, told once. */
export const missingSections: Check = (input) => {
  const article = input.templates.read(input.reading.prose, input.config);
  if (!article || article.missing.length === 0) return [];
  const { template, missing } = article;
  const extra = { title: template.title, missing: listed(missing.map(({ section }) => section.name)) };
  return [{ ...placeOf(input, article), extra, fixes: insertions(article, input.templates.skeletonOf(template)) }];
};

/** Sections that stand before one that readers look for first. */
export const sectionOrder: Check = ({ reading: { prose }, config, templates }) => {
  const article = templates.read(prose, config);
  if (!article) return [];
  const placed = article.found.filter(({ part, section }) => part && section.anyOrder !== true).sort((a, b) => a.start - b.start);
  return placed.flatMap((found, i) => {
    const before = placed.slice(0, i).find(({ index }) => index > found.index);
    if (!before?.part || !found.part || before.end > found.start) return [];
    const { start, end } = found.part.heading;
    const extra = { title: article.template.title, section: found.part.title, before: before.part.title };
    return [{ start, end, extra, fixes: [{ title: `Move “${found.part.title}” up`, kind: 'suggestion' as const, edits: moved(prose.text, found, before.start) }] }];
  });
};

/** Sections that do not hold what they are for. */
export const sectionContents: Check = ({ reading: { prose }, config, templates }) => {
  const article = templates.read(prose, config);
  return (article?.found ?? []).flatMap((found) => {
    const wants = article && lacksOf(found, article);
    if (!wants || !found.part) return [];
    const { start, end } = found.part.heading;
    return [{ start, end, extra: { section: found.part.title, wants } }];
  });
};

/** At the title, or where the front matter asks for the template. */
function placeOf({ reading: { prose, sentences } }: CheckInput, { outline: { title } }: ArticleReading): Range {
  if (title) return { start: title.start, end: title.end };
  const field = /^(?:kb|title)[ \t]*:[ \t]*(\S[^\n]*?)[ \t]*\r?$/im.exec(prose.text.slice(0, sentences[0]?.start ?? prose.text.length));
  const start = field ? field.index + field[0].lastIndexOf(field[1] ?? '') : (sentences[0]?.start ?? 0);
  return { start, end: field ? start + (field[1]?.length ?? 0) : (sentences[0]?.end ?? prose.text.length) };
}

function moved(text: string, { start, end }: FoundSection, to: number) {
  return [{ start: to, end: to, text: `${text.slice(start, end).trimEnd()}\n\n` }, { start, end, text: '' }];
}

/** “a”, “a and b”, “a, b and c”; with semicolons where the parts have commas. */
function listed(parts: readonly string[]): string {
  const sign = parts.some((part) => part.includes(',')) ? ';' : ',';
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(`${sign} `)}${sign === ';' ? ';' : ''} and ${parts.at(-1) ?? ''}`;
}
