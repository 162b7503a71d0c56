import type { Writer } from './io.js';

/** A line for the error stream. */
export interface Said {
  /** With its line end. */
  readonly text: string;
  /** Something that was asked for could not be read, or a config is wrong: the exit code is 2. */
  readonly failed: boolean;
}

/** Whoever hears what is wrong. */
export interface Errors {
  say(said: Said): Promise<void>;
}

/** The error stream: says the same once, however often and from wherever it is told. */
export class ErrorStream implements Errors {
  failed = false;
  private readonly heard = new Set<string>();

  constructor(private readonly err: Writer) {}

  async say({ text, failed }: Said): Promise<void> {
    this.failed ||= failed;
    if (this.heard.has(text)) return;
    this.heard.add(text);
    await this.err.write(text);
  }
}

/** Keeps what is said, for somebody else to say. */
export class KeptErrors implements Errors {
  private kept: Said[] = [];

  async say(said: Said): Promise<void> {
    this.kept.push(said);
  }

  /** All that was said since it was last asked. */
  take(): readonly Said[] {
    return this.kept.splice(0);
  }
}
