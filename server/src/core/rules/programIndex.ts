import type { Need } from '../phrase/needs.js';

/**
 * What has to be known of compiled rules before a text is read, made ahead of time for the built-in ones
 * (`npm run generate`): parsing and compiling every phrase would cost most of a second at start. Numbers are
 * base 36. Nothing is unpacked before a text asks for it.
 */
export interface ProgramIndex {
  /** The words of all phrases and conditions in the order of their ids, with spaces between them. */
  readonly vocabulary: string;
  /** For every id the patterns it is the rarest need of, with `;` between ids and spaces between patterns. */
  readonly triggers: string;
  /** Sets of ids, with `;` between sets and spaces between ids. */
  readonly needs: string;
  /** For every pattern the places in `needs` of what it needs, with `;` between patterns and spaces between places. */
  readonly patterns: string;
}

/** An index, ready to be asked. */
export class OpenIndex {
  readonly words: readonly string[];
  readonly #triggers: readonly string[];
  readonly #patterns: readonly string[];
  readonly #needs: readonly Need[];

  constructor({ vocabulary, triggers, needs, patterns }: ProgramIndex) {
    this.words = vocabulary.split(' ');
    this.#triggers = triggers.split(';');
    this.#patterns = patterns.split(';');
    this.#needs = needs.split(';').map((ids) => new PackedNeed(ids));
  }

  /** Whether it covers a pattern. */
  covers(pattern: number): boolean {
    return pattern < this.#patterns.length;
  }

  /** What a pattern needs, the rarest first. */
  needsOf(pattern: number): readonly Need[] {
    return numbers(this.#patterns[pattern]).flatMap((place) => this.#needs[place] ?? []);
  }

  /** The patterns that an id is the rarest need of. */
  triggeredBy(id: number): readonly number[] {
    return numbers(this.#triggers[id]);
  }
}

class PackedNeed implements Need {
  readonly cost = 0;
  #ids: ReadonlySet<number> | undefined;

  constructor(readonly packed: string) {}

  get ids(): ReadonlySet<number> {
    return (this.#ids ??= new Set(numbers(this.packed)));
  }
}

function numbers(packed: string | undefined): readonly number[] {
  return packed ? packed.split(' ').map((one) => Number.parseInt(one, 36)) : [];
}

function pack(list: Iterable<number>): string {
  return [...list].map((one) => one.toString(36)).join(' ');
}

/** A second need with more words than this tells little, and takes room. */
const MOST_IDS = 40;

/** Writes an index. @param needs of every pattern, the rarest first */
export function writeIndex(words: readonly string[], needs: readonly (readonly Need[])[]): ProgramIndex {
  const places = new Map<string, number>();
  const placeOf = ({ ids }: Need): number => {
    const key = pack([...ids].sort((a, b) => a - b));
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  };
  const kept = needs.map((of) => of.filter(({ ids }, i) => i === 0 || ids.size <= MOST_IDS));
  const patterns = kept.map((of) => pack(of.map(placeOf))).join(';');
  return { vocabulary: words.join(' '), triggers: triggersOf(kept).map(pack).join(';'), needs: [...places.keys()].join(';'), patterns };
}

function triggersOf(needs: readonly (readonly Need[])[]): readonly (readonly number[])[] {
  const triggers: number[][] = [];
  needs.forEach(([rarest], pattern) => {
    for (const id of rarest?.ids ?? []) (triggers[id] ??= []).push(pattern);
  });
  return Array.from(triggers, (of) => of ?? []);
}
