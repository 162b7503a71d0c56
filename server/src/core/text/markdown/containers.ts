import { GT, LBRACKET, RBRACKET, SPACE, isBlank } from '../chars.js';
import type { Line } from './line.js';
import type { ListMarker } from './starts.js';

/** What a line can stand in: a block quote, a list item, or the indented body of an admonition or footnote. */
export interface Container {
  readonly type: 'quote' | 'item' | 'box';
  readonly start: number;
  /** How many columns a line must be indented to belong (items and boxes). */
  readonly indent: number;
  readonly ordered: boolean;
  /** A quote that holds somebody else's words. */
  readonly foreign: boolean;
  /** An item that starts with a blank line ends at a second one. */
  filled: boolean;
  /** The end of the last line that belongs. */
  end: number;
}

/** Consumes the line's share of a container; false where the line does not belong to it. */
export function belongs(text: string, line: Line, container: Container): boolean {
  if (container.type === 'quote') return line.indent < 4 && consumeQuoteMarker(text, line);
  if (line.blank) return container.filled;
  if (line.indent < container.indent) return false;
  line.consume(container.indent);
  container.filled = true;
  return true;
}

/** Consumes `>` and the blank after it. */
export function consumeQuoteMarker(text: string, line: Line): boolean {
  if (line.blank || text.charCodeAt(line.first) !== GT) return false;
  line.consumeTo(line.first + 1);
  if (line.at < line.end && isBlank(text.charCodeAt(line.at))) line.consume(1);
  return true;
}

/** A list item opened by a marker, which is consumed with the blanks that count as its own. */
export function openItem(line: Line, marker: ListMarker): Container {
  const start = line.first;
  const offset = line.indent;
  line.consumeTo(marker.end);
  const blank = line.blank;
  const padding = blank || line.indent > 4 ? 1 : line.indent;
  line.consume(padding);
  const indent = offset + (marker.end - start) + (blank ? 1 : padding);
  return { type: 'item', start, indent, ordered: marker.ordered, foreign: false, filled: !blank, end: line.end };
}

/** Consumes the `[ ]` or `[x]` of a task, where a list item starts with one. */
export function skipTaskBox(text: string, line: Line): void {
  const at = line.first;
  if (text.charCodeAt(at) !== LBRACKET || text.charCodeAt(at + 2) !== RBRACKET || at + 3 >= line.end || line.indent > 3) return;
  if (' xX'.includes(text.charAt(at + 1)) && text.charCodeAt(at + 3) === SPACE) line.consumeTo(at + 4);
}
