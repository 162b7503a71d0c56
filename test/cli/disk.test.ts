/** The command line as a process of its own, on a real disk. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { nodeFileSystem } from '../../server/src/files/nodeFileSystem.js';
import { idsIn } from './run.js';

const OLD = `\ufeffHi,\r\n\r\nDid you restart it?? Which version is it?\r\n${'Our shop opens at nine today. '.repeat(40)}\r\n`;

describe('the command line on a disk', () => {
  let folder: string;
  let program: string;
  const at = (...names: string[]) => join(folder, ...names);
  const lint = (...args: string[]) => spawnSync(process.execPath, [program, 'lint', ...args], { cwd: folder, encoding: 'utf8' });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deskside-'));
    program = at('..', `${folder}.cjs`);
    await build({ entryPoints: ['server/src/cli/bin.ts'], outfile: program, bundle: true, platform: 'node', format: 'cjs', target: 'node20', define: { DESKSIDE_VERSION: '"test"' }, external: ['./server.cjs'], logLevel: 'silent' });
  });

  beforeEach(() => mkdirSync(folder, { recursive: true }));
  afterEach(() => rmSync(folder, { recursive: true }));
  after(() => rmSync(program));

  it('leaves every file old or new, whenever --fix is killed', async () => {
    const paths = Array.from({ length: 60 }, (_, i) => at(`${String(i).padStart(2, '0')}.reply`));
    const write = () => paths.forEach((path) => writeFileSync(path, OLD));
    write();
    lint('--fix');
    const fixed = readFileSync(at('00.reply'), 'utf8');
    assert.notEqual(fixed, OLD, 'there is something to mend');
    assert.ok(fixed.startsWith('\ufeffHi,\r\n'), 'line ends and byte order mark stay');
    const stages: number[] = [];
    const inTheMiddle = () => stages.some((count) => count > 0 && count < paths.length);
    const moments = [1, 2, 3, 5, 9, 20, 45, 80];
    // on a busy machine all may be over before we hear of the first change: then once more
    for (let i = 0; i < moments.length || (i < 100 && !inTheMiddle()); i++) {
      write();
      await killedAfter(moments[i % moments.length] ?? 1, program, folder);
      const texts = paths.map((path) => readFileSync(path, 'utf8'));
      for (const [i, text] of texts.entries()) assert.ok(text === OLD || text === fixed, `${paths[i]} is neither`);
      stages.push(texts.filter((text) => text === fixed).length);
    }
    assert.ok(inTheMiddle(), `it was killed in the middle: ${stages.join()}`);
  });

  it('writes through links, keeps rights, and leaves nothing behind', async () => {
    writeFileSync(at('real.txt'), OLD);
    chmodSync(at('real.txt'), 0o640);
    symlinkSync(at('real.txt'), at('link.reply'));
    lint('--fix', 'link.reply');
    assert.notEqual(readFileSync(at('real.txt'), 'utf8'), OLD);
    assert.equal(statSync(at('real.txt')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder).sort(), ['link.reply', 'real.txt']);
    await assert.rejects(nodeFileSystem.replace(at('real.txt'), Buffer.from('new'), Buffer.from('not what is there')), /changed it meanwhile/);
    assert.deepEqual(readdirSync(folder).sort(), ['link.reply', 'real.txt']);
  });

  it('passes over a pipe among texts, and says so of one that is named', function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [at('pipe.md')]);
    symlinkSync(at('pipe.md'), at('link.md'));
    writeFileSync(at('a.reply'), OLD);
    const { stdout, stderr } = lint('--format', 'ndjson', '--kind', 'reply');
    assert.deepEqual([idsIn(stdout), stderr], [['a.reply'], '']);
    const anatomy = spawnSync(process.execPath, [program, 'anatomy', 'pipe.md'], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
    assert.deepEqual([anatomy.status, anatomy.stderr], [2, 'pipe.md: cannot be read (it is a pipe or a device, and no file)\n']);
  });

  it('clears away what a killed run has left, and nothing else', () => {
    const left = ['.a.reply.999999999-0123abcd.tmp', `.b.reply.${process.pid}-0123abcd.tmp`, '.c.reply.tmp', '.editorconfig'];
    for (const name of ['a.reply', ...left]) writeFileSync(at(name), OLD);
    lint('a.reply');
    assert.equal(readdirSync(folder).length, 5, 'who only reads removes nothing');
    lint('--fix', 'a.reply');
    assert.deepEqual(readdirSync(folder).sort(), [...left.slice(1), 'a.reply'].sort(), 'the second belongs to a process that runs');
    assert.match(lint('--format', 'json').stdout, /"files": 1/);
  });

  it('reads in threads what it reads in one', () => {
    for (let i = 0; i < 220; i++) writeFileSync(at(`${String(i).padStart(3, '0')}.reply`), i % 5 ? `Thank you for letting us know, this is number ${i}.\n` : OLD);
    writeFileSync(at('100.reply'), new Uint8Array([0xff, 0xfe]));
    const all = lint('--format', 'ndjson', '--fail-on', 'never');
    assert.equal(all.stderr, '100.reply: is UTF-16; save it as UTF-8 to have it read\n');
    const lines = all.stdout.trim().split('\n');
    assert.equal(lines.length, 219);
    const few = lint('--format', 'ndjson', '--fail-on', 'never', '000.reply', '001.reply', '219.reply').stdout.trim().split('\n');
    assert.deepEqual([lines[0], lines[1], lines.at(-1)], few);
    const cached = [1, 2].map(() => lint('--format', 'ndjson', '--fail-on', 'never', '--cache').stdout);
    assert.deepEqual(cached, [all.stdout, all.stdout]);
    assert.equal(readFileSync(at('.deskside-cache/.gitignore'), 'utf8'), '*\n');
  });

  it('reads what git says has changed, and new files, and nothing that git ignores', () => {
    const git = (...args: string[]) => assert.equal(spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder }).status, 0, args.join(' '));
    for (const name of ['a.reply', 'b.reply', 'gone.reply']) writeFileSync(at(name), OLD);
    writeFileSync(at('.gitignore'), 'private\n');
    git('init', '-q', '-b', 'main');
    git('add', '.');
    const read = (option: string, cwd = folder) => idsIn(spawnSync(process.execPath, [program, 'lint', option, '--format', 'ndjson'], { cwd, encoding: 'utf8' }).stdout);
    assert.deepEqual(read('--changed'), ['a.reply', 'b.reply', 'gone.reply'], 'before the first commit everything is new');
    git('commit', '-qm', 'one');
    git('switch', '-qc', 'work');
    writeFileSync(at('b.reply'), `${OLD}More.\n`);
    rmSync(at('gone.reply'));
    git('commit', '-qam', 'two');
    mkdirSync(at('sub'));
    writeFileSync(at('sub/naïve new.reply'), OLD);
    writeFileSync(at('private'), OLD);
    assert.deepEqual(read('--changed'), ['sub/naïve new.reply']);
    assert.deepEqual(read('--changed=main'), ['b.reply', 'sub/naïve new.reply']);
    assert.deepEqual(read('--changed=main', at('sub')), ['naïve new.reply']);
    assert.match(lint('--changed=--output=x').stderr, /Git knows no commit/);
  });

  it('ends at once when its reader has had enough', () => {
    for (let i = 0; i < 30; i++) writeFileSync(at(`${i}.reply`), OLD);
    const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" lint | head -1`], { cwd: folder, encoding: 'utf8' });
    assert.deepEqual([stdout.trim().split('\n').length, stderr], [1, '']);
  });
});

/** Runs `--fix` and kills it without mercy when so many changes were seen in the folder. */
function killedAfter(changes: number, program: string, folder: string): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0;
    const watcher = watch(folder);
    const child = spawn(process.execPath, [program, 'lint', '--fix'], { cwd: folder, stdio: 'ignore' });
    watcher.on('change', () => ++seen === changes && child.kill('SIGKILL'));
    child.on('exit', () => {
      watcher.close();
      resolve();
    });
  });
}
