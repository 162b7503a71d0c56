import type { Anatomy, Part, Range } from '../../core/index.js';
import { createPlaces } from '../../core/places.js';

/** An anatomy as `--format json` gives it: lines, columns and words beside the offsets; what a part lacks, without its snippets. */
export function plainAnatomy(text: string, anatomy: Anatomy) {
  const places = createPlaces(text);
  const placed = ({ start, end }: Range): object => ({ start, end, ...places.at(start), text: text.slice(start, end) });
  const { channel, words, grade = null } = anatomy;
  return {
    channel,
    words,
    grade,
    sentences: anatomy.sentences.map(({ move, commitment, ...range }) => ({
      move,
      ...placed(range),
      ...(commitment && { commitment: { who: commitment.who ? placed(commitment.who) : null, what: placed(commitment.what), when: commitment.when ? placed(commitment.when) : null } }),
    })),
    parts: anatomy.parts.map(({ id, state, at }: Part) => ({ id, state, at: at ? placed(at) : null })),
    questions: anatomy.questions.map(({ answer, putOff, start, end }) => ({ ...placed({ start, end }), answer: answer ? placed(answer) : null, putOff: putOff ? placed(putOff) : null })),
  };
}
