import { basename, join, resolve } from 'pathe';
import type { Format, Note, MadePack } from '../../exchange/index.js';
import { encodeText, readText } from '../../files/text.js';
import { readArguments } from '../args.js';
import type { ExitCode, Io } from '../io.js';
import { UsageError } from '../io.js';
import { count } from '../report/plain.js';
import { formatNamed, loadExchange, nameOf, onlyPath, report } from './exchange.js';

/** Larger files hold more than a pack can, or something else. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** `deskside pack import FILE --from FORMAT --to DIR`: makes a pack of texts that are saved elsewhere. */
export async function importPack(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { from: 'text', to: 'text', force: 'flag' });
  const { FORMATS, likelyFormats } = await loadExchange();
  const named = args.options.get('from');
  const path = resolve(io.cwd, onlyPath(args, `deskside pack import FILE --from ${typeof named === 'string' ? named : 'FORMAT'} --to DIR`));
  if (named === undefined) throw new UsageError(`Say in which format it is: --from can be ${FORMATS.map(({ id }) => id).join(', ')}.${hintAt(await likelyFormats(await textOf(io, path)))}`);
  const format = formatNamed(FORMATS, named, '--from');
  const to = args.options.get('to');
  if (typeof to !== 'string') throw new UsageError('Say where the pack goes: --to DIR.');
  const folder = resolve(io.cwd, to);
  const { files, snippets, notes } = await readAs(io, format, path, basename(folder));
  if (snippets === 0) return nothing(io, path, format, notes);
  await writeAll(io, folder, files, args.options.has('force'));
  await io.out.write(`${nameOf(io, folder)}: ${count(snippets, 'snippet')} from ${format.title}. To have them read: deskside pack check ${nameOf(io, folder)}\n`);
  await report(io.out, notes);
  return notes.some(({ leftOut }) => leftOut) ? 1 : 0;
}

/** A file's texts as a pack of a name. @throws UsageError naming the file and the way out */
async function readAs(io: Io, format: Format, path: string, name: string): Promise<MadePack> {
  const { ExchangeError, likelyFormats, toPack } = await loadExchange();
  const text = await textOf(io, path);
  try {
    return toPack(format, await format.read(text), name);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${nameOf(io, path)} is nested too deeply; write it out plainly.`);
    if (!(error instanceof ExchangeError)) throw error;
    throw new UsageError(`${nameOf(io, path)} ${error.message}.${hintAt(await likelyFormats(text, format))}`);
  }
}

/** @throws UsageError where it is no text, or too long a one */
async function textOf(io: Io, path: string): Promise<string> {
  const read = await readText(io.fs, path);
  if ('problem' in read) throw new UsageError(`${nameOf(io, path)} ${read.problem}.`);
  if (read.text.length > MAX_LENGTH) throw new UsageError(`${nameOf(io, path)} is larger than ${MAX_LENGTH / 1024 / 1024} MB; export fewer texts at a time.`);
  return read.text;
}

/** Says which format a file looks like, where it is not the one that was named. */
function hintAt(formats: readonly Format[]): string {
  if (formats.length === 0) return '';
  return ` It looks like ${formats.map(({ title }) => title).join(' or ')}: try ${formats.map(({ id }) => `--from ${id}`).join(' or ')}.`;
}

async function nothing(io: Io, path: string, format: Format, notes: readonly Note[]): Promise<ExitCode> {
  const { likelyFormats } = await loadExchange();
  const read = await readText(io.fs, path);
  const hint = 'text' in read ? hintAt(await likelyFormats(read.text, format)) : '';
  await io.err.write(`deskside: ${nameOf(io, path)} holds no text that could be a snippet, so no pack was made.${hint}\n`);
  await report(io.err, notes);
  return 2;
}

/** Writes every file, or none when one would have to make room and may not. */
async function writeAll(io: Io, folder: string, files: ReadonlyMap<string, string>, force: boolean): Promise<void> {
  const paths = [...files].map(([path, text]) => ({ path: join(folder, path), text }));
  const there: string[] = [];
  for (const { path } of paths) {
    await refuseLinks(io, folder, path);
    if ((await io.fs.stat(path)) !== undefined) there.push(path);
  }
  const [first] = there;
  if (first !== undefined && !force) throw new UsageError(`${nameOf(io, first)} is there already${there.length > 1 ? `, and ${there.length - 1} more` : ''}. Choose another folder, or replace them with --force. Nothing was written.`);
  for (const { path, text } of paths) await (there.includes(path) ? io.fs.replace(path, encodeText(text, false)) : io.fs.create(path, encodeText(text, false)));
}

/** A link inside the folder could lead what is written anywhere. */
async function refuseLinks(io: Io, folder: string, path: string): Promise<void> {
  if ((await io.fs.stat(folder)) === undefined) return;
  const real = await io.fs.realPath(folder);
  let at = folder;
  for (const part of path.slice(folder.length + 1).split('/')) {
    at = join(at, part);
    if ((await io.fs.stat(at)) === undefined) return;
    if ((await io.fs.realPath(at)) !== join(real, at.slice(folder.length + 1))) throw new UsageError(`${nameOf(io, at)} is a link that leads elsewhere; choose a folder without links. Nothing was written.`);
  }
}
