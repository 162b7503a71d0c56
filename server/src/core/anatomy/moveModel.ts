import { packNumbers, packSmall, unpackNumbers, unpackSmall } from '../packed/digits.js';
import type { Move } from './anatomy.js';

/** A trained model, packed to be small; see {@link packModel}. */
export interface PackedModel {
  /** In the order of the weights. */
  readonly moves: readonly Move[];
  /** The hashes of the features in rising order, each as what it is more than the one before. */
  readonly features: string;
  /** For every feature in this order a weight for each move, in steps. */
  readonly weights: string;
}

/** How much features speak for each move. */
export type Weights = ReadonlyMap<string, readonly number[]>;

/** A linear classifier: the move that a sentence's features speak for most, taken together. */
export class MoveModel {
  readonly #moves: readonly Move[];
  readonly #hashes: Uint32Array;
  /** By the first bits of a hash: the place of the first feature that has them, or would. To search all of them took a look for each bit of their number. */
  readonly #firsts: Uint32Array;
  /** Unpacked feature by feature, as each is met: a short text meets a hundredth of them. */
  readonly #weights: Int8Array;
  readonly #isUnpacked: Uint8Array;
  readonly #packedWeights: string;

  constructor({ moves, features, weights }: PackedModel) {
    this.#moves = moves;
    this.#hashes = unpackNumbers(features);
    for (let i = 1; i < this.#hashes.length; i++) this.#hashes[i] = (this.#hashes[i] ?? 0) + (this.#hashes[i - 1] ?? 0);
    this.#firsts = firstPlaces(this.#hashes);
    this.#packedWeights = weights;
    this.#weights = new Int8Array(weights.length);
    this.#isUnpacked = new Uint8Array(this.#hashes.length);
  }

  /** The likeliest move of a sentence with these features. @param before what other features of it have voted */
  moveOf(features: readonly string[], before?: readonly number[]): Move {
    const votes = this.votesOf(features, before);
    return this.#moves[votes.indexOf(Math.max(...votes))] ?? 'other';
  }

  /** How much features speak for each move, on top of others. What is true of all of them is the sum of what is true of some. */
  votesOf(features: readonly string[], before?: readonly number[]): readonly number[] {
    const votes = before ? [...before] : this.#moves.map(() => 0);
    for (const feature of features) {
      const first = this.#weightsOf(this.#placeOf(hashOf(feature)));
      for (let move = 0; first >= 0 && move < votes.length; move++) votes[move] = (votes[move] ?? 0) + (this.#weights[first + move] ?? 0);
    }
    return votes;
  }

  /** Where the weights of a known feature begin; less than 0 for an unknown one. */
  #weightsOf(place: number): number {
    const first = place * this.#moves.length;
    if (place >= 0 && !this.#isUnpacked[place]) {
      this.#isUnpacked[place] = 1;
      unpackSmall(this.#packedWeights, this.#weights, first, first + this.#moves.length);
    }
    return first;
  }

  /** Where a feature stands; -1 for one that the model does not know. */
  #placeOf(hash: number): number {
    let place = this.#firsts[firstBitsOf(hash)] ?? 0;
    while ((this.#hashes[place] ?? Infinity) < hash) place++;
    return this.#hashes[place] === hash ? place : -1;
  }
}

const HASH_BITS = 24;
const FIRST_BITS = 12;

/** By the first bits of a hash: the first place in a rising list where a hash has them, or more. */
function firstPlaces(hashes: Uint32Array): Uint32Array {
  const firsts = new Uint32Array(1 << FIRST_BITS);
  let place = 0;
  for (let bits = 0; bits < firsts.length; bits++) {
    while (place < hashes.length && firstBitsOf(hashes[place] ?? 0) < bits) place++;
    firsts[bits] = place;
  }
  return firsts;
}

function firstBitsOf(hash: number): number {
  return hash >>> (HASH_BITS - FIRST_BITS);
}

/**
 * 24 bits of FNV-1a. The model knows features by their hash alone: their names would take half its room. One unknown
 * feature in two thousand is taken for a known one, which is one small voice among dozens.
 */
function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 24)) & ((1 << HASH_BITS) - 1);
}

/** Of the usual weight (the root of the mean square), what one step is. At 0.4 it takes a sixth less room, and one sentence in a hundred another move. */
const STEP = 0.2;

/** Packs trained weights. Of two features with one hash, the one that says more is kept. */
export function packModel(moves: readonly Move[], weights: Weights): PackedModel {
  const kept = [...weights].map(([feature, of]) => ({ hash: hashOf(feature), of: centred(of) }));
  const byHash = [...new Map(kept.sort((a, b) => a.hash - b.hash || loudness(a.of) - loudness(b.of)).map(({ hash, of }) => [hash, of]))];
  const all = byHash.flatMap(([, of]) => of);
  const step = STEP * Math.sqrt(all.reduce((sum, weight) => sum + weight * weight, 0) / all.length);
  const hashes = byHash.map(([hash]) => hash);
  return {
    moves,
    features: packNumbers(hashes.map((hash, i) => hash - (hashes[i - 1] ?? 0))),
    weights: packSmall(all.map((weight) => Math.max(-32, Math.min(31, Math.round(weight / step))))),
  };
}

/** What a feature says for all moves alike says nothing, and would only take room. */
function centred(weights: readonly number[]): readonly number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight - mean);
}

function loudness(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
}
