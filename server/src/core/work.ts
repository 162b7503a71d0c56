/** What the engine has done since it was loaded. Counts are the same on every machine, whatever else it does. */
export interface Work {
  /** Characters read, as UTF-16 code units. */
  characters: number;
  /** Blocks of prose that were looked through for findings. */
  blocks: number;
  sentences: number;
  /** Phrases of rules that were tried on a sentence. */
  phrases: number;
}

/** Counted as it is done; `npm run bench` holds it to what it was. */
export const work: Work = { characters: 0, blocks: 0, sentences: 0, phrases: 0 };
