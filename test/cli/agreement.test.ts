/** The command line, the editor and the service for assistants give the same answer, on our examples and on the drafts that rules were not written from. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Fix, Kind } from '../../server/src/core/index.js';
import { engine } from '../../server/src/core/engine.js';
import { start, stopAll, type TestClient } from '../lsp/harness.js';
import { closeAll, connect, type Assistant } from '../mcp/harness.js';
import { run } from './run.js';

interface Text {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
}

/** A finding as assistants are told it: that of the command line, and more words. */
type Told = Omit<Finding, 'fixes'> & { readonly words: string; readonly why: string; readonly fixes: readonly (Fix & { readonly becomes?: string })[] };

function examples(folder: string, kind: Kind): readonly Text[] {
  const base = new URL(`../../examples/${folder}`, import.meta.url);
  return readdirSync(base).filter((name) => name.endsWith('.md')).map((name) => ({ id: name, kind, text: readFileSync(new URL(name, base), 'utf8') }));
}

const drafts = readFileSync(new URL('../drafts/drafts.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Text);
const texts = [...examples('', 'reply'), ...examples('articles/', 'article'), ...drafts];

async function onCommandLine(): Promise<readonly (readonly string[])[]> {
  const { out } = await run('lint --input ndjson --fail-on never', { engine, in: texts.map((text) => `${JSON.stringify(text)}\n`) });
  return out.trim().split('\n').map((line) => (JSON.parse(line) as { findings: Finding[] }).findings.map(({ rule, start: from, end, message }) => `${from}-${end} ${rule} ${message}`));
}

async function inTheEditor(client: TestClient, { id, kind, text }: Text): Promise<readonly string[]> {
  const uri = `untitled:${id}`;
  client.open(uri, text);
  await client.request('deskside/setKind', { uri, kind });
  const report = await client.pull(uri);
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const place = ({ range, code, message }: Diagnostic) => `${document.offsetAt(range.start)}-${document.offsetAt(range.end)} ${code} ${message}`;
  return report.kind === 'full' ? report.items.map(place) : [];
}

async function forAssistants({ call }: Assistant, { text, kind }: Text): Promise<readonly string[]> {
  const { data } = await call('lint_text', { text, kind, limit: 200 });
  return (data['findings'] as Finding[]).map(({ rule, start: from, end, message }) => `${from}-${end} ${rule} ${message}`);
}

describe('The command line, the editor and the service for assistants', () => {
  afterEach(stopAll);
  afterEach(closeAll);

  it('find the same in every example and draft', async () => {
    const client = await start({ runtime: { engine } });
    const assistant = await connect();
    const answers = await onCommandLine();
    for (const [i, text] of texts.entries()) {
      assert.deepEqual(await inTheEditor(client, text), answers[i], text.id);
      assert.deepEqual(await forAssistants(assistant, text), answers[i], text.id);
    }
    assert.ok(answers.flat().length > 20, 'the comparison means something');
  });

  it('say the same of a file, word for word: its kind, places, fixes and fingerprints', async () => {
    const plain = 'Open the app, and look for the gear. Below it you find the list of phones. '.repeat(5);
    const named = ['index', '_parts', 'listed'].map((name) => [`/desk/kb/${name}.md`, `${plain}\n\n    # install it\n`]);
    const files = Object.fromEntries([['/desk/.deskside.yaml', 'kinds: { "kb/**": article }\n'], ['/desk/kb/.pages', 'nav:\n  - Phones: listed.md\n'], ...named, ...texts.filter(({ id }) => id.endsWith('.md')).map(({ id, kind, text }) => [`/desk/${kind === 'article' ? 'kb/' : ''}${id}`, text] as const)]);
    const { call } = await connect({ files });
    const read = JSON.parse((await run('lint --format json --fail-on never', { engine, files })).out) as { files: { path: string; kind: Kind; findings: Finding[] }[] };
    assert.ok(read.files.length > 5 && read.files.some(({ kind }) => kind === 'article'));
    for (const { path, kind, findings } of read.files) {
      const { data } = await call('lint_text', { path, limit: 200 });
      const told = (data['findings'] as Told[]).map(({ words: _, why: __, fixes, ...finding }) => ({ ...finding, fixes: fixes.map(({ becomes: ___, ...fix }) => fix) }));
      assert.deepEqual({ path, kind: data['kind'], findings: told }, { path, kind, findings });
    }
  });
});
