import picocolors from 'picocolors';
import type { Finding, Range, Severity } from '../../core/index.js';
import { createPlaces } from '../../core/places.js';
import type { Places } from '../../core/places.js';
import { WORST_FIRST } from '../../core/types.js';
import { addSeverities, noFindings, sum } from '../severity.js';
import type { SeverityCounts } from '../severity.js';
import type { Writer } from '../io.js';
import { sentenceRange } from '../../core/sentenceRange.js';
import { excerpt } from './excerpt.js';
import { fixPreviews } from './fixPreview.js';
import { mostTelling } from './mostTelling.js';
import { count, figures, onOneLine, widthOf, wrap } from './plain.js';
import type { Reporter, Summary, TextReport } from './report.js';

type Paint = Pick<ReturnType<typeof picocolors.createColors>, 'bold' | 'dim' | 'underline' | 'green' | 'red' | 'yellow' | 'cyan' | 'magenta'>;

/** Without colours. */
const PLAIN: Paint = { bold: String, dim: String, underline: String, green: String, red: String, yellow: String, cyan: String, magenta: String };

/** How people read it: in colour or not, and how wide. */
export interface TextStyle {
  readonly color: boolean;
  /** Of the terminal. */
  readonly columns: number;
}

const WIDEST = 100;
const NARROWEST = 40;
const BAR = '  │ ';
const INDENT = '    ';
/** Where findings begin. */
const BESIDE = '  ';
/** A text with no more findings than these has room for every way to mend them. */
const FEW_FINDINGS = 5;
/** Ways to mend one of many findings: who reads a list wants the best, and of the others what they do. */
const MOST_FIXES = 2;
/** Findings of one text: three hundred lines. Nobody reads more from a terminal, and what is left is mostly more of the same. */
const MOST_FINDINGS = 50;

/** The report for people: each phrase marked in its sentence, why it hurts, and what to write instead. */
export function createTextReporter(out: Writer, style: TextStyle): Reporter {
  const page = new Page(style);
  const done: Tally = { files: 0, foreign: 0, filesFixed: 0, filesWithFindings: 0, fixed: 0, known: 0, safe: 0, counts: noFindings() };
  return {
    add: async (report) => {
      tally(done, report);
      if (report.findings.length) await out.write(page.file(report));
    },
    end: (summary) => out.write(page.summary(done, summary)),
  };
}

class Page {
  private readonly paint: Paint;
  private readonly color: boolean;
  /** Long lines are hard to read, however wide the window is. */
  private readonly width: number;

  constructor({ color, columns }: TextStyle) {
    this.paint = color ? picocolors.createColors(true) : PLAIN;
    this.color = color;
    this.width = Math.min(WIDEST, Math.max(NARROWEST, columns));
  }

  file({ name, kind, text, findings }: TextReport): string {
    const places = createPlaces(text);
    const heading = `${this.paint.bold(onOneLine(name))}  ${this.paint.dim(kind)}`;
    const shown = mostTelling(findings, MOST_FINDINGS);
    const left = findings.length - shown.length;
    const more = left > 0 ? [wrap(`and ${count(left, 'more finding')} in this text, which deskside report shows`, this.width - BESIDE.length).map((line) => BESIDE + this.paint.dim(line)).join('\n')] : [];
    const ways = shown.length > FEW_FINDINGS ? MOST_FIXES : Infinity;
    return `${[heading, ...shown.map((finding) => this.finding(text, places, finding, ways)), ...more].join('\n\n')}\n\n`;
  }

  private finding(text: string, places: Places, finding: Finding, ways: number): string {
    const { paint } = this;
    const { line, column } = places.at(finding.start);
    const head = `${BESIDE}${line}:${column}  ${this.severity(finding.severity)}  ${paint.dim(finding.rule)}`;
    const message = wrap(onOneLine(finding.message), this.width - INDENT.length).map((one) => INDENT + one);
    const sentence = sentenceRange(text, finding);
    return [head, ...this.quote(text, finding, sentence), ...message, ...this.fixes(text, finding, sentence, ways)].join('\n');
  }

  /** The phrase in its sentence: coloured and underlined, or with a line of ^ below where there are no colours. */
  private quote(text: string, finding: Finding, sentence: Range): string[] {
    const { before, phrase, after } = excerpt(text, finding, this.width - BAR.length, sentence);
    const bar = this.paint.dim(BAR);
    if (this.color) return [bar + before + this.tone(finding.severity)(this.paint.underline(phrase)) + after];
    return [bar + before + phrase + after, bar + ' '.repeat(widthOf(before)) + '^'.repeat(Math.max(1, widthOf(phrase)))];
  }

  /** @param ways how many are written out; the others are called by their titles */
  private fixes(text: string, finding: Finding, sentence: Range, ways: number): string[] {
    const width = this.width - INDENT.length - 'try: '.length;
    const previews = fixPreviews(text, finding, width, sentence);
    const shown = previews.slice(0, ways).flatMap(({ verb, before, phrase, after }) => {
      const lines = this.withNewWords((before + phrase + after).split('\n').flatMap((line) => wrap(line, width)), before + phrase + after, before.length, phrase.length);
      return lines.map((line, i) => `${INDENT}${i ? '    ' : this.paint.green(`${verb}:`)} ${line}`);
    });
    const others = wrap(previews.slice(ways).map(({ title }) => title).join('; '), width);
    return [...shown, ...others.map((line, i) => INDENT + this.paint.dim(`${i ? '    ' : 'or: '} ${line}`))];
  }

