import assert from 'node:assert/strict';
import { atMost } from '../../../server/src/files/fileSystem.js';
import type { Entry, FileSystem } from '../../../server/src/files/fileSystem.js';
import { readPackFolder } from '../../../server/src/files/packs.js';

type Tree = Readonly<Record<string, string | { readonly kind: Entry['kind'] }>>;

/** A file system of a map from path to text, or to what stands there instead of a text. */
function memory(tree: Tree): FileSystem {
  const kindOf = (path: string): Entry['kind'] => {
    const here = tree[path] ?? { kind: 'folder' as const };
    return typeof here === 'string' ? 'file' : here.kind;
  };
  return {
    read: async (path, most) => {
      const text = tree[path];
      if (typeof text !== 'string') throw Object.assign(new Error(), { code: 'ENOENT' });
      return atMost(new TextEncoder().encode(text), most);
    },
    list: async (folder) => {
      const below = Object.keys(tree).filter((path) => path.startsWith(`${folder}/`));
      const names = new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''));
      return [...names].map((name) => ({ name, kind: kindOf(`${folder}/${name}`) }));
    },
    stat: async () => undefined,
    realPath: async (path) => path,
  };
}

const manifest = 'name: team\nversion: 1.0.0\ndescription: Ours.\n';
const delay = '---\ntitle: Delay\nprefix: delay\ndescription: When it took long.\n---\n\nSorry about the wait.\n';

async function read(tree: Tree) {
  const { pack, problems } = await readPackFolder(memory(tree), 'pack');
  return { ids: pack?.snippets.map((snippet) => snippet.id), problems: problems.map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`) };
}

describe('a pack folder', () => {
  it('gives a pack, its snippets sorted, in folders too', async () => {
    const late = delay.replace('prefix: delay', 'prefix: late');
    const result = await read({ 'pack/pack.yaml': manifest, 'pack/snippets/z.md': delay, 'pack/snippets/a/b.md': late, 'pack/snippets/notes.txt': 'x', 'pack/snippets/.hidden.md': 'x' });
    assert.deepEqual(result, { ids: ['team/a/b', 'team/z'], problems: [] });
  });

  it('needs no snippets, but a pack.yaml', async () => {
    assert.deepEqual(await read({ 'pack/pack.yaml': manifest }), { ids: [], problems: [] });
    assert.deepEqual(await read({ 'pack/snippets/a.md': delay }), {
      ids: undefined,
      problems: ['pack.yaml: There is no pack.yaml here; a pack has one with name, version and description.'],
    });
  });

  it('names the line of what is wrong', async () => {
    const { problems } = await read({
      'pack/pack.yaml': 'name: team\nversion: 2\ndescription: Ours.\n',
      'pack/snippets/a.md': '---\ntitle: A\nprefix: a\nmoments: x\ndescription: D\n---\n\n\nBy ${1:noon\n',
      'pack/snippets/b.md': 'No front matter',
      'pack/snippets/c.md': '---\ntitle: "A\nprefix: a\n---\nx\n',
    });
    assert.deepEqual(problems.map((text) => text.split(' ')[0]), ['snippets/b.md:1', 'snippets/c.md:4', 'pack.yaml:2', 'snippets/a.md:4', 'snippets/a.md:9']);
  });

  it('tells front matter that never ends from none', async () => {
    const { problems } = await read({ 'pack/pack.yaml': manifest, 'pack/snippets/a.md': '---\ntitle: A\nprefix: a\nHello', 'pack/snippets/b.md': 'Hello' });
    assert.match(problems[0] ?? '', /^snippets\/a\.md:1.* never closed; add a line “---”/u);
    assert.match(problems[1] ?? '', /^snippets\/b\.md:1.* begins with front matter/u);
  });

  it('follows no link and opens nothing large or odd', async () => {
    const { ids, problems } = await read({
      'pack/pack.yaml': manifest,
      'pack/snippets/ok.md': delay,
      'pack/snippets/out.md': { kind: 'link' },
      'pack/snippets/pipe.md': { kind: 'other' },
      'pack/snippets/big.md': 'x'.repeat(300_000),
      'pack/snippets/gone.md': { kind: 'file' },
    });
    assert.deepEqual(ids, ['team/ok']);
    assert.deepEqual(problems, [
      'snippets/big.md: The file is longer than 256 kB; split it to have it read.',
      'snippets/gone.md: The file cannot be read (there is no such file).',
      'snippets/out.md: This is a link, and packs hold their files themselves; put a copy of the file here.',
      'snippets/pipe.md: This is not a file; a pack holds plain files.',
    ]);
    assert.equal((await read({ 'pack/pack.yaml': manifest, 'pack/snippets': { kind: 'link' } })).problems.length, 1);
    assert.equal((await read({ 'pack/pack.yaml': { kind: 'link' } })).ids, undefined);
  });

  it('stops at a thousand snippets', async () => {
    const many = Object.fromEntries(Array.from({ length: 1005 }, (_, i) => [`pack/snippets/s${i}.md`, delay.replace('prefix: delay', `prefix: p${i}`)]));
    const { ids, problems } = await read({ 'pack/pack.yaml': manifest, ...many });
    assert.deepEqual([ids?.length, problems.length], [1000, 1]);
  });

  it('refuses YAML that runs code, multiplies itself or nests without end', async () => {
    const laughs = ['a0: &a0 [x,x,x,x,x,x,x,x,x]', ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)].join('\n');
    for (const yaml of ['name: !!js/function "x"', laughs, `name: ${'['.repeat(100_000)}${']'.repeat(100_000)}`, `name: ${'{a: '.repeat(20_000)}`, `name:\n  ${'- '.repeat(50_000)}a`, 'name: a\nname: b']) {
      const { ids, problems } = await read({ 'pack/pack.yaml': yaml });
      assert.equal(ids, undefined);
      assert.ok(problems.length > 0 && problems.every((text) => text.startsWith('pack.yaml:')), yaml.slice(0, 40));
    }
  });

  it('reads dates, numbers and yes as what people wrote', async () => {
    const { problems } = await read({ 'pack/pack.yaml': manifest, 'pack/snippets/a.md': delay.replace('Delay', '2020-01-01').replace('prefix: delay', 'prefix: yes') });
    assert.deepEqual(problems, []);
  });
});
