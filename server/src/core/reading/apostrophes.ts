import { later } from '../later.js';
import { remembered } from '../remembered.js';
import type { Span } from '../text/prose.js';
import type { Reading } from './reading.js';

/** What shows how somebody writes: an apostrophe within a word, or else a quotation mark, which may have been pasted, or stand for inches. */
const TELLING = later(() => [/(?<=\p{L})['’](?=\p{L})/u, /(?<!\p{N})"|[“”]/u]);
/** Where people write prose. */
const WRITTEN: ReadonlySet<Span['kind']> = new Set(['text', 'quote', 'label']);
/** An apostrophe within a word, or after what a snippet fills in. */
const WITHIN_WORD = (): RegExp => /(?<=[\p{L}\p{N}}])['’](?=\p{L})/gu;

/** The apostrophe of the writer's own words: `’` as phones and word processors write it, or `'`; empty where nothing tells. */
const apostropheOf = remembered(({ prose: { text, blocks } }: Reading): string => {
  const written = blocks.flatMap(({ spans }) => spans.filter(({ kind }) => WRITTEN.has(kind)).map(({ start, end }) => text.slice(start, end)));
  for (const telling of TELLING()) {
    for (const words of written) {
      const [mark] = telling.exec(words) ?? [];
      if (mark !== undefined) return mark === "'" || mark === '"' ? "'" : '’';
    }
  }
  return '';
});

/** Gives a passage the apostrophes of the draft it goes into, ’ or ': a straight one among curly ones shows what was put in. Code stays as it is. */
export function withApostrophesOf(reading: Reading, passage: string): string {
  if (!/['’]/.test(passage)) return passage;
  const apostrophe = apostropheOf(reading);
  if (apostrophe === '') return passage;
  return passage.split('`').map((piece, i) => (i % 2 === 0 ? piece.replace(WITHIN_WORD(), apostrophe) : piece)).join('`');
}
