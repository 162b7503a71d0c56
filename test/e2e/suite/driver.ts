import { workspace, Uri } from 'vscode';
import type { Request } from '../host/driver.js';

/** Where the driver listens: from the environment, or, where there is none (web), from the folder that is open. */
async function findDriver(): Promise<string> {
  const given = typeof process === 'undefined' ? undefined : process.env?.['DESKSIDE_E2E_DRIVER'];
  if (given) return given;
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The driver is nowhere to be found.');
  const note = await workspace.fs.readFile(Uri.joinPath(folder.uri, '.driver'));
  return new TextDecoder().decode(note);
}

let address: Promise<string> | undefined;

/** Asks the driver to do something in the window, and waits until it is done. */
export async function ask(request: Request): Promise<string> {
  address ??= findDriver();
  const response = await fetch(await address, { method: 'POST', body: JSON.stringify(request) });
  const answer = (await response.json()) as { result?: string; error?: string };
  if (answer.error) throw new Error(`${request.do} ${request.what}: ${answer.error}`);
  return answer.result ?? '';
}

/** The window, as a person sees and touches it. A patience (in milliseconds) is for what is tried again when it fails. */
export const ui = {
  see: (selector: string, patience?: number) => ask({ do: 'see', what: selector, patience }),
  gone: (selector: string) => ask({ do: 'gone', what: selector }),
  click: (selector: string, patience?: number) => ask({ do: 'click', what: selector, patience }),
  hover: (selector: string, patience?: number) => ask({ do: 'hover', what: selector, patience }),
  type: (text: string) => ask({ do: 'type', what: text }),
  press: (keys: string) => ask({ do: 'press', what: keys }),
  /** Keeps a picture of the window under `test/e2e/screenshots`. */
  paint: (name: string) => ask({ do: 'paint', what: name }),
};
