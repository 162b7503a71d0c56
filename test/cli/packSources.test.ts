import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { strToU8, zipSync } from 'fflate';
import { engine } from '../../server/src/core/engine.js';
import { stillWorld } from './run.js';
import { main } from '../../server/src/cli/main.js';
import { nodeFileSystem } from '../../server/src/files/nodeFileSystem.js';
import { placeIn, planAdd, planUpdate } from '../../server/src/packs/index.js';
import { nodeWorld } from '../../server/src/packs/nodeWorld.js';
import { parseSource, writeSource } from '../../server/src/packs/source.js';
import type { PackWorld } from '../../server/src/packs/world.js';

const snippet = (title: string) => `---\ntitle: ${title}\nprefix: ${title.toLowerCase()}\ndescription: For the test.\n---\nHello from ${title}.\n`;
const files = (version: string): Readonly<Record<string, string>> => ({
  'pack.yaml': `name: team\nversion: ${version}\ndescription: Ours.\n`,
  'snippets/one.md': snippet('One'),
  'rules/cart.yaml': 'message: Say basket.\nwhy: We do.\nphrases: ["cart~"]\nexamples:\n  flag: [A cart.]\n  ok: [A basket.]\n',
});

describe('a pack from elsewhere', () => {
  let root = '';
  let desk = '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'deskside-test-'));
    desk = join(root, 'desk');
    mkdirSync(desk);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function put(folder: string, tree: Readonly<Record<string, string>>): string {
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(root, folder, path)), { recursive: true });
      writeFileSync(join(root, folder, path), text);
    }
    return join(root, folder);
  }

  function git(...args: readonly string[]): void {
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd: join(root, 'repo'), stdio: 'pipe' });
  }

  function commit(tree: Readonly<Record<string, string>>, tag?: string): void {
    put('repo', tree);
    if (!existsSync(join(root, 'repo/.git'))) git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'A step');
    if (tag !== undefined) git('tag', tag);
  }

  async function deskside(command: string, world: PackWorld = nodeWorld, cwd = desk): Promise<{ code: number; out: string }> {
    let out = '';
    const write = async (text: string) => void (out += text);
    const code = await main({ ...stillWorld, argv: ['pack', ...command.split(' ')], cwd, fs: nodeFileSystem, in: Readable.from([]), out: { write }, err: { write }, env: { XDG_CONFIG_HOME: join(root, 'own') }, isTTY: false, version: '1.0.0', today: () => '2025-06-01', engine, git: async () => '', gitBlobs: async () => [], packWorld: async () => world, startServer: async () => undefined, startAssistants: async () => undefined });
    return { code, out: out.replaceAll(root, 'ROOT') };
  }

  const lock = () => readFileSync(join(desk, '.deskside/packs.lock.yaml'), 'utf8');
  const body = (path = 'snippets/one.md') => readFileSync(join(desk, '.deskside/packs/team', path), 'utf8');

  it('is added without a file that cannot be used, which is named where it stands, and answers 1', async () => {
    put('bad', { ...files('1.0.0'), 'snippets/two.md': '---\ntitle: Two\n---\nHello.\n' });
    const { code, out } = await deskside('add ../bad');
    assert.equal(code, 1);
    assert.match(out, /^\.deskside\/packs\/team\/snippets\/two\.md:1: error: “description” is missing/mu);
    assert.match(out, /Added to \.deskside\/packs\/team\.\n {2}1 file of it cannot be used/u);
    const again = await deskside('update team');
    assert.equal(again.code, 1);
    assert.match(again.out, /up to date\.\n {2}1 file of it cannot be used/u);
  });

  it('says in a line which of its prefixes other packs have, and once', async () => {
    put('taken', { ...files('1.0.0'), 'snippets/late.md': snippet('Reopened') });
    const { code, out } = await deskside('add ../taken');
    assert.equal(code, 0);
    const told = 'pack.yaml:1: warning: The prefix stands in essentials, too, and whoever types it gets a choice: “reopened”. For others, ask whoever keeps this pack.\n';
    assert.ok(out.startsWith(`.deskside/packs/team/${told}`), out);
    put('taken', { 'pack.yaml': files('1.1.0')['pack.yaml'] ?? '', 'snippets/two.md': snippet('Two') });
    assert.doesNotMatch((await deskside('update team --yes')).out, /prefix/u);
    put('more', { ...files('2.0.0'), 'pack.yaml': 'name: more\nversion: 2.0.0\ndescription: Ours.\n', 'snippets/late.md': snippet('Reopened') });
    assert.match((await deskside('add ../more')).out, /These prefixes stand in team, too, .*: “reopened”, “one”\. For others/u);
  });

  it('comes from a git repository at a tag, and moves when asked to', async () => {
    commit(files('1.0.0'), 'v1');
    commit({ ...files('1.1.0'), 'snippets/two.md': snippet('Two') }, 'v2');
    assert.deepEqual(await deskside('add git:../repo#v1'), { code: 0, out: `team 1.0.0 (${/revision: (.{12})/u.exec(lock())?.[1]})\n  1 snippet, 1 rule\n  Added to .deskside/packs/team.\n` });
    assert.equal(body(), snippet('One'));
    assert.equal((await deskside('update')).out, 'team 1.0.0 is up to date.\n');
    const shown = await deskside('update team --to v2');
    assert.match(shown.out, /^team 1\.0\.0 → 1\.1\.0 .*\n {2}\+ snippet team\/two \(Two\)\n {2}Nothing is changed yet/u);
    assert.deepEqual([shown.code, existsSync(join(desk, '.deskside/packs/team/snippets/two.md'))], [1, false]);
    assert.match((await deskside('update team --to v2 --yes')).out, /Updated/u);
    assert.equal(body('snippets/two.md'), snippet('Two'));
    assert.match(lock(), /version: 1\.1\.0/u);
  });

  it('comes from a folder of a repository, and no hook, link or filter of it runs', async () => {
    commit(Object.fromEntries(Object.entries(files('1.0.0')).map(([path, text]) => [`packs/team/${path}`, text])));
    commit({ 'packs/other/pack.yaml': 'name: other\nversion: 1.0.0\ndescription: x\n', '.gitattributes': '*.md filter=evil\n' });
    assert.match((await deskside('add git:../repo')).out, /several packs in it: packs\/other, packs\/team\. Name the folder/u);
    assert.equal((await deskside('add git:../repo#main:packs/team')).code, 0);
    assert.equal(body(), snippet('One'));
  });

  it('is not removed with what somebody has changed in it, unless they say so', async () => {
    assert.equal((await deskside(`add ${put('shared', files('1.0.0'))}`)).code, 0);
    writeFileSync(join(desk, '.deskside/packs/team/snippets/one.md'), snippet('Mine'));
    const kept = await deskside('remove team');
    assert.deepEqual([kept.code, body()], [1, snippet('Mine')]);
    assert.match(kept.out, /changed here .* deskside pack remove team --yes/su);
    assert.equal((await deskside('remove team --yes')).out, 'team is removed.\n');
  });

  it('comes from a zip file or a shared folder', async () => {
    const zip = zipSync(Object.fromEntries(Object.entries(files('1.0.0')).map(([path, text]) => [`team-main/${path}`, strToU8(text)])));
    writeFileSync(join(root, 'team.zip'), zip);
    assert.equal((await deskside('add ../team.zip')).code, 0);
    assert.equal((await deskside('remove team')).out, 'team is removed.\n');
    assert.deepEqual([existsSync(join(desk, '.deskside/packs/team')), lock().includes('team')], [false, false]);
    assert.equal((await deskside(`add ${put('shared', { ...files('1.0.0'), 'notes.xlsx': 'no part of it' })}`)).code, 0);
    assert.deepEqual(readdirSync(join(desk, '.deskside/packs/team')).sort(), ['pack.yaml', 'rules', 'snippets']);
  });

  it('comes from npm without running a script', async () => {
    const npm: PackWorld = {
      ...nodeWorld,
      run: async (tool, args, { cwd }) => {
        assert.deepEqual([tool, args.includes('--ignore-scripts'), args.at(-1)], ['npm', true, '@acme/pack@^1.0.0']);
        for (const [path, text] of Object.entries({ ...files('1.0.0'), 'package.json': '{"version":"1.0.3"}' })) {
          mkdirSync(dirname(join(cwd, 'node_modules/@acme/pack', path)), { recursive: true });
          writeFileSync(join(cwd, 'node_modules/@acme/pack', path), text);
        }
        return { code: 0, out: '', err: '' };
      },
    };
    assert.equal((await deskside('add npm:@acme/pack@^1.0.0', npm)).code, 0);
    assert.match(lock(), /source: npm:@acme\/pack@\^1\.0\.0\n +version: 1\.0\.0\n +revision: 1\.0\.3\n/u);
  });

  it('says in a line why npm does not give it', async () => {
    const said = async (err: string) => (await deskside('add npm:@acme/pack@9', { ...nodeWorld, run: async () => ({ code: 1, out: '', err }) })).out;
    const unknown = 'npm error code E404\nnpm error 404 Not Found - GET https://registry.example/@acme%2fpack\nnpm error 404\nnpm error 404 Note that you can also install from a\nnpm error 404 tarball, folder, http url, or git url.\nnpm error A complete log of this run can be found in: /logs/debug-0.log\n';
    assert.equal(await said(unknown), 'deskside: npm knows no package “@acme/pack@9”, or you may not see it. Check the name; for a private one, log in with “npm login” first.\n');
    assert.match(await said('npm ERR! code ETARGET\nnpm ERR! notarget No matching version\n'), /^deskside: npm knows the package, but no version of it that fits “@acme\/pack@9”\..*\n$/u);
    assert.equal(await said('npm error code EOTHER\nnpm error It is full.\nnpm error A complete log of this run can be found in: /logs/debug-0.log\n'), 'deskside: npm could not get it and says: EOTHER It is full.\n');
  });

  it('goes to the project, wherever in it somebody stands, and no further up than its repository', async () => {
    const source = put('shared', files('1.0.0'));
    mkdirSync(join(desk, 'replies/today'), { recursive: true });
    mkdirSync(join(root, '.deskside/packs'), { recursive: true });
    mkdirSync(join(desk, '.git'));
    assert.match((await deskside(`add ${source}`, nodeWorld, join(desk, 'replies/today'))).out, /Added to ROOT\/desk\/\.deskside\/packs\/team\.\n$/u);
    writeFileSync(join(desk, 'replies/.deskside.yaml'), '');
    await deskside(`add ${source}`, nodeWorld, join(desk, 'replies/today'));
    assert.deepEqual([existsSync(join(desk, 'replies/.deskside')), readdirSync(join(root, '.deskside/packs'))], [false, []]);
  });

  it('is the person’s own with --user', async () => {
    await deskside(`add ${put('shared', files('1.0.0'))} --user`);
    assert.ok(existsSync(join(root, 'own/deskside/packs/team/pack.yaml')));
    assert.match((await deskside('list')).out, /^essentials .*built in[\s\S]*^team {2}1\.0\.0 {2}1 snippet, 1 rule {2}ROOT\/shared$/mu);
  });

  it('says when its files were changed here, and keeps them until told otherwise', async () => {
    const source = put('shared', files('1.0.0'));
    await deskside(`add ${source}`);
    writeFileSync(join(desk, '.deskside/packs/team/snippets/one.md'), snippet('Mine'));
    assert.match((await deskside('list')).out, /\(changed here\)/u);
    put('shared', files('1.1.0'));
    assert.match((await deskside('update')).out, /those changes would be lost/u);
    assert.equal(body(), snippet('Mine'));
    const { out } = await deskside('update --yes');
    assert.match(out, /Updated in .*What was changed here is gone\./u);
    assert.doesNotMatch(out, /would be lost/u);
  });

  it('leaves the old one working when the new one is broken, gone, or cannot be written', async () => {
    const source = put('shared', files('1.0.0'));
    await deskside(`add ${source}`);
    const before = [lock(), body()];
    put('shared', { 'pack.yaml': 'name: team\nversion: two\ndescription: Ours.\n' });
    const broken = await deskside('update --yes');
    assert.deepEqual([broken.code, broken.out], [2, 'deskside: pack.yaml:2: “version” takes three numbers with dots, like 1.0.0.\n']);
    rmSync(join(root, 'shared'), { recursive: true });
    assert.equal((await deskside('update --yes')).code, 2);
    put('shared', { ...files('1.1.0'), 'snippets/one.md': snippet('New') });
    const full: PackWorld = { ...nodeWorld, putFile: async () => Promise.reject(new Error('the disk is full')) };
    await assert.rejects(deskside('update --yes', full), /the disk is full/u);
    assert.deepEqual([lock(), body()], before);
    assert.deepEqual(readdirSync(join(desk, '.deskside/packs')), ['team']);
  });

  it('is never half there, even when its files cannot be written', async () => {
    const folder = join(desk, '.deskside/packs/team');
    await nodeWorld.putFolder(folder, new Map([['a', strToU8('old')]]));
    await assert.rejects(nodeWorld.putFolder(folder, new Map([['b', strToU8('new')], ['b/c', strToU8('b is a file')]])));
    assert.deepEqual([readdirSync(folder), readdirSync(dirname(folder))], [['a'], ['team']]);
  });

  it('touches nothing that was not added', async () => {
    put('desk/.deskside/packs/team', files('1.0.0'));
    const source = put('shared', files('1.1.0'));
    assert.match((await deskside(`add ${source}`)).out, /is there already and was not added from anywhere/u);
    assert.match((await deskside('remove team')).out, /was not added here/u);
    assert.match((await deskside('update team')).out, /was not added here/u);
  });

  it('can be called off', async () => {
    commit(files('1.0.0'));
    const doing: string[] = [];
    const called = new AbortController();
    const plan = planAdd(nodeWorld, placeIn(desk), 'git:../repo', desk, { signal: called.signal, onProgress: (what) => void (doing.push(what), called.abort(new Error('called off'))) });
    await assert.rejects(plan, /called off/u);
    assert.deepEqual([doing.length, existsSync(join(desk, '.deskside'))], [1, false]);
    await assert.rejects(planUpdate(nodeWorld, placeIn(desk), 'team', undefined), /was not added here/u);
  });

  it('says plainly what a tool said, or that it is missing', async () => {
    assert.match((await deskside('add git:../nowhere')).out, /^deskside: git could not get it and says: .*nowhere/u);
    commit(files('1.0.0'));
    assert.match((await deskside('add git:../repo#v9')).out, /repo has no tag, branch or commit “v9”\. It has main[^:]*: write one of them after “#”/u);
    assert.match((await deskside('add nowhere')).out, /nowhere\/? cannot be opened/u);
    writeFileSync(join(root, 'no.zip'), 'no zip');
    assert.match((await deskside('add ../no.zip')).out, /no\.zip is no zip file that can be read/u);
  });
});

