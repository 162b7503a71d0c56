import { Buffer } from 'node:buffer';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.js';
import { PackError } from './packError.js';
import type { TreeEntry } from './tree.js';

/**
 * What a zip file holds. Only names are read before an entry is asked for, so that what does not belong to a pack is never
 * unpacked, and an entry that unpacks to more than it says is refused by the library.
 * @param name the zip file's, for messages
 * @throws PackError
 */
export async function treeOfZip(bytes: Uint8Array, name: string): Promise<readonly TreeEntry[]> {
  if (bytes.length > LIMITS.archive) throw new PackError(`${name} is larger than ${LIMITS.archive / 1024 / 1024} MB. Zip the pack’s folder alone.`);
  try {
    // Names are decoded here: the library would stop at one that leads out of the folder without saying which pack is meant.
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false, decodeStrings: false });
    return await entriesOf(zip);
  } catch (error) {
    if (error instanceof PackError) throw error;
    throw new PackError(`${name} is no zip file that can be read (${error instanceof Error ? error.message : String(error)}). Get it again.`);
  }
}

async function entriesOf(zip: ZipFile): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const path = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    if (path.endsWith('/')) continue;
    if (entries.length === LIMITS.entries) throw new PackError(`More than ${LIMITS.entries} files in the archive. Zip the pack’s folder alone.`);
    entries.push({ path, kind: kindOf(entry), size: entry.uncompressedSize, packed: entry.compressedSize, read: () => contentsOf(zip, entry) });
  }
  return entries;
}

const TYPE = 0o170000;

/** Unix writes what an entry is into the upper half of these. */
function kindOf({ externalFileAttributes }: Entry): TreeEntry['kind'] {
  const type = (externalFileAttributes >>> 16) & TYPE;
  if (type === 0o120000) return 'link';
  return type === 0 || type === 0o100000 ? 'file' : 'other';
}

async function contentsOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}
