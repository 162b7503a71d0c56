import { basename, dirname } from 'pathe';
import { LONGEST_FILE, type Entry, type EntryKind, type FileSystem } from '../files/fileSystem.js';
import type { ServerRequests } from '../lsp/protocol.js';
import { virtualUri } from './virtualPaths.js';

/** Asks the client something: the server's connection. */
export interface Asker {
  sendRequest<R>(method: string, params: unknown): Promise<R>;
}

/**
 * The files of workspaces that are on no disk, read by the client. Paths are those of `virtualPaths`. What stands in a
 * folder is remembered, as every text asks for the same few names in all folders above it.
 */
export class ClientFiles implements FileSystem {
  private readonly listed = new Map<string, Promise<readonly Entry[] | undefined>>();

  constructor(private readonly client: Asker) {}

  async read(path: string, most = LONGEST_FILE): Promise<Uint8Array> {
    const bytes = await this.ask('deskside/readFile', path, { most });
    if (bytes === undefined) throw missing();
    return Uint8Array.from(bytes, (char) => char.charCodeAt(0));
  }

  async list(path: string): Promise<readonly Entry[]> {
    const entries = await this.listAnew(path);
    if (!entries) throw missing();
    return entries;
  }

  async stat(path: string): Promise<EntryKind | undefined> {
    const beside = await this.entries(dirname(path));
    if (!beside) return (await this.entries(path)) ? 'folder' : undefined; // A folder of the workspace: above it nobody looks
    const kind = beside.find(({ name }) => name === basename(path))?.kind;
    return kind === 'link' ? 'other' : kind;
  }

  /** Links are not followed here. */
  realPath(path: string): Promise<string> {
    return Promise.resolve(path);
  }

  /** Something has changed. */
  forget(): void {
    this.listed.clear();
  }

  private entries(folder: string): Promise<readonly Entry[] | undefined> {
    return this.listed.get(folder) ?? this.listAnew(folder);
  }

  private listAnew(folder: string): Promise<readonly Entry[] | undefined> {
    const entries = this.ask('deskside/listFolder', folder, {}, () => this.listed.delete(folder));
    this.listed.set(folder, entries);
    return entries;
  }

  /**
   * Undefined where there is nothing, and where a client knows no such request.
   * @param onFailure called where the client could not say: next time it may
   */
  private async ask<M extends keyof ServerRequests>(method: M, path: string, more: Omit<ServerRequests[M]['params'], 'uri'>, onFailure?: () => void): Promise<NonNullable<ServerRequests[M]['result']> | undefined> {
    const uri = virtualUri(path);
    if (uri === undefined) return undefined;
    const answer = await this.client.sendRequest<ServerRequests[M]['result']>(method, { uri, ...more }).catch((error: unknown) => {
      if (!isUnknownRequest(error)) onFailure?.();
      return null;
    });
    return answer ?? undefined;
  }
}

/** The disk, and beside it what only the client can read. */
export function withClientFiles(disk: FileSystem, client: ClientFiles): FileSystem {
  const of = (path: string): FileSystem => (virtualUri(path) === undefined ? disk : client);
  return {
    read: (path, most) => of(path).read(path, most),
    list: (path) => of(path).list(path),
    stat: (path) => of(path).stat(path),
    realPath: (path) => of(path).realPath(path),
  };
}

/** JSON-RPC's “method not found”. */
const METHOD_NOT_FOUND = -32601;

function isUnknownRequest(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === METHOD_NOT_FOUND;
}

function missing(): Error {
  return Object.assign(new Error('there is no such file'), { code: 'ENOENT' });
}
