import { tell } from './messages.js';
import type { Session } from './session.js';

/** Tells clients that asked for it what is done with a document, whenever that changes. */
export function provideStatus(session: Session): void {
  if (!session.client.status) return;
  const { documents } = session;
  const told = new Map<string, string>();
  session.onDidRead(({ status }) => {
    const { version: _, ...rest } = status;
    const news = JSON.stringify(rest);
    if (told.get(status.uri) === news) return;
    told.set(status.uri, news);
    void tell(session, 'deskside/didChangeStatus', status);
  });
  const read = (uri: string): void => void session.read(uri, () => undefined).catch(() => undefined);
  documents.onDidOpen(({ document }) => read(document.uri));
  session.onDidInvalidate((uri) => (uri === undefined ? documents.keys().forEach(read) : read(uri)));
  documents.onDidClose(({ document }) => told.delete(document.uri));
}
