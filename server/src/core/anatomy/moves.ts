import { Id } from '../phrase/vocabulary.js';
import type { Sentence } from '../rules/reading.js';
import type { Move } from './anatomy.js';

/** What a sentence of a reply does. */
export function moveOf(sentence: Sentence): Move {
  if (sentence.block.kind === 'greeting') return 'greet';
  if (sentence.block.kind === 'signoff') return 'sign-off';
  if (sentence.ids.includes(Id.question)) return 'ask';
  return 'other';
}
