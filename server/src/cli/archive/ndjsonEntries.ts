import { byteLines } from './byteLines.js';
import type { ByteLine } from './byteLines.js';
import { LONGEST_IN_WORDS, LONGEST_RECORD, decodeUtf8 } from './entry.js';
import type { ArchiveEntry } from './entry.js';

/** The records of an archive that has one JSON object a line; blank lines are none. One line at most is kept in memory. */
export async function* ndjsonEntries(stream: AsyncIterable<Uint8Array>, { firstLine = 1, skipTo }: { readonly firstLine: number | undefined; readonly skipTo: number }): AsyncGenerator<ArchiveEntry> {
  let line = firstLine - 1;
  for await (const bytes of byteLines(stream, LONGEST_RECORD)) {
    line++;
    // What is skipped is not parsed: a run that is taken up again is soon where it was
    const read = line < skipTo ? undefined : readLine(bytes);
    if (read) yield { line, ...read };
  }
}

/** @returns undefined for a blank line */
function readLine({ bytes, tooLong }: ByteLine): { readonly record: object } | { readonly error: string } | undefined {
  if (tooLong) return { error: `The line is longer than ${LONGEST_IN_WORDS}.` };
  const line = decodeUtf8(bytes);
  if (line === undefined) return { error: 'The line is not UTF-8.' };
  if (!line.trim()) return undefined;
  try {
    const record: unknown = JSON.parse(line);
    return isObject(record) ? { record } : { error: 'The line is not an object like {"id":"1","kind":"reply","text":"…"}.' };
  } catch {
    return { error: 'The line is not JSON; put one object on each line.' };
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