  /** Lines of a text in which the words from `start` on are coloured. */
  private withNewWords(lines: readonly string[], text: string, start: number, length: number): string[] {
    let at = 0;
    return lines.map((line) => {
      at = text.indexOf(line, at);
      const from = Math.min(line.length, Math.max(0, start - at));
      const to = Math.min(line.length, Math.max(0, start + length - at));
      at += line.length;
      return from < to ? line.slice(0, from) + this.paint.green(line.slice(from, to)) + line.slice(to) : line;
    });
  }

  summary(done: Tally, summary: Summary): string {
    const { unusedIgnores } = summary;
    if (!done.files) return done.foreign ? `Nothing was read; ${inAnotherLanguage(done)}.\n` : nothingRead(summary);
    const mended = done.fixed ? `${count(done.fixed, 'place')} mended in ${count(done.filesFixed, 'file')}. ` : '';
    const known = done.known ? ` ${done.known} more ${done.known === 1 ? 'stands' : 'stand'} in the baseline.` : '';
    const unused = unusedIgnores.reduce((sum, { entries }) => sum + entries.length, 0);
    const spare = unused ? ` ${count(unused, 'ignore')} ${unused === 1 ? 'takes' : 'take'} nothing out any more; --prune-ignores clears up.` : '';
    const foreign = done.foreign ? ` ${inAnotherLanguage(done)}.` : '';
    return `${mended}${this.verdict(done, summary)}${foreign}${known}${spare}${leftAlone(summary)}\n`;
  }

  private verdict({ files, filesWithFindings, fixed, safe, counts }: Tally, { recorded, least }: Summary): string {
    if (recorded) return `${count(files, 'file')} read, and ${count(recorded, 'finding')} recorded in the baseline.`;
    const findings = sum(counts);
    if (!findings) return this.paint.green(`${count(files, 'file')} read, and nothing ${fixed ? 'left ' : ''}to mend${SHOWN[least]}.`);
    const where = files === 1 ? '' : ` in ${figures(filesWithFindings)} of ${figures(files)} files`;
    const offer = safe ? ` --fix mends ${safe === findings ? 'all' : figures(safe)} of them.` : '';
    return `${this.paint.bold(count(findings, 'finding'))}${where}: ${this.severities(counts)}.${offer}`;
  }

  private severities(counts: SeverityCounts): string {
    // “Info” is not counted
    const told = (one: Severity): string => (one === 'info' ? `${counts[one]} info` : count(counts[one], one));
    return WORST_FIRST.filter((one) => counts[one]).map((one) => this.tone(one)(told(one))).join(', ');
  }

  private severity(severity: Severity): string {
    return this.tone(severity)(severity);
  }

  private tone(severity: Severity): (text: string) => string {
    const { red, yellow, cyan, magenta } = this.paint;
    return { error: red, warning: yellow, info: cyan, hint: magenta }[severity];
  }
}

/** What a run looks for that does not show everything: who reads “nothing” is to know of what. */
const SHOWN: Readonly<Record<Severity, string>> = { hint: '', info: ' that is more than a hint', warning: ' that is a warning or an error', error: ' that is an error' };

/** What there was so far. */
interface Tally {
  files: number;
  /** Those in another language, which are no `files`. */
  foreign: number;
  filesFixed: number;
  filesWithFindings: number;
  fixed: number;
  known: number;
  /** Findings that `--fix` mends. */
  safe: number;
  readonly counts: SeverityCounts;
}

function tally(done: Tally, { findings, known, fixed, isForeign }: TextReport): void {
  if (isForeign) done.foreign++;
  else done.files++;
  done.fixed += fixed;
  done.known += known.length;
  if (fixed) done.filesFixed++;
  if (findings.length) done.filesWithFindings++;
  done.safe += findings.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'safe')).length;
  addSeverities(done.counts, findings);
}

/** “1 was left alone, as it is not in English” */
function inAnotherLanguage({ foreign }: Tally): string {
  return foreign === 1 ? '1 was left alone, as it is not in English' : `${figures(foreign)} were left alone, as they are not in English`;
}

/** Who has named one draft as Deskside knows it, and forgot the next, takes it for read. */
function leftAlone({ leftAlone: texts }: Summary): string {
  if (!texts) return '';
  return texts === 1 ? ' 1 text was left alone, as nothing says what it is (--kind does).' : ` ${figures(texts)} texts were left alone, as nothing says what they are (--kind does).`;
}

function nothingRead({ paths, leftAlone, leftOut, failed, changes }: Summary): string {
  if (failed || (leftOut && !leftAlone)) return '';
  const where = paths.join(' ');
  if (!leftAlone && changes?.files === 0) return `Nothing has changed since ${changes.since}.\n`;
  if (!leftAlone && changes) return `Nothing was read in ${where}: no .md, .txt or .reply file with anything in it has changed there since ${changes.since}.\n`;
  if (!leftAlone) return `Nothing was read in ${where}: there is no .md, .txt or .reply file there with anything in it.\nHTML is read where it is named file by file, or through “kinds” in .deskside.yaml.\n`;
  const who = leftAlone === 1 ? 'Nothing says that the one text there' : `Nothing says of any of the ${figures(leftAlone)} texts there that it`;
  return `Nothing was read in ${where}.
${who} is a reply or an article: the two are read
differently, and notes and READMEs not at all. Say what it is:

  deskside lint ${where} --kind reply
  deskside lint ${where} --kind article

Or let the files say so: name them *.reply.md, write “kind: article” in their
front matter, or give their folder a kind in .deskside.yaml.
`;
}
