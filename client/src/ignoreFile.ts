import { FileSystemError, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { isSeq, parseDocument, YAMLSeq, type Document } from 'yaml';
import type { Ignore } from '../../server/src/core/ignore.js';

/** Where a project keeps its ignores. */
const ignoreFileName = '.deskside-ignore.yaml';

/**
 * Adds to the ignores of a folder, leaving what people wrote there as it is.
 * @param sentence stands above the entry as a comment: nobody recognises a fingerprint
 * @throws when the file is there but holds something else than a list
 */
export async function addToIgnoreFile(folder: WorkspaceFolder, ignore: Ignore, sentence?: string): Promise<void> {
  const address = addressIn(folder);
  const text = withIgnore(await readText(address), ignore, sentence);
  await workspace.fs.writeFile(address, new TextEncoder().encode(text));
}

/** The text of an ignore file with one more entry. */
function withIgnore(text: string, ignore: Ignore, sentence?: string): string {
  const document = parseDocument(text);
  const list = listOf(document);
  const entry = document.createNode(ignore);
  if (sentence) entry.commentBefore = ` ${shorten(sentence)}`;
  list.flow = false;
  list.add(entry);
  return document.toString({ lineWidth: 0 });
}

function listOf(document: Document): YAMLSeq {
  const { contents } = document;
  if (isSeq(contents)) return contents;
  if (contents !== null || document.errors.length > 0) throw new Error(`${ignoreFileName} does not hold a list.`);
  const list = new YAMLSeq();
  document.contents = list;
  return list;
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
