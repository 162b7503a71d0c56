import type { Absence } from './program.js';
import type { Reading, Sentence } from './reading.js';

/** Where a rule about what a text lacks says so: its first or its last sentence; undefined where the text has it, or need not. */
export function lackedAt({ rule, isPresent, makesMove, holds }: Absence, { body }: Reading): Sentence | undefined {
  const sentence = rule.at === 'first-sentence' ? body[0] : body.at(-1);
  if (!sentence || body.some(isPresent)) return undefined;
  const place = { sentence, match: { start: 0, end: sentence.ids.length, slots: [] } };
  return holds(place) && !body.some(makesMove) ? sentence : undefined;
}
