import type { Program } from '../rules/program.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Range } from '../types.js';
import { lineStart, outlineOf, type Outline, type OutlinePart } from './outline.js';
import { isWarning } from './warnings.js';
import { cuesOf, type ArticleTemplate, type Contents, type TemplateSection } from './template.js';

/** A section of a template that an article has. */
export interface FoundSection extends Range {
  readonly section: TemplateSection;
  /** Its place in the template. */
  readonly index: number;
  /** Undefined where a sentence or a list does without a heading. */
  readonly part: OutlinePart | undefined;
}

/** An article held against a template. */
export interface ArticleReading {
  readonly template: ArticleTemplate;
  readonly outline: Outline;
  readonly reading: Reading;
  /** In the order of the template. */
  readonly found: readonly FoundSection[];
  /** What it must have and has not, with its place in the template. */
  readonly missing: readonly { readonly section: TemplateSection; readonly index: number }[];
}

/** The part of an article that counts as its end. */
const ENDING = 0.75;

/** Holds an article against a template. @param program knows the template's cues */
export function readArticle(template: ArticleTemplate, program: Program, reading: Reading): ArticleReading {
  const outline = outlineOf(reading);
  const all = template.sections.map((section, index) => ({ section, index, found: find({ template, program, reading, outline }, section, index) }));
  return {
    template,
    outline,
    reading,
    found: all.flatMap(({ found }) => found ?? []),
    missing: all.flatMap(({ section, index, found }) => (found || section.optional ? [] : [{ section, index }])),
  };
}

type Search = Pick<ArticleReading, 'template' | 'outline' | 'reading'> & { readonly program: Program };

function find(search: Search, section: TemplateSection, index: number): FoundSection | undefined {
  const { heading: inHeading } = cuesOf(section, index);
  const { outline, program, reading } = search;
  const heading = program.cue(inHeading.id);
  const part = outline.parts.find(({ heading: block, title }) => isCalled(title, section) || reading.sentencesIn(block).some((sentence) => heading?.holds(sentence) === true));
  if (part) return { section, index, part, start: part.start, end: part.end };
  const sentence = within(search, section).find((one) => says(search, section, index, one)) ?? (section.opening ? opening(search) : undefined);
  const { text } = reading.prose;
  if (sentence) return { section, index, part: undefined, start: lineStart(text, sentence.block.start), end: sentence.block.end };
  const list = section.has && outline.procedures.find(({ steps }) => steps.length >= (section.has?.steps ?? Infinity));
  return list && { section, index, part: undefined, start: list.start, end: list.end };
}

function says({ program }: Search, section: TemplateSection, index: number, sentence: Sentence): boolean {
  const { says: own, named } = cuesOf(section, index);
  return [own.id, ...named].some((name) => program.cue(name)?.holds(sentence) === true);
}

/** Shorter ones are labels and dates. */
const WORDS_OF_AN_OPENING = 4;

/** The first sentence before any section or step that nothing else in the template asks for. */
function opening(search: Search): Sentence | undefined {
  const { sections } = search.template;
  return within(search, { where: 'start' }).find((one) => one.block.kind === 'paragraph' && one.wordCount >= WORDS_OF_AN_OPENING && !sections.some((section, i) => says(search, section, i, one) && within(search, section).includes(one)));
}

function isCalled(title: string, { heading }: TemplateSection): boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return heading !== undefined && plain(title) === plain(heading);
}

/** The sentences that may say what a section says: never the title, nor a warning. */
function within({ reading, outline }: Search, { where }: Pick<TemplateSection, 'where'>): readonly Sentence[] {
  const { parts, procedures, title } = outline;
  const sentences = reading.sentences.filter(({ block }) => block !== title && !isWarning(block, reading.prose.text));
  const first = Math.min(parts[0]?.start ?? Infinity, procedures[0]?.start ?? Infinity);
  const ending = Math.min(parts.at(-1)?.start ?? Infinity, sentences[Math.floor(sentences.length * ENDING)]?.start ?? Infinity);
  if (where === 'start') return sentences.filter(({ start }) => start < first);
  if (where === 'after-steps') return sentences.filter(({ start }) => start >= (procedures[0]?.steps.at(-1)?.start ?? 0));
  return where === 'end' ? sentences.filter(({ start }) => start >= ending) : sentences;
}

/** What a section with a heading must hold and does not, in words. */
export function lacksOf({ section: { has }, part }: FoundSection, { outline, reading }: ArticleReading): string | undefined {
  if (!has || !part) return undefined;
  const inside = ({ start }: Range): boolean => start >= part.start && start < part.end;
  const counts: Readonly<Record<keyof Contents, number>> = {
    steps: Math.max(0, ...outline.procedures.filter(inside).map(({ steps }) => steps.length)),
    items: reading.prose.blocks.filter((block) => block.kind === 'item' && inside(block)).length,
    links: reading.prose.links.filter(inside).length,
    images: reading.prose.images.filter(inside).length,
    words: part.sentences.reduce((sum, { wordCount }) => sum + wordCount, 0),
  };
  const short = KEYS.find((key) => counts[key] < (has[key] ?? 0));
  return short && WORDS[short](has[short] ?? 0);
}

const KEYS = ['steps', 'items', 'links', 'images', 'words'] as const;
const WORDS: Readonly<Record<keyof Contents, (least: number) => string>> = {
  steps: (least) => (least === 1 ? 'a numbered step' : `a numbered list of ${least} steps or more`),
  items: (least) => (least === 1 ? 'a list' : `a list of ${least} things or more`),
  links: (least) => (least === 1 ? 'a link' : `${least} links or more`),
  images: (least) => (least === 1 ? 'an image' : `${least} images or more`),
  words: (least) => (least === 1 ? 'some text' : `${least} words or more`),
};
