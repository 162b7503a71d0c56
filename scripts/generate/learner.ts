/** A thing to learn from: what is seen of it, and the number of the class it belongs to. */
export interface Example {
  readonly features: readonly string[];
  readonly label: number;
}

/** How often the examples are gone through for one model, and how many models are averaged: the order of the examples matters less then. */
const ROUNDS = 6;
const MODELS = 4;
/** Enough to see which features tell most. */
const FIRST_ROUNDS = 4;
/** Small steps: of rare words, large ones would learn too much. */
const RATE = 0.05;
const DECAY = 0.0005;
/** A feature of fewer examples says more about them than about English. */
const FEWEST = 3;

/**
 * Learns how much every feature speaks for each label: multinomial logistic regression, fitted by AdaGrad (Duchi, Hazan,
 * Singer 2011) with weight decay, always in the same order, so that the same examples give the same weights.
 * It learns first from all features, then from the `most` that told most; half as many tell as much. What is given is
 * the mean of several models, each of which saw the examples in an order of its own.
 */
export function learn(examples: readonly Example[], labels: number, most: number): ReadonlyMap<string, readonly number[]> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= FEWEST).map(([feature]) => feature);
  const telling = [...new Learner(examples, labels, common).learn(FIRST_ROUNDS, 0)].map(([feature, weights]) => ({ feature, worth: spread(weights) * Math.log(1 + (counts.get(feature) ?? 0)) }));
  const best = telling.sort((a, b) => b.worth - a.worth || (a.feature < b.feature ? -1 : 1)).slice(0, most).map(({ feature }) => feature);
  return meanOf(Array.from({ length: MODELS }, (_, model) => new Learner(examples, labels, best).learn(ROUNDS, model * ROUNDS)));
}

function meanOf(models: readonly ReadonlyMap<string, readonly number[]>[]): ReadonlyMap<string, readonly number[]> {
  const [first = new Map<string, readonly number[]>()] = models;
  return new Map([...first].map(([feature, weights]) => [feature, weights.map((_, i) => models.reduce((sum, model) => sum + (model.get(feature)?.[i] ?? 0), 0) / models.length)]));
}

/** How far a feature tells labels apart: what it says for all alike says nothing. */
function spread(weights: readonly number[]): number {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return Math.max(...weights.map((weight) => Math.abs(weight - mean)));
}

class Learner {
  readonly #places: ReadonlyMap<string, number>;
  /** For every feature a weight for each label. */
  readonly #weights: Float64Array;
  /** The sum of the squared steps so far: what has been moved much is moved less. */
  readonly #steps: Float64Array;
  readonly #shares: Float64Array;
  /** The known features of every example, by their place. */
  readonly #seen: readonly Int32Array[];

  constructor(
    readonly examples: readonly Example[],
    readonly labels: number,
    readonly features: readonly string[],
  ) {
    this.#places = new Map(features.map((feature, i) => [feature, i * labels]));
    this.#weights = new Float64Array(features.length * labels);
    this.#steps = new Float64Array(features.length * labels).fill(1e-8);
    this.#shares = new Float64Array(labels);
    this.#seen = examples.map((example) => Int32Array.from(example.features.flatMap((feature) => this.#places.get(feature) ?? [])));
  }

  /** @param seed of the first round's order; every round has the next one */
  learn(rounds: number, seed: number): ReadonlyMap<string, readonly number[]> {
    const order = this.examples.map((_, i) => i);
    for (let round = 0; round < rounds; round++) {
      shuffle(order, seed + round);
      for (const i of order) this.#step(this.#seen[i] ?? new Int32Array(), this.examples[i]?.label ?? 0);
    }
    return new Map([...this.#places].map(([feature, at]) => [feature, [...this.#weights.subarray(at, at + this.labels)]]));
  }

  #step(seen: Int32Array, label: number): void {
    this.#guess(seen);
    this.#shares[label] = (this.#shares[label] ?? 0) - 1;
    for (const at of seen) this.#correct(at);
  }

  /** How likely each label is by the weights so far (softmax). */
  #guess(seen: Int32Array): void {
    this.#shares.fill(0);
    for (const at of seen) for (let i = 0; i < this.labels; i++) this.#shares[i] = (this.#shares[i] ?? 0) + (this.#weights[at + i] ?? 0);
    const most = Math.max(...this.#shares);
    let total = 0;
    for (let i = 0; i < this.labels; i++) total += this.#shares[i] = Math.exp((this.#shares[i] ?? 0) - most);
    for (let i = 0; i < this.labels; i++) this.#shares[i] = (this.#shares[i] ?? 0) / total;
  }

  #correct(at: number): void {
    for (let i = 0; i < this.labels; i++) {
      const weight = this.#weights[at + i] ?? 0;
      const gradient = (this.#shares[i] ?? 0) + DECAY * weight;
      const sum = (this.#steps[at + i] ?? 0) + gradient * gradient;
      this.#steps[at + i] = sum;
      this.#weights[at + i] = weight - (RATE * gradient) / Math.sqrt(sum);
    }
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
