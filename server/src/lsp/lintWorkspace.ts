import { LSPErrorCodes, ResponseError, type CancellationToken, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/index.js';
import { languageOf } from '../files/kinds.js';
import { toDiagnostic } from './diagnostics.js';
import { findingsIn, sourceOf } from './draft.js';
import type { EditorSettings } from './editorSettings.js';
import { decideKind } from './kinds.js';
import { answer, tell } from './messages.js';
import type { FileFindings, LeftAlone, LintWorkspaceResult } from './protocol.js';
import type { ProjectFiles } from './runtime.js';
import type { Session } from './session.js';

/** Files between two messages: few enough that a bar moves, and that whoever types waits for no more than a tenth of a second. */
const BATCH = 10;
/** More marks than this make an editor slow; from here on, only errors and warnings are sent. */
const MANY = 20_000;

/** Answers `deskside/lintWorkspace`: reads every text of the workspace and sends what is found, batch after batch. */
export function provideLintWorkspace(session: Session): void {
  answer(session, 'deskside/lintWorkspace', async (_, token) => {
    const { project } = session.runtime;
    return project ? new WorkspaceRun(session, project, token).run() : null;
  });
}

class WorkspaceRun {
  private readonly editors = new Map<string, Promise<EditorSettings>>();
  private read = 0;
  private findings = 0;
  private left = 0;
  private readonly leftAlone = new Map<string, number>();

  constructor(
    private readonly session: Session,
    private readonly project: ProjectFiles,
    private readonly token: CancellationToken,
  ) {}

  async run(): Promise<LintWorkspaceResult> {
    const { folders } = this.session.settings;
    const perFolder = await Promise.all(folders.map(async (folder) => (await this.project.find(folder, folders, await this.editorOf(folder))).map((uri) => ({ uri, folder }))));
    // A folder of the workspace may lie in another one
    const files = [...new Map(perFolder.flat().map((file) => [file.uri, file])).values()];
    for (let at = 0; at < files.length; at += BATCH) {
      const found: FileFindings[] = [];
      for (const { uri, folder } of files.slice(at, at + BATCH)) found.push(...(await this.file(uri, folder)));
      await this.send(found, Math.min(at + BATCH, files.length), files.length);
    }
    const leftAlone = [...this.leftAlone].map(([folder, texts]): LeftAlone => ({ folder, texts }));
    return { files: this.read, findings: this.findings, left: this.left, leftAlone };
  }

  private editorOf(folder: string): Promise<EditorSettings> {
    const known = this.editors.get(folder) ?? this.session.settings.editorSettings(folder);
    this.editors.set(folder, known);
    return known;
  }

  /** What is found in a file, even when that is nothing: what was found before must go. */
  private async file(uri: string, folder: string): Promise<readonly FileFindings[]> {
    const { session } = this;
    // Of an open document the client shows what it needs: an editor may hold one whose tab is closed
    const text = session.documents.get(uri)?.getText() ?? (await this.project.textOf(uri));
    if (text === undefined) return [];
    const { runtime: { engine }, ignores } = session;
    const languageId = languageOf(uri);
    const settings = await session.settings.ofFile(uri, await this.editorOf(folder));
    const { kind: configured, leftOutBy } = settings.project;
    const { kind } = decideKind({ chosen: undefined, uri, languageId, text, configured, leftOutBy });
    if (kind === undefined && leftOutBy === undefined) this.leaveAlone(uri, folder);
    if (kind === undefined || settings.editor.run === 'off') return [];
    const lens = { engine, settings, uri, kind, languageId, ignores };
    this.read++;
    const { findings } = engine.isEnglish(sourceOf(lens, text)) ? findingsIn(lens, text) : { findings: [] };
    return [{ uri, diagnostics: this.diagnostics(TextDocument.create(uri, languageId, 0, text), findings) }];
  }

  private leaveAlone(uri: string, folder: string): void {
    const root = folder.replace(/\/$/u, '');
    // Editors and file systems spell the same place in two ways (“%28”, “(”), with as many parts
    const [first = '', ...rest] = uri.split('/').slice(root.split('/').length);
    const place = rest.length > 0 ? `${root}/${first}` : root;
    this.leftAlone.set(place, (this.leftAlone.get(place) ?? 0) + 1);
  }

  private diagnostics(document: TextDocument, findings: readonly Finding[]): readonly Diagnostic[] {
    const isMuch = this.findings - this.left > MANY;
    const sent = isMuch ? findings.filter(({ severity }) => severity === 'error' || severity === 'warning') : findings;
    this.findings += findings.length;
    this.left += findings.length - sent.length;
    return sent.map((finding) => toDiagnostic(this.session, document, finding));
  }

  private async send(files: readonly FileFindings[], done: number, total: number): Promise<void> {
    await tell(this.session, 'deskside/didLintFiles', { files, done, total });
    // Lets everything else that waits have its turn: keystrokes, and the wish to stop
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (this.token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Reading the workspace was stopped.');
  }
}
