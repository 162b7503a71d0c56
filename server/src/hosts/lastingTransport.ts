import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';

type Message = Parameters<StdioServerTransport['send']>[0];

/** Asked of it is to tell of changes for as long as the connection lasts, so no end is to wait for the answer. */
const NEVER_ANSWERED = 'subscriptions/listen';

/**
 * Messages on two streams. Who closes the first has no more to ask, and may still want the answers: it ends when all of them
 * are given, or when nobody takes them any more.
 */
export class LastingTransport extends StdioServerTransport {
  /** Settled when it has ended. */
  readonly ended: Promise<void>;
  readonly #input: Readable;
  readonly #output: Writable;
  readonly #open = new Set<number | string>();
  #end: () => void = () => undefined;
  #answered: () => void = () => undefined;
  #waiting: Promise<void> | undefined;

  constructor(input: Readable, output: Writable, maxBufferSize: number) {
    super(input, output, { maxBufferSize });
    this.#input = input;
    this.#output = output;
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  override async start(): Promise<void> {
    const receive = this.onmessage;
    this.onmessage = (message) => {
      this.#note(message);
      receive?.(message);
    };
    await super.start();
  }

  override async send(message: Message): Promise<void> {
    try {
      await super.send(message);
    } finally {
      if (!('method' in message)) this.#settle(message.id);
    }
  }

  override async close(): Promise<void> {
    if (this.#input.readableEnded && this.#output.writable && this.#open.size) await (this.#waiting ??= this.#answers());
    await super.close();
    this.#end();
  }

  #answers(): Promise<void> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#output.once('error', resolve).once('close', resolve);
    });
  }

  #note(message: Message): void {
    if (!('method' in message)) return;
    if ('id' in message && message.method !== NEVER_ANSWERED) this.#open.add(message.id);
    // Who calls a question off is told no more of it
    if (message.method === 'notifications/cancelled') this.#settle(message.params?.['requestId']);
  }

  #settle(id: unknown): void {
    if ((typeof id === 'number' || typeof id === 'string') && this.#open.delete(id) && this.#open.size === 0) this.#answered();
  }
}
