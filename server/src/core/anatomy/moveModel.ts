import type { Move } from './anatomy.js';

/** A trained model, packed to be small; see {@link packModel}. */
export interface PackedModel {
  /** In the order of the weights. */
  readonly moves: readonly Move[];
  /** What of a weight one step is. */
  readonly step: number;
  /** Every feature and, after a tab, a character for its weight in each move; a line each. */
  readonly features: string;
}

/** The character of no weight; the ones before and after it are a step less and a step more. */
const ZERO = 79;

/** Weights are kept to so many steps either way, so that they stay printable. */
const MOST = 47;

/** How much features speak for each move. */
export type Weights = ReadonlyMap<string, readonly number[]>;

/** A linear classifier: the move that a sentence's features speak for most, taken together. */
export class MoveModel {
  readonly #moves: readonly Move[];
  readonly #weights: Weights;

  constructor({ moves, step, features }: PackedModel) {
    this.#moves = moves;
    this.#weights = new Map(features.split('\n').map((line) => unpack(line, step)));
  }

  /** The likeliest move of a sentence with these features. */
  moveOf(features: readonly string[]): Move {
    const votes = this.#moves.map(() => 0);
    for (const feature of features) this.#weights.get(feature)?.forEach((weight, i) => (votes[i] = (votes[i] ?? 0) + weight));
    return this.#moves[votes.indexOf(Math.max(...votes))] ?? 'other';
  }
}

function unpack(line: string, step: number): [feature: string, weights: readonly number[]] {
  const [feature = '', weights = ''] = line.split('\t');
  return [feature, Array.from(weights, (sign) => (sign.charCodeAt(0) - ZERO) * step)];
}

/** Packs trained weights; features that hardly speak for anything are left out. */
export function packModel(moves: readonly Move[], weights: Weights, least: number): PackedModel {
  const kept = [...weights].filter(([, of]) => of.some((weight) => Math.abs(weight) >= least)).sort(([a], [b]) => (a < b ? -1 : 1));
  const step = kept.reduce((most, [, of]) => Math.max(most, ...of.map(Math.abs)), 0) / MOST;
  const features = kept.map(([feature, of]) => `${feature}\t${String.fromCharCode(...of.map((weight) => ZERO + Math.round(weight / step)))}`);
  return { moves, step, features: features.join('\n') };
}
