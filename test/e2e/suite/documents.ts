import { commands, Uri, window, workspace, type CodeAction, type TextDocument } from 'vscode';
import { finding } from './until.js';

/** The category that the tests look for: the phrase is plain, and the rule will always be there. */
export const blame = 'blame-language';

/** A reply with one thing wrong. */
export const badReply = [
  'Hi Ana,',
  'You should have backed up your files before running the update.',
  'I’ll look into the server log and write to you by 3 pm today with what I find.',
  'Kind regards,\nSam\n',
].join('\n\n');

/** Opens an unsaved reply. */
export async function draft(text = badReply): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'support-reply', content: text });
  await window.showTextDocument(document);
  return document;
}

/** Opens a file of the folder. */
export async function open(name: string): Promise<TextDocument> {
  return (await window.showTextDocument(inFolder(name))).document;
}

/** The address of a file of the folder. */
export function inFolder(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return Uri.joinPath(folder.uri, name);
}

/** The text of a file of the folder, as it is on the disk. */
export async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(inFolder(name)));
}

/** Carries out the code action whose title begins so, at the first finding of {@link blame}. */
export async function act(document: TextDocument, title: string): Promise<void> {
  const { range } = await finding(document.uri, blame);
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
  const action = actions.find((one) => one.title.startsWith(title));
  if (!action?.command) throw new Error(`There is no “${title}” among: ${actions.map((one) => one.title).join(', ')}.`);
  await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Ends with every editor closed, and what was unsaved in them gone. */
export async function closeAll(): Promise<void> {
  while (window.tabGroups.activeTabGroup.activeTab) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
