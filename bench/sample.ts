/**
 * A seeded random sample of the findings in real texts, to be read by hand:
 *
 *   npm run sample -- CORPUS [--seed 1] [--count 50] [--audience technical] [--severity warning] [--tone] [--without A,B] [--judged FILE]
 *
 * CORPUS is a file of JSON lines ({"id","kind","text"}) or a folder of Markdown articles. Prints what is found per
 * thousand texts and words, by category, then the sample with its surroundings. An `id` names a finding by its text
 * and the fingerprint of its sentence, so that verdicts can be kept without the texts: bench/verdicts/README.md.
 * `--tone` leaves the categories of tone alone; `--judged` leaves out what a file of verdicts has already.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, fingerprint, sentencesAt, type Audience, type Finding, type Kind, type Severity } from '../server/src/core/index.js';
import { readCategories } from '../scripts/generate/rules.js';
import { isAtLeast } from '../server/src/cli/severity.js';
import { readJsonLines } from './jsonLines.js';
import { readOptions } from './options.js';
import { readVerdicts } from './verdicts.js';

interface Text {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
}

interface Found {
  readonly id: string;
  readonly finding: Finding;
  readonly text: string;
}

/** The categories of tone and ownership come first; `band-aid-fix` begins those of the whole reply. */
function toneCategories(): readonly string[] {
  const ids = readCategories().map(({ id }) => id);
  return ids.slice(0, ids.indexOf('band-aid-fix'));
}

function readCorpus(path: string): readonly Text[] {
  if (statSync(path).isFile()) return readJsonLines(path);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => /\.mdx?$/.test(file)).sort();
  return files.map((file) => ({ id: file, kind: 'article', text: readFileSync(join(path, file), 'utf8') }));
}

/** In an order that depends on the seed and the finding alone: a rule that changes leaves the rest of a sample as it was. */
function sample(found: readonly Found[], seed: string, count: number): readonly Found[] {
  const rank = ({ id, finding }: Found): string => fingerprint(seed, `${id} ${finding.rule}`);
  return [...found].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, count);
}

/** Tells the second finding of a rule in a sentence from the first: `.2`. */
function nth(findings: readonly Finding[], at: number, sentences: readonly string[]): string {
  const before = findings.slice(0, at).filter(({ rule }, i) => rule === findings[at]?.rule && sentences[i] === sentences[at]).length;
  return before === 0 ? '' : `.${before + 1}`;
}

function surroundings({ text, finding: { start, end } }: Found): string {
  const marked = `${text.slice(Math.max(0, start - 350), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 350)}`;
  return marked.replace(/\s+/g, ' ');
}

function printRates(found: readonly Found[], texts: readonly Text[]): void {
  const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const rate = (count: number): string => `${String(count).padStart(5)}   ${((1000 * count) / texts.length).toFixed(2).padStart(6)} / 1,000 texts   ${((1000 * count) / words).toFixed(3)} / 1,000 words`;
  for (const category of [...new Set(found.map(({ finding }) => finding.category))].sort()) {
    console.log(`${category.padEnd(24)}${rate(found.filter(({ finding }) => finding.category === category).length)}`);
  }
  console.log(`${`all, in ${texts.length} texts`.padEnd(24)}${rate(found.length)}\n`);
}

const USAGE = 'npm run sample -- CORPUS [--seed N] [--count N] [--audience A] [--severity S] [--tone] [--without A,B] [--judged FILE]';

function main(): void {
  const { values, positionals: [corpus = ''] } = readOptions({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '50' },
      audience: { type: 'string', default: 'technical' },
      severity: { type: 'string', default: 'warning' },
      tone: { type: 'boolean', default: false },
      without: { type: 'string', default: '' },
      judged: { type: 'string' },
    },
  }, USAGE, 1);
  const linter = createLinter({ config: { audience: values.audience as Audience } });
  const wanted = new Set((values.tone ? toneCategories() : readCategories().map(({ id }) => id)).filter((id) => !values.without.split(',').includes(id)));
  const known = new Set(values.judged ? readVerdicts(values.judged).map(({ id, rule }) => `${id} ${rule}`) : []);
  const texts = readCorpus(corpus);
  const found = texts.flatMap(({ id, kind, text }) => {
    const findings = linter.lint({ text, kind }).filter(({ category, severity }) => wanted.has(category) && isAtLeast(severity, values.severity as Severity));
    const sentences = sentencesAt({ text, kind }, findings);
    return findings.map((finding, i) => ({ id: `${id}#${fingerprint(finding.category, sentences[i] ?? '')}${nth(findings, i, sentences)}`, finding, text }));
  });
  printRates(found, texts);
  for (const one of sample(found.filter(({ id, finding }) => !known.has(`${id} ${finding.rule}`)), values.seed, Number(values.count))) {
    console.log(`${one.id} ${one.finding.rule} ${one.finding.severity}\n    ${surroundings(one)}\n`);
  }
}

main();
