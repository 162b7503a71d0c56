import { dirname, join, relative } from 'pathe';
import { countFindings, shrinkBaseline } from '../core/baseline.js';
import { applyEdits } from '../core/fix.js';
import type { BaselineCounts } from '../core/baseline.js';
import type { Ignore } from '../core/ignore.js';
import { baselineText, readBaseline } from '../files/baseline.js';
import { BASELINE_NAME } from '../files/resolve.js';
import type { Resolver } from '../files/resolve.js';
import { isWithin } from '../files/paths.js';
import { encodeText, readText } from '../files/text.js';
import type { Desk } from './desk.js';
import type { Io } from './io.js';
import type { LintOptions } from './lintOptions.js';
import { nameNow } from './movedFile.js';
import { count, onOneLine } from './report/plain.js';
import type { TextReport, UnusedIgnores } from './report/report.js';

/** What a run says and writes about ignores and baselines when all has been read. */
export interface UpkeepResult {
  readonly unusedIgnores: readonly UnusedIgnores[];
  /** Lines for the error stream. */
  readonly news: readonly string[];
}

/** Looks after the ignore files and the baseline: which entries nothing needs any more, and what is to be recorded. */
export class Upkeep {
  private readonly ignoreFiles = new Map<string, { readonly used: Set<number>; readonly names: Set<string> }>();
  /** By baseline file: what was found in each text. */
  private readonly found = new Map<string, Map<string, BaselineCounts>>();

  constructor(
    private readonly io: Io,
    private readonly options: LintOptions,
    private readonly resolver: Resolver,
    private readonly desk: Desk,
  ) {}

  /** Takes note of a text that was read. */
  note({ path, findings, known, ignores, baselineFile }: TextReport): void {
    if (ignores) {
      const noted = this.ignoreFiles.get(ignores.file) ?? { used: new Set(), names: new Set() };
      this.ignoreFiles.set(ignores.file, noted);
      for (const entry of ignores.used) noted.used.add(entry);
      if (ignores.name !== undefined) noted.names.add(ignores.name);
    }
    if (path === undefined || !(this.options.baseline || this.options.pruneBaseline)) return;
    const file = baselineFile ?? join(this.io.cwd, BASELINE_NAME);
    const texts = this.found.get(file) ?? new Map<string, BaselineCounts>();
    this.found.set(file, texts.set(relative(dirname(file), path), countFindings([...known, ...findings])));
  }

  /** All has been read: writes what was asked for. */
  async end(): Promise<UpkeepResult> {
    const news: string[] = [];
    const unused = await Promise.all([...this.ignoreFiles.keys()].map((file) => this.unusedIn(file)));
    const moves = await Promise.all(unused.map((one) => this.movesOf(one)));
    const unusedIgnores = unused
      .map(({ file, entries }, i) => ({ file, entries: entries.filter(({ file: name }) => name === undefined || !moves[i]?.has(name)) }))
      .filter(({ entries }) => entries.length > 0);
    for (const [i, { file }] of unused.entries()) news.push(...(await this.follow(file, moves[i] ?? new Map<string, string>())));
    if (this.options.pruneIgnores) for (const one of unusedIgnores) news.push(await this.prune(one));
    for (const [file, texts] of this.found) news.push(await this.record(file, texts));
    return { unusedIgnores: this.options.pruneIgnores ? [] : unusedIgnores, news };
  }

  private async unusedIn(file: string): Promise<UnusedIgnores> {
    const { ignores, ignoreWarning } = await this.resolver.settings(dirname(file));
    const noted = this.ignoreFiles.get(file);
    if (!noted) return { file, entries: [] };
    const isWhole = this.readsWhole(dirname(file));
    const entries: Ignore[] = [];
    for (const [i, ignore] of ignores.entries()) {
      if (noted.used.has(i)) continue;
      // What a slip of the pen was meant for, only a person knows: it is told, and stays
      const unknown = await this.unknownRule(ignore, file, noted.names);
      if (unknown !== undefined && ignoreWarning) await this.desk.report(ignoreWarning(ignore, `${unknown} The entry ignores nothing.`));
      else if (await this.canTell(ignore, noted.names, isWhole, file)) entries.push(ignore);
    }
    return { file, entries };
  }

  /** What to say of an ignore's rule when nobody knows it where it may hold: a folder further down may have packs of its own. */
  private async unknownRule({ rule, file: name }: Ignore, ignoreFile: string, names: ReadonlySet<string>): Promise<string | undefined> {
    const root = dirname(ignoreFile);
    const folders = new Set((name === undefined ? ['', ...[...names].map((one) => dirname(one))] : [dirname(name)]).map((folder) => join(root, folder)));
    let message: string | undefined;
    for (const folder of folders) {
      message = (await this.desk.linter(await this.resolver.settings(folder))).unknownRule(rule);
      if (message === undefined) return undefined;
    }
    return message;
  }

