import { strict as assert } from 'node:assert';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { engine } from '../../server/src/core/engine.js';
import { disk } from './disk.js';
import { start, stopAll } from './harness.js';

const config = 'file:///w/.deskside.yaml';

describe('what is wrong with a settings file', () => {
  afterEach(stopAll);

  it('is shown in it, whether a text is open or not, and goes when it is mended', async () => {
    const { project, files } = disk({ '/w/.deskside.yaml': 'kinds:\n  "kb/**": article\nrules:\n  jargon: ofof\n' });
    const client = await start({ runtime: { engine, project }, folders: ['file:///w'] });
    const shown = await client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', ({ uri }) => uri === config);
    assert.deepEqual(shown.diagnostics.map(({ message, range }) => [message, range.start]), [['“rules.jargon” cannot be “ofof”; did you mean “off”? It can be off, hint, info, warning, error.', { line: 3, character: 10 }]]);
    client.open('file:///w/a.reply.md', 'Hi Ana,\n');
    await client.pull('file:///w/a.reply.md');
    files['/w/.deskside.yaml'] = 'rules:\n  jargon: off\n';
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
    await client.pull('file:///w/a.reply.md');
    await client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', ({ uri, diagnostics }) => uri === config && diagnostics.length === 0);
  });

  it('is shown for a folder that only a text lies in, and once for all of its texts', async () => {
    const { project } = disk({ '/x/.deskside.yaml': 'audiance: technical\n' });
    const client = await start({ runtime: { engine, project }, folders: ['file:///w'] });
    for (const name of ['a', 'b']) {
      client.open(`file:///x/${name}.reply.md`, 'Hi Ana,\n');
      await client.pull(`file:///x/${name}.reply.md`);
    }
    const isOfConfig = ({ uri, diagnostics }: PublishDiagnosticsParams): boolean => uri === 'file:///x/.deskside.yaml' && diagnostics.length === 1;
    await client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', isOfConfig);
    assert.equal(client.count('textDocument/publishDiagnostics'), 1);
  });
});
