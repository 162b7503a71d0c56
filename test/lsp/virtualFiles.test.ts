import { strict as assert } from 'node:assert';
import { LONGEST_FILE } from '../../server/src/files/fileSystem.js';
import { ClientFiles, withClientFiles, type Asker } from '../../server/src/hosts/clientFiles.js';
import { projectFiles } from '../../server/src/hosts/projectFiles.js';
import { virtualPath, virtualUri } from '../../server/src/hosts/virtualPaths.js';
import type { ServerRequests } from '../../server/src/lsp/protocol.js';
import { disk } from './disk.js';

const FOLDER = 'vscode-vfs://github/our/help';

/** A client that has some files, and a project of them. */
function virtual(files: Record<string, string>) {
  const asked: string[] = [];
  const answers = {
    'deskside/readFile': ({ uri, most = Infinity }: ServerRequests['deskside/readFile']['params']) => {
      const text = files[uri];
      return text === undefined || text.length > most ? null : Buffer.from(text).toString('latin1');
    },
    'deskside/listFolder': ({ uri }: ServerRequests['deskside/listFolder']['params']) => {
      if (!uri.startsWith(FOLDER)) return null;
      const below = Object.keys(files).flatMap((name) => (name.startsWith(`${uri}/`) ? [name.slice(uri.length + 1)] : []));
      return [...new Set(below.map((name) => name.split('/')[0] ?? ''))].map((name) => ({ name: decodeURIComponent(name), kind: `${uri}/${name}` in files ? 'file' : 'folder' }));
    },
  };
  const client: Asker = {
    sendRequest: async <R>(method: string, params: unknown): Promise<R> => {
      asked.push(`${method.slice('deskside/'.length)} ${String(Reflect.get(Object(params), 'uri'))}`);
      const answer: unknown = Reflect.get(answers, method);
      return typeof answer === 'function' ? (answer(params) as R) : assert.fail(method);
    },
  };
  const fs = new ClientFiles(client);
  const project = projectFiles({ fs, write: async () => false, pathOf: virtualPath, uriOf: (path) => virtualUri(path) ?? path, forget: () => fs.forget(), today: () => '2025-01-31' });
  const about = (name: string) => ({ uri: name.includes(':') ? name : `${FOLDER}/${name}`, folders: [FOLDER], trusted: true, editor: { config: {}, kinds: {}, packs: [] } });
  return { files, fs, project, asked, about };
}

