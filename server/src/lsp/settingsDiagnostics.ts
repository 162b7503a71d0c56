import type { Diagnostic } from 'vscode-languageserver';
import { severities } from './diagnostics.js';
import type { FileProblems } from './runtime.js';
import type { Session } from './session.js';

const NONE: FileProblems = new Map();

/**
 * Shows what is wrong with the settings files that hold for the open folders and texts, in those files. It is pushed, because
 * nobody asks about files that are not open, and what was read from the disk is told, so that it follows a save.
 */
export function provideSettingsDiagnostics(session: Session): void {
  if (!session.runtime.project) return;
  const board = new Board(session);
  const readFolders = (): void => void board.readFolders().catch((error: unknown) => session.connection.console.error(String(error)));
  session.onDidRead(({ document: { uri }, settings }) => board.take(uri, settings.project.fileProblems));
  session.documents.onDidClose(({ document: { uri } }) => board.take(uri, undefined));
  session.onDidInvalidate((uri) => {
    if (uri === undefined) readFolders();
  });
  readFolders();
}

/** What is shown of which file. */
class Board {
  /** By the folder or text that the files hold for. */
  private readonly known = new Map<string, FileProblems>();
  /** By file, as it was sent. */
  private readonly shown = new Map<string, string>();

  constructor(private readonly session: Session) {}

  /** Where a settings file is written, no text need be open. */
  async readFolders(): Promise<void> {
    const { settings, client, runtime: { project } } = this.session;
    for (const folder of settings.folders) {
      const uri = `${folder.replace(/\/$/u, '')}/.deskside.yaml`;
      const query = { uri, folders: settings.folders, trusted: client.trusted, editor: await settings.editorSettings(folder) };
      this.take(folder, (await project?.read(query))?.fileProblems);
    }
  }

  /** Nearly always it is what it was: every key has a text read anew. */
  take(uri: string, problems: FileProblems = NONE): void {
    if ((this.known.get(uri) ?? NONE) === problems) return;
    if (problems.size === 0) this.known.delete(uri);
    else this.known.set(uri, problems);
    this.show();
  }

  private show(): void {
    const all = new Map([...this.known.values()].flatMap((problems) => [...problems]));
    for (const uri of new Set([...this.shown.keys(), ...all.keys()])) {
      const diagnostics = (all.get(uri) ?? []).map(toDiagnostic);
      const sent = JSON.stringify(diagnostics);
      if ((this.shown.get(uri) ?? '[]') === sent) continue;
      if (diagnostics.length > 0) this.shown.set(uri, sent);
      else this.shown.delete(uri);
      void this.session.connection.sendDiagnostics({ uri, diagnostics });
    }
  }
}

/** To the end of the line, whose length nobody knows here. */
function toDiagnostic({ line, column, severity, message }: NonNullable<ReturnType<FileProblems['get']>>[number]): Diagnostic {
  return { range: { start: { line: line - 1, character: column - 1 }, end: { line, character: 0 } }, severity: severities[severity], source: 'Deskside', message };
}
