/** The language server over stdio, beside one on the same library that finds nothing. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startLanguageServer, type LanguageServer } from '../languageServer.js';
import { longText, root, type Corpus } from './corpus.js';
import type { Row, Section } from './report.js';
import { digits, percentile, spreadOf } from './timing.js';
import { keysFor, UNCOUNTED, type Key } from './typing.js';

const EMPTY = join(root, 'node_modules/.cache/deskside/emptyServer.cjs');
const OURS = join(root, 'dist/server.cjs');
const URI = 'untitled:Untitled-1';
/** One start says little: it takes as long as whatever else the machine does lets it. */
const FEWEST_STARTS = 9;

/** From starting the server to the first diagnostics, and from a key to the next ones. */
export async function server(corpus: Corpus, rounds: number): Promise<Section> {
  await build({ entryPoints: [join(root, 'bench/performance/emptyServer.ts')], bundle: true, minify: true, platform: 'node', outfile: EMPTY, logLevel: 'warning' });
  const rows = [await startRow(rounds)];
  for (const words of [1000, 50_000]) rows.push(await keyRow(words, `---\nkind: article\n---\n\n${longText(corpus, words)}`, 200 * rounds));
  for (const isCancelled of [true, false]) rows.push(await burstRow(isCancelled, `---\nkind: article\n---\n\n${longText(corpus, 50_000)}`, 40 * rounds));
  rows.push(await memoryRow(corpus, 200));
  return { title: 'The language server', about: 'Over standard input and output, incremental edits, diagnostics asked for after each.', beside: 'an empty server', rows };
}

/** The first start is not counted: it leaves its compiled code to the others. */
async function startRow(rounds: number): Promise<Row> {
  await timeToFirst(OURS);
  const ours: number[] = [];
  const empty: number[] = [];
  for (let i = 0; i < Math.max(rounds, FEWEST_STARTS); i++) {
    empty.push(await timeToFirst(EMPTY));
    ours.push(await timeToFirst(OURS));
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

/** Both servers get the same keys in turns. */
async function keyRow(words: number, text: string, count: number): Promise<Row> {
  const [empty, ours] = [await Client.start(EMPTY), await Client.start(OURS)];
  for (const client of [empty, ours]) await client.open('markdown', text);
  for (const key of keysFor(text, count)) for (const client of [empty, ours]) await client.type(key);
  for (const client of [empty, ours]) client.server.end();
  const first = Math.floor(UNCOUNTED * count);
  const [theirs, taken] = [empty.taken.slice(first), ours.taken.slice(first)];
  const middle = percentile(theirs, 0.5);
  const note = `empty ${digits(middle)} ms; ${String(ours.shown)} diagnostics, told anew after ${digits((100 * ours.told) / count)} keys in 100`;
  return { name: `a key in ${words.toLocaleString('en')} words`, ratio: spreadOf(taken.map((ms) => ms / middle)), value: `p50 ${digits(percentile(taken, 0.5))} ms`, note };
}

/** Ten keys before any is answered, as they come when a machine is busy: what is asked after each is out of date by the next, and most editors take it back. */
async function burstRow(isCancelled: boolean, text: string, count: number): Promise<Row> {
  const keys = keysFor(text, 10 * count);
  const [empty, ours] = [await Client.start(EMPTY), await Client.start(OURS)];
  for (const client of [empty, ours]) await client.open('markdown', text);
  for (let i = 0; i < count; i++) for (const client of [empty, ours]) await client.typeAtOnce(keys.slice(10 * i, 10 * i + 10), isCancelled);
  for (const client of [empty, ours]) client.server.end();
  const first = Math.floor(UNCOUNTED * count);
  const [theirs, taken] = [empty.taken.slice(first), ours.taken.slice(first)];
  const middle = percentile(theirs, 0.5);
  return { name: `ten keys at once, ${isCancelled ? 'requests taken back' : 'a request after each'}`, ratio: spreadOf(taken.map((ms) => ms / middle)), value: `p50 ${digits(percentile(taken, 0.5))} ms`, note: `empty ${digits(middle)} ms` };
}

/** What a server holds in memory when so many texts are open, half of them replies. */
async function memoryRow({ articles, replies }: Corpus, count: number): Promise<Row> {
  const texts = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? `---\nkind: article\n---\n\n${pick(articles, i / count)}` : `---\nkind: reply\n---\n\n${pick(replies, i / count)}`));
  const [empty, ours] = [await memoryOf(EMPTY, texts), await memoryOf(OURS, texts)];
  return { name: `${String(count)} open texts in memory`, ratio: spreadOf([ours / empty]), value: `${digits(ours)} MB`, note: `empty ${digits(empty)} MB` };
}

