import { distance } from '../nearest.js';

/** Whether two keys differ in one part alone, and there in a slip of the hand: products have many more that are like these. */
export function isSlip(written: string, known: string): boolean {
  const [own, other] = [written.split(/[._]/u), known.split(/[._]/u)];
  if (own.length !== other.length) return false;
  const [differing, ...more] = own.flatMap((part, i) => (part === other[i] ? [] : [[part, other[i] ?? ''] as const]));
  if (!differing || more.length > 0) return false;
  const [one, meant] = differing;
  const isSwapped = [...one].sort().join('') === [...meant].sort().join('');
  return meant.length >= 4 && distance(one, meant) <= (isSwapped || meant.length >= 8 ? 2 : 1);
}
