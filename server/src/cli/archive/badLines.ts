/** Most line numbers that are worth a person's time; the answers have them all. */
const MOST_NAMED = 10;

/** Counts the lines that could not be read, and remembers the first of them. */
export class BadLines {
  count = 0;
  private readonly first: number[] = [];

  /** @param line its number in the archive, from 1 */
  add(line: number): void {
    this.count++;
    if (this.first.length < MOST_NAMED) this.first.push(line);
  }

  /** A line for people. @param read how many records there were, these included */
  summary(read: number): string {
    const more = this.count - this.first.length;
    const where = `${this.first.length === 1 ? 'line' : 'lines'} ${this.first.join(', ')}${more ? ` and ${more} more` : ''}`;
    return `${this.count} of ${read} records could not be read: ${where}. The answers to them say why.\n`;
  }
}