function pick(texts: readonly string[], share: number): string {
  return texts[Math.floor(share * texts.length)] ?? '';
}

async function memoryOf(script: string, texts: readonly string[]): Promise<number> {
  const client = await Client.start(script);
  for (const [i, text] of texts.entries()) await client.open('markdown', text, `untitled:Untitled-${String(i)}`);
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(client.server.pid)], { encoding: 'utf8' }));
  client.server.end();
  return kilobytes / 1000;
}

class Client {
  /** Milliseconds from each key to its diagnostics. */
  readonly taken: number[] = [];
  /** How many diagnostics there are, and how often they were told anew. */
  shown = 0;
  told = 0;
  #document = TextDocument.create(URI, 'markdown', 1, '');
  #resultId: string | undefined;

  private constructor(readonly server: LanguageServer) {}

  static async start(script: string): Promise<Client> {
    return new Client(await startLanguageServer([script]));
  }

  async open(languageId: string, text: string, uri = URI): Promise<void> {
    this.#document = TextDocument.create(uri, languageId, 1, text);
    this.#resultId = undefined;
    await this.server.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    await this.#diagnostics();
    this.told = 0;
  }

  /** Types a key and waits for what there is to say. */
  async type(key: Key): Promise<void> {
    const { method, params } = this.#edit(key);
    const begun = performance.now();
    await this.server.connection.sendNotification(method, params);
    await this.#diagnostics();
    this.taken.push(performance.now() - begun);
  }

  /** Types keys, asks after each, and once more at the end, whose answer it waits for. @param isCancelled whether it takes back what it asked for when the next key comes */
  async typeAtOnce(keys: readonly Key[], isCancelled: boolean): Promise<void> {
    const { uri } = this.#document;
    const messages = keys.flatMap((key) => {
      const id = `${key.at}`;
      const asks = { id, method: 'textDocument/diagnostic', params: { textDocument: { uri }, ...(this.#resultId !== undefined && { previousResultId: this.#resultId }) } };
      return [this.#edit(key), asks, ...(isCancelled ? [{ method: '$/cancelRequest', params: { id } }] : [])];
    });
    const begun = performance.now();
    this.server.sendAtOnce(messages);
    await this.#diagnostics();
    this.taken.push(performance.now() - begun);
  }

  /** @returns what tells the server of it */
  #edit({ at, letter }: Key): { readonly method: string; readonly params: object } {
    const document = this.#document;
    const position = document.positionAt(at);
    const change = { range: { start: position, end: position }, text: letter };
    TextDocument.update(document, [change], document.version + 1);
    return { method: 'textDocument/didChange', params: { textDocument: { uri: document.uri, version: document.version }, contentChanges: [change] } };
  }

  async #diagnostics(): Promise<void> {
    const { uri } = this.#document;
    const { resultId, items } = await this.server.connection.sendRequest<Report>('textDocument/diagnostic', { textDocument: { uri }, ...(this.#resultId !== undefined && { previousResultId: this.#resultId }) });
    this.#resultId = resultId;
    if (!items) return;
    this.shown = items.length;
    this.told++;
  }
}

/** The answer to a request for diagnostics: without items where nothing has changed. */
interface Report {
  readonly resultId?: string;
  readonly items?: readonly unknown[];
}
