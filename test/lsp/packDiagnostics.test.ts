import { strict as assert } from 'node:assert';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { ProjectFiles } from '../../server/src/lsp/runtime.js';
import { start, stopAll } from './harness.js';

const snippet = 'file:///w/team/snippets/a.md';
const manifest = 'file:///w/team/pack.yaml';
const finding = { file: 'pack.yaml', line: 5, column: 3, severity: 'warning', code: 'missing-pack', message: 'The pack “gone” is not here.' } as const;

describe('what is wrong with a pack', () => {
  afterEach(stopAll);

  it('is shown while a snippet of it is open, and goes when it is mended', async () => {
    let broken = true;
    const project: ProjectFiles = {
      watch: [],
      forget: () => undefined,
      find: async () => [],
      textOf: async () => undefined,
      addIgnore: async () => false,
      turnOff: async () => false,
      read: async ({ editor }) => ({ config: editor.config, packs: [], kind: 'macro', leftOutBy: undefined, ignores: [], ignoreName: undefined, ignoreFile: undefined, baseline: undefined, problems: [] }),
      checkPack: async ({ uri }) => (uri === snippet ? { folder: 'file:///w/team', files: new Map(broken ? [[manifest, [finding]]] : []) } : undefined),
    };
    const client = await start({ runtime: { project } });
    client.open(snippet, 'Hello.');
    const shown = await client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    assert.deepEqual([shown.uri, shown.diagnostics.map(({ code, range }) => [code, range.start])], [manifest, [['missing-pack', { line: 4, character: 2 }]]]);
    broken = false;
    client.save(snippet);
    await client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', ({ uri, diagnostics }) => uri === manifest && diagnostics.length === 0);
  });
});
