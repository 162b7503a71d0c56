/** Some work that was asked for. */
export interface Asked<T> {
  /** The same for everybody who asks while it goes on. */
  readonly done: Promise<T>;
  /** Whether it went on already. */
  readonly isUnderWay: boolean;
}

/** Does some work once at a time: who asks while it goes on waits for it. */
export function oneAtATime<T>(work: () => Promise<T>): () => Asked<T> {
  let going: Promise<T> | undefined;
  return () => {
    const isUnderWay = going !== undefined;
    going ??= work().finally(() => {
      going = undefined;
    });
    return { done: going, isUnderWay };
  };
}
