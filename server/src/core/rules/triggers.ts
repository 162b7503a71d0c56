/** For every word the patterns that it may belong to, in typed arrays: lists of lists would take milliseconds of every start. */
export class Triggers {
  /** The patterns that no word tells of. */
  readonly always: readonly number[];
  /** Where the patterns of an id begin in `patterns`; those of the next one end them. */
  readonly #starts: Uint32Array;
  readonly #patterns: Uint32Array;

  /** @param words of every pattern, one of which each of its matches contains; undefined where there are none */
  constructor(words: readonly (readonly number[] | undefined)[]) {
    this.always = words.flatMap((of, pattern) => (of ? [] : [pattern]));
    this.#starts = startsOf(words);
    this.#patterns = new Uint32Array(this.#starts.at(-1) ?? 0);
    const next = this.#starts.slice();
    words.forEach((of = NONE, pattern) => {
      for (const id of of) {
        const at = next[id] ?? 0;
        next[id] = at + 1;
        this.#patterns[at] = pattern;
      }
    });
  }

  /** The patterns of a word, in their order. */
  of(id: number): Uint32Array {
    return this.#patterns.subarray(this.#starts[id] ?? 0, this.#starts[id + 1] ?? this.#starts[id] ?? 0);
  }
}

const NONE: readonly number[] = [];

/** Where the patterns of each id begin when those of all ids stand in a row; last, where they end. */
function startsOf(words: readonly (readonly number[] | undefined)[]): Uint32Array {
  let last = -1;
  for (const of of words) for (const id of of ?? NONE) if (id > last) last = id;
  const starts = new Uint32Array(last + 2);
  for (const of of words) for (const id of of ?? NONE) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id <= last; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  return starts;
}
