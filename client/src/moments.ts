/** The moments that the built-in packs know, as a conversation goes; a team's own come after them. */
const MOMENTS = ['opening', 'asking', 'explaining', 'saying no', 'handing over', 'keeping posted', 'fixing', 'closing', 'article'];

/** Puts what belongs to moments in the order of a conversation; what shares a moment keeps its order. */
export function byMoment<T>(members: readonly T[], momentOf: (member: T) => string): readonly T[] {
  const placeOf = (member: T): number => {
    const place = MOMENTS.indexOf(momentOf(member));
    return place < 0 ? MOMENTS.length : place;
  };
  return [...members].sort((a, b) => placeOf(a) - placeOf(b));
}
