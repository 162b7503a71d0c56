import assert from 'node:assert/strict';
import type { PackProblem } from '../../server/src/core/packs/pack.js';
import { readPackFolder } from '../../server/src/files/packs.js';
import { fromPack, keptPath, toPack } from '../../server/src/exchange/index.js';
import type { Format, Note } from '../../server/src/exchange/index.js';
import type { Library } from '../../server/src/exchange/library.js';
import { memoryFileSystem } from '../cli/memoryFileSystem.js';

export interface Trip {
  /** The pack's files, by their paths inside it. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly PackProblem[];
  /** What the import said. */
  readonly notes: readonly Note[];
  /** What the export said. */
  readonly exportNotes: readonly Note[];
  readonly library: Library;
  /** What came out. */
  readonly text: string;
}

/** Imports a text into a pack on a disk of its own, reads the pack as Deskside does, and exports it again. */
export async function roundTrip(format: Format, text: string, to: Format = format): Promise<Trip> {
  const { files, notes } = toPack(format, await format.read(text), 'my-team');
  const fs = memoryFileSystem(Object.fromEntries([...files].map(([path, contents]) => [`/my-team/${path}`, contents])));
  const { pack, problems } = await readPackFolder(fs, '/my-team');
  assert.ok(pack, JSON.stringify(problems));
  const library = fromPack(pack, files.get(keptPath(to)));
  const written = await to.write(library);
  return { files, problems, notes, exportNotes: written.notes, library, text: written.text };
}
