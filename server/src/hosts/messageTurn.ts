/**
 * Makes what lets others have their turn where there is no `setImmediate`: a message to oneself comes after those that have
 * arrived. A timer would be held back for four milliseconds once some have run out.
 */
export function messageTurn({ port1, port2 }: Pick<MessageChannel, 'port1' | 'port2'>): () => Promise<void> {
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () => new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(undefined);
  });
}
