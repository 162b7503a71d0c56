import { join, resolve } from 'pathe';
import { builtinPacks } from '../../core/packs/builtin.js';
import type { Pack } from '../../core/packs/pack.js';
import type { Format } from '../../exchange/index.js';
import { readPackFolder } from '../../files/packs.js';
import { encodeText, readText } from '../../files/text.js';
import { readArguments } from '../args.js';
import type { ExitCode, Io } from '../io.js';
import { UsageError } from '../io.js';
import { count } from '../report/plain.js';
import { formatNamed, loadExchange, nameOf, onlyPath, report } from './exchange.js';

/** `deskside pack export DIR --to FORMAT`: gives a pack's snippets to another product. The report goes to the error stream. */
export async function exportPack(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { to: 'text', out: 'text', force: 'flag' });
  const { FORMATS } = await loadExchange();
  const format = formatNamed(FORMATS, args.options.get('to'), '--to');
  const folder = resolve(io.cwd, onlyPath(args, `deskside pack export DIR --to ${format.id}`));
  const { pack, failed } = await readPack(io, folder);
  const { text, notes } = await format.write(await asLibrary(io, format, pack, folder));
  const out = args.options.get('out');
  if (typeof out === 'string') await save(io, resolve(io.cwd, out), text, args.options.has('force'));
  else await io.out.write(text);
  await io.err.write(`${nameOf(io, folder)}: ${count(pack.snippets.length, 'snippet')} for ${format.title}.\n`);
  await report(io.err, notes);
  return failed || notes.some(({ leftOut }) => leftOut) ? 1 : 0;
}

/** A pack's folder, or one of the built-in packs by its name. @throws UsageError where there is neither */
async function readPack(io: Io, folder: string): Promise<{ pack: Pack; failed: boolean }> {
  const builtin = builtinPacks().find(({ name }) => name === nameOf(io, folder));
  if (builtin && (await io.fs.stat(folder)) === undefined) return { pack: builtin, failed: false };
  const { pack, problems } = await readPackFolder(io.fs, folder);
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const { file, line, message } of errors) await io.err.write(`${nameOf(io, join(folder, file))}${line === undefined ? '' : `:${line}`}: ${message}\n`);
  if (!pack) throw new UsageError(`${nameOf(io, folder)} is no pack that can be read; name a folder with a pack.yaml, or one of ${builtinPacks().map(({ name }) => name).join(', ')}.`);
  return { pack, failed: errors.length > 0 };
}

async function asLibrary(io: Io, format: Format, pack: Pack, folder: string) {
  const { ExchangeError, fromPack, keptPath } = await loadExchange();
  const path = join(folder, keptPath(format));
  const kept = (await io.fs.stat(path)) === 'file' ? await readText(io.fs, path) : undefined;
  if (kept && 'problem' in kept) throw new UsageError(`${nameOf(io, path)} ${kept.problem}.`);
  try {
    return fromPack(pack, kept?.text);
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    throw new UsageError(`${nameOf(io, path)} ${error.message}. Without that file, only what it keeps for ${format.title} is lost.`);
  }
}

async function save(io: Io, path: string, text: string, force: boolean): Promise<void> {
  const isThere = (await io.fs.stat(path)) !== undefined;
  if (isThere && !force) throw new UsageError(`${nameOf(io, path)} is there already; choose another name, or replace it with --force.`);
  await (isThere ? io.fs.replace(path, encodeText(text, false)) : io.fs.create(path, encodeText(text, false)));
}
