import type { Diagnostic } from 'vscode-languageserver';
import type { PackFinding } from '../core/packs/check/checkPack.js';
import { severities } from './diagnostics.js';
import type { PackProblems } from './runtime.js';
import type { Session } from './session.js';

/**
 * Shows what is wrong with a pack as long as one of its snippets is open: in `pack.yaml` too, and in every other file. It
 * is pushed, because nobody asks about files that are not open, and read from the disk, so that it follows a save.
 */
export function providePackDiagnostics(session: Session): void {
  if (!session.runtime.project?.checkPack) return;
  const board = new Board(session);
  const check = (uri: string): void => void board.check(uri).catch((error: unknown) => session.connection.console.error(String(error)));
  session.documents.onDidOpen(({ document }) => check(document.uri));
  session.documents.onDidSave(({ document }) => check(document.uri));
  session.onDidInvalidate((uri) => {
    if (uri === undefined) for (const open of session.documents.keys()) check(open);
  });
}

/** What is shown of which pack. */
class Board {
  private readonly shown = new Map<string, ReadonlySet<string>>();

  constructor(private readonly session: Session) {}

  async check(uri: string): Promise<void> {
    const { query } = await this.session.settings.of(uri);
    const { engine, project } = this.session.runtime;
    const problems = await project?.checkPack?.(query, engine.createLinter);
    if (problems) await this.show(problems);
  }

  private async show({ folder, files }: PackProblems): Promise<void> {
    const before = this.shown.get(folder) ?? new Set();
    this.shown.set(folder, new Set(files.keys()));
    for (const uri of new Set([...before, ...files.keys()])) {
      // A client that asks for nothing shows one list for a file, and that of an open one is its wording.
      if (!this.session.client.pull && this.session.documents.get(uri)) continue;
      await this.session.connection.sendDiagnostics({ uri, diagnostics: (files.get(uri) ?? []).map(toDiagnostic) });
    }
  }
}

/** To the end of the line, whose length nobody knows here. */
function toDiagnostic({ line, column, severity, code, message }: PackFinding): Diagnostic {
  const start = { line: line - 1, character: column - 1 };
  return { range: { start, end: { line, character: 0 } }, severity: severities[severity], source: 'Deskside', code, message };
}
