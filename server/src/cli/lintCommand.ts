import { dirname, resolve } from 'pathe';
import type { Severity } from '../core/index.js';
import { findFiles } from '../files/find.js';
import type { Resolver } from '../files/resolve.js';
import { lintArchive } from './archive/lintArchive.js';
import { changedFiles } from './changed.js';
import type { Desk } from './desk.js';
import { ErrorStream } from './errors.js';
import type { ExitCode, Io } from './io.js';
import { UsageError } from './io.js';
import { readLintOptions } from './lintOptions.js';
import type { LintOptions } from './lintOptions.js';
import { readInThreads, threadsWorth } from './pool.js';
import type { Answer } from './pool.js';
import { Progress } from './progress.js';
import { createReader } from './reader.js';
import type { FileTask, Reader } from './reader.js';
import { createFixDiff } from './report/fixDiff.js';
import { createReporter } from './report/formats.js';
import type { Changes, Reporter, TextReport } from './report/report.js';
import { SEVERITIES, addSeverities, fails, isAtLeast, noFindings, sum } from './severity.js';
import type { SeverityCounts } from './severity.js';
import { readStdin } from './stdin.js';
import { Upkeep } from './upkeep.js';

/** `deskside lint`. @param reporter takes the place of the one that `--format` asks for; @param fixes `false`: it does not ask for any */
export async function lintCommand(io: Io, argv: readonly string[], reporter?: Reporter, fixes = true): Promise<ExitCode> {
  const asked = readLintOptions(argv, io.cwd);
  const options = { ...asked, fixes: asked.fixes && fixes };
  if (options.configFile !== undefined && (await io.fs.stat(options.configFile)) !== 'file') throw new UsageError(`There is no config file ${options.configFile}.`);
  const errors = new ErrorStream(io.err);
  const { reader, desk, resolver } = createReader(io, options, errors);
  if (options.archive) return exitCode(errors, await lintArchive(io, options.archive, options.kind, desk, resolver), options);
  const run = new LintRun(io, options, errors, new Upkeep(io, options, resolver, desk), reporter);
  if (options.from === 'stdin') await run.take({ outcome: await readStdin(io, options, reader, desk, resolver), said: [] });
  else {
    const changed = options.changed === undefined ? undefined : await changedFiles(io, options.changed);
    const tasks = await filesToRead(io, options, desk, resolver, changed);
    if (options.fix === 'write') await sweepFolders(io, tasks);
    await run.files(tasks, argv, reader);
    run.changes = changed && { since: options.changed === 'HEAD' ? 'the last commit' : `“${options.changed}”`, files: changed.size };
  }
  await run.end();
  return exitCode(errors, run.found, options);
}

/** @param changed leaves out the others, where it is there */
async function filesToRead(io: Io, { paths }: LintOptions, desk: Desk, resolver: Resolver, changed: ReadonlySet<string> | undefined): Promise<readonly FileTask[]> {
  const { files, named, problems } = await findFiles(io.fs, resolver, io.cwd, paths);
  // A mistake in what holds here may be why no text is found
  for (const path of files.length ? [] : paths) await desk.mention(await resolver.settings(resolve(io.cwd, path)));
  for (const { path, message, isMissed } of problems) await desk.complain(path, message, isMissed);
  return files.filter((path) => changed?.has(path) ?? true).map((path) => ({ path, named: named.has(path) }));
}

/** A run that was killed while it wrote may have left half a file beside a whole one. */
async function sweepFolders({ fs }: Io, tasks: readonly FileTask[]): Promise<void> {
  // A folder that may not be listed is told where it matters
  for (const folder of new Set(tasks.map(({ path }) => dirname(path)))) await fs.sweep(folder).catch(() => undefined);
}

/** The worst that counts: what could not be read, then what was found. */
function exitCode({ failed }: ErrorStream, found: SeverityCounts, { failOn, maxWarnings = Infinity, baseline }: LintOptions): ExitCode {
  if (failed) return 2;
  if (failOn === 'never' || baseline) return 0;
  return SEVERITIES.some((severity) => found[severity] > 0 && fails(severity, failOn)) || found.warning > maxWarnings ? 1 : 0;
}

/** Reports what becomes of texts, one after the other. */
class LintRun {
  /** How many findings of each severity are shown. */
  readonly found = noFindings();
  /** What git was asked, if it was. */
  changes: Changes | undefined;
  private leftAlone = 0;
  private leftOut = 0;
  private read = 0;
  private fixed = 0;
  private readonly reporter: Reporter;

  constructor(
    private readonly io: Io,
    private readonly options: LintOptions,
    private readonly errors: ErrorStream,
    private readonly upkeep: Upkeep,
    reporter?: Reporter,
  ) {
    this.reporter = reporter ?? (options.fix === 'show' ? createFixDiff(io) : createReporter(io, options));
  }

  /** Reads files, in threads where that pays. @param argv the options, for the threads */
  async files(files: readonly FileTask[], argv: readonly string[], reader: Reader): Promise<void> {
    const progress = Progress.on(this.io, files.length);
    // Here, what is said goes to the error stream at once
    const here = async (task: FileTask): Promise<Answer> => ({ outcome: await reader.file(task), said: [] });
    const threads = threadsWorth(files.length, this.io.processors);
    const answers = threads ? readInThreads(Array.from({ length: threads }, () => this.io.startThread(argv)), files, here) : oneAfterTheOther(files, here);
    for await (const answer of answers) {
      if (answer.said.length || typeof answer.outcome === 'object') await progress?.hide();
      await this.take(answer);
      await progress?.step();
    }
    await progress?.hide();
  }

  async take({ outcome, said }: Answer): Promise<void> {
    for (const one of said) await this.errors.say(one);
    if (outcome === 'left alone') this.leftAlone++;
    else if (outcome === 'left out') this.leftOut++;
    else if (outcome) await this.report(outcome);
  }

  async end(): Promise<void> {
    const { options, io } = this;
    const paths = options.from === 'stdin' && options.stdinName !== undefined ? [options.stdinName] : options.paths;
    const { unusedIgnores, news } = await this.upkeep.end();
    // Whoever asked for quiet hears of nothing where there is nothing
    const isSilent = options.quiet && options.format === 'text' && SEVERITIES.every((severity) => this.found[severity] === 0);
    if (!isSilent) {
      const { leftAlone, leftOut, changes, least, errors: { failed } } = this;
      await this.reporter.end({ paths, leftAlone, leftOut, failed, unusedIgnores, changes, least, recorded: options.baseline ? sum(this.found) : undefined });
    }
    for (const line of news) await io.err.write(line);
    if (options.fix === 'write' && !options.quiet && this.read && !this.fixed) await io.err.write('--fix changed nothing: nothing here has a safe fix.\n');
  }

  /** The mildest severity that is shown: the reader of files leaves milder ones out, and `--quiet` what lets a run pass. */
  private get least(): Severity {
    const { failOn, quiet, minSeverity } = this.options;
    const counts = failOn === 'never' ? 'error' : failOn;
    return quiet && isAtLeast(counts, minSeverity) ? counts : minSeverity;
  }

  private async report(report: TextReport): Promise<void> {
    this.upkeep.note(report);
    this.read++;
    this.fixed += report.fixed;
    const findings = this.options.baseline ? [] : report.findings.filter(({ severity }) => isAtLeast(severity, this.least));
    addSeverities(this.found, report.findings);
    await this.reporter.add({ ...report, findings });
  }
}

async function* oneAfterTheOther(files: readonly FileTask[], read: (task: FileTask) => Promise<Answer>): AsyncGenerator<Answer> {
  for (const task of files) yield read(task);
}
