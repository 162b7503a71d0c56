import type { Check } from '../check.js';
import { matchesIn, passagesWith } from './passages.js';
import { sign } from './signs.js';

const MARKS = /[!?]{2,40}/g;
const MARKS_SIGN = sign({ words: /[!?]{2}/ });

/** `!!`, `???`, `?!`: marks that raise the voice. They follow a word; elsewhere they are code or markup. */
export const repeatedMarks: Check = ({ reading: { prose } }) =>
  passagesWith(prose, MARKS_SIGN).flatMap(({ block: { spans } }) =>
    spans.filter(({ kind }) => kind === 'text').flatMap(({ start, end }) =>
      matchesIn(prose.text, { start, end }, MARKS)
        .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length, marks: match[0] }))
        .filter((hit) => /[\p{L}\p{N})"'”’*_]/u.test(prose.text.charAt(hit.start - 1)) && !/[\p{L}\p{N}=]/u.test(prose.text.charAt(hit.end)))
        .map(({ marks, ...hit }) => ({ ...hit, extra: { one: marks.includes('?') ? '?' : '!' } })),
    ),
  );
