/** The language server over stdio, beside one on the same library that finds nothing. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startLanguageServer, type LanguageServer } from '../languageServer.js';
import { longText, root, type Corpus } from './corpus.js';
import type { Row, Section } from './report.js';
import { digits, percentile, spreadOf } from './timing.js';
import { changeOf, FEWEST_ROUNDS, FIRST, MEASURED, next, typing, WARM, type Edit } from './typing.js';

const EMPTY = join(root, 'node_modules/.cache/deskside/emptyServer.cjs');
const OURS = join(root, 'dist/server.cjs');
const URI = 'untitled:Untitled-1';
/** One start says little: it takes as long as whatever else the machine does lets it. */
const FEWEST_STARTS = 9;
/** Bursts that are not counted, a quarter of all. */
const UNCOUNTED = 0.25;

/** From starting the server to the first diagnostics, and from a key to the next ones. */
export async function server(corpus: Corpus, rounds: number): Promise<Section> {
  await build({ entryPoints: [join(root, 'bench/performance/emptyServer.ts')], bundle: true, minify: true, platform: 'node', outfile: EMPTY, logLevel: 'warning' });
  const rows = [await startRow(rounds)];
  for (const words of [1000, 50_000]) rows.push(...(await keyRows(words, `---\nkind: article\n---\n\n${longText(corpus, words)}`, rounds)));
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

/** Both servers get the same keys in turns, in each round two that have just been started. */
async function keyRows(words: number, text: string, rounds: number): Promise<readonly Row[]> {
  const taken: Taken[] = [];
  for (let i = 0; i < Math.max(rounds, FEWEST_ROUNDS); i++) {
    const [empty, ours] = [await Client.start(EMPTY), await Client.start(OURS)];
    for (const client of [empty, ours]) await client.open('markdown', text);
    for (const edits = typing(text); ours.taken.length < WARM + MEASURED; ) {
      const edit = edits.next().value;
      for (const client of [empty, ours]) await client.type(edit);
    }
    for (const client of [empty, ours]) client.server.end();
    taken.push({ empty, ours });
  }
  const name = `${words.toLocaleString('en')} words`;
  return [keyRow(`the first ${String(FIRST)} keys in ${name}`, taken, 0, FIRST), keyRow(`a key in ${name}, after ${WARM.toLocaleString('en')}`, taken, WARM)];
}

/** One round: who has typed what. */
interface Taken {
  readonly empty: Client;
  readonly ours: Client;
}

/** The keys from one to another: the middle one of the middle round, and of the fastest and slowest. */
function keyRow(name: string, rounds: readonly Taken[], from: number, to?: number): Row {
  const middle = ({ taken }: Client): number => percentile(taken.slice(from, to), 0.5);
  const [ours, empty] = [spreadOf(rounds.map((round) => middle(round.ours))), spreadOf(rounds.map((round) => middle(round.empty)))];
  const { shown = 0, told = 0, taken = [] } = rounds[0]?.ours ?? {};
  const note = `empty ${digits(empty.middle)} ms; ${String(shown)} diagnostics, told anew after ${digits((100 * told) / taken.length)} keys in 100`;
  return { name, ratio: spreadOf(rounds.map((round) => middle(round.ours) / middle(round.empty))), value: `p50 ${digits(ours.middle)} ms`, note };
}

/** Ten keys before any is answered, as they come when a machine is busy: what is asked after each is out of date by the next, and most editors take it back. */
async function burstRow(isCancelled: boolean, text: string, count: number): Promise<Row> {
  const edits = typing(text);
  const [empty, ours] = [await Client.start(EMPTY), await Client.start(OURS)];
  for (const client of [empty, ours]) await client.open('markdown', text);
  for (let i = 0; i < count; i++) {
    const ten = next(edits, 10);
    for (const client of [empty, ours]) await client.typeAtOnce(ten, isCancelled);
  }
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

  /** Types a key and waits for what there is to say. What is taken back is not counted. */
  async type(edit: Edit): Promise<void> {
    const { method, params } = this.#edit(edit);
    const begun = performance.now();
    await this.server.connection.sendNotification(method, params);
    await this.#diagnostics();
    if (edit.gone === 0) this.taken.push(performance.now() - begun);
  }

  /** Types keys, asks after each, and once more at the end, whose answer it waits for. @param isCancelled whether it takes back what it asked for when the next key comes */
  async typeAtOnce(edits: readonly Edit[], isCancelled: boolean): Promise<void> {
    const { uri } = this.#document;
    const messages = edits.flatMap((edit, i) => {
      const id = `${this.#document.version} ${i}`;
      const asks = { id, method: 'textDocument/diagnostic', params: { textDocument: { uri }, ...(this.#resultId !== undefined && { previousResultId: this.#resultId }) } };
      return [this.#edit(edit), asks, ...(isCancelled ? [{ method: '$/cancelRequest', params: { id } }] : [])];
    });
    const begun = performance.now();
    this.server.sendAtOnce(messages);
    await this.#diagnostics();
    this.taken.push(performance.now() - begun);
  }

  /** @returns what tells the server of it */
  #edit(edit: Edit): { readonly method: string; readonly params: object } {
    const document = this.#document;
    const change = changeOf(edit, document);
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
