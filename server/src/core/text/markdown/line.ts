import { CR, LF, SPACE, TAB } from '../chars.js';

/**
 * One line of a text and a cursor in it that counts columns as CommonMark does: a tab reaches to the
 * next multiple of four, and may be consumed in part.
 */
export class Line {
  /** Where the line starts, ends (before its line break) and where the next one starts. */
  start = 0;
  end = 0;
  next = 0;
  /** The first character not consumed, and its column. */
  at = 0;
  column = 0;
  /** The first character from `at` on that is neither space nor tab, and how many columns away it is. */
  first = 0;
  indent = 0;
  blank = true;
  private readonly returns: boolean;

  /** @param mayReturn takes it that lines may end in `\\r`: where few of many lines will be read, to look for one costs more than they do */
  constructor(private readonly text: string, from: number, private readonly limit: number, mayReturn = hasReturn(text, from, limit)) {
    this.next = from;
    this.returns = mayReturn;
  }

  /** Goes to the next line; false at the end of the text. */
  advance(): boolean {
    if (this.next >= this.limit) return false;
    this.start = this.at = this.next;
    this.column = 0;
    if (this.returns) this.findEnd();
    else {
      const feed = this.text.indexOf('\n', this.start);
      this.end = feed < 0 || feed > this.limit ? this.limit : feed;
      this.next = Math.min(this.end + 1, this.limit);
    }
    this.measure();
    return true;
  }

  private findEnd(): void {
    const { text, limit } = this;
    let i = this.start;
    let code = 0;
    while (i < limit && (code = text.charCodeAt(i)) !== LF && code !== CR) i++;
    this.end = i;
    this.next = Math.min(i + (code === CR && text.charCodeAt(i + 1) === LF ? 2 : 1), limit);
  }

  /** The code of the first character that is not blank. */
  get code(): number {
    return this.first < this.end ? this.text.charCodeAt(this.first) : LF;
  }

  /** Consumes up to `columns` columns of white space. */
  consume(columns: number): void {
    while (columns > 0 && this.at < this.end) {
      const code = this.text.charCodeAt(this.at);
      const width = code === TAB ? 4 - (this.column % 4) : code === SPACE ? 1 : 0;
      if (width === 0) break;
      const taken = Math.min(width, columns);
      this.column += taken;
      columns -= taken;
      if (taken === width) this.at++;
    }
    this.measure();
  }

  /** Consumes the white space before `first` and the marker up to `to`. */
  consumeTo(to: number): void {
    this.column += this.indent + (to - this.first);
    this.at = to;
    this.measure();
  }

  private measure(): void {
    let column = this.column;
    let i = this.at;
    for (; i < this.end; i++) {
      const code = this.text.charCodeAt(i);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    this.first = i;
    this.indent = column - this.column;
    this.blank = i === this.end;
  }
}

/** Longer stretches are searched by the engine's own search, which looks at many characters at once. */
const SHORT = 64;

function hasReturn(text: string, from: number, limit: number): boolean {
  // A slice is no copy, and the search ends where it does.
  if (limit - from > SHORT) return text.slice(from, limit).includes('\r');
  for (let i = from; i < limit; i++) if (text.charCodeAt(i) === CR) return true;
  return false;
}
