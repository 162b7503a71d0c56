import type { Block, Prose } from './prose.js';

/** The words of a heading, without its markup. */
export function headingWords({ text }: Pick<Prose, 'text'>, { spans }: Block): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join('').trim();
}
