/**
 * Searches of one text that remember their last answer, so that a thousand openers waiting for the
 * same closer cost one pass over the text and not a thousand.
 */
export class Finder {
  private readonly known = new Map<string, { from: number; at: number }>();

  constructor(private readonly text: string) {}

  /** The offset of the first `needle` at or after `from`, or -1 when it does not end by `end`. */
  find(needle: string, from: number, end: number): number {
    const last = this.known.get(needle);
    if (last && last.from <= from && (last.at < 0 || from <= last.at)) return within(last.at, needle, end);
    const at = this.text.indexOf(needle, from);
    this.known.set(needle, { from, at });
    return within(at, needle, end);
  }
}

function within(at: number, needle: string, end: number): number {
  return at >= 0 && at + needle.length <= end ? at : -1;
}
