import { A_GREETING, GREETING } from '../../text/reply/greeting.js';
import type { Check } from '../check.js';

/** The comma behind a name that is not there. */
const NAMELESS = /^[ \t]+,/;
/** “Dear” greets nobody by itself: no space is needed to tell. */
const DEAR = /^dear$/i;
const NAMELESS_DEAR = /^[ \t]*[,:]/;

/** A space before a comma or stop: whoever types more of them has left out no name. */
const STRAY_SPACE = /\S[ \t][,.!?](?=\s|$)/;

/** A greeting whose name fell out: `Hi ,`, `Dear ,`. */
export const emptyGreeting: Check = ({ reading: { prose } }) => {
  const first = prose.blocks.find(({ spans }) => spans.length > 0);
  if (!first) return [];
  const opening = prose.text.slice(first.start, first.start + A_GREETING);
  const word = GREETING.exec(opening)?.[0] ?? '';
  const gap = (DEAR.test(word) ? NAMELESS_DEAR : NAMELESS).exec(opening.slice(word.length))?.[0] ?? '';
  if (gap === '') return [];
  const end = first.start + word.length + gap.length;
  return NAMELESS.test(gap) && STRAY_SPACE.test(prose.text.slice(end)) ? [] : [{ start: first.start, end }];
};
