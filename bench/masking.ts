/**
 * Holds our reading of Markdown against a CommonMark parser's, over a folder:
 *
 *     node --import=tsx bench/masking.ts DIR [--show N]
 *
 * Words we read that CommonMark calls code, HTML or a URL, and words it calls text that we lose, are
 * counted by aligning both sequences of words. Left out of the comparison on purpose: front matter,
 * block quotes (ours or not, they are wanted in both), and template tags.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare, type Comparison } from '../test/core/text/commonmark/compare.js';

function markdownFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return markdownFiles(join(path, entry.name));
    return /\.mdx?$/.test(entry.name) ? [join(path, entry.name)] : [];
  });
}

function show(file: string, comparison: Comparison): void {
  for (const { side, words, context } of comparison.differences) console.log(`${side === 'ours' ? '+' : '-'} ${file}\n    ${words.join(' ').slice(0, 160)}\n    … ${context}`);
}

function main(): void {
  const [folder, flag, count] = process.argv.slice(2);
  if (!folder) throw new Error('Usage: node --import=tsx bench/masking.ts DIR [--show N]');
  let shown = flag === '--show' ? Number(count ?? 20) : 0;
  let words = 0;
  let extra = 0;
  let lost = 0;
  for (const file of markdownFiles(folder).sort()) {
    const comparison = compare(readFileSync(file, 'utf8'));
    words += comparison.words;
    extra += comparison.extra;
    lost += comparison.lost;
    if (comparison.differences.length > 0 && shown-- > 0) show(file, comparison);
  }
  const rate = (n: number): string => `${n} (${((100 * n) / words).toFixed(3)} %)`;
  console.log(`${words} words of text; read but not text: ${rate(extra)}; text but not read: ${rate(lost)}`);
}

main();
