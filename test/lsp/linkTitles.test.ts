import { strict as assert } from 'node:assert';
import { engine } from '../../server/src/core/engine.js';
import { disk } from './disk.js';
import { able, plain, start, stopAll } from './harness.js';

const uri = 'file:///w/kb/change.md';
const FILES = {
  '/w/.deskside.yaml': 'kinds:\n  "kb/**": article\n',
  '/w/kb/reset.md': '# Reset your password\n\nText.\n\n## If the link is old\n\nText.\n',
  '/w/kb/fees/index.md': '---\ntitle: Fees and limits\n---\n\nText.\n',
  '/w/kb/share.md': '---\ntitle: Where [shared] files lie: C:\\\n---\n\nText.\n',
  '/w/secret.md': '# Not for you\n',
  '/x/other.md': '# Elsewhere\n',
};

/** The text with a link `[here](…)`, and with each of its quick fixes. */
async function fixed(target: string, capabilities = able): Promise<{ readonly text: string; readonly after: readonly string[] }> {
  const client = await start({ capabilities, runtime: { engine, project: disk(FILES).project }, folders: ['file:///w'] });
  const text = `# Change your email\n\nBefore you do, read [here](${target}).\n\n## What you see\n\nText.\n`;
  client.open(uri, text, 'markdown');
  const actions = await client.actions(uri, 'here', ['quickfix']);
  return { text, after: actions.flatMap(({ edit }) => (edit ? [client.applied(edit)] : [])) };
}

/** What the quick fixes call the link. */
async function names(target: string): Promise<string[]> {
  return (await fixed(target)).after.flatMap((text) => /\[((?:[^\]\\]|\\.)*)\]\(/.exec(text)?.[1] ?? []);
}

describe('titles of links', () => {
  afterEach(stopAll);

  for (const [target, title] of [
    ['reset.md', 'Reset your password'],
    ['reset.md#if-the-link-is-old', 'If the link is old'],
    ['reset', 'Reset your password'],
    ['./reset.html?x=1', 'Reset your password'],
    ['fees/', 'Fees and limits'],
    ['/kb/fees/', 'Fees and limits'],
    ['../secret.md', 'Not for you'],
    ['#what-you-see', 'What you see'],
    ['share.md', 'Where \\[shared\\] files lie: C:\\\\'],
  ] as const) {
    it(`are read from ${target}`, async () => assert.equal((await names(target))[0], title));
  }

  for (const target of ['../../x/other.md', 'https://example.com/reset.md', 'gone.md', 'reset.md#gone', '%E0%A4%A.md']) {
    it(`are not made up for ${target}: the text is selected instead`, async () => assert.equal((await names(target))[0], '${1:here}'));
  }

  it('leave no fix that changes nothing to clients that know no tab stops', async () => {
    const { text, after } = await fixed('gone.md', plain);
    assert.ok(after.length > 0);
    assert.ok(!after.includes(text));
  });
});
