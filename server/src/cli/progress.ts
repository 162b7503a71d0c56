import type { Io, Writer } from './io.js';

const WIDTH = 24;
const CLEAR = '\r\u001b[K';
/** Fewer files are read before anybody has looked. */
const WORTH_SHOWING = 50;

/** A bar on a terminal's error stream that grows with the files read. Whatever else is written goes above it. */
export class Progress {
  private done = 0;
  private shown = '';

  constructor(
    private readonly err: Writer,
    private readonly total: number,
  ) {}

  /** @returns undefined where nobody would see it, or it would be gone at once */
  static on(io: Pick<Io, 'err' | 'errIsTTY'>, total: number): Progress | undefined {
    return total >= WORTH_SHOWING && io.errIsTTY ? new Progress(io.err, total) : undefined;
  }

  /** One more file is read. */
  async step(): Promise<void> {
    this.done++;
    const filled = Math.floor((this.done / this.total) * WIDTH);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${Math.floor((100 * this.done) / this.total)} % of ${this.total} files`;
    if (bar !== this.shown) await this.err.write(`\r${bar}`);
    this.shown = bar;
  }

  /** Takes the bar away, for something else to be written. */
  async hide(): Promise<void> {
    if (this.shown) await this.err.write(CLEAR);
    this.shown = '';
  }
}
