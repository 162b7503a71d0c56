import { dirname, join, resolve } from 'pathe';
import type { Finding, Kind } from '../core/index.js';
import { findFiles } from '../files/find.js';
import { kindByName, misspelledKind } from '../files/kinds.js';
import { problemOf } from '../files/problem.js';
import type { Draft, Resolution, Resolver } from '../files/resolve.js';
import { decodeText, encodeText, readText } from '../files/text.js';
import { lintArchive } from './archive/lintArchive.js';
import { Desk } from './desk.js';
import type { ExitCode, Io } from './io.js';
import { UsageError } from './io.js';
import { readLintOptions } from './lintOptions.js';
import type { LintOptions } from './lintOptions.js';
import { createJsonReporter, createNdjsonReporter } from './report/jsonReporters.js';
import type { Reporter } from './report/report.js';
import { createTextReporter } from './report/textReporter.js';
import { resolverFor } from './resolver.js';
import { isAtLeast } from './severity.js';

/** `deskside lint`. @param reporter takes the place of the one that `--format` asks for */
export async function lintCommand(io: Io, argv: readonly string[], reporter?: Reporter): Promise<ExitCode> {
  const options = readLintOptions(argv, io.cwd);
  if (options.configFile !== undefined && (await io.fs.stat(options.configFile)) !== 'file') throw new UsageError(`There is no config file ${options.configFile}.`);
  const { from, archive } = options;
  const resolver = resolverFor(io, options);
  const desk = new Desk(io, options);
  if (archive) return exitCode(desk, await lintArchive(io, archive, options.kind, desk, resolver), options);
  const run = new LintRun(io, options, desk, resolver, reporter ?? createReporter(io, options));
  if (from === 'stdin') await run.stdin();
  else await run.files();
  await run.end();
  return exitCode(desk, run.found, options);
}

/** The worst that counts: what could not be read, then what was found. */
function exitCode(desk: Desk, findings: ReadonlySet<Finding['severity']>, { failOn }: LintOptions): ExitCode {
  if (desk.failed) return 2;
  return failOn !== 'never' && [...findings].some((severity) => isAtLeast(severity, failOn)) ? 1 : 0;
}

function createReporter(io: Io, { format }: LintOptions): Reporter {
  if (format === 'json') return createJsonReporter(io.out);
  if (format === 'ndjson') return createNdjsonReporter(io.out);
  const color = io.isTTY && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb';
  return createTextReporter(io.out, { color, columns: io.isTTY ? (io.columns ?? 80) : 80 });
}

class LintRun {
  readonly found = new Set<Finding['severity']>();
  private leftAlone = 0;

  constructor(
    private readonly io: Io,
    private readonly options: LintOptions,
    private readonly desk: Desk,
    private readonly resolver: Resolver,
    private readonly reporter: Reporter,
  ) {}

  async files(): Promise<void> {
    const { files, named, problems } = await findFiles(this.io.fs, this.resolver, this.io.cwd, this.options.paths);
    for (const { path, message } of problems) await this.desk.complain(path, message);
    for (const path of files) await this.file(path, named.has(path));
  }

  async stdin(): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.io.in) chunks.push(chunk);
    const decoded = decodeText(Buffer.concat(chunks));
    const { stdinName } = this.options;
    const path = stdinName === undefined ? undefined : resolve(this.io.cwd, stdinName);
    const name = path ?? join(this.io.cwd, 'standard input');
    if ('problem' in decoded) return this.desk.complain(name, decoded.problem);
    const draft: Draft = { text: decoded.text, ...(path === undefined ? { folder: this.io.cwd } : { path }) };
    const resolution = await this.resolver.resolve(draft);
    // What is piped in without a name is meant to be read
    const kind = this.options.kind ?? resolution.kind ?? (path === undefined ? 'reply' : undefined);
    if (kind) await this.read(this.desk.nameOf(name), decoded.text, kind, resolution);
    else this.leftAlone++;
  }

  async end(): Promise<void> {
    const { stdinName, from } = this.options;
    const paths = from === 'stdin' && stdinName !== undefined ? [stdinName] : this.options.paths;
    await this.reporter.end({ paths, leftAlone: this.leftAlone, failed: this.desk.failed });
  }

  private async file(path: string, named: boolean): Promise<void> {
    const settings = await this.resolver.settings(dirname(path));
    const decoded = await readText(this.io.fs, path);
    if ('problem' in decoded) {
      // A file that nobody named and that does not say that it is ours is none of our business
      const ours = named || this.options.kind !== undefined || kindByName(path) !== undefined || settings.kindOf(path) !== undefined;
      return ours ? this.desk.complain(path, decoded.problem) : undefined;
    }
    const resolution = await this.resolver.resolve({ path, text: decoded.text });
    if (resolution.leftOutBy !== undefined) return this.io.err.write(`${this.desk.nameOf(path)}: not read, as “${resolution.leftOutBy}” stands under “ignore” in the config\n`);
    const kind = this.options.kind ?? resolution.kind;
    const empty = decoded.text.trim() === '';
    if (empty && named) await this.io.err.write(`${this.desk.nameOf(path)}: empty, so there is nothing to read in it\n`);
    if (kind === undefined) return empty ? undefined : this.leaveAlone(path, decoded.text);
    const text = await this.read(this.desk.nameOf(path), decoded.text, kind, resolution);
    if (text !== decoded.text) await this.write(path, encodeText(text, decoded.bom));
  }

  private async leaveAlone(path: string, text: string): Promise<void> {
    this.leftAlone++;
    const slip = misspelledKind(text);
    if (slip) await this.desk.report({ ...problemOf(path, `“kind” cannot be “${slip.written}”; did you mean “${slip.meant}”? The text was not read.`), line: slip.line, column: slip.column, severity: 'warning' });
  }

  /** Reports on a text. @returns it, fixed when that is asked for */
  private async read(name: string, text: string, kind: Kind, { languageId, settings, ignoreName }: Resolution): Promise<string> {
    const source = { text, kind, languageId };
    const done = this.options.fix
      ? await this.desk.fix(source, settings, ignoreName)
      : { text, fixed: 0, findings: await this.desk.findings(source, settings, ignoreName) };
    for (const { severity } of done.findings) this.found.add(severity);
    // “Nothing to mend” would be no news of a text that nobody could read
    if (done.findings.length === 0 && !this.io.engine.isEnglish(source)) await this.io.err.write(`${name}: not read, as it is not in English\n`);
    const anatomy = this.options.format === 'json' ? (await this.desk.linter(settings)).anatomy({ ...source, text: done.text }) : undefined;
    await this.reporter.add({ name, kind, ...done, ...(anatomy && { anatomy }) });
    return done.text;
  }

  private async write(path: string, contents: Uint8Array): Promise<void> {
    try {
      await this.io.fs.replace(path, contents);
    } catch (error) {
      await this.desk.complain(path, `could not be written, and is as it was (${error instanceof Error ? error.message : String(error)})`);
    }
  }
}
