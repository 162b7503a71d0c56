import { MOVES } from '../server/src/core/anatomy/anatomy.js';
import { MoveModel } from '../server/src/core/anatomy/moveModel.js';
import { labelledFiles, learnMoves, type LabelledFile } from '../scripts/generate/moves.js';

/** How many of a file's sentences a model that has never seen the file is right about. */
interface Held {
  readonly name: string;
  readonly right: number;
  readonly all: number;
}

/** So many times a model is learned; each takes half a minute. */
const FOLDS = 5;

/** Leaves out every fifth file of labelled replies in turn, and prints how well the others teach the moves of each. */
export function crossValidate(): void {
  const files = labelledFiles();
  const held = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => holdOut(files.filter((__, i) => i % FOLDS === fold), files)).map(print);
  const sum = (of: (one: Held) => number): number => held.reduce((total, one) => total + of(one), 0);
  print({ name: 'all sentences', right: sum(({ right }) => right), all: sum(({ all }) => all) });
  console.log(`${'mean over files'.padEnd(22)}${(sum(({ right, all }) => right / all) / held.length).toFixed(3)}`);
}

function holdOut(left: readonly LabelledFile[], files: readonly LabelledFile[]): readonly Held[] {
  const model = new MoveModel(learnMoves(files.flatMap((file) => (left.includes(file) ? [] : file.examples))));
  return left.map(({ name, examples }) => ({ name, right: examples.filter(({ features, label }) => model.moveOf(features) === MOVES[label]).length, all: examples.length }));
}

function print(held: Held): Held {
  console.log(`${held.name.padEnd(22)}${(held.right / held.all).toFixed(3)} of ${held.all}`);
  return held;
}
