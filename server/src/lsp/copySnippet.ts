import { answer } from './messages.js';
import { serviceOf } from './packRequests.js';
import { plainly } from './plainly.js';
import { settingsInUse } from './settingsInUse.js';
import type { CopySnippetParams, SavedSnippet } from './protocol.js';
import type { Session } from './session.js';

/** Answers `deskside/copySnippet`: a built-in snippet has no file that could be edited, so that a pack of somebody's own gets a copy. */
export function provideCopySnippet(session: Session): void {
  answer(session, 'deskside/copySnippet', (params) => copy(session, params));
}

async function copy(session: Session, { id, to }: CopySnippetParams): Promise<SavedSnippet | null> {
  const snippet = session.runtime.builtinPacks.flatMap(({ snippets }) => snippets).find((one) => one.id === id);
  if (!snippet) return null;
  const taken = (await settingsInUse(session)).flatMap(({ snippets }) => snippets.flatMap(({ prefix }) => prefix));
  const saved = await plainly(() => serviceOf(session, 'Snippets can be copied').save(to, snippet, taken));
  session.invalidate();
  return saved;
}
