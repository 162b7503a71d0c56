import { FileSystemError, Uri, workspace, type WorkspaceFolder } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Ignore } from '../../server/src/core/ignore.js';
import { request } from '../../server/src/lsp/protocol.js';

/** Where a project keeps its ignores. */
const ignoreFileName = '.deskside-ignore.yaml';

/** The file that holds a text's ignores, as the server reads it, or is to: without any, one in the folder. */
export async function ignoreFileOf(client: BaseLanguageClient, uri: Uri, folder: WorkspaceFolder): Promise<Uri> {
  const text = uri.scheme === folder.uri.scheme ? uri : Uri.joinPath(folder.uri, 'untitled.md');
  const known = await request(client, 'deskside/ignoreFile', { uri: client.code2ProtocolConverter.asUri(text) });
  return known === null ? Uri.joinPath(folder.uri, ignoreFileName) : client.protocol2CodeConverter.asUri(known);
}

/**
 * Adds to an ignore file, leaving what people wrote there as it is. The server knows YAML.
 * @param sentence stands above the entry as a comment: nobody recognises a fingerprint
 * @throws when the file is there but holds something else than a list
 */
export async function addToIgnoreFile(client: BaseLanguageClient, address: Uri, ignore: Ignore, sentence?: string): Promise<void> {
  const adding = added.then(async () => {
    const text = await request(client, 'deskside/addToIgnores', { text: await readText(address), ignore, ...(sentence && { comment: sentence }) });
    await workspace.fs.writeFile(address, new TextEncoder().encode(text));
  });
  added = adding.catch(() => undefined);
  return adding;
}

/** Settles when all entries so far are written: of two at once, the second has to read what the first one wrote. */
let added: Promise<void> = Promise.resolve();

async function readText(address: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(address));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return '';
    throw error;
  }
}
