/** Empties a list. For most blocks nothing is left to clear, and to cut an array to no length gives its room back, empty or not. */
export function empty(list: { length: number }): void {
  if (list.length > 0) list.length = 0;
}
