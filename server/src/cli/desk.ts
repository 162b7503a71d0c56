import { splitByBaseline } from '../core/baseline.js';
import type { NamedFinding } from '../core/baseline.js';
import type { ConfigProblem } from '../core/config.js';
import { fingerprint, ignoreOf } from '../core/ignore.js';
import type { Linter, Pack, Source } from '../core/index.js';
import { layerThatSets } from '../files/layers.js';
import { inReadingOrder, problemOf } from '../files/problem.js';
import type { Problem } from '../files/problem.js';
import type { Settings } from '../files/settings.js';
import { Cache } from './cache.js';
import type { Errors } from './errors.js';
import type { Io } from './io.js';
import type { LintOptions } from './lintOptions.js';
import { isAtLeast } from './severity.js';
import { shownPath } from './shownPath.js';

/** The parts of the world that finding takes. */
export type DeskIo = Pick<Io, 'cwd' | 'fs' | 'engine' | 'store' | 'hash' | 'version'>;

/** What is left of findings when those that nobody needs to see are taken out. */
export interface Sifted {
  readonly findings: readonly NamedFinding[];
  /** Those that stand in the baseline. */
  readonly known: readonly NamedFinding[];
  /** Which of the settings' ignores took something out. */
  readonly used: readonly number[];
}

/** Reading as it is without any options. */
export const PLAIN: DeskOptions = { all: false, fixes: true, minSeverity: 'hint', baseline: false, cache: undefined };

type DeskOptions = Pick<LintOptions, 'all' | 'fixes' | 'minSeverity' | 'baseline' | 'cache'>;

/** Where texts are read: one linter for all that share their settings. */
export class Desk {
  private readonly linters = new Map<Settings, Promise<Linter>>();
  private readonly packs = new Map<Settings, readonly Pack[]>();
  private readonly cache: Cache | undefined;

  constructor(
    private readonly io: DeskIo,
    private readonly options: DeskOptions,
    readonly errors: Errors,
  ) {
    if (options.cache !== undefined) this.cache = new Cache(io.store(options.cache), io.hash, io.version);
  }

  /** Says on the error stream what is wrong, and goes on. @param path absolute */
  async complain(path: string, message: string, failed = true): Promise<void> {
    await this.errors.say({ text: `${this.nameOf(path)}: ${message}\n`, failed });
  }

  /** A path as people see it: from the working folder. @param path absolute */
  nameOf(path: string): string {
    return shownPath(this.io.cwd, path);
  }

  /** Says what is wrong with the files that hold for a folder: what they say of its texts may have been lost with it. */
  async mention(settings: Settings): Promise<void> {
    // Making the linter says all of it in one go, in the order of the lines
    if (settings.problems.length) await this.linter(settings);
  }

  /** The linter of some settings, made once; what is wrong with them is said. */
  linter(settings: Settings): Promise<Linter> {
    const known = this.linters.get(settings);
    if (known) return known;
    const made = this.makeLinter(settings);
    this.linters.set(settings, made);
    return made;
  }

  /** All that there is to say about a text. @param path where it lies, if it does */
  async lint(source: Source, settings: Settings, path?: string): Promise<readonly NamedFinding[]> {
    const linter = await this.linter(settings);
    const find = async (): Promise<readonly NamedFinding[]> => this.find(source, linter);
    if (!this.cache || path === undefined) return find();
    return this.cache.findings(path, [source, settings.config, this.packs.get(settings), this.options.all, this.options.fixes], find);
  }

  private find(source: Source, linter: Linter): readonly NamedFinding[] {
    const { all, fixes } = this.options;
    const findings = linter.lint(source, { all, fixes });
    const sentences = this.io.engine.sentencesAt(source, findings);
    return findings.map((finding, i) => ({ ...finding, fingerprint: fingerprint(finding.category, sentences[i] ?? '') }));
  }

  /** Takes out what is ignored, known or too mild. @param name the text's name in the ignores; @param path its path, if it has one */
  sift(findings: readonly NamedFinding[], { ignores, baselineOf }: Settings, name: string | undefined, path: string | undefined): Sifted {
    const used = new Set<number>();
    const seen = findings.filter((finding) => {
      const ignore = ignoreOf(finding, finding.fingerprint, name, ignores);
      if (ignore) used.add(ignores.indexOf(ignore));
      return !ignore;
    });
    const baseline = path === undefined || this.options.baseline ? undefined : baselineOf(path);
    const { fresh, known } = baseline ? splitByBaseline(seen, baseline) : { fresh: seen, known: [] };
    return { findings: fresh.filter(({ severity }) => isAtLeast(severity, this.options.minSeverity)), known, used: [...used] };
  }

  private async makeLinter(settings: Settings): Promise<Linter> {
    const { packs, problems } = await this.readPacks(settings);
    this.packs.set(settings, packs);
    const linter = this.io.engine.createLinter({ config: settings.config, packs });
    const inConfig = inReadingOrder([...settings.problems, ...linter.problems.map((problem) => placed(problem, settings))]);
    for (const problem of [...inConfig, ...problems]) await this.report(problem);
    return linter;
  }

  private async readPacks(settings: Settings): Promise<{ readonly packs: readonly Pack[]; readonly problems: readonly Problem[] }> {
    if (!settings.packs.length) return { packs: [], problems: [] };
    const [{ readPackFolder }, { meetRequirements }] = await Promise.all([import('../files/packs.js'), import('../files/requirements.js')]);
    const readings = meetRequirements(await Promise.all(settings.packs.map(async (folder) => ({ folder, ...(await readPackFolder(this.io.fs, folder)) }))));
    // What is only odd in a pack changes nothing in the texts at hand: “pack check” tells of it.
    const lost = readings.flatMap(({ folder, problems: own }) => own.filter(({ severity }) => severity === 'error').map((problem) => ({ folder, ...problem })));
    const problems = lost.map(({ folder, file, line = 1, message, severity }) => ({ ...problemOf(`${folder}/${file}`, message), line, severity }));
    return { packs: readings.flatMap(({ pack }) => pack ?? []), problems };
  }

  /** Says on the error stream what is wrong in a file, and where. */
  report({ file, line, column, message, severity }: Problem): Promise<void> {
    return this.errors.say({ text: `${this.nameOf(file)}:${line}:${column}: ${severity}: ${message}\n`, failed: severity === 'error' });
  }
}

/** Where in the config files a key that means nothing stands. */
function placed({ path, message }: ConfigProblem, { layers, configFile = '' }: Settings): Problem {
  const from = layerThatSets(layers, path)?.from;
  const isInFile = typeof from === 'object';
  return { ...problemOf(isInFile ? from.file : configFile, message), line: isInFile ? from.lineOf(path) : 1, severity: 'warning' };
}
