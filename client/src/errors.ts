import { window, type CancellationToken } from 'vscode';

/** Does what a person has asked for; what goes wrong is told them in the server's words, unless they have called it off. */
export async function told<T>(work: () => Promise<T>, token?: CancellationToken): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!token?.isCancellationRequested) void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
