/**
 * How fast Deskside is, beside a plain loop over the same characters and beside other tools, each figure a ratio within one run:
 *
 *   npm run bench                          short, without other tools; fails when the engine does more work than is recorded
 *   npm run bench -- --full                with them, and writes docs/performance.md
 *     --corpus FOLDER                      texts to read (kb/**.md and replies.jsonl) instead of our own
 *     --only bulk,rules,reply,floors,key,server,start,folder,size
 *     --rounds 5
 *     --record                             keeps today's counts of work as what is allowed
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { readOptions } from './options.js';
import { corpusIn, ownCorpus, root } from './performance/corpus.js';
import { countWork, record, tooMuch } from './performance/counts.js';
import { bulk, manyRules, replies } from './performance/inProcess.js';
import { floors } from './performance/floors.js';
import { folder, sizes, start } from './performance/programs.js';
import { keys } from './performance/keys.js';
import { chart, table, type Section } from './performance/report.js';
import { server } from './performance/server.js';

const { values } = readOptions(
  { options: { full: { type: 'boolean', default: false }, corpus: { type: 'string' }, only: { type: 'string' }, rounds: { type: 'string' }, record: { type: 'boolean' } } },
  'npm run bench -- [--full] [--only SECTION] [--rounds N] [--corpus FOLDER] [--record]',
);
const corpus = values.corpus === undefined ? ownCorpus() : corpusIn(values.corpus);
const rounds = Number(values.rounds ?? (values.full ? 5 : 3));
const { full } = values;

const SECTIONS: Readonly<Record<string, () => Section | Promise<Section>>> = {
  bulk: () => bulk(corpus, rounds, full),
  rules: () => manyRules(corpus, rounds),
  reply: () => replies(corpus, full),
  floors: () => floors(corpus, 2 * rounds),
  key: () => keys(corpus, rounds),
  server: () => server(corpus, rounds),
  start: () => start(4 * rounds, full),
  folder: () => folder(corpus, Math.min(3, rounds), full),
  size: sizes,
};

const counts = countWork();
if (values.record) record(counts);
console.log(`For a thousand characters: ${Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(', ')}.\n`);

const wanted = values.only?.split(',') ?? Object.keys(SECTIONS);
const sections: Section[] = [];
for (const name of wanted) {
  const section = await SECTIONS[name]?.();
  if (!section) throw new Error(`There is no row “${name}”; there are ${Object.keys(SECTIONS).join(', ')}.`);
  console.log(table(section));
  sections.push(section);
}
if (full && !values.only) writePage();

const grown = tooMuch(counts);
for (const sentence of grown) console.error(sentence);
// a server that was stopped, or a peer's own threads, may still be about
process.exit(grown.length > 0 ? 1 : 0);

function writePage(): void {
  const command = `npm run bench -- --full${values.corpus === undefined ? '' : ' --corpus FOLDER'}${values.rounds === undefined ? '' : ` --rounds ${values.rounds}`}`;
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}, ${process.platform}`;
  const [first] = sections;
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  if (first) writeFileSync(join(root, 'docs/images/performance.svg'), chart(first));
  writeFileSync(join(root, 'docs/performance.md'), `# How fast Deskside is

Written by \`${command}\` on ${new Date().toISOString().slice(0, 10)}; ${machine}; texts: ${corpus.name}. Every figure is a ratio
within one run: of ${String(rounds)} rounds (programs: ${String(4 * rounds)} starts) the middle, with the least and the most. The tools do different amounts of work, which the last column says.
[What the figures are held against, and what stands in the way](speed.md).

![Articles in bulk, times a plain loop over the same characters](images/performance.svg)

${sections.map(table).join('\n')}`);
}
