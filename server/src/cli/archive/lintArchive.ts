import type { Kind } from '../../core/index.js';
import { isKind } from '../../files/kinds.js';
import type { Resolver } from '../../files/resolve.js';
import type { Settings } from '../../files/settings.js';
import type { Desk, Sifted } from '../desk.js';
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

/** What is wrong with a record. */
interface Bad {
  readonly error: string;
}

interface Question {
  readonly id: Id;
  readonly kind: Kind;
  readonly text: string;
}

/** A text to read, or what is wrong with its record. */
type Asked = Question | ({ readonly id: Id } & Bad);

/**
 * `--input`: answers every record of standard input with a line, in order, as they come, and never holds more
 * than a few of them. A record that cannot be read is answered with `{"id","line","error"}`. The config is that
 * of the working folder.
 * @returns how many findings there were of each severity
 */
export async function lintArchive(io: Io, archive: ArchiveOptions, only: Kind | undefined, desk: Desk, resolver: Resolver): Promise<SeverityCounts> {
  const settings = await resolver.settings(io.cwd);
  // What is wrong with the config is no fault of a record
  await desk.linter(settings);
  const found = noFindings();
  const bad = new BadLines();
  let read = 0;
  for await (const entry of entriesOf(io.in, archive)) {
    const { line } = entry;
    if (line < archive.skipTo) continue;
    read++;
    const asked = questionOf(entry, archive, only);
    const answer = 'error' in asked ? asked : await findingsIn(asked, desk, settings);
    if ('error' in answer) {
      bad.add(line);
      await io.out.write(`${JSON.stringify({ id: asked.id, line, error: answer.error })}\n`);
      continue;
    }
    addSeverities(found, answer.findings);
    await io.out.write(answerLine(asked.id, answer.findings, line));
  }
  if (bad.count > 0) await desk.errors.say({ text: bad.summary(read), failed: bad.count > archive.mostBad });
  return found;
}

/** What is found in a text. Whatever happens to it, the records after it can still be read. */
async function findingsIn({ text, kind }: Question, desk: Desk, settings: Settings): Promise<Pick<Sifted, 'findings'> | Bad> {
  try {
    return desk.sift(await desk.lint({ text, kind, languageId: 'markdown' }, settings), settings, undefined, undefined);
  } catch (error) {
    return { error: `The text could not be read, which is a mistake in Deskside. Please report this: ${error instanceof Error ? error.stack : String(error)}` };
  }
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
