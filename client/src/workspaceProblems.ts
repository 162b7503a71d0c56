import { Disposable, languages, TabInputText, TabInputTextDiff, window, workspace, type Diagnostic, type Tab, type Uri } from 'vscode';

/**
 * What Lint Workspace has found, shown among the problems. A document in a tab shows its own findings, of the text on
 * the screen. Every other file shows these, also one that an editor still holds though its tab is closed.
 */
export class WorkspaceProblems implements Disposable {
  readonly #shown = languages.createDiagnosticCollection('deskside-workspace');
  readonly #found = new Map<string, readonly Diagnostic[]>();
  readonly #subscriptions = Disposable.from(
    this.#shown,
    workspace.onDidOpenTextDocument(({ uri }) => this.#show([uri])),
    workspace.onDidCloseTextDocument(({ uri }) => this.#show([uri])),
    // What was found in another text holds no longer
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length && this.#found.delete(document.uri.toString())) this.#show([document.uri]);
    }),
    window.tabGroups.onDidChangeTabs(({ opened, closed }) => this.#show([...opened, ...closed].flatMap(uriOf))),
  );

  /** Puts findings in the place of what was found in the same files before. */
  set(files: readonly (readonly [Uri, readonly Diagnostic[]])[]): void {
    for (const [uri, diagnostics] of files) this.#found.set(uri.toString(), diagnostics);
    this.#show(files.map(([uri]) => uri));
  }

  clear(): void {
    this.#found.clear();
    this.#shown.clear();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** One call for all: VS Code draws its list of problems anew at each. */
  #show(uris: readonly Uri[]): void {
    if (!uris.length) return;
    const open = inTabs();
    this.#shown.set(uris.map((uri) => [uri, open.has(uri.toString()) ? undefined : [...(this.#found.get(uri.toString()) ?? [])]]));
  }
}

/** The documents that stand in a tab and have been loaded: tabs of yesterday are not, until somebody looks at them. */
function inTabs(): ReadonlySet<string> {
  const loaded = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs.flatMap(uriOf)).map(String);
  return new Set(tabs.filter((uri) => loaded.has(uri)));
}

function uriOf({ input }: Tab): Uri[] {
  return input instanceof TabInputText ? [input.uri] : input instanceof TabInputTextDiff ? [input.modified] : [];
}
