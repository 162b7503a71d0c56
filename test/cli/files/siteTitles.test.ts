import assert from 'node:assert/strict';
import { createLinter } from '../../../server/src/core/index.js';
import { siteTitles } from '../../../server/src/files/siteTitles.js';
import { memoryFileSystem } from '../memoryFileSystem.js';
import type { MemoryFile } from '../memoryFileSystem.js';

async function titles(files: Readonly<Record<string, MemoryFile>>, ...pages: string[]): Promise<readonly (string | undefined)[]> {
  const titleOf = siteTitles(memoryFileSystem({ ...Object.fromEntries(pages.map((page) => [page, ''])), ...files }));
  return Promise.all(pages.map(titleOf));
}

describe('the navigation of a site', () => {
  it('names pages in mkdocs.yml, whatever tags the rest of it has', async () => {
    const text = 'site_name: Help\nmarkdown_extensions:\n  - x: !!python/name:emoji.twemoji\nnav:\n- Home: index.md\n# The guides\n- Guides:\n  - "Reset: a phone": "phones/reset.md#now"\n  - phones/plain.md\n  - Elsewhere: https://example.com/a.md\nplugins: !ENV [A]\n';
    const pages = ['index', 'phones/reset', 'phones/plain', 'other'];
    const under = (root: string) => pages.map((page) => `${root}/${page}.md`);
    assert.deepEqual(await titles({ '/s/mkdocs.yml': text }, ...under('/s/docs')), ['Home', 'Reset: a phone', undefined, undefined]);
    assert.deepEqual(await titles({ '/s/mkdocs.yaml': `docs_dir: 'src/help' # here\r\n${text.replaceAll('\n', '\r\n')}` }, ...under('/s/src/help')), ['Home', 'Reset: a phone', undefined, undefined]);
  });

  it('names them in the lists of other generators', async () => {
    assert.deepEqual(await titles({ '/s/toc.yml': 'items:\n- name: Phones\n  items:\n  - name: Reset\n    href: a/reset.md\n  - href: b.md\n' }, '/s/a/reset.md', '/s/b.md'), ['Reset', undefined]);
    assert.deepEqual(await titles({ '/s/_toc.yml': 'root: intro\nparts:\n- chapters:\n  - file: a\n    title: Reset\n  - file: b\n' }, '/s/a.md', '/s/b.md'), ['Reset', undefined]);
    assert.deepEqual(await titles({ '/s/SUMMARY.md': '# Summary\n\n- [Reset *a* phone](./a%20b.md)\n  - [](c.md)\n' }, '/s/a b.md'), ['Reset *a* phone']);
    assert.deepEqual(await titles({ '/s/_sidebar.md': '* [Reset](/guide/reset)\n' }, '/s/guide/reset.md'), ['Reset']);
    assert.deepEqual(await titles({ '/s/.pages': 'nav:\n  - Reset: a.md\n' }, '/s/a.md'), ['Reset']);
  });

  it('is not looked for above the repository', async () => {
    const nav = 'nav:\n  - Reset: a.md\n';
    assert.deepEqual(await titles({ '/s/.pages': nav, '/s/help/.git/HEAD': '' }, '/s/help/a.md', '/s/a.md'), [undefined, 'Reset']);
  });

  it('reads a docs_dir of nothing but blanks in no time', async () => {
    assert.deepEqual(await titles({ '/s/mkdocs.yml': `docs_dir: ${' '.repeat(100_000)}"x" y\nnav:\n  - Reset: a.md\n` }, '/s/docs/a.md'), [undefined]);
  });

  it('is nobody’s business where it cannot be read', async () => {
    for (const broken of ['nav: [', 'nav:\n  - a: &x [*x]\n', '\u0000', { locked: true } as const]) assert.deepEqual(await titles({ '/s/mkdocs.yml': broken }, '/s/docs/a.md'), [undefined]);
  });

  it('makes a title of their own needless', () => {
    const text = 'Open the app, and look for the gear. Below it you find the list of phones. '.repeat(5);
    const found = (title?: string) => createLinter({}).lint({ text, kind: 'article', ...(title !== undefined && { title }) }).map(({ rule }) => rule).filter((rule) => rule === 'kb-title/missing');
    assert.deepEqual([found(), found('Phones')], [['kb-title/missing'], []]);
  });
});
