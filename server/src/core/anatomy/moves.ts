import { moveModel } from '../generated/moves.js';
import { later } from '../later.js';
import { remembered } from '../remembered.js';
import type { Reading, Sentence } from '../reading/reading.js';
import type { Move } from './anatomy.js';
import { placeFeatures, wordFeatures } from './features.js';
import { MoveModel } from './moveModel.js';

/** What is known of a sentence: what its words vote for, wherever it stands, and its move as it stands in a text. */
interface Known {
  readonly votes: readonly number[];
  /** The text that it was asked in last. */
  reading?: Reading;
  move: Move;
}

const model = later(() => new MoveModel(moveModel));
const knownOf = remembered((sentence: Sentence): Known => ({ votes: model().votesOf(wordFeatures(sentence)), move: 'other' }));

/**
 * What a sentence of a reply does: the frame of the letter and its headings are told by their place, everything else by the
 * model. In the next version of a text that is being written, only what depends on its place is asked anew.
 */
export function moveOf(sentence: Sentence): Move {
  if (sentence.block.kind === 'greeting') return 'greet';
  if (sentence.block.kind === 'signoff') return 'sign-off';
  if (sentence.block.kind === 'heading') return 'other';
  const { reading } = sentence;
  const known = knownOf(sentence);
  if (known.reading !== reading) {
    known.move = model().moveOf(placeFeatures(sentence), known.votes);
    known.reading = reading;
  }
  return known.move;
}
