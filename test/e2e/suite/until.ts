import { languages, window, workspace, type Diagnostic, type Event, type TextDocument, type Uri } from 'vscode';

/**
 * Waits until `probe` has something to give: asked at once, and again whenever `event` fires.
 * @param what is waited for, for the message when it does not come
 */
export function until<T>(what: string, event: Event<unknown>, probe: () => T | undefined): Promise<T> {
  // made here, so that its stack shows who waits
  const vain = new Error(`Waited in vain for ${what}.`);
  return new Promise((done, failed) => {
    const end = (finish: () => void): void => {
      clearTimeout(patience);
      listener.dispose();
      finish();
    };
    const look = (): void => {
      const found = probe();
      if (found !== undefined) end(() => done(found));
    };
    const patience = setTimeout(() => end(() => failed(vain)), 60_000);
    const listener = event(look);
    look();
  });
}

/** Deskside's findings of a category in a document. */
export function findingsOf(uri: Uri, category: string): readonly Diagnostic[] {
  const own = languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'Deskside');
  return own.filter(({ code }) => String(typeof code === 'object' ? code.value : code).startsWith(category));
}

/** The first finding of a category, as soon as there is one. */
export function finding(uri: Uri, category: string): Promise<Diagnostic> {
  return until(`a finding of ${category}`, languages.onDidChangeDiagnostics, () => findingsOf(uri, category)[0]);
}

/** Returns when there is no finding of the category any more. */
export function noFinding(uri: Uri, category: string): Promise<true> {
  return until(`no finding of ${category}`, languages.onDidChangeDiagnostics, () => findingsOf(uri, category).length === 0 || undefined);
}

/** Returns when the text of a document is as the test wants it. */
export function textIs(document: TextDocument, test: (text: string) => boolean): Promise<true> {
  return until(`the text to change from “${document.getText()}”`, workspace.onDidChangeTextDocument, () => test(document.getText()) || undefined);
}

/** The document in the active editor. @throws when there is none */
export function activeDocument(): TextDocument {
  const document = window.activeTextEditor?.document;
  if (!document) throw new Error('No editor is open.');
  return document;
}
