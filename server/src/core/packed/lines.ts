const BREAK = ',\n';

/** Packs values as JSON, a line each; what is undefined comes back so. As columns do, lines that are much alike compress well side by side. */
export function packLines(values: readonly unknown[]): string {
  return `[${values.map((value) => JSON.stringify(value ?? null)).join(BREAK)}]`;
}

/** What {@link packLines} packed. A value is read when it is asked for: of hundreds a short text asks for a few. */
export class Lines<T> {
  #lines: readonly string[] | undefined;
  readonly #read = new Map<number, T | undefined>();

  /** @param packed the lines, fetched when a value is first asked for */
  constructor(readonly packed: () => string) {}

  /** A value, always the same object; undefined where there is none. */
  at(index: number): T | undefined {
    const known = this.#read.get(index);
    if (known !== undefined || this.#read.has(index)) return known;
    this.#lines ??= this.packed().slice(1, -1).split(BREAK);
    const value = (JSON.parse(this.#lines[index] ?? 'null') as T | null) ?? undefined;
    this.#read.set(index, value);
    return value;
  }
}
