import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { nodeFileSystem } from '../../server/src/files/nodeFileSystem.js';
import { readPackFolder } from '../../server/src/files/packs.js';
import { treeOfFolder } from '../../server/src/packs/folderTree.js';
import { LIMITS } from '../../server/src/packs/limits.js';
import { memoryFiles } from '../../server/src/packs/memoryFiles.js';
import { packFilesIn, type TreeEntry } from '../../server/src/packs/tree.js';
import { treeOfZip } from '../../server/src/packs/zip.js';

const manifest = 'name: team\nversion: 1.0.0\ndescription: Ours.\n';
const snippet = '---\ntitle: A\nprefix: a\ndescription: B.\n---\nHello.\n';

/** Why a zip file of these is refused. */
async function refusal(entries: Zippable, change: (zip: Uint8Array) => void = () => undefined): Promise<string> {
  const zip = zipSync({ 'pack.yaml': strToU8(manifest), ...entries });
  change(zip);
  try {
    await packFilesIn(await treeOfZip(zip, 'team.zip'), undefined);
  } catch (error) {
    assert.equal(error instanceof Error && error.name, 'PackError');
    return error instanceof Error ? error.message : '';
  }
  return assert.fail('it was taken');
}

/** What is said of a pack's files, as far as they are read. */
async function said(files: Readonly<Record<string, string>>): Promise<{ readonly snippets: number; readonly rules: number; readonly problems: readonly string[] }> {
  const all = new Map(Object.entries({ 'pack.yaml': manifest, 'snippets/ok.md': snippet, ...files }).map(([path, text]) => [path, strToU8(text)]));
  const { pack, problems } = await readPackFolder(memoryFiles(all, '/p'), '/p');
  return { snippets: pack?.snippets.length ?? -1, rules: pack?.rules?.length ?? 0, problems: problems.map(({ file, line = 0, message }) => `${file}:${line} ${message}`) };
}

