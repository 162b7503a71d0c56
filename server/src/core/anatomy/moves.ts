import { moveModel } from '../generated/moves.js';
import type { Sentence } from '../rules/reading.js';
import type { Move } from './anatomy.js';
import { featuresOf } from './features.js';
import { MoveModel } from './moveModel.js';

let model: MoveModel | undefined;
const known = new WeakMap<Sentence, Move>();

/** What a sentence of a reply does: the frame of the letter and its headings are told by their place, everything else by the model. */
export function moveOf(sentence: Sentence): Move {
  if (sentence.block.kind === 'greeting') return 'greet';
  if (sentence.block.kind === 'signoff') return 'sign-off';
  if (sentence.block.kind === 'heading') return 'other';
  const move = known.get(sentence) ?? (model ??= new MoveModel(moveModel)).moveOf(featuresOf(sentence));
  known.set(sentence, move);
  return move;
}
