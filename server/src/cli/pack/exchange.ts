import type { Format, Note } from '../../exchange/index.js';
import type { Arguments } from '../args.js';
import { meant } from '../args.js';
import type { Io, Writer } from '../io.js';
import { UsageError } from '../io.js';
import { onOneLine, wrap } from '../report/plain.js';
import { shownPath } from '../shownPath.js';

/** The formats, loaded on first use: most runs of the command line exchange nothing. */
export async function loadExchange() {
  return import('../../exchange/index.js');
}

/** The format an option names. @throws UsageError where it names none */
export function formatNamed(formats: readonly Format[], name: string | true | undefined, option: string): Format {
  const ids = formats.map(({ id }) => id);
  if (typeof name !== 'string') throw new UsageError(`Say in which format: ${option} can be ${ids.join(', ')}.`);
  const format = formats.find(({ id }) => id === name);
  if (!format) throw new UsageError(`There is no format “${onOneLine(name)}”.${meant(name, ids, '')} ${option} can be ${ids.join(', ')}.`);
  return format;
}

/** The one path that a command takes. @throws UsageError for none and for several */
export function onlyPath({ positionals: [path, ...more] }: Arguments, example: string): string {
  if (path === undefined || more.length > 0) throw new UsageError(`${path === undefined ? 'Say which one' : 'One at a time'}: ${example}`);
  return path;
}

/** A path as people see it, on one line. */
export function nameOf(io: Io, path: string): string {
  return onOneLine(shownPath(io.cwd, path));
}

/** Says what could not be carried: a text's title, and below it what is lost. */
export async function report(out: Writer, notes: readonly Note[]): Promise<void> {
  if (notes.length === 0) return;
  await out.write('\nWhat could not be carried:\n');
  let entry: string | undefined;
  for (const note of notes) {
    if (note.entry !== undefined && note.entry !== entry) await out.write(`\n  ${onOneLine(note.entry).slice(0, 200)}\n`);
    entry = note.entry;
    await out.write(wrap(onOneLine(note.message), 74).map((line) => `    ${line}\n`).join(''));
  }
}
