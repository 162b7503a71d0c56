import { fstatSync, writeSync } from 'node:fs';
import type { Writer } from './io.js';

/** One of the streams that the process writes to. */
export interface Output extends Writer {
  /** Whether somebody sees it on a terminal. */
  readonly isTTY: boolean;
  /** The terminal's width. */
  readonly columns: number | undefined;
}

/**
 * Writes to a file or a pipe directly: Node's stream takes 4 ms to open. Terminals have their stream, as only that knows how they
 * write letters, and a pipe whose reader is slow and that does not wait for it has it from then on.
 * @param open the stream of the same descriptor
 * @param onClosed called when nobody reads what is written any more
 */
export function outputTo(descriptor: number, open: () => NodeJS.WriteStream, onClosed: () => void): Output {
  let stream: NodeJS.WriteStream | undefined;
  const opened = (): NodeJS.WriteStream => (stream ??= open().on('error', (error) => void (isClosed(error) && onClosed())));
  const isDirect = writesDirectly(descriptor);
  return {
    get isTTY() {
      return !isDirect && opened().isTTY === true;
    },
    get columns() {
      return isDirect ? undefined : opened().columns;
    },
    async write(text) {
      const rest = isDirect && !stream ? writeDirectly(descriptor, Buffer.from(text), onClosed) : Buffer.from(text);
      if (rest.length > 0) await new Promise<void>((done, fail) => void opened().write(rest, (error) => (error && !isClosed(error) ? fail(error) : done())));
    },
  };
}

function writesDirectly(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isFIFO() || stats.isSocket();
  } catch {
    return false; // Closed: Node opens something in its place.
  }
}

/** @returns what the pipe had no room for; nothing where nobody reads it */
function writeDirectly(descriptor: number, bytes: Buffer, onClosed: () => void): Buffer {
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(descriptor, bytes, at);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return bytes.subarray(at);
    if (!isClosed(error)) throw error;
    onClosed();
    return bytes.subarray(bytes.length);
  }
  return bytes.subarray(at);
}

/** Whether whoever read it has gone: `EOF` is what Windows says. */
function isClosed(error: unknown): boolean {
  return ['EPIPE', 'EOF', 'ECONNRESET'].includes(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
