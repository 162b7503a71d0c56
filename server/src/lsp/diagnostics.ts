import {
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../core/index.js';
import { toRange } from './documents.js';
import { ShownDiagnostics } from './shownDiagnostics.js';
import { rulePageAddress } from './rulePages.js';
import type { Reading, Session } from './session.js';

/** A severity as the protocol numbers it. */
export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Shows findings: pulled where the client offers that, pushed otherwise. */
export function provideDiagnostics(session: Session): void {
  if (session.client.pull) providePull(session);
  else providePush(session);
}

/** A finding as editors show it. */
export function toDiagnostic(session: Session, document: TextDocument, finding: Finding): Diagnostic {
  const href = session.client.diagnosticLinks ? rulePageAddress(session, finding.rule, finding.category) : undefined;
  return {
    range: toRange(document, finding),
    severity: severities[finding.severity],
    source: 'Deskside',
    code: finding.rule,
    message: finding.message,
    ...(href !== undefined && { codeDescription: { href } }),
  };
}

/** All findings of a reading as editors show them. */
export function toDiagnostics(session: Session, document: TextDocument, reading: Reading): Diagnostic[] {
  return [...reading.findings.map((finding) => toDiagnostic(session, document, finding)), ...reading.known.map((finding) => toFaded(session, document, finding))];
}

/** A finding of the baseline: not urgent, but there for whoever works on the sentence anyway. */
export function toFaded(session: Session, document: TextDocument, finding: Finding): Diagnostic {
  return { ...toDiagnostic(session, document, finding), severity: DiagnosticSeverity.Hint, tags: [DiagnosticTag.Unnecessary] };
}

function providePull(session: Session): void {
  const saves = new SaveGate(session);
  const shown = new ShownDiagnostics(session);
  session.connection.languages.diagnostics.on(async (params, token) => (await pull(session, { saves, shown }, params, token)) ?? { kind: DocumentDiagnosticReportKind.Full, items: [] });
  session.onDidInvalidate(() => {
    saves.openAll();
    if (session.client.pullRefresh) session.connection.languages.diagnostics.refresh().catch(() => undefined);
  });
}

interface Editor {
  readonly saves: SaveGate;
  readonly shown: ShownDiagnostics;
}

function pull(session: Session, { saves, shown }: Editor, params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport | undefined> {
  const { previousResultId, textDocument: { uri } } = params;
  return session.read(
    uri,
    (reading, document) => {
      // While waiting for a save, what the editor shows moves with the text: let it.
      if (previousResultId !== undefined && (previousResultId === reading.id || !saves.admits(reading))) return unchanged(previousResultId);
      if (previousResultId !== undefined && shown.stand(uri, previousResultId, reading)) return unchanged(previousResultId);
      const items = toDiagnostics(session, document, reading);
      const same = previousResultId !== undefined && shown.are(uri, previousResultId, items) ? previousResultId : undefined;
      shown.show(uri, same ?? reading.id, items, reading);
      if (same !== undefined) return unchanged(same);
      return { kind: DocumentDiagnosticReportKind.Full, resultId: reading.id, items };
    },
    token,
  );
}

function unchanged(resultId: string): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
}

/** For `run: onSave`: tells whether the version on screen has been saved, opened or asked for anew. */
class SaveGate {
  private readonly admitted = new Map<string, number>();

  constructor(private readonly session: Session) {
    const admit = ({ document }: { document: TextDocument }): void => void this.admitted.set(document.uri, document.version);
    session.documents.onDidOpen(admit);
    session.documents.onDidSave((event) => {
      admit(event);
      this.announce(event.document.uri);
    });
    session.documents.onDidClose(({ document }) => this.admitted.delete(document.uri));
  }

  admits({ document, settings }: Reading): boolean {
    // A draft without a file is never saved.
    return settings.editor.run !== 'onSave' || document.uri.startsWith('untitled:') || this.admitted.get(document.uri) === document.version;
  }

  /** Clients pull when a text changes; that a save changes anything, they must be told. */
  private announce(uri: string): void {
    const { client, connection } = this.session;
    const read = this.session.read(uri, ({ settings }) => client.pullRefresh && settings.editor.run === 'onSave');
    read.then((news) => (news ? connection.languages.diagnostics.refresh() : undefined)).catch(() => undefined);
  }

  openAll(): void {
    for (const { uri, version } of this.session.documents.all()) this.admitted.set(uri, version);
  }
}

function providePush(session: Session): void {
  const { documents } = session;
  const pusher = new Pusher(session);
  const opened = new Set<string>();
  documents.onDidOpen(({ document }) => {
    opened.add(document.uri);
    pusher.push(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    // Opening counts as a change, too.
    if (!opened.delete(document.uri)) pusher.pushSoon(document.uri);
  });
  documents.onDidSave(({ document }) => pusher.push(document.uri));
  documents.onDidClose(({ document }) => pusher.close(document.uri));
  session.onDidInvalidate((uri) => {
    for (const document of documents.all()) if (uri === undefined || uri === document.uri) pusher.push(document.uri);
  });
}

/** Pushes diagnostics, a moment after the last keystroke. */
class Pusher {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** What was pushed last and not yet taken back. */
  private readonly shown = new Map<string, string>();

  constructor(private readonly session: Session) {}

  pushSoon(uri: string): void {
    clearTimeout(this.timers.get(uri));
    const timer = setTimeout(() => void this.deliver(uri, true), this.session.runtime.pushDelay ?? 200);
    this.timers.set(uri, timer);
  }

  push(uri: string): void {
    this.cancel(uri);
    void this.deliver(uri, false);
  }

  close(uri: string): void {
    this.cancel(uri);
    if (this.shown.delete(uri)) this.send(uri, undefined, []);
  }

  private cancel(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }

  private async deliver(uri: string, typing: boolean): Promise<void> {
    this.timers.delete(uri);
    const { session } = this;
    await session
      .read(uri, (reading, document) => {
        if (typing && reading.settings.editor.run === 'onSave' && !uri.startsWith('untitled:')) return;
        if (this.shown.get(uri) === reading.id) return;
        // What is left alone has nothing to be told, except to take back what was told before.
        if (reading.lens === undefined && reading.findings.length === 0 && !this.shown.has(uri)) return;
        this.shown.set(uri, reading.id);
        this.send(uri, reading.document.version, toDiagnostics(session, document, reading));
      })
      .catch((error: unknown) => session.connection.console.error(`Diagnostics failed: ${String(error)}`));
  }

  private send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    const versioned = version !== undefined && this.session.client.diagnosticVersions ? { version } : {};
    void this.session.connection.sendDiagnostics({ uri, diagnostics, ...versioned });
  }
}

