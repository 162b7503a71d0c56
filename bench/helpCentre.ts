/**
 * A whole help centre read in one run, beside other tools that read prose or Markdown:
 *
 *   npm run -s build && node --import=tsx bench/helpCentre.ts FOLDER [--runs 3] [--only NAME,NAME]
 *
 * The peers from npm are installed into bench/.peers when they are first needed; those from Debian and Vale are measured where the
 * machine has them. They do different amounts of work, which the last column says. Slow ones read every tenth or fiftieth file.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isInstalled, measure, spread, type Taken } from './measure.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const PEERS = join(root, 'bench/.peers');
const PACKAGES = ['write-good@1.0.8', 'alex@11.0.1', 'cspell@9.8.0', 'markdownlint-cli2@0.20.0', 'textlint@15.8.0', 'textlint-rule-write-good@2.0.0', 'textlint-rule-terminology@5.2.16'];

interface Tool {
  readonly name: string;
  readonly does: string;
  /** Reads every so manieth file. */
  readonly every?: number;
  readonly isHere: () => boolean;
  readonly command: (files: readonly string[]) => readonly string[];
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '3' }, only: { type: 'string' } } });

const here = (): boolean => true;
const fromNpm = (script: string, ...args: readonly string[]) => ({
  isHere: installPeers,
  command: (files: readonly string[]) => [process.execPath, join(PEERS, 'node_modules', script), ...args, ...files],
});
const onPath = (program: string, args: readonly string[] = []) => ({ isHere: () => isInstalled(program, '--version'), command: (files: readonly string[]) => [program, ...args, ...files] });

const TOOLS: readonly Tool[] = [
  { name: 'deskside', does: 'all of its rules, with fixes; Markdown', isHere: here, command: (files) => [process.execPath, join(root, 'dist/cli.cjs'), 'lint', '--kind', 'article', '--fail-on', 'never', ...files] },
  { name: 'deskside report', does: 'the same, and the page', isHere: here, command: (files) => [process.execPath, join(root, 'dist/cli.cjs'), 'report', '--kind', 'article', '--out', '-', ...files] },
  { name: 'codespell', does: 'common misspellings', ...onPath('codespell') },
  { name: 'markdownlint-cli2', does: 'structure of Markdown, no prose', ...fromNpm('markdownlint-cli2/markdownlint-cli2-bin.mjs') },
  { name: 'cspell', does: 'spelling', ...fromNpm('cspell/bin.mjs', 'lint', '--root', '/', '--no-progress', '--no-summary') },
  { name: 'write-good', does: 'passive, weasel words, clichés; word lists, no Markdown', ...fromNpm('write-good/bin/write-good.js') },
  { name: 'diction', does: 'wordy phrases; no Markdown', ...onPath('diction') },
  { name: 'vale', does: 'as its own configuration says', ...onPath('vale') },
  { name: 'alex', does: 'inconsiderate words; Markdown', ...fromNpm('alex/cli.js', '--quiet') },
  { name: 'textlint', does: 'two rules: write-good, terminology; Markdown', every: 10, ...fromNpm('textlint/bin/textlint.js', '--config', join(PEERS, 'textlintrc.json')) },
  { name: 'proselint', does: 'usage', every: 50, ...onPath('proselint') },
];

const folder = positionals[0];
if (folder === undefined) throw new Error('Usage: node --import=tsx bench/helpCentre.ts FOLDER [--runs 3] [--only NAME,NAME]');
const files = markdownIn(resolve(folder));
const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
console.log(`${files.length} articles, ${megabytes.toFixed(2)} MB; Node ${process.version}\n`);
console.log('| tool | time | processor | memory | reads | does |\n| --- | --: | --: | --: | --- | --- |');
for (const tool of TOOLS) if (!values.only || values.only.split(',').includes(tool.name)) await row(tool);

async function row({ name, does, every = 1, isHere, command }: Tool): Promise<void> {
  if (!isHere()) return console.log(`| ${name} | not on this machine | | | | ${does} |`);
  const some = files.filter((_, i) => i % every === 0);
  const taken: Taken[] = [];
  for (let i = 0; i < Number(values.runs); i++) taken.push(await inNewHome((home) => measure(command(some), { cwd: home, env: { HOME: home, XDG_CACHE_HOME: home } })));
  const column = (of: (one: Taken) => number, unit: string, digits: number): string => spread(taken.map(of), unit, digits);
  const reads = every === 1 ? 'all' : `every ${every}th`;
  console.log(`| ${name} | ${column(({ seconds }) => seconds, 's', 1)} | ${column(({ cpuSeconds }) => cpuSeconds, 's', 1)} | ${column((one) => one.megabytes, 'MB', 0)} | ${reads} | ${does} |`);
}

function installPeers(): boolean {
  if (!existsSync(join(PEERS, 'node_modules'))) {
    mkdirSync(PEERS, { recursive: true });
    writeFileSync(join(PEERS, 'package.json'), '{ "private": true }\n');
    writeFileSync(join(PEERS, 'textlintrc.json'), '{ "rules": { "write-good": true, "terminology": true } }\n');
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES], { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return true;
}

/** Nobody's configuration has a say, and no cache of the run before. */
async function inNewHome<T>(run: (home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'deskside-bench-'));
  try {
    return await run(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function markdownIn(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.mdx?$/.test(name)).map((name) => join(path, name)).sort();
}
