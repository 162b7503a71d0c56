/** What docs/packs.md tells people to type is typed, word for word. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { engine } from '../../server/src/core/engine.js';
import { run } from './run.js';

const PAGE = readFileSync(new URL('../../docs/packs.md', import.meta.url), 'utf8');
const PACK = '/desk/.deskside/packs/my-team';

/** The code blocks below a heading, without the indent of the list they stand in. */
function blocksBelow(heading: string): readonly string[] {
  const section = PAGE.split(/^## /mu).find((one) => one.startsWith(heading)) ?? '';
  return [...section.matchAll(/^( *)```\w+\n(.*?)^ *```$/gmsu)].map(([, indent = '', block = '']) => block.replaceAll(new RegExp(`^${indent}`, 'gmu'), ''));
}

const [manifest = '', snippet = ''] = blocksBelow('A pack in five minutes');
const [rule = ''] = blocksBelow('rules/');
const tutorial = { [`${PACK}/pack.yaml`]: manifest, [`${PACK}/snippets/delay.md`]: snippet };

describe('docs/packs.md', () => {
  it('makes a pack in five minutes that has nothing to mend', async () => {
    const { out, code } = await run('pack check .deskside/packs/my-team', { files: tutorial, engine });
    assert.deepEqual([out, code], ['.deskside/packs/my-team: 1 snippet, 0 rules, and nothing to mend.\n', 0]);
  });

  it('has a rule whose fix makes English of one and of many', async () => {
    const files = { ...tutorial, [`${PACK}/rules/say-basket.yaml`]: rule };
    assert.match((await run('pack check .deskside/packs/my-team', { files, engine })).out, /1 rule, and nothing to mend/);
    const { out } = await run('lint a.reply', { files: { ...files, '/desk/a.reply': 'Your cart is empty. Your trolleys are empty.\n' }, engine });
    assert.match(out, /Your basket is empty\./);
    assert.match(out, /Your baskets are empty\./);
  });
});
