import type { NamedFinding } from '../core/baseline.js';

/** Keeps texts by name from one run to the next. What cannot be kept is no failure, only slower next time. */
export interface TextStore {
  get(name: string): string | undefined;
  set(name: string, text: string): void;
}

/** Findings of earlier runs. One entry a file, so that it never grows beyond them. */
export class Cache {
  constructor(
    private readonly store: TextStore,
    private readonly hash: (text: string) => string,
    private readonly version: string,
  ) {}

  /**
   * The findings of a text: kept ones, when nothing that decides about them has changed.
   * @param parts all that decides about them; @param path names the entry
   */
  async findings(path: string, parts: readonly unknown[], find: () => Promise<readonly NamedFinding[]>): Promise<readonly NamedFinding[]> {
    const name = this.hash(path);
    const key = this.hash(JSON.stringify([this.version, ...parts]));
    const kept = this.store.get(name);
    // The entry is our own, and whole: only the key has to be compared
    if (kept?.startsWith(`${key}\n`)) return parseFindings(kept.slice(key.length + 1)) ?? find();
    const found = await find();
    this.store.set(name, `${key}\n${JSON.stringify(found)}`);
    return found;
  }
}

function parseFindings(text: string): readonly NamedFinding[] | undefined {
  try {
    return JSON.parse(text) as readonly NamedFinding[];
  } catch {
    return undefined; // A disk that was full.
  }
}
