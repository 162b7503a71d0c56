/**
 * Learns what sentences of replies do from `server/moves/`: labelled replies, one JSON object a line. The model is
 * multinomial logistic regression, fitted by AdaGrad (Duchi, Hazan, Singer 2011) with weight decay, always in the same
 * order, so that the same replies make the same model.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { MOVES, type Move } from '../../server/src/core/anatomy/anatomy.js';
import { featuresOf } from '../../server/src/core/anatomy/features.js';
import { packModel, type PackedModel, type Weights } from '../../server/src/core/anatomy/moveModel.js';
import { Vocabulary } from '../../server/src/core/phrase/vocabulary.js';
import { Reading } from '../../server/src/core/rules/reading.js';
import { readProse } from '../../server/src/core/text/read.js';

const FOLDER = new URL('../../server/moves/', import.meta.url);

const ROUNDS = 40;
/** Small steps: of rare words, large ones would learn too much. */
const RATE = 0.05;
const DECAY = 0.002;
/** A feature of fewer sentences says more about them than about English. */
const FEWEST = 3;
/** What a weight must come to, to be kept. */
const LEAST = 0.2;

/** A labelled reply. */
interface LabelledReply {
  readonly text: string;
  readonly moves: readonly { readonly sentence: string; readonly move: Move }[];
}

interface Example {
  readonly features: readonly string[];
  readonly move: number;
}

function labelledReplies(): readonly LabelledReply[] {
  const lines = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl')).sort().flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n'));
  return lines.map((line) => JSON.parse(line) as LabelledReply);
}

/** The sentences of the body; greetings and sign-offs are told by their place. */
function examplesIn({ text, moves }: LabelledReply): readonly Example[] {
  const { body } = new Reading(readProse({ text }), new Vocabulary());
  let from = 0;
  return moves.flatMap(({ sentence, move }): readonly Example[] => {
    const start = text.indexOf(sentence, from);
    const end = start + sentence.length;
    from = start < 0 ? from : end;
    const own = body.find((one) => one.start < end && one.end > start);
    return start < 0 || !own ? [] : [{ features: featuresOf(own), move: MOVES.indexOf(move) }];
  });
}

/** Learns how much every feature speaks for each move. */
function learn(replies: readonly LabelledReply[]): PackedModel {
  const examples = replies.flatMap(examplesIn);
  return packModel(MOVES, new Learner(examples).learn(), LEAST);
}

class Learner {
  readonly #weights = new Map<string, Float64Array>();
  /** The sum of the squared steps so far: what has been moved much is moved less. */
  readonly #steps = new Map<string, Float64Array>();

  constructor(readonly examples: readonly Example[]) {
    const counts = new Map<string, number>();
    for (const { features } of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    for (const [feature, count] of counts) {
      if (count < FEWEST) continue;
      this.#weights.set(feature, new Float64Array(MOVES.length));
      this.#steps.set(feature, new Float64Array(MOVES.length).fill(1e-8));
    }
  }

  learn(): Weights {
    const order = this.examples.map((_, i) => i);
    for (let round = 0; round < ROUNDS; round++) {
      shuffle(order, round);
      for (const i of order) this.#step(this.examples[i]);
    }
    return new Map([...this.#weights].map(([feature, weights]) => [feature, [...weights]]));
  }

  #step(example: Example | undefined): void {
    if (!example) return;
    const known = example.features.filter((feature) => this.#weights.has(feature));
    const errors = this.#likelihoods(known).map((likelihood, move) => likelihood - (move === example.move ? 1 : 0));
    for (const feature of known) this.#correct(feature, errors);
  }

  #correct(feature: string, errors: Float64Array): void {
    const weights = this.#weights.get(feature) ?? errors;
    const steps = this.#steps.get(feature) ?? errors;
    for (let move = 0; move < errors.length; move++) {
      const gradient = (errors[move] ?? 0) + DECAY * (weights[move] ?? 0);
      const sum = (steps[move] ?? 0) + gradient * gradient;
      steps[move] = sum;
      weights[move] = (weights[move] ?? 0) - (RATE * gradient) / Math.sqrt(sum);
    }
  }

  /** How likely each move is by the weights so far (softmax). */
  #likelihoods(features: readonly string[]): Float64Array {
    const votes = new Float64Array(MOVES.length);
    for (const feature of features) this.#weights.get(feature)?.forEach((weight, move) => (votes[move] = (votes[move] ?? 0) + weight));
    const most = Math.max(...votes);
    const shares = votes.map((vote) => Math.exp(vote - most));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => share / total);
  }
}

/** Fisher and Yates, with numbers that are the same every time (a linear congruential generator). */
function shuffle(order: number[], seed: number): void {
  let state = seed + 1;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}

/** The text of `server/src/core/generated/moves.ts`. */
export function generateMoves(): string {
  const { moves, features, weights } = learn(labelledReplies());
  return `// Generated by \`npm run generate\` from server/moves/. Do not edit.
import type { PackedModel } from '../anatomy/moveModel.js';

/** How much each feature of a sentence speaks for each move. */
export const moveModel: PackedModel = {
  moves: ${JSON.stringify(moves)},
  features: ${JSON.stringify(features)},
  weights: ${JSON.stringify(weights)},
};
`;
}
