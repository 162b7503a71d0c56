/** A passage on one line, cut where it is longer than so many characters. */
export function shortened(passage: string, most = 80): string {
  const line = passage.replace(/\s+/gu, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
