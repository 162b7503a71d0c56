import { FileSystemError, Uri, workspace, type WorkspaceFolder } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Ignore } from '../../server/src/core/ignore.js';
import { request } from '../../server/src/lsp/protocol.js';

/** Where a project keeps its ignores. */
const ignoreFileName = '.deskside-ignore.yaml';

/**
 * Adds to the ignores of a folder, leaving what people wrote there as it is. The server knows YAML.
 * @param sentence stands above the entry as a comment: nobody recognises a fingerprint
 * @throws when the file is there but holds something else than a list
 */
export async function addToIgnoreFile(client: BaseLanguageClient, folder: WorkspaceFolder, ignore: Ignore, sentence?: string): Promise<void> {
  const address = addressIn(folder);
  const text = await request(client, 'deskside/addToIgnores', { text: await readText(address), ignore, ...(sentence && { comment: shorten(sentence) }) });
  await workspace.fs.writeFile(address, new TextEncoder().encode(text));
}

function shorten(sentence: string): string {
  const line = sentence.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

const addressIn = (folder: WorkspaceFolder): Uri => Uri.joinPath(folder.uri, ignoreFileName);

async function readText(address: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(address));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return '';
    throw error;
  }
}
