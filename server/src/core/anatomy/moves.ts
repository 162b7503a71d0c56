import { moveModel } from '../generated/moves.js';
import type { Reading, Sentence } from '../rules/reading.js';
import type { Move } from './anatomy.js';
import { placeFeatures, wordFeatures } from './features.js';
import { MoveModel } from './moveModel.js';

/** What is known of a sentence: what its words vote for, wherever it stands, and its move as it stands in a text. */
interface Known {
  readonly votes: readonly number[];
  reading: Reading;
  move: Move;
}

let model: MoveModel | undefined;
const known = new WeakMap<Sentence, Known>();

/**
 * What a sentence of a reply does: the frame of the letter and its headings are told by their place, everything else by the
 * model. In the next version of a text that is being written, only what depends on its place is asked anew.
 */
export function moveOf(sentence: Sentence): Move {
  if (sentence.block.kind === 'greeting') return 'greet';
  if (sentence.block.kind === 'signoff') return 'sign-off';
  if (sentence.block.kind === 'heading') return 'other';
  const { reading } = sentence;
  const before = known.get(sentence);
  if (before?.reading === reading) return before.move;
  model ??= new MoveModel(moveModel);
  const votes = before?.votes ?? model.votesOf(wordFeatures(sentence));
  const move = model.moveOf(placeFeatures(sentence), votes);
  known.set(sentence, { votes, reading, move });
  return move;
}
