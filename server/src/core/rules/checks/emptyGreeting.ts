import type { Check } from '../check.js';

const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings)[ \t]+,|^dear[ \t]*[,:]/i;

/** A space before a comma or stop: whoever types more of them has left out no name. */
const STRAY_SPACE = /\S[ \t][,.!?](?=\s|$)/;

/** A greeting whose name fell out: `Hi ,`, `Dear ,`. */
export const emptyGreeting: Check = ({ reading: { prose } }) => {
  const first = prose.blocks.find(({ spans }) => spans.length > 0);
  if (!first) return [];
  const match = GREETING.exec(prose.text.slice(first.start, first.start + 40));
  if (!match) return [];
  const end = first.start + match[0].length;
  return /[ \t],$/.test(match[0]) && STRAY_SPACE.test(prose.text.slice(end)) ? [] : [{ start: first.start, end }];
};
