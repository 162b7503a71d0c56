/** Work that can be put aside between its steps, each of which is over soon. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all the work that is left. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
