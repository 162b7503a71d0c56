/** Types into a text in a process of its own, whose code nothing else has warmed: `node --import=tsx bench/performance/typist.ts`, a {@link Task} on standard input. */
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Source } from '../../server/src/core/index.js';
import { countWords } from './corpus.js';
import { shipped } from './shipped.js';
import { changeOf, FIRST, typing, WARM } from './typing.js';

/** What is to be typed in, and how often. */
export interface Task {
  readonly source: Source;
  /** Keys that are measured after the warm ones. */
  readonly count: number;
}

/** Milliseconds of each key. */
export interface Typed {
  readonly first: readonly number[];
  readonly warm: readonly number[];
  /** What the editor's library took for the text that comes of the warm ones. */
  readonly library: readonly number[];
  /** The plain loop over the text. */
  readonly loop: readonly number[];
}

const LOOPS = 200;

const { source, count } = JSON.parse(readFileSync(0, 'utf8')) as Task;
const { createLinter } = await shipped();
const live = createLinter().follow(source);
live.findings();
const document = TextDocument.create('untitled:Untitled-1', 'markdown', 1, source.text);
const typed = { first: [] as number[], warm: [] as number[], library: [] as number[], loop: [] as number[] } satisfies Typed;
let keys = 0;
for (const edit of typing(source.text)) {
  if (keys === WARM + count) break;
  const began = performance.now();
  TextDocument.update(document, [changeOf(edit, document)], document.version + 1);
  const text = document.getText();
  text.charCodeAt(0); // in one piece, if the library has left it in several
  const edited = performance.now();
  live.replace({ start: edit.at, end: edit.at + edit.gone }, edit.letter, text);
  live.findings();
  const done = performance.now();
  if (edit.gone > 0) continue;
  if (keys < FIRST) typed.first.push(done - edited);
  if (keys >= WARM) {
    typed.warm.push(done - edited);
    typed.library.push(edited - began);
  }
  keys++;
}
// by itself: between two keys it would fill the processor's cache with the text
for (let i = 0; i < LOOPS; i++) {
  const began = performance.now();
  countWords(document.getText());
  typed.loop.push(performance.now() - began);
}
console.log(JSON.stringify(typed));
