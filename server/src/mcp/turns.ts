/** Lets messages be received. @throws the signal's reason where one of them calls the work off */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => void setImmediate(resolve));
  signal.throwIfAborted();
}

/**
 * One call after the other: reading a text takes the processor alone. Before each, messages are received, so that one that was
 * called off meanwhile is never begun.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does some work when its turn has come. @throws the signal's reason where it was called off before */
  take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(async () => {
      await breathe(signal);
      return work();
    });
    this.#last = done.catch(() => undefined);
    return done;
  }
}