describe('a source', () => {
  it('is read as people write it, and written so that it is read again', () => {
    for (const [written, kept] of [
      ['npm:pack', 'npm:pack'],
      ['npm:@acme/pack@^1.0.0', 'npm:@acme/pack@^1.0.0'],
      ['https://host/team/packs.git#v1.0.0:packs/a', 'git:https://host/team/packs.git#v1.0.0:packs/a'],
      ['git@host:team/packs.git', 'git:git@host:team/packs.git'],
      ['git:../repo#main', 'git:/repo#main'],
      ['../x.zip', '/x.zip'],
      ['../shared', '/shared'],
      ['vendor/pack', './vendor/pack'],
    ] as const) {
      const source = parseSource(written, '/desk');
      assert.equal(writeSource(source, '/desk'), kept);
      assert.deepEqual(parseSource(kept, '/desk'), source);
    }
  });

  it('near a project is written as seen from it', () => {
    const written = ['/home/ana/packs', '/home/ana/work/shared', '/srv/packs'].map((folder) => writeSource({ kind: 'folder', folder }, '/home/ana/work/desk', 2));
    assert.deepEqual(written, ['../../packs', '../shared', '/srv/packs']);
    assert.equal(writeSource({ kind: 'folder', folder: '/opt/packs' }, '/workspaces/desk', 2), '/opt/packs');
    assert.deepEqual(parseSource('../shared', '/home/ana/work/desk'), { kind: 'folder', folder: '/home/ana/work/shared' });
  });

  it('is refused where it would be an option, a program or a way out', () => {
    for (const written of ['', '--upload-pack=x', 'git:-x', 'git:ext::sh -c x', 'git:x#--exec', 'git:x#a:../..', 'npm:--prefix', 'npm:a;b', 'npm:../x']) assert.throws(() => parseSource(written, '/desk'), { name: 'PackError' }, written);
  });
});
