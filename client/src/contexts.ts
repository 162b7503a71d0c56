import { commands, type Disposable } from 'vscode';
import type { DocumentStatus } from '../../server/src/lsp/protocol.js';
import type { Statuses } from './statuses.js';

/** What menus and views are shown by: `deskside.state`, `deskside.kind`, `deskside.selection` (a part alone is read) and `deskside.foreign` (not in English) of the text in front. */
export function registerContexts(statuses: Statuses): Disposable {
  const known = new Map<string, unknown>();
  const set = (key: string, value: unknown): void => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void commands.executeCommand('setContext', `deskside.${key}`, value);
  };
  return statuses.onDidChange(() => {
    set('state', state(statuses.active));
    set('kind', statuses.active?.kind ?? '');
    set('selection', statuses.active?.selection === true);
    set('foreign', statuses.active?.english === false);
  });
}

/** The palette offers Pause or Resume by this. */
function state(status: DocumentStatus | undefined): 'paused' | 'off' | 'on' {
  if (status?.paused) return 'paused';
  return status && status.kind !== null ? 'on' : 'off';
}
