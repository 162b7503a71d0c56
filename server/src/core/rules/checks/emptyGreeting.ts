import type { Check } from '../check.js';

const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings)[ \t]+,|^dear[ \t]*[,:]/i;

/** A greeting whose name fell out: `Hi ,`, `Dear ,`. */
export const emptyGreeting: Check = ({ reading: { prose } }) => {
  const first = prose.blocks.find(({ spans }) => spans.length > 0);
  if (!first) return [];
  const match = GREETING.exec(prose.text.slice(first.start, first.start + 40));
  return match ? [{ start: first.start, end: first.start + match[0].length }] : [];
};
