/** The texts that are measured on. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Texts and where they come from. */
export interface Corpus {
  /** For people to read. */
  readonly name: string;
  readonly articles: readonly string[];
  /** The paths of the articles, for programs that read files. */
  readonly files: readonly string[];
  readonly replies: readonly string[];
}

/** Our own writing: the guides as articles, the examples as replies. */
export function ownCorpus(): Corpus {
  const files = [...markdownIn(join(root, 'docs')), ...markdownIn(join(root, 'examples/articles'))];
  const replies = markdownIn(join(root, 'examples')).filter((file) => file.endsWith('.reply.md')).map(read);
  return { name: 'our own guides and examples', articles: files.map(read), files, replies };
}

/** @param folder articles in Markdown in `kb/` (or anywhere below it), replies in `replies.jsonl`, a `{"text"}` a line */
export function corpusIn(folder: string): Corpus {
  const [kb, jsonl] = [join(folder, 'kb'), join(folder, 'replies.jsonl')];
  const files = markdownIn(existsSync(kb) ? kb : folder);
  const replies = existsSync(jsonl) ? read(jsonl).trim().split('\n').map((line) => (JSON.parse(line) as { readonly text: string }).text) : ownCorpus().replies;
  return { name: '--corpus', articles: files.map(read), files, replies };
}

/** The articles put together until they have so many words. */
export function longText({ articles }: Corpus, words: number): string {
  let text = '';
  for (let i = 0; countWords(text) < words; i = (i + 1) % articles.length) text += `${articles[i] ?? ''}\n\n`;
  const place = nthWord(text, words);
  return text.slice(0, place);
}

/** How large texts are as UTF-8. */
export function megabytes(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
}

/** The plain loop that everything is held against: it looks at every character code and counts words. */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 127;
    if (letter && !inside) words++;
    inside = letter;
  }
  return words;
}

function nthWord(text: string, words: number): number {
  const word = /\S+/g;
  for (let i = 0; i < words; i++) if (!word.exec(text)) return text.length;
  return word.lastIndex;
}

function markdownIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return names.map((name) => join(folder, name)).filter((file) => statSync(file).isFile()).sort();
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
