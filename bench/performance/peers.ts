/**
 * Other tools that read prose or Markdown. They do different amounts of work, which `does` says; those that take a list
 * of phrases get ours. Installed from npm into bench/.peers when they are first needed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readRuleSet } from '../../scripts/generate/rules.js';
import { isInstalled } from '../measure.js';
import { adapters } from './adapters.mjs';
import { root } from './corpus.js';

const PEERS = join(root, 'bench/.peers');
const PACKAGES = [
  ...['write-good@1.0.8', 'alex@11.0.1', 'cspell@9.8.0', 'cspell-lib@9.8.0', 'markdownlint@0.40.0', 'markdownlint-cli2@0.20.0', 'textlint@15.8.0', 'textlint-rule-prh@6.1.0', 'harper.js@2.10.0'],
  ...['unified@11.0.5', 'remark-parse@11.0.0', 'remark-retext@6.0.1', 'retext-english@5.0.0', 'retext-equality@7.1.0', 'retext-passive@5.0.0', 'retext-simplify@8.0.0'],
];

/** A tool in this process. */
export interface Peer {
  readonly name: string;
  readonly does: string;
  /** Makes what reads one text. */
  load(): Promise<(text: string) => unknown>;
}

/** A tool as a program. */
export interface PeerProgram {
  readonly name: string;
  readonly does: string;
  command(files: readonly string[]): readonly string[];
  /** It reads only every nth file, as all of them would take minutes. */
  readonly every?: number;
}

/** The peers in this process; they are installed if they are not there. */
export async function peers(): Promise<readonly Peer[]> {
  installPeers();
  const { use } = (await import(pathToFileURL(join(PEERS, 'use.mjs')).href)) as { readonly use: (name: string) => Promise<unknown> };
  return adapters(PEERS, use);
}

/** The peers as programs: those of npm, and of the others what this machine has. */
export function peerPrograms(): readonly PeerProgram[] {
  installPeers();
  const npm = (script: string, ...args: readonly string[]) => (files: readonly string[]) => [process.execPath, join(PEERS, 'node_modules', script), ...args, ...files];
  const programs: readonly PeerProgram[] = [
    { name: 'write-good', does: 'passive, weasel words, clichés; no Markdown', command: npm('write-good/bin/write-good.js') },
    { name: 'markdownlint', does: 'structure of Markdown, no prose', command: npm('markdownlint-cli2/markdownlint-cli2-bin.mjs') },
    { name: 'alex', does: 'inconsiderate words; Markdown', command: npm('alex/cli.js', '--quiet') },
    { name: 'cspell', does: 'spelling', command: npm('cspell/bin.mjs', 'lint', '--root', '/', '--no-progress', '--no-summary') },
    { name: 'textlint with prh', does: 'our plain phrases; Markdown', every: 10, command: npm('textlint/bin/textlint.js', '--config', join(PEERS, 'textlintrc.json')) },
  ];
  const others: readonly PeerProgram[] = [
    { name: 'codespell', does: 'common misspellings', command: (files) => ['codespell', ...files] },
    { name: 'vale', does: 'our plain phrases; Markdown', command: (files) => ['vale', '--config', join(PEERS, 'vale.ini'), '--no-exit', ...files] },
  ];
  return [...others.filter(({ name }) => isInstalled(name, '--version')), ...programs];
}

function installPeers(): void {
  const listed = join(PEERS, 'packages.json');
  const wanted = JSON.stringify(PACKAGES);
  if (existsSync(listed) && readFileSync(listed, 'utf8') === wanted) return;
  mkdirSync(join(PEERS, 'styles/Ours'), { recursive: true });
  writeFileSync(join(PEERS, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...PACKAGES], { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(join(PEERS, 'use.mjs'), 'export const use = (name) => import(name);\n');
  givePhrases();
  writeFileSync(listed, wanted);
}

/** Our phrases to those that take some. All these files may be JSON, as YAML may. */
function givePhrases(): void {
  const phrases = plainPhrases();
  const prh = { version: 1, rules: phrases.map(({ words, plain }) => ({ expected: plain, pattern: `/\\b${words}\\b/i` })) };
  writeFileSync(join(PEERS, 'prh.yml'), JSON.stringify(prh));
  writeFileSync(join(PEERS, 'textlintrc.json'), JSON.stringify({ rules: { prh: { rulePaths: [join(PEERS, 'prh.yml')] } } }));
  const vale = { extends: 'substitution', message: "Use '%s' instead of '%s'.", level: 'warning', ignorecase: true, swap: Object.fromEntries(phrases.map(({ words, plain }) => [words, plain])) };
  writeFileSync(join(PEERS, 'styles/Ours/Phrases.yml'), JSON.stringify(vale));
  writeFileSync(join(PEERS, 'vale.ini'), 'StylesPath = styles\n[*.md]\nBasedOnStyles = Ours\n');
}

/** The terms of our rules that are plain words, which any list can hold, each with what to say instead. */
function plainPhrases(): readonly { readonly words: string; readonly plain: string }[] {
  const terms = readRuleSet().rules.flatMap(({ terms: of = [] }) => of);
  const all = terms.flatMap(({ term, plain = '…' }) => [term].flat().map((words) => ({ words: words.replace(/~\w*/g, ''), plain })));
  return [...new Map(all.filter(({ words }) => /^[\p{L}' -]+$/u.test(words)).map((one) => [one.words, one])).values()];
}
