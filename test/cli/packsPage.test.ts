/** What docs/packs.md and docs/article-templates.md tell people to type is typed, word for word. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { engine } from '../../server/src/core/engine.js';
import { run } from './run.js';

const PACK = '/desk/.deskside/packs/my-team';

/** The code blocks of a page that name a file of the pack, in order: path and text, without the indent of the list they stand in. */
function filesOf(page: string): readonly (readonly [string, string])[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^( *)```\w+ my-team\/(\S+)\n(.*?)^ *```$/gmsu)].map(([, indent = '', path = '', body = '']) => [`${PACK}/${path}`, body.replaceAll(new RegExp(`^${indent}`, 'gmu'), '')]);
}

const pack = filesOf('packs.md');
const template = filesOf('article-templates.md');
const tutorial = Object.fromEntries(pack.slice(0, 2));
const rule = Object.fromEntries(pack.filter(([path]) => path.includes('/rules/')));

describe('docs/packs.md', () => {
  it('makes a pack in five minutes that has nothing to mend', async () => {
    const { out, code } = await run('pack check .deskside/packs/my-team', { files: tutorial, engine });
    assert.deepEqual([out, code], ['.deskside/packs/my-team: 1 snippet, 0 rules, and nothing to mend.\n', 0]);
  });

  it('has a rule whose fix makes English of one and of many', async () => {
    const files = { ...tutorial, ...rule };
    assert.match((await run('pack check .deskside/packs/my-team', { files, engine })).out, /1 rule, and nothing to mend/);
    const { out } = await run('lint a.reply', { files: { ...files, '/desk/a.reply': 'Your cart is empty. Your trolleys are empty.\n' }, engine });
    assert.match(out, /Your basket is empty\./);
    assert.match(out, /Your baskets are empty\./);
  });

  it('makes a whole pack of all its examples and the article template', async () => {
    assert.deepEqual([pack.length, template.length], [7, 2]);
    const { out, code } = await run('pack check .deskside/packs/my-team', { files: Object.fromEntries([...pack, ...template]), engine });
    assert.match(`${code} ${out}`, /^0 \S+: 3 snippets, .*nothing to mend\.\n$/);
  });
});
