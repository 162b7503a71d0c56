import { dirname } from 'pathe';
import type { Kind, Source } from '../core/index.js';
import { kindByName, misspelledKind, otherFormat } from '../files/kinds.js';
import { problemOf } from '../files/problem.js';
import type { Resolution, Resolver } from '../files/resolve.js';
import { sourceOfFile } from '../files/source.js';
import { encodeText, readText, reasonOf } from '../files/text.js';
import { Desk } from './desk.js';
import type { DeskIo, Sifted } from './desk.js';
import type { Errors } from './errors.js';
import { applySafeFixes } from './fixing.js';
import type { Io } from './io.js';
import type { LintOptions } from './lintOptions.js';
import type { TextReport } from './report/report.js';
import { resolverFor } from './resolver.js';

/** A file to read. */
export interface FileTask {
  /** Absolute. */
  readonly path: string;
  /** It was asked for by its name, and not found in a folder. */
  readonly named: boolean;
}

/**
 * What became of a text: it was read, it was left alone as nothing says what it is, it was left out and people were told
 * why, or it could not be read.
 */
export type Outcome = TextReport | 'left alone' | 'left out' | undefined;

/** What a reader needs of the world. */
export type ReaderIo = DeskIo & Pick<Io, 'fs' | 'env'>;

const EMPTY = 'empty, so there is nothing to read in it';

/** Makes a reader, and what it reads with. */
export function createReader(io: ReaderIo, options: LintOptions, errors: Errors): { readonly reader: Reader; readonly desk: Desk; readonly resolver: Resolver } {
  const resolver = resolverFor(io, options);
  const desk = new Desk(io, options, errors);
  return { reader: new Reader(io, options, desk, resolver), desk, resolver };
}

/** Reads texts one by one. What is wrong is said to the desk's errors. */
export class Reader {
  constructor(
    private readonly io: ReaderIo,
    private readonly options: LintOptions,
    private readonly desk: Desk,
    private readonly resolver: Resolver,
  ) {}

  /** Reads a file, and mends it when that is asked for. Whatever happens to it, the others can still be read. */
  async file(task: FileTask): Promise<Outcome> {
    try {
      const outcome = await this.readFile(task);
      // A mistake in the config may be why; of a text that is read, its linter has told of it
      if (typeof outcome !== 'object') await this.desk.mention(await this.resolver.settings(dirname(task.path)));
      return outcome;
    } catch (error) {
      return void (await this.desk.complain(task.path, `could not be read, which is a mistake in Deskside. Please report this: ${error instanceof Error ? error.stack : String(error)}`));
    }
  }

  private async readFile({ path, named }: FileTask): Promise<Outcome> {
    const other = otherFormat(path);
    if (other !== undefined) return void (await this.desk.complain(path, other, true));
    const decoded = await readText(this.io.fs, path);
    if ('problem' in decoded) {
      // A file that nobody named and that does not say that it is ours is none of our business
      const ours = named || this.options.kind !== undefined || kindByName(path) !== undefined || (await this.resolver.settings(dirname(path))).kindOf(path) !== undefined;
      return ours ? void (await this.desk.complain(path, decoded.problem, named || !decoded.isGone)) : undefined;
    }
    const resolution = await this.resolver.resolve({ path, text: decoded.text });
    if (resolution.leftOutBy !== undefined) return this.leaveOut(path, `not read, as “${resolution.leftOutBy}” stands under “ignore” in the config`);
    const kind = this.options.kind ?? resolution.kind;
    const isEmpty = decoded.text.trim() === '';
    if (isEmpty && named && kind === undefined) return this.leaveOut(path, EMPTY);
    if (isEmpty && named) await this.desk.complain(path, EMPTY, false);
    if (kind === undefined) return isEmpty ? undefined : this.leaveAlone(path, decoded.text, named);
    const report = await this.text(path, decoded.text, kind, resolution, path);
    const isNew = this.options.fix === 'write' && report.text !== decoded.text;
    if (isNew) await this.write(path, encodeText(report.text, decoded.bom), encodeText(decoded.text, decoded.bom));
    return this.options.fix === 'show' ? { ...report, before: decoded.text } : report;
  }

  private async leaveOut(path: string, why: string): Promise<Outcome> {
    await this.desk.complain(path, why, false);
    return 'left out';
  }

  private async leaveAlone(path: string, text: string, named: boolean): Promise<Outcome> {
    const slip = misspelledKind(text);
    if (slip) await this.desk.report({ ...problemOf(path, `“kind” cannot be “${slip.written}”; did you mean “${slip.meant}”? The text was not read.`), line: slip.line, column: slip.column, severity: named ? 'error' : 'warning' });
    return 'left alone';
  }

  /** Reads a text. @param at names it to people, as a path from the root; @param path where it lies, if it does */
  async text(at: string, text: string, kind: Kind, { languageId, settings, ignoreName }: Resolution, path: string | undefined): Promise<TextReport> {
    const source = await sourceOfFile({ text, kind, languageId, uri: this.desk.nameOf(at), path }, this.resolver.titleOf);
    const read = async (now: string): Promise<Sifted> => this.desk.sift(await this.desk.lint({ ...source, text: now }, settings, path), settings, ignoreName, path);
    const done = this.options.fix ? await applySafeFixes(text, read) : { text, reading: await read(text), fixed: 0 };
    const { findings, known, used } = done.reading;
    // “Nothing to mend” would be no news of a text that nobody could read
    const isForeign = findings.length + known.length === 0 && !this.isEnglish(source);
    if (isForeign) await this.desk.complain(at, 'not read, as it is not in English', false);
    const { ignoreFile, baselineFile } = settings;
    const ignores = ignoreFile === undefined ? undefined : { file: ignoreFile, name: ignoreName, used };
    const anatomy = this.options.format === 'json' ? (await this.desk.linter(settings)).anatomy({ ...source, text: done.text }) : undefined;
    return { name: this.desk.nameOf(at), path, kind, text: done.text, findings, known, fixed: done.fixed, ignores, baselineFile, ...(isForeign && { isForeign }), ...(anatomy && { anatomy }) };
  }

  private isEnglish(source: Source): boolean {
    return this.io.engine.isEnglish(source);
  }

  private async write(path: string, contents: Uint8Array, before: Uint8Array): Promise<void> {
    try {
      await this.io.fs.replace(path, contents, before);
    } catch (error) {
      await this.desk.complain(path, `could not be written, and is as it was (${reasonOf(error)})`);
    }
  }
}
