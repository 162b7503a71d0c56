import { commands, Disposable } from 'vscode';
import type { Deskside } from './deskside.js';

/** Restart and Show Output. */
export function registerRestart({ client }: Deskside): Disposable {
  return Disposable.from(
    commands.registerCommand('deskside.restart', async () => {
      await client.stop();
      await client.start();
    }),
    commands.registerCommand('deskside.showOutput', () => client.outputChannel.show()),
  );
}
