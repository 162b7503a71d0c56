import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { FolderEntry, ServerRequests } from '../../server/src/lsp/protocol.js';
import type { Deskside } from './deskside.js';

type Answer<M extends keyof ServerRequests> = Promise<ServerRequests[M]['result']>;

/** Reads for the server what it has no disk for: the folders of the workspace, and nothing beside them. */
export function registerWorkspaceFiles({ client }: Deskside): Disposable {
  return Disposable.from(
    client.onRequest('deskside/readFile', ({ uri, most = Infinity }: ServerRequests['deskside/readFile']['params']) => within(uri, (address) => readFile(address, most))),
    client.onRequest('deskside/listFolder', ({ uri }: ServerRequests['deskside/listFolder']['params']) => within(uri, listFolder)),
  );
}

async function within<T>(uri: string, read: (address: Uri) => Promise<T | null>): Promise<T | null> {
  const address = Uri.parse(uri);
  if (!workspace.getWorkspaceFolder(address)) return null;
  try {
    return await read(address);
  } catch {
    return null; // Not there, or nobody may read it
  }
}

async function readFile(address: Uri, most: number): Answer<'deskside/readFile'> {
  const { size } = await workspace.fs.stat(address);
  if (size > most) return null;
  const bytes = await workspace.fs.readFile(address);
  // Piece by piece: a call takes so many arguments and no more
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, i) => String.fromCharCode(...bytes.subarray(i * PIECE, (i + 1) * PIECE)));
  return pieces.join('');
}

const PIECE = 8192;

async function listFolder(address: Uri): Answer<'deskside/listFolder'> {
  return (await workspace.fs.readDirectory(address)).map(([name, type]) => ({ name, kind: kindOf(type) }));
}

function kindOf(type: FileType): FolderEntry['kind'] {
  if (type & FileType.File) return 'file';
  if (!(type & FileType.Directory)) return 'other';
  return type & FileType.SymbolicLink ? 'link' : 'folder';
}
