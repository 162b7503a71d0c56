import { inWord } from './characters.js';
import { hashWith } from './wordTable.js';

/**
 * The runs of letters and digits of a stretch of text. They are found without a branch for their ends, which no processor
 * can foretell and which took twice as long: every character writes where a run might end, and moves on if one does.
 */
class Runs {
  /** Where each run starts and, next to it, where it ends. */
  #edges = new Int32Array(1 << 13);
  /** Of each edge, the hash of the characters before it. */
  #hashes = new Int32Array(1 << 13);

  /** Takes the runs of `[from, to)` in hand. @returns how many they are */
  read(text: string, from: number, to: number): number {
    this.#makeRoom(to - from + 2);
    const edges = this.#edges;
    const hashes = this.#hashes;
    let count = 0;
    let inside = 0;
    let hash = 0;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      const isPart = inWord(code);
      edges[count] = at;
      hashes[count] = hash;
      count += inside ^ isPart;
      hash = hashWith(hash & -inside, code);
      inside = isPart;
    }
    edges[count] = to;
    hashes[count] = hash;
    return (count + inside) >> 1;
  }

  #makeRoom(edges: number): void {
    if (edges <= this.#edges.length) return;
    this.#edges = new Int32Array(2 * edges);
    this.#hashes = new Int32Array(2 * edges);
  }

  /** Where a run starts. */
  startOf(run: number): number {
    return this.#edges[2 * run] ?? 0;
  }

  /** Where a run ends. */
  endOf(run: number): number {
    return this.#edges[2 * run + 1] ?? 0;
  }

  /** The hash of the characters of a run. */
  hashOf(run: number): number {
    return this.#hashes[2 * run + 1] ?? 0;
  }
}

/** The runs of the stretch of text in hand: nothing that reads one reads another meanwhile. */
export const runs = new Runs();
