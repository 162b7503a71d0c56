import { commands, Disposable } from 'vscode';
import { request } from '../../server/src/lsp/protocol.js';
import { activeEditor, type Deskside } from './deskside.js';

/** Pause for This File and Resume for This File. */
export function registerPause({ client }: Deskside): Disposable {
  const setPaused = (paused: boolean) => async (): Promise<void> => {
    const uri = activeEditor()?.document.uri.toString();
    if (uri) await request(client, 'deskside/pause', { uri, paused });
  };
  return Disposable.from(
    commands.registerCommand('deskside.pause', setPaused(true)),
    commands.registerCommand('deskside.resume', setPaused(false)),
  );
}
