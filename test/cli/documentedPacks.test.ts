/** The packs that docs/packs.md and docs/article-templates.md describe work as they stand there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { engine } from '../../server/src/core/engine.js';
import { run } from './run.js';

/** The examples of a page that say which file they are, in order: path and text. */
function filesOf(page: string): readonly (readonly [string, string])[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^( *)```\w+ (my-team\/\S+)\n(.*?)^ *```$/gms)].map(([, indent = '', path = '', body = '']) => [`/desk/${path}`, body.replaceAll(new RegExp(`^${indent}`, 'gm'), '')]);
}

const packs = filesOf('packs.md');
const templates = filesOf('article-templates.md');
const check = async (files: readonly (readonly [string, string])[]): Promise<string> => {
  const { code, out, err } = await run('pack check my-team', { files: Object.fromEntries(files), engine });
  return `${code} ${out}${err}`;
};

describe('The packs in the documentation', () => {
  it('are there', () => {
    assert.deepEqual([packs.length, templates.length], [7, 2]);
  });

  it('work after the first two steps', async () => {
    assert.equal(await check(packs.slice(0, 2)), '0 my-team: 1 snippet, 0 rules, and nothing to mend.\n');
  });

  it('work as a whole', async () => {
    assert.match(await check([...packs, ...templates]), /^0 my-team: 3 snippets, .*nothing to mend\.\n$/);
  });
});
