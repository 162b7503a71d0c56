import type { Check } from '../check.js';

const MARKS = /[!?]{2,40}/g;

/** `!!`, `???`, `?!`: marks that raise the voice. They follow a word; elsewhere they are code or markup. */
export const repeatedMarks: Check = ({ reading: { prose } }) =>
  prose.blocks.flatMap(({ spans }) =>
    spans.filter(({ kind }) => kind === 'text').flatMap(({ start, end }) =>
      [...prose.text.slice(start, end).matchAll(MARKS)]
        .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length, marks: match[0] }))
        .filter((hit) => /[\p{L}\p{N})"'”’*_]/u.test(prose.text.charAt(hit.start - 1)) && !/[\p{L}\p{N}=]/u.test(prose.text.charAt(hit.end)))
        .map(({ marks, ...hit }) => ({ ...hit, extra: { one: marks.includes('?') ? '?' : '!' } })),
    ),
  );