describe('the files of a workspace on no disk', () => {
  const CONFIG = { [`${FOLDER}/.deskside.yaml`]: 'audience: technical\nkinds: { kb: article }\n' };

  it('hold for its documents, as on a disk', async () => {
    const { project, about } = virtual({ ...CONFIG, [`${FOLDER}/.deskside-ignore.yaml`]: '- { rule: jargon, file: kb/a.md }\n' });
    const settings = await project.read(about('kb/a.md'));
    assert.deepEqual([settings.kind, settings.config.audience, settings.ignoreName, settings.ignoreFile, settings.ignores.length], ['article', 'technical', 'kb/a.md', `${FOLDER}/.deskside-ignore.yaml`, 1]);
    assert.deepEqual([(await project.read(about('untitled:Untitled-1'))).config.audience, (await project.read(about('kb/ä (1).md'))).kind], ['technical', 'article']);
  });

  it('say nothing of documents outside it, and are not asked for them', async () => {
    const { project, about, asked } = virtual(CONFIG);
    assert.equal((await project.read(about('git://github/our/help/kb/a.md'))).kind, undefined);
    assert.ok(asked.every((what) => what.includes('vscode-vfs:')), asked.join());
  });

  it('are not read where they are longer than any text', async () => {
    const { fs, files } = virtual({ [`${FOLDER}/log.md`]: 'x'.repeat(LONGEST_FILE) });
    assert.equal((await fs.read('/vscode-vfs:/github/our/help/log.md')).length, LONGEST_FILE);
    files[`${FOLDER}/log.md`] += 'x';
    await assert.rejects(fs.read('/vscode-vfs:/github/our/help/log.md'));
  });

  it('are asked for once, and again after a change', async () => {
    const { project, about, asked, files } = virtual(CONFIG);
    await project.read(about('kb/a.md'));
    const before = asked.length;
    assert.ok(before < 25, asked.join('\n'));
    await project.read(about('kb/b.md'));
    assert.equal(asked.length, before);
    files[`${FOLDER}/.deskside.yaml`] = 'kinds: { kb: note }\n';
    project.forget();
    assert.equal((await project.read(about('kb/a.md'))).kind, 'note');
  });

  it('are found and read for the whole workspace', async () => {
    const { project } = virtual({ ...CONFIG, [`${FOLDER}/kb/a%20%281%29.md`]: 'Größe.', [`${FOLDER}/kb/b.html`]: '', [`${FOLDER}/c.html`]: '' });
    const found = await project.find(FOLDER, [FOLDER], { config: {}, kinds: {}, packs: [] });
    assert.deepEqual(found, [`${FOLDER}/kb/a%20%281%29.md`, `${FOLDER}/kb/b.html`]);
    assert.equal(await project.textOf(found[0] ?? ''), 'Größe.');
    assert.equal(await project.textOf(`${FOLDER}/gone.md`), undefined);
  });

  it('are not there for a client that knows nothing of such requests', async () => {
    const fs = new ClientFiles({ sendRequest: () => Promise.reject(new Error('Unhandled method')) });
    const project = projectFiles({ fs, write: async () => false, pathOf: virtualPath, uriOf: (path) => path, today: () => '2025-01-31' });
    const { kind, problems } = await project.read({ uri: `${FOLDER}/a.md`, folders: [FOLDER], trusted: true, editor: { config: {}, kinds: { '*.md': 'note' }, packs: [] } });
    assert.deepEqual([kind, problems], ['note', []]);
  });

  it('are asked for again where the client could not say what is there', async () => {
    let isBusy = true;
    const answers = <R>(): Promise<R> => (isBusy ? Promise.reject(new Error('The connection is lost')) : Promise.resolve([{ name: 'a.md', kind: 'file' }] as R));
    const fs = new ClientFiles({ sendRequest: answers });
    assert.equal(await fs.stat('/vscode-vfs:/github/our/help/a.md'), undefined);
    isBusy = false;
    assert.equal(await fs.stat('/vscode-vfs:/github/our/help/a.md'), 'file');
  });

  it('stand beside those on a disk', async () => {
    const { fs } = virtual(CONFIG);
    const both = withClientFiles(disk({ '/w/a.md': 'Here.' }).fs, fs);
    assert.deepEqual([await both.stat('/w/a.md'), await both.stat('/vscode-vfs:/github/our/help/.deskside.yaml'), await both.stat('/vscode-vfs:/github/our/help')], ['file', 'file', 'folder']);
    assert.equal(new TextDecoder().decode(await both.read('/w/a.md')), 'Here.');
    assert.equal((await both.list('/vscode-vfs:/github/our/help')).length, 1);
  });

  it('keep their addresses', () => {
    for (const uri of [`${FOLDER}/a%20b.md`, 'memfs:///help/a.md', 'vscode-vfs://github%2B7b7d/our/help/%C3%A4.md']) assert.equal(virtualUri(virtualPath(uri, [uri.replace(/\/[^/]*$/u, '')]) ?? ''), uri);
    assert.equal(virtualPath('memfs:/help/a.md', ['memfs:/help']), virtualPath('memfs:///help/a.md', ['memfs:///help']));
    assert.equal(virtualPath('untitled:Untitled-1', [FOLDER]), undefined);
    assert.equal(virtualPath(`${FOLDER}er/a.md`, [FOLDER]), undefined);
    assert.equal(virtualUri('/home/me/a.md'), undefined);
  });
});
