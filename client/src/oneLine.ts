/** A passage as the second line of a choice. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159).trimEnd()}…` : line;
}
