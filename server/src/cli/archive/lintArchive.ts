import type { Kind } from '../../core/index.js';
import { isKind } from '../../files/kinds.js';
import type { Resolver } from '../../files/resolve.js';
import type { Desk } from '../desk.js';
import type { Io } from '../io.js';
import { answerLine } from '../report/jsonReporters.js';
import { addSeverities, noFindings } from '../severity.js';
import type { SeverityCounts } from '../severity.js';
import type { ArchiveOptions } from './archiveOptions.js';
import { BadLines } from './badLines.js';
import { csvEntries } from './csvEntries.js';
import { fieldOf } from './entry.js';
import type { ArchiveEntry } from './entry.js';
import { ndjsonEntries } from './ndjsonEntries.js';

type Id = string | number | null;

/** A text to read, or what is wrong with its record. */
type Asked = { readonly id: Id; readonly kind: Kind; readonly text: string } | { readonly id: Id; readonly error: string };

/**
 * `--input`: answers every record of standard input with a line, in order, as they come, and never holds more
 * than a few of them. A record that cannot be read is answered with `{"id","line","error"}`. The config is that
 * of the working folder.
 * @returns how many findings there were of each severity
 */
export async function lintArchive(io: Io, archive: ArchiveOptions, only: Kind | undefined, desk: Desk, resolver: Resolver): Promise<SeverityCounts> {
  const settings = await resolver.settings(io.cwd);
  const found = noFindings();
  const bad = new BadLines();
  let read = 0;
  for await (const entry of entriesOf(io.in, archive)) {
    const { line } = entry;
    if (line < archive.skipTo) continue;
    read++;
    const asked = questionOf(entry, archive, only);
    if ('error' in asked) {
      bad.add(line);
      await io.out.write(`${JSON.stringify({ id: asked.id, line, error: asked.error })}\n`);
      continue;
    }
    const said = await desk.lint({ text: asked.text, kind: asked.kind, languageId: 'markdown' }, settings);
    const { findings } = desk.sift(said, settings, undefined, undefined);
    addSeverities(found, findings);
    await io.out.write(answerLine(asked.id, findings, line));
  }
  if (bad.count > 0) await desk.errors.say({ text: bad.summary(read), failed: bad.count > archive.mostBad });
  return found;
}

function entriesOf(stream: AsyncIterable<Uint8Array>, archive: ArchiveOptions): AsyncIterable<ArchiveEntry> {
  if (archive.input === 'ndjson') return ndjsonEntries(stream, archive);
  const { textField, idField, kindField, named } = archive;
  return csvEntries(stream, { ...archive, wanted: [textField, idField, kindField], required: [textField, ...named] });
}

function questionOf(entry: ArchiveEntry, { textField, idField, kindField }: ArchiveOptions, only: Kind | undefined): Asked {
  if ('error' in entry) return { id: null, error: entry.error };
  const [given, text, word] = [idField, textField, kindField].map((field) => fieldOf(entry.record, field) ?? undefined);
  const id = typeof given === 'string' || typeof given === 'number' ? given : null;
  if (given !== undefined && id === null) return { id, error: `“${idField}” must be text or a number.` };
  if (typeof text !== 'string') return { id, error: `“${textField}” ${text === undefined ? 'is missing' : 'must be text'}.` };
  const kind = only ?? word ?? 'reply';
  if (!isKind(kind)) return { id, error: `“${kindField}” cannot be ${JSON.stringify(kind)}. It can be reply, article, macro, note.` };
  return { id, kind, text };
}
