/** The command line and the editor give the same answer, on our examples and on the drafts that rules were not written from. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Kind } from '../../server/src/core/index.js';
import { engine } from '../../server/src/core/engine.js';
import { start, stopAll, type TestClient } from '../lsp/harness.js';
import { run } from './run.js';

interface Text {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
}

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

describe('The command line and the editor', () => {
  afterEach(stopAll);

  it('find the same in every example and draft', async () => {
    const client = await start({ runtime: { engine } });
    const answers = await onCommandLine();
    for (const [i, text] of texts.entries()) assert.deepEqual(await inTheEditor(client, text), answers[i], text.id);
    assert.ok(answers.flat().length > 20, 'the comparison means something');
  });
});
