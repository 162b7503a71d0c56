import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { ClientNotifications, Requests, ServerNotifications } from './protocol.js';

/** Whoever talks to the client: a session. */
interface Talker {
  readonly connection: Connection;
}

/** Answers a custom request of the client's. */
export function answer<M extends keyof Requests>(
  { connection }: Talker,
  method: M,
  handler: (params: Requests[M]['params'], token: CancellationToken) => Promise<Requests[M]['result']>,
): void {
  connection.onRequest(method, handler);
}

/** Hears a custom notification of the client's. */
export function hear<M extends keyof ClientNotifications>({ connection }: Talker, method: M, handler: (params: ClientNotifications[M]) => void): void {
  connection.onNotification(method, handler);
}

/** Sends the client a custom notification. The promise is kept when it is on its way. */
export function tell<M extends keyof ServerNotifications>({ connection }: Talker, method: M, params: ServerNotifications[M]): Promise<void> {
  return connection.sendNotification(method, params);
}
