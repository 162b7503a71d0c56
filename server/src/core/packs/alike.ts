import type { Snippet } from './pack.js';
import { plainText } from './snippet-syntax.js';

/**
 * Snippets that say the same. A text is taken for the set of its pairs of neighbouring words (shingles), and two texts are as
 * like as the pairs they share among all they have (Jaccard): moving a sentence costs little, another subject everything.
 */
const WIDTH = 2;

/** From here on, two texts are one written twice: of twenty words, two were changed. */
const NEARLY_THE_SAME = 0.6;

/** A snippet that says much the same, and how much of it, from 0 to 1. */
export interface Alike {
  readonly snippet: Snippet;
  readonly likeness: number;
}

/** Finds snippets that say what a text says. Takes time in proportion to the snippets that share words with it. */
export class AlikeFinder {
  readonly #sets: readonly ReadonlySet<string>[];
  readonly #having = new Map<string, number[]>();

  constructor(readonly snippets: readonly Snippet[]) {
    this.#sets = snippets.map(({ body }) => shingles(body));
    this.#sets.forEach((set, i) => set.forEach((shingle) => this.#numbersFor(shingle).push(i)));
  }

  /** The snippets that a body is nearly the same as, the most like first. @param body in VS Code's snippet syntax */
  like(body: string, least = NEARLY_THE_SAME): readonly Alike[] {
    const own = shingles(body);
    const shared = new Map<number, number>();
    for (const shingle of own) for (const i of this.#having.get(shingle) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    const found = [...shared].flatMap(([i, count]): Alike[] => {
      const snippet = this.snippets[i];
      const likeness = count / (own.size + (this.#sets[i]?.size ?? 0) - count);
      return snippet && likeness >= least ? [{ snippet, likeness }] : [];
    });
    return found.sort((a, b) => b.likeness - a.likeness);
  }

  #numbersFor(shingle: string): number[] {
    const numbers = this.#having.get(shingle) ?? [];
    this.#having.set(shingle, numbers);
    return numbers;
  }
}

/** What stands in a tab stop or a field differs from one writer to the next and does not count. */
function shingles(body: string): ReadonlySet<string> {
  const words = plainText(withoutStops(body), { empty: ' ' }).toLowerCase().replace(/['’]/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < WIDTH) return new Set(words);
  return new Set(words.slice(WIDTH - 1).map((_, i) => words.slice(i, i + WIDTH).join(' ')));
}

/** Takes the texts out of stops that hold nothing else. */
function withoutStops(body: string): string {
  return body.replace(/\$\{(?:\d+|[A-Za-z_]\w*)(?::[^${}\\]*|\|[^{}\n]*\|)?\}/gu, ' ');
}
