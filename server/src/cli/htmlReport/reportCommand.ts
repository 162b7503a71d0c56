import { dirname, resolve } from 'pathe';
import type { RuleInfo } from '../../core/index.js';
import { lintCommand } from '../lintCommand.js';
import { UsageError } from '../io.js';
import type { ExitCode, Io } from '../io.js';
import { readLintOptions } from '../lintOptions.js';
import { createReader } from '../reader.js';
import { ArticleCollector, CountingReporter, titleOf } from './collector.js';
import { count } from '../report/plain.js';
import type { PastRun, ReportArticle } from './data.js';
import { gitHistory } from './gitHistory.js';
import { readReportOptions } from './reportOptions.js';
import type { ReportOptions } from './reportOptions.js';
import { runHistory } from './runHistory.js';

/** `deskside report`: reads as `deskside lint` does, and makes a page of it. */
export async function reportCommand(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const options = readReportOptions(argv);
  const collector = new ArticleCollector(io.engine);
  const code = await lintCommand(io, lintArguments(options, options.paths), collector);
  const { articles } = collector;
  if (!articles.length) {
    await io.err.write(`deskside: nothing was read, so there is no report. “deskside lint ${options.paths.join(' ')}” says why.\n`);
    return 2;
  }
  const past = await pastOf(io, options, collector);
  // The page is a bundle of its own: whoever reads a draft does not wait for it
  const { reportPage } = await import('./page.js');
  const [only] = options.paths.length === 1 ? options.paths : [];
  const page = reportPage({ title: titleOf(resolve(io.cwd, only ?? '.')), version: io.version, made: new Date(io.today()), articles, rules: await rulesOf(io, lintArguments(options, options.paths), articles), past });
  if (options.out === '-') await io.out.write(page);
  else await save(io, options.out, page, articles.length);
  return code === 2 ? 2 : 0;
}

/** The rules that have something to say in the report: the built-in ones, and those of the packs that its texts are read with. */
async function rulesOf(io: Io, argv: readonly string[], articles: readonly ReportArticle[]): Promise<readonly RuleInfo[]> {
  const rules = new Map(io.engine.createLinter({}).rules.map((rule) => [rule.id, rule]));
  // What is wrong with packs has been said when they were read with
  const { desk, resolver } = createReader(io, readLintOptions(argv, io.cwd), { say: async () => undefined });
  for (const { name, findings } of articles) {
    if (findings.every(({ rule }) => rules.has(rule))) continue;
    const path = resolve(io.cwd, name);
    const linter = await desk.linter((await resolver.settings(dirname(path))).forFile(path));
    for (const rule of linter.rules) rules.set(rule.id, rule);
  }
  return [...rules.values()];
}

function lintArguments({ forLint }: ReportOptions, paths: readonly string[]): readonly string[] {
  return ['--fail-on', 'never', ...forLint, '--', ...paths];
}

async function save(io: Io, out: string, page: string, texts: number): Promise<void> {
  const path = resolve(io.cwd, out);
  const contents = new TextEncoder().encode(page);
  const there = await io.fs.stat(path);
  const isFolderNew = (await io.fs.stat(dirname(path))) === undefined;
  if (there === 'folder') throw new UsageError(`${out} is a folder; name a file: --out ${out.replace(/\/*$/, '/')}report.html`);
  try {
    await (there === undefined ? io.fs.create(path, contents) : io.fs.replace(path, contents));
  } catch (error) {
    throw new UsageError(`${out} could not be written (${error instanceof Error ? error.message : String(error)}). --out names another place.`);
  }
  await io.out.write(`${out}: the report on ${count(texts, 'text')}${isFolderNew ? `, in the new folder ${dirname(out)}` : ''}. Open it in any browser.\n`);
}

async function pastOf(io: Io, options: ReportOptions, collector: ArticleCollector): Promise<readonly PastRun[]> {
  const { history, commits, since, paths } = options;
  if (history !== undefined) return runHistory(io.fs, resolve(io.cwd, history));
  if (commits === undefined) return [];
  const present = new Map(collector.articles.map(({ name, findings }) => [resolve(io.cwd, name), findings.length]));
  // What could not be read in the past is nothing to mend today
  const silent = { write: async () => undefined };
  return gitHistory(io, { paths: paths.map((path) => resolve(io.cwd, path)), commits, since, present }, async (fs, past) => {
    const counts = new CountingReporter();
    // Threads of their own would read the disk
    await lintCommand({ ...io, fs, err: silent, errIsTTY: false, processors: 1 }, lintArguments(options, past), counts, false);
    return new Map([...counts.findings].map(([name, count]) => [resolve(io.cwd, name), count]));
  });
}

