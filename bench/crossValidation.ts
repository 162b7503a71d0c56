import { MOVES } from '../server/src/core/anatomy/anatomy.js';
import { MoveModel } from '../server/src/core/anatomy/moveModel.js';
import { labelledFiles, learnMoves, type LabelledFile } from '../scripts/generate/moves.js';

/** How many of a file's sentences a model that has never seen the file is right about. */
interface Held {
  readonly name: string;
  readonly right: number;
  readonly all: number;
}

/** Leaves out one file of labelled replies after the other, and prints how well the others teach its moves. */
export function crossValidate(): void {
  const files = labelledFiles();
  const held = files.map((file) => print(holdOut(file, files)));
  const sum = (of: (one: Held) => number): number => held.reduce((total, one) => total + of(one), 0);
  print({ name: 'all sentences', right: sum(({ right }) => right), all: sum(({ all }) => all) });
  console.log(`${'mean over files'.padEnd(22)}${(sum(({ right, all }) => right / all) / held.length).toFixed(3)}`);
}

function holdOut(left: LabelledFile, files: readonly LabelledFile[]): Held {
  const model = new MoveModel(learnMoves(files.flatMap((file) => (file === left ? [] : file.examples))));
  const right = left.examples.filter(({ features, label }) => model.moveOf(features) === MOVES[label]).length;
  return { name: left.name, right, all: left.examples.length };
}

function print(held: Held): Held {
  console.log(`${held.name.padEnd(22)}${(held.right / held.all).toFixed(3)} of ${held.all}`);
  return held;
}
