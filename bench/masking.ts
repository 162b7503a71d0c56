/**
 * Holds our reading of Markdown, MDX and HTML against reference parsers' (commonmark.js, MDX's own, parse5), over a folder:
 *
 *     npm run -s masking -- DIR [--show N]
 *
 * Words we read that the parser calls code, markup or a URL, and words it calls text that we lose, are
 * counted by aligning both sequences of words. Every Markdown file is also read as the HTML that it makes.
 * Left out of the comparison on purpose: front matter, block quotes (ours or not, they are wanted in both),
 * and template tags.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { marked } from 'marked';
import { readFrontMatter } from '../server/src/core/text/frontMatter.js';
import { compare } from '../test/core/text/commonmark/compare.js';
import { compareHtml } from '../test/core/text/html/compare.js';
import { compareMdx } from '../test/core/text/mdx/compare.js';
import type { Comparison } from '../test/core/text/words.js';
import { readOptions } from './options.js';

/** One way to read files, and what came of it. */
class Tally {
  private files = 0;
  private words = 0;
  private extra = 0;
  private lost = 0;
  /** Files that the parser itself takes for broken. */
  private refused = 0;

  constructor(private readonly name: string, private readonly endings: readonly string[], private readonly read: (text: string) => Comparison, private show: number) {}

  add(file: string): void {
    if (!this.endings.includes(extname(file))) return;
    const comparison = this.attempt(readFileSync(file, 'utf8'));
    if (!comparison) return;
    this.files++;
    this.words += comparison.words;
    this.extra += comparison.extra;
    this.lost += comparison.lost;
    if (comparison.differences.length > 0 && this.show-- > 0) print(file, comparison);
  }

  private attempt(text: string): Comparison | undefined {
    try {
      return this.read(text);
    } catch {
      this.refused++;
      return undefined;
    }
  }

  toString(): string {
    const rate = (n: number): string => `${n} (${((100 * n) / this.words).toFixed(3)} %)`;
    return `${this.name}: ${this.words} words of text in ${this.files} files${this.refused ? ` (and ${this.refused} that its parser refuses)` : ''}; read but not text: ${rate(this.extra)}; text but not read: ${rate(this.lost)}`;
  }

  get isEmpty(): boolean {
    return this.files === 0;
  }
}

function print(file: string, { differences }: Comparison): void {
  for (const { side, words, context } of differences) console.log(`${side === 'ours' ? '+' : '-'} ${file}\n    ${words.join(' ').slice(0, 160)}\n    … ${context}`);
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

/** The HTML that a Markdown file makes, without the slots and attributes in braces, which no Markdown parser knows. */
function rendered(text: string): string {
  return marked.parse(text.slice(readFrontMatter(text).end).replace(/\{[^\n}]*\}+/g, ''), { async: false });
}

function main(): void {
  const { values, positionals: [folder = ''] } = readOptions({ allowPositionals: true, options: { show: { type: 'string', default: '0' } } }, 'npm run -s masking -- DIR [--show N]', 1);
  const show = Number(values.show);
  const tallies = [
    new Tally('Markdown', ['.md', '.markdown'], compare, show),
    new Tally('The same as HTML', ['.md', '.markdown'], (text) => compareHtml(rendered(text)), show),
    new Tally('HTML', ['.html', '.htm'], compareHtml, show),
    new Tally('MDX', ['.mdx'], compareMdx, show),
  ];
  for (const file of filesIn(folder).sort()) for (const tally of tallies) tally.add(file);
  for (const tally of tallies) if (!tally.isEmpty) console.log(String(tally));
}

main();
