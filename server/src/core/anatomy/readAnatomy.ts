import type { Reading } from '../rules/reading.js';
import type { Anatomy } from './anatomy.js';
import { channelOf } from './channel.js';
import { moveOf } from './moves.js';
import { movesIn, partsOf } from './parts.js';
import { readability } from './readability.js';

/** Reads a reply as a whole: what each sentence does, and which parts are there. */
export function readAnatomy(reading: Reading): Anatomy {
  const channel = channelOf(reading);
  const sentences = movesIn(reading.sentences, moveOf);
  const parts = partsOf({ reading, sentences, channel });
  return { channel, sentences, parts, questions: [], ...readability(reading.sentences) };
}
