import { basename } from 'pathe';
import type { Finding } from '../../core/index.js';
import { withoutEntities } from '../../core/text/inline/entities.js';
import { isHtml, languageOf } from '../../files/kinds.js';
import type { Engine } from '../io.js';
import { createPlaces } from '../../core/places.js';
import { excerpt } from '../report/excerpt.js';
import type { Excerpt } from '../report/excerpt.js';
import { fixPreviews } from '../report/fixPreview.js';
import { onOneLine } from '../report/plain.js';
import type { Reporter, TextReport } from '../report/report.js';
import type { ReportArticle, ReportFinding } from './data.js';

/** In columns. What is longer is nobody's sentence. */
const WIDEST_SENTENCE = 220;
const WIDEST_TRY = 130;

/** Keeps of every text what the page shows of it. */
export class ArticleCollector implements Reporter {
  readonly articles: ReportArticle[] = [];

  constructor(private readonly engine: Engine) {}

  async add({ name, kind, text, findings, known }: TextReport): Promise<void> {
    const { title, words, grade } = this.engine.measure({ text, kind, languageId: languageOf(name) });
    const places = createPlaces(text);
    const asShown = isHtml(name) ? withoutTags : withoutTargets;
    const shown = findings.map((finding) => readable(text, finding, places.at(finding.start).line, asShown));
    this.articles.push({ name: onOneLine(name), kind, title: title === undefined ? undefined : onOneLine(title), words, grade, findings: shown, known: known.length });
  }

  async end(): Promise<void> {
    this.articles.sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

function readable(text: string, finding: Finding, line: number, asShown: (part: string) => string): ReportFinding {
  const { rule, severity, message } = finding;
  const tries = fixPreviews(text, finding, WIDEST_TRY).map((one) => ({ ...one, ...asRead(one, asShown) }));
  return { rule, severity, line, sentence: asRead(excerpt(text, finding, WIDEST_SENTENCE), asShown), message: onOneLine(message), tries };
}

/** A passage as readers of the article see it. */
function asRead({ before, phrase, after }: Excerpt, asShown: (part: string) => string): Excerpt {
  return { before: asShown(before), phrase: asShown(phrase), after: asShown(after) };
}

/** Markdown without the targets of its links. */
function withoutTargets(part: string): string {
  return part.replace(LINK_TARGET, ']');
}

/** HTML without its tags, also those that an excerpt has cut in two. */
function withoutTags(part: string): string {
  return withoutEntities(part.replace(/^[^<>]*="[^<>"]*">|<\/?[A-Za-z][^<>]*(?:>|$)/g, ''));
}

const LINK_TARGET = /\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g;

/** Counts the findings of every text, by its name. */
export class CountingReporter implements Reporter {
  readonly findings = new Map<string, number>();

  async add({ name, findings }: TextReport): Promise<void> {
    this.findings.set(name, findings.length);
  }

  async end(): Promise<void> {
    // Everything has been counted
  }
}

/** The name of a file or folder as people know it. */
export function titleOf(path: string): string {
  return onOneLine(basename(path)) || path;
}
