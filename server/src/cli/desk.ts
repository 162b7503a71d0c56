import { relative } from 'pathe';
import type { ConfigProblem } from '../core/config.js';
import { applyEdits, safeEdits } from '../core/fix.js';
import { fingerprint, isIgnored } from '../core/ignore.js';
import type { Finding, Linter, Pack, Source } from '../core/index.js';
import { layerThatSets } from '../files/layers.js';
import { problemOf } from '../files/problem.js';
import type { Problem } from '../files/problem.js';
import type { Settings } from '../files/settings.js';
import { matchLineEnds } from '../files/text.js';
import type { Io } from './io.js';
import type { LintOptions } from './lintOptions.js';
import { isAtLeast } from './severity.js';

/** A fix may make room for another; more rounds than this nothing needs. */
const MOST_ROUNDS = 10;

/** Where texts are read: one linter for all that share their settings. */
export class Desk {
  /** Whether anything could not be read or is wrong with a config. */
  failed = false;
  private readonly linters = new Map<Settings, Promise<Linter>>();
  private readonly reported = new Set<string>();

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
    const linter = this.io.engine.createLinter({ config: settings.config, packs });
    for (const problem of linter.problems) await this.report(placed(problem, settings));
    return linter;
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

  /** Says on the error stream what is wrong in a file, and where: once, however many settings it is part of. */
  async report({ file, line, column, message, severity }: Problem): Promise<void> {
    const said = `${this.nameOf(file)}:${line}:${column}: ${severity}: ${message}\n`;
    if (this.reported.has(said)) return;
    this.reported.add(said);
    if (severity === 'error') this.failed = true;
    await this.io.err.write(said);
  }
}

/** Where in the config files a key that means nothing stands. */
function placed({ path, message }: ConfigProblem, { layers, configFile = '' }: Settings): Problem {
  const from = layerThatSets(layers, path)?.from;
  const isInFile = typeof from === 'object';
  return { ...problemOf(isInFile ? from.file : configFile, message), line: isInFile ? from.lineOf(path) : 1, severity: 'warning' };
}
