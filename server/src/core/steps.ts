/** Work that can be put aside between its steps, each of which is over soon. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all the work that is left. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** So many characters are read in one step: half a millisecond, once the code is optimised. */
export const A_PART = 20_000;

/** So many items are looked at in one step. */
const A_FEW = 20;

/** Does something with each of some items, a few in one step. */
export function* each<T>(items: Iterable<T>, work: (item: T) => void, few = A_FEW): Steps<void> {
  let done = 0;
  for (const item of items) {
    work(item);
    if (++done % few === 0) yield;
  }
}

/** The items that pass a test, a few tried in one step. */
export function* filtering<T>(items: Iterable<T>, test: (item: T) => boolean, few = A_FEW): Steps<readonly T[]> {
  const passed: T[] = [];
  yield* each(items, (item) => {
    if (test(item)) passed.push(item);
  }, few);
  return passed;
}

/** The first item that passes a test, a few tried in one step. */
export function* finding<T>(items: Iterable<T>, test: (item: T) => boolean, few = A_FEW): Steps<T | undefined> {
  let tried = 0;
  for (const item of items) {
    if (test(item)) return item;
    if (++tried % few === 0) yield;
  }
  return undefined;
}
