import { workspace, type Disposable } from 'vscode';
import { notify } from '../../server/src/lsp/protocol.js';
import type { Deskside } from './deskside.js';

/** Tells the server when somebody vouches for the workspace: from then on the rules of its packs hold. */
export function registerTrust({ client }: Deskside): Disposable {
  return workspace.onDidGrantWorkspaceTrust(() => notify(client, 'deskside/trust', {}));
}
