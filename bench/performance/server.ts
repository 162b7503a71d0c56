/** The language server over stdio, beside one on the same library that finds nothing. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { startLanguageServer, type LanguageServer } from '../languageServer.js';
import { longText, root, type Corpus } from './corpus.js';
import type { Row, Section } from './report.js';
import { digits, percentile, spreadOf } from './timing.js';

const EMPTY = join(root, 'node_modules/.cache/deskside/emptyServer.cjs');
const URI = 'untitled:Untitled-1';

/** From starting the server to the first diagnostics, and from a key to the next ones. */
export async function server(corpus: Corpus, rounds: number): Promise<Section> {
  await build({ entryPoints: [join(root, 'bench/performance/emptyServer.ts')], bundle: true, minify: true, platform: 'node', outfile: EMPTY, logLevel: 'warning' });
  const rows = [await startRow(rounds)];
  for (const words of [1000, 50_000]) rows.push(await keyRow(words, `---\nkind: article\n---\n\n${longText(corpus, words)}`, rounds));
  return { title: 'The language server', about: 'Over standard input and output, incremental edits, diagnostics asked for after each.', beside: 'an empty server', rows };
}

async function startRow(rounds: number): Promise<Row> {
  const ours: number[] = [];
  const empty: number[] = [];
  for (let i = 0; i < rounds; i++) {
    empty.push(await timeToFirst(EMPTY));
    ours.push(await timeToFirst(join(root, 'dist/server.cjs')));
  }
  return { name: 'start to first diagnostics', ratio: spreadOf(ours.map((ms, i) => ms / (empty[i] ?? ms))), value: `${digits(spreadOf(ours).middle)} ms`, note: `empty ${digits(spreadOf(empty).middle)} ms` };
}

async function timeToFirst(script: string): Promise<number> {
  const begun = performance.now();
  const client = await Client.start(script);
  await client.open('support-reply', 'Hi Sam,\n\nYou should have updated the app first. I will send you the file by Friday.\n\nKind regards\nAna\n');
  const taken = performance.now() - begun;
  client.server.end();
  return taken;
}

async function keyRow(words: number, text: string, rounds: number): Promise<Row> {
  const [empty, ours] = [await keysTyped(EMPTY, text, 20 * rounds), await keysTyped(join(root, 'dist/server.cjs'), text, words > 1000 ? rounds : 20 * rounds)];
  const middle = percentile(empty, 0.5);
  return { name: `a key in ${words.toLocaleString('en')} words`, ratio: spreadOf(ours.map((ms) => ms / middle)), value: `p50 ${digits(percentile(ours, 0.5))} ms`, note: `empty ${digits(middle)} ms` };
}

async function keysTyped(script: string, text: string, count: number): Promise<readonly number[]> {
  const client = await Client.start(script);
  await client.open('markdown', text);
  const taken: number[] = [];
  for (let i = 0; i < count; i++) taken.push(await client.type(Math.floor(text.split('\n').length / 2)));
  client.server.end();
  return taken;
}

class Client {
  #version = 1;
  #resultId: string | undefined;

  private constructor(readonly server: LanguageServer) {}

  static async start(script: string): Promise<Client> {
    return new Client(await startLanguageServer([script]));
  }

  async open(languageId: string, text: string): Promise<void> {
    await this.server.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId, version: 1, text } });
    await this.#diagnostics();
  }

  /** Types a letter at the start of a line. @returns milliseconds until the findings are there */
  async type(line: number): Promise<number> {
    const begun = performance.now();
    const at = { line, character: 0 };
    await this.server.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version: ++this.#version }, contentChanges: [{ range: { start: at, end: at }, text: 'x' }] });
    await this.#diagnostics();
    return performance.now() - begun;
  }

  async #diagnostics(): Promise<void> {
    const { resultId } = await this.server.connection.sendRequest<{ readonly resultId?: string }>('textDocument/diagnostic', { textDocument: { uri: URI }, ...(this.#resultId !== undefined && { previousResultId: this.#resultId }) });
    this.#resultId = resultId;
  }
}