describe('a hostile pack', () => {
  it('gets no file out of its folder', async () => {
    for (const path of ['../evil.md', 'snippets/../../evil.md', '/etc/evil.md', 'C:/evil.md', 'snippets\\..\\..\\evil.md']) {
      assert.equal(await refusal({ [path]: strToU8(snippet) }), `${JSON.stringify(path).slice(1, -1)}: The name leads out of the pack’s own folder, which no honest pack does. It was not added.`);
    }
  });

  it('brings no link, in an archive or a folder', async () => {
    assert.match(await refusal({ 'snippets/out.md': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }), /^snippets\/out\.md: This is a link/u);
    const folder = mkdtempSync(join(tmpdir(), 'deskside-test-'));
    try {
      writeFileSync(join(folder, 'pack.yaml'), manifest);
      mkdirSync(join(folder, 'snippets'));
      symlinkSync('/etc/passwd', join(folder, 'snippets/out.md'));
      await assert.rejects(async () => packFilesIn(await treeOfFolder(nodeFileSystem, folder), ''), /^PackError: snippets\/out\.md: This is a link/u);
      assert.deepEqual((await readPackFolder(nodeFileSystem, folder)).problems.map(({ file, message }) => `${file} ${message.slice(0, 14)}`), ['snippets/out.md This is a link']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('unpacks to no more than a pack may have', async () => {
    assert.match(await refusal({ 'snippets/big.md': strToU8('a'.repeat(LIMITS.file + 1)) }), /^snippets\/big\.md: The file is larger than 256 kB/u);
    assert.match(await refusal({ 'snippets/bomb.md': strToU8('a'.repeat(LIMITS.file)) }), /^snippets\/bomb\.md: The file is more than 100 times larger than in the archive/u);
    const many: TreeEntry[] = Array.from({ length: LIMITS.files + 1 }, (_, i) => ({ path: i === 0 ? 'pack.yaml' : `snippets/s${i}.md`, kind: 'file', read: () => Promise.reject(new Error('must not be read')) }));
    await assert.rejects(packFilesIn(many, ''), /more than 3000 files/u);
    const large: TreeEntry[] = many.slice(0, 200).map((entry) => ({ ...entry, read: async () => new Uint8Array(LIMITS.file) }));
    await assert.rejects(packFilesIn(large, ''), /^PackError: snippets\/s\d+\.md: With this file the pack is larger than 32 MB/u);
  });

  it('is found out when it lies about a file’s size', async () => {
    const lie = (zip: Uint8Array): void => {
      const view = new DataView(zip.buffer, zip.byteOffset);
      for (let at = 0; at < zip.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50 && view.getUint16(at + 28, true) === 'snippets/lie.md'.length) view.setUint32(at + 24, 10, true);
    };
    assert.match(await refusal({ 'snippets/lie.md': strToU8('Hello there, '.repeat(99)) }, lie), /^snippets\/lie\.md: The file cannot be read/u);
  });

  it('is never opened where it is no part of a pack', async () => {
    const tree: TreeEntry[] = [
      { path: 'pack.yaml', kind: 'file', read: async () => strToU8(manifest) },
      ...['run.sh', 'node_modules/x/index.js', 'snippets/a.exe', 'rules/deep/a.yaml', '.git/hooks/post-checkout'].map((path): TreeEntry => ({ path, kind: 'file', read: () => Promise.reject(new Error('must not be read')) })),
    ];
    assert.deepEqual([...(await packFilesIn(tree, '')).keys()], ['pack.yaml']);
  });

  it('has only names that every system takes for one file', async () => {
    assert.match(await refusal({ 'snippets/A.md': strToU8(snippet), 'snippets/a.md': strToU8(snippet) }), /^snippets\/a\.md: On Windows and macOS this is the same file as snippets\/A\.md/u);
    assert.match(await refusal({ 'snippets/con.md': strToU8(snippet) }), /^snippets\/con\.md: Windows cannot have a file of this name/u);
    assert.match(await refusal({ 'snippets/a\u202e.md': strToU8(snippet) }), /holds characters that nobody sees/u);
  });

  it('does not multiply itself', async () => {
    const laughs = ['a0: &a0 [x,x,x,x,x,x,x,x,x]', ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)].join('\n');
    for (const file of ['snippets/laughs.md', 'rules/laughs.yaml', 'terms.yaml']) {
      const { snippets, problems } = await said({ [file]: file.endsWith('.md') ? `---\n${laughs}\n---\nx` : laughs });
      assert.equal(snippets, 1, file);
      assert.deepEqual(problems.map((text) => text.replace(/:\d+ .*/u, '')), [file]);
    }
  });

  it('reaches no prototype', async () => {
    const found = await said({
      'pack.yaml': `${manifest}fields:\n  __proto__:\n    title: x\n`,
      'terms.yaml': 'say:\n  constructor: x\n',
      'rules/a.yaml': 'message: m\nwhy: w\nwords:\n  prototype: [x]\nphrases: ["cart"]\nexamples: {flag: [], ok: []}\n',
      'snippets/a.md': '---\ntitle: A\nprefix: a\ndescription: B.\n__proto__: {x: 1}\n---\nHello.\n',
    });
    assert.equal(found.snippets, -1);
    assert.deepEqual(found.problems, ['pack.yaml:5 “__proto__” is a name that programs keep for themselves; take it out or call it something else.']);
    const rest = await said({ 'terms.yaml': 'say:\n  constructor: x\n', 'rules/a.yaml': 'words:\n  prototype: [x]\n', 'snippets/a.md': '---\ntitle: A\n__proto__: {x: 1}\n---\nHello.\n' });
    assert.deepEqual(rest.problems.map((text) => text.split(' ')[0]), ['snippets/a.md:3', 'terms.yaml:2', 'rules/a.yaml:2']);
    assert.equal(Object.hasOwn(Object.prototype, 'x'), false);
  });

  it('makes no program do anything', async () => {
    for (const link of ['[x](command:workbench.action.quit)', '![x](data:text/html,x)', '<javascript:alert(1)>', '[x]: file:///etc/passwd', '<a href="vscode://x">x</a>', '[x]( <command:x>)']) {
      const { snippets, problems } = await said({ 'snippets/a.md': snippet.replace('Hello.', link) });
      assert.deepEqual([snippets, problems.length], [1, 1], link);
      assert.match(problems[0] ?? '', /^snippets\/a\.md:6 .*makes the reader’s program do something/u);
    }
    assert.deepEqual((await said({ 'snippets/a.md': snippet.replace('prefix: a', 'prefix: b').replace('Hello.', 'Run this command: `data: x`. See [us](https://example.com), <mailto:a@example.com>.') })).problems, []);
  });

  it('shows no terminal or screen what is not there', async () => {
    for (const title of ['"\\e[31mred"', '"evil \\u202etxt"', '"a\\u0007b"']) {
      const { problems } = await said({ 'snippets/a.md': snippet.replace('title: A', `title: ${title}`) });
      assert.deepEqual(problems.map((text) => text.split(' ')[0]), ['snippets/a.md:2']);
      assert.doesNotMatch(problems.join(), /[\u0000-\u001f\u202e]/u);
    }
  });

  it('makes no rule that would take long', async () => {
    const words = Array.from({ length: 300 }, (_, i) => `word${i} ..9 word${i} ..9 other${i}`).join(', ');
    const slow = `message: m\nwhy: w\nwords:\n  w: [${words}]\nphrases: ["@w ..9 @w ..9 @w ..9 @w"]\nexamples: {flag: [a], ok: []}\n`;
    const { rules, problems } = await said({ 'rules/slow.yaml': slow });
    assert.equal(rules, 0);
    assert.deepEqual(problems.length, 1);
    assert.match(problems[0] ?? '', /^rules\/slow\.yaml:\d+ .*(?:big|large|steps)/iu);
  });
});
