import { relative } from 'pathe';
import { ConfigError } from '../core/config.js';
import { applyEdits, safeEdits } from '../core/fix.js';
import { fingerprint, isIgnored } from '../core/ignore.js';
import type { Finding, Linter, Pack, Source } from '../core/index.js';
import { problemOf } from '../files/problem.js';
import type { Problem } from '../files/problem.js';
import type { Settings } from '../files/resolve.js';
import { matchLineEnds } from '../files/text.js';
import type { Io } from './io.js';
import { UsageError } from './io.js';
import type { LintOptions } from './lintOptions.js';
import { isAtLeast } from './severity.js';

/** A fix may make room for another; more rounds than this nothing needs. */
const MOST_ROUNDS = 10;

/** Where texts are read: one linter for all that share their settings. */
export class Desk {
  /** Whether anything could not be read or is wrong with a config. */
  failed = false;
  private readonly linters = new Map<Settings, Promise<Linter>>();

  constructor(
    private readonly io: Io,
    private readonly options: Pick<LintOptions, 'all' | 'minSeverity'>,
  ) {}

  /** Says on the error stream what is wrong, and goes on. @param path absolute */
  async complain(path: string, message: string): Promise<void> {
    this.failed = true;
    await this.io.err.write(`${this.nameOf(path)}: ${message}\n`);
  }

  /** A path as people see it: from the working folder. @param path absolute */
  nameOf(path: string): string {
    return relative(this.io.cwd, path) || '.';
  }

  /** The linter of some settings, made once; what is wrong with them is said once. */
  linter(settings: Settings): Promise<Linter> {
    const known = this.linters.get(settings);
    if (known) return known;
    const made = this.makeLinter(settings);
    this.linters.set(settings, made);
    return made;
  }

  /** What there is to say about a text. @param name its name in the ignores */
  async findings(source: Source, settings: Settings, name: string | undefined): Promise<readonly Finding[]> {
    const { all, minSeverity } = this.options;
    const linter = await this.linter(settings);
    const findings = linter.lint(source, { all }).filter(({ severity }) => isAtLeast(severity, minSeverity));
    return this.withoutIgnored(source, findings, settings, name);
  }

  /** Applies the safe fixes until there are none left. */
  async fix(source: Source, settings: Settings, name: string | undefined): Promise<{ text: string; findings: readonly Finding[]; fixed: number }> {
    let { text } = source;
    let fixed = 0;
    for (let round = 0; ; round++) {
      const findings = await this.findings({ ...source, text }, settings, name);
      const edits = safeEdits(findings);
      if (!edits.length || round === MOST_ROUNDS) return { text, findings, fixed };
      text = applyEdits(text, edits.map((edit) => ({ ...edit, text: matchLineEnds(edit.text, text) })));
      fixed += edits.length;
    }
  }

  private withoutIgnored(source: Source, findings: readonly Finding[], { ignores }: Settings, name: string | undefined): readonly Finding[] {
    if (!ignores.length || !findings.length) return findings;
    const sentences = this.io.engine.sentencesAt(source, findings);
    return findings.filter((finding, i) => !isIgnored(finding, fingerprint(finding.category, sentences[i] ?? ''), name, ignores));
  }

  private async makeLinter(settings: Settings): Promise<Linter> {
    for (const problem of settings.problems) await this.report(problem);
    const packs = await this.readPacks(settings);
    try {
      return this.io.engine.createLinter({ config: settings.config, packs });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      throw new UsageError(settings.configFile === undefined ? error.message : `${this.nameOf(settings.configFile)}: ${error.message}`);
    }
  }

  private async readPacks(settings: Settings): Promise<readonly Pack[]> {
    if (!settings.packs.length) return [];
    const { readPackFolder } = await import('../files/packs.js');
    const readings = await Promise.all(settings.packs.map(async (folder) => ({ folder, ...(await readPackFolder(this.io.fs, folder)) })));
    for (const { folder, problems } of readings) {
      for (const { file, line = 1, message, severity } of problems) await this.report({ ...problemOf(`${folder}/${file}`, message), line, severity });
    }
    return readings.flatMap(({ pack }) => pack ?? []);
  }

  private async report({ file, line, column, message, severity }: Problem): Promise<void> {
    if (severity === 'error') this.failed = true;
    await this.io.err.write(`${this.nameOf(file)}:${line}:${column}: ${severity}: ${message}\n`);
  }
}
