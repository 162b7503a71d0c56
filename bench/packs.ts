/**
 * How long packs take: reading 10,000 snippets in 50 packs from disk, and finding one among them.
 *
 *   npm run packs
 *
 * The snippets are the built-in ones, each with a number of its own, so that they are as long and as varied as real ones.
 * Prints milliseconds of processor time, which other work on the machine does not lengthen: the median of several
 * rounds, the least and the most; and the median by the clock.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSnippetIndex, type SnippetQuery } from '../server/src/core/packs/search.js';
import type { Pack } from '../server/src/core/packs/pack.js';
import { nodeFileSystem } from '../server/src/files/nodeFileSystem.js';
import { readPackFolder } from '../server/src/files/packs.js';

const PACKS = 50;
const SNIPPETS = 200;
const ROUNDS = 7;

const QUERIES: readonly SnippetQuery[] = [
  { text: 'sorry wait' },
  { text: 's' },
  { text: 'delay', kind: 'reply', limit: 20 },
  { text: 'restart the printer before noon' },
  { categories: ['blame-language/should-have', 'blame-language'], kind: 'reply', limit: 3 },
  { text: 'no such words anywhere' },
];

const folder = mkdtempSync(join(tmpdir(), 'deskside-bench-'));
void measure(writePacks()).finally(() => rmSync(folder, { recursive: true }));

async function measure(folders: readonly string[]): Promise<void> {
  print('read 10,000 snippets in 50 packs', await times(async () => void (await readAll(folders))));
  const snippets = (await readAll(folders)).flatMap((pack) => pack.snippets);
  if (snippets.length !== PACKS * SNIPPETS) throw new Error(`only ${snippets.length} snippets were read`);
  print('make the index and search for the first time', await times(async () => void createSnippetIndex(snippets).search({ text: 'warm' })));
  const index = createSnippetIndex(snippets);
  for (const query of QUERIES) print(`search ${JSON.stringify(query)} (${index.search(query).length} found)`, await times(async () => void index.search(query)));
}

async function readAll(folders: readonly string[]): Promise<readonly Pack[]> {
  const packs: Pack[] = [];
  for (const one of folders) {
    const { pack, problems } = await readPackFolder(nodeFileSystem, one);
    if (!pack || problems.length > 0) throw new Error(JSON.stringify(problems));
    packs.push(pack);
  }
  return packs;
}

function writePacks(): readonly string[] {
  const root = 'snippets';
  const texts = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(root, name), 'utf8'));
  return Array.from({ length: PACKS }, (_, pack) => {
    const own = join(folder, `pack-${pack}`);
    mkdirSync(join(own, 'snippets'), { recursive: true });
    writeFileSync(join(own, 'pack.yaml'), `name: pack-${pack}\nversion: 1.0.0\ndescription: Number ${pack}.\n`);
    for (let i = 0; i < SNIPPETS; i++) writeFileSync(join(own, 'snippets', `s${i}.md`), numbered(texts[i % texts.length] ?? '', pack * SNIPPETS + i));
    return own;
  });
}

function numbered(text: string, number: number): string {
  return text.replace(/^title: (.*)$/mu, `title: $1 ${number}`).replace(/^prefix: .*$/mu, `prefix: p${number}`).replace(/\n---\n/u, `\n---\nAbout case ${number}. `);
}

interface Times {
  /** Milliseconds, in rising order. */
  readonly processor: readonly number[];
  readonly clock: readonly number[];
}

async function times(work: () => Promise<void>): Promise<Times> {
  const rounds: { processor: number; clock: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(before);
    rounds.push({ processor: (user + system) / 1000, clock: performance.now() - start });
  }
  const rising = (key: 'processor' | 'clock') => rounds.map((round) => round[key]).sort((a, b) => a - b);
  return { processor: rising('processor'), clock: rising('clock') };
}

function print(what: string, { processor, clock }: Times): void {
  const [least, middle, most, byClock] = [processor[0], processor[ROUNDS >> 1], processor.at(-1), clock[ROUNDS >> 1]].map((ms = 0) => ms.toFixed(ms < 10 ? 2 : 0));
  console.log(`${what}: ${middle} ms (${least}–${most}), by the clock ${byClock} ms`);
}