  /** Whether this run has read all that an ignore may be for. */
  private async canTell({ file: name }: Ignore, names: ReadonlySet<string>, isWhole: boolean, ignoreFile: string): Promise<boolean> {
    if (name === undefined) return isWhole;
    return names.has(name) || (await this.io.fs.stat(join(dirname(ignoreFile), name)).catch(() => undefined)) === undefined;
  }

  private readsWhole(folder: string): boolean {
    const { paths, from, changed } = this.options;
    return from === 'files' && changed === undefined && paths.some((path) => isWithin(folder, join(this.io.cwd, path)));
  }

  /** By the names of files that are gone: what they are called now. */
  private async movesOf({ file, entries }: UnusedIgnores): Promise<ReadonlyMap<string, string>> {
    const moves = new Map<string, string>();
    for (const { file: name } of entries) {
      if (name === undefined || moves.has(name) || (await this.isThere(file, name))) continue;
      const now = await nameNow(this.io, dirname(file), name);
      if (now !== undefined) moves.set(name, now);
    }
    return moves;
  }

  /** Says which files have another name, or puts it into their entries. */
  private async follow(file: string, moves: ReadonlyMap<string, string>): Promise<readonly string[]> {
    if (!moves.size) return [];
    if (!this.options.pruneIgnores) return [...moves].map(([from, to]) => `${this.desk.nameOf(file)}: ${from} is gone, and looks to be ${to} now, where its ignores do not hold. --prune-ignores writes the new name there.\n`);
    const read = await readText(this.io.fs, file);
    if ('problem' in read) return [];
    const { renameInIgnores } = await import('../files/ignores.js');
    let { text } = read;
    for (const [from, to] of moves) text = applyEdits(text, await renameInIgnores(text, from, to));
    await this.io.fs.replace(file, encodeText(text, read.bom));
    return [...moves].map(([from, to]) => `${this.desk.nameOf(file)}: what it says of ${from} is for ${to} now.\n`);
  }

  private async prune({ file, entries }: UnusedIgnores): Promise<string> {
    const read = await readText(this.io.fs, file);
    if ('problem' in read) return `${this.desk.nameOf(file)}: ${read.problem}\n`;
    const { withoutIgnores } = await import('../files/ignores.js');
    await this.io.fs.replace(file, encodeText(await withoutIgnores(read.text, entries), read.bom));
    const [what, are] = entries.length === 1 ? ['1 entry', 'is'] : [`${entries.length} entries`, 'are'];
    return `${this.desk.nameOf(file)}: ${what} took nothing out any more and ${are} gone:\n${entries.map(lineOf).join('')}`;
  }

  private async record(file: string, texts: ReadonlyMap<string, BaselineCounts>): Promise<string> {
    const exists = (await this.io.fs.stat(file)) !== undefined;
    const { files: old, moved } = exists ? await readBaseline(this.io.fs, file) : { files: new Map<string, BaselineCounts>(), moved: new Map<string, number>() };
    const { pruneBaseline } = this.options;
    if (pruneBaseline && !exists) return `There is no ${BASELINE_NAME} to shrink; deskside lint --baseline records one.\n`;
    // Who has read one folder cannot tell where a file that is gone went to
    const isWhole = this.readsWhole(dirname(file));
    const next = new Map<string, BaselineCounts>();
    for (const [name, counts] of old) if (!isWhole || (await this.isThere(file, name))) next.set(name, pruneBaseline ? shrinkBaseline(counts, texts.get(name) ?? counts) : counts);
    for (const [name, counts] of texts) if (!pruneBaseline || !old.has(name)) next.set(name, pruneBaseline ? shrinkBaseline(moved, counts) : counts);
    const contents = new TextEncoder().encode(baselineText(next));
    await (exists ? this.io.fs.replace(file, contents) : this.io.fs.create(file, contents));
    return this.newsOf(file, countAll(old), countAll(next));
  }

  private newsOf(file: string, before: number, now: number): string {
    if (this.options.pruneBaseline) return `${this.desk.nameOf(file)}: ${before - now} of its ${count(before, 'finding')} ${before - now === 1 ? 'is' : 'are'} mended and gone.\n`;
    return `${this.desk.nameOf(file)}: ${count(now, 'finding')} recorded; from now on, only others are shown.\n`;
  }

  private async isThere(baselineFile: string, name: string): Promise<boolean> {
    return (await this.io.fs.stat(join(dirname(baselineFile), name)).catch(() => undefined)) === 'file';
  }
}

/** An entry of an ignore file as it is told. */
function lineOf({ rule, fingerprint, file }: Ignore): string {
  return `  ${onOneLine([rule, ...(fingerprint === undefined ? [] : [fingerprint]), ...(file === undefined ? [] : [`in ${file}`])].join(' '))}\n`;
}

function countAll(files: ReadonlyMap<string, BaselineCounts>): number {
  return [...files.values()].flatMap((counts) => [...counts.values()]).reduce((sum, count) => sum + count, 0);
}
