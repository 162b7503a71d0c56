import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { applyEdits, createLinter, type Finding } from '../../../server/src/core/index.js';
import { plainText } from '../../../server/src/core/packs/snippet-syntax.js';
import type { Pack } from '../../../server/src/core/packs/pack.js';
import { nodeFileSystem } from '../../../server/src/files/nodeFileSystem.js';
import { checkPackFolder } from '../../../server/src/files/packCheck.js';

const linter = createLinter();
const lint = (text: string, by = linter): readonly Finding[] => by.lint({ text, kind: 'article' }).filter(({ category }) => category === 'kb-template');

/** The text after the fix of that title. */
function mended(text: string, title: string, by = linter): string {
  const fix = lint(text, by).flatMap(({ fixes }) => fixes).find((one) => one.title === title) ?? assert.fail(`no fix “${title}”`);
  return applyEdits(text, fix.edits.map((edit) => ({ ...edit, text: fix.snippet ? plainText(edit.text) : edit.text })));
}

const STEPS = '1. Open **Settings**.\n2. Choose **Picture**.\n';

describe('article templates', () => {
  it('are quiet where no template is asked for', () => {
    assert.deepEqual(lint(`# Change your picture\n\n${STEPS}`), []);
  });

  it('tell what is missing once, at the title', () => {
    const text = `---\nkb: how-to\n---\n\n# Change your picture\n\n${STEPS}`;
    const [finding, ...others] = lint(text);
    assert.deepEqual(others, []);
    assert.equal(text.slice(finding?.start, finding?.end), 'Change your picture');
    assert.match(finding?.message ?? '', /^This how-to still lacks what readers need before they begin, what they should see at the end and where to go when it fails\./);
  });

  it('take no warning for what readers should see or where they find help', () => {
    const said = 'The page restarts and shows an error if you leave early; write to us if it does.';
    const lacks = (line: string): string => lint(`---\nkb: how-to\n---\n\n# Change your picture\n\nYou need your password.\n\n${STEPS}\n${line}\n`)[0]?.message ?? '';
    for (const warning of [`Warning: ${said}`, `> **Caution:** ${said}`, `> [!WARNING]\n> ${said}`, `!!! danger "Mind"\n\n    ${said}`]) assert.match(lacks(warning), /still lacks what they should see at the end and where to go when it fails/u, warning);
    assert.equal(lacks(said), '');
  });

  it('tell it where the front matter asks for the template, where it has the title, too', () => {
    const text = `---\ntitle: Change your picture\nkb: how-to # ours\n---\n\nIt is the one that others see.\n\n${STEPS}`;
    const [finding] = lint(text);
    assert.equal(text.slice(finding?.start, finding?.end), 'Change your picture');
  });

  it('put every part in its place, each by itself or all at once', () => {
    const text = `---\nkb: how-to\n---\n\n# Change your picture\n\nIt is the one that others see.\n\n## Steps\n\n${STEPS}`;
    const one = mended(text, 'Add “What you should see”');
    assert.match(one, /2\. Choose \*\*Picture\*\*\.\n\n## What you should see\n\n\S/);
    const before = mended(text, 'Add “Before you begin”');
    assert.match(before, /others see\.\n\n## Before you begin\n\n[^\n]+\n\n## Steps\n/);
    const all = mended(text, 'Add all 3 parts');
    assert.deepEqual(all.match(/^## .*$/gm), ['## Before you begin', '## Steps', '## What you should see', '## Still not working?']);
    assert.deepEqual(lint(all), []);
  });

  it('number the tab stops of all parts on', () => {
    const [finding] = lint(`---\nkb: how-to\n---\n\n# Change your picture\n\n${STEPS}`);
    const all = finding?.fixes.find(({ title }) => title.startsWith('Add all'))?.edits.map(({ text }) => text).join('') ?? '';
    const stops = [...all.matchAll(/\$\{(\d+)/g)].map(([, number]) => number);
    assert.equal(new Set(stops).size, stops.length);
  });

  it('keep to the article’s own level of headings and line ends', () => {
    const text = `---\r\nkb: troubleshooting\r\n---\r\n\r\n# Blank pages\r\n\r\n### Issue\r\n\r\nPages are blank.\r\n\r\n### Solution\r\n\r\nClean the head twice.\r\n`;
    const after = mended(text, 'Add “Cause”');
    assert.match(after, /blank\.\r\n\r\n### Cause\r\n\r\n.+\r\n\r\n### Solution/);
  });

  it('move a part up', () => {
    const text = '---\nkb: troubleshooting\n---\n\n# Blank pages\n\n## Resolution\n\nClean the head twice.\n\n## Cause\n\nThe ink is dry.\n';
    assert.match(mended(text, 'Move “Cause” up'), /## Cause\n\nThe ink is dry\.\n\n## Resolution\n\nClean the head twice\.\n/);
  });

  it('are asked for by the configuration as well, and the front matter has the last word', () => {
    const byConfig = createLinter({ config: { kb: 'faq' } });
    assert.match(lint(`# Bills\n\n${STEPS}`, byConfig)[0]?.message ?? '', /^This page of questions/);
    assert.match(lint(`---\nkb: how-to\n---\n\n# Bills\n\n${STEPS}`, byConfig)[0]?.message ?? '', /^This how-to/);
    assert.deepEqual(createLinter({ config: { kb: 'howto' } }).problems.map(({ message }) => message), ['There is no article template “howto”. Did you mean “how-to”?']);
  });

  it('keep the rule quiet that a section answers', () => {
    const all = createLinter({ config: { preset: 'all' } });
    const rules = all.lint({ text: `---\nkb: how-to\n---\n\n# Change your picture\n\n${STEPS}3. Press Save.\n`, kind: 'article' }).map(({ category }) => category);
    assert.deepEqual(rules.filter((category) => category.startsWith('kb-')), ['kb-template']);
  });

  it('may be a team’s own, which goes before one of the same name', () => {
    const pack: Pack = {
      name: 'team', title: 'Team', version: '1.0.0', description: '', language: 'en', snippets: [],
      templates: [{ id: 'team/how-to', title: 'recipe', description: '', sections: [{ name: 'what it costs', heading: 'Price', headings: ['(cost|fee)~'], insert: '## Price\n\n${1:Nothing}.' }] }],
    };
    const own = createLinter({ packs: [pack] });
    const text = `---\nkb: how-to\n---\n\n# Change your picture\n\n${STEPS}`;
    assert.match(lint(text, own)[0]?.message ?? '', /^This recipe still lacks what it costs\./);
    assert.match(mended(text, 'Add “Price”', own), /\n\n## Price\n\nNothing\.\n$/);
    assert.deepEqual(lint(`${text}\n## Our fees\n\nNone.\n`, own), []);
    assert.match(lint(text.replace('how-to', 'kb/how-to'), own)[0]?.message ?? '', /^This how-to/);
  });

  it('of the pack that comes along hold what their examples say', async () => {
    const folder = fileURLToPath(new URL('../../../snippets/kb', import.meta.url));
    const { pack, findings } = await checkPackFolder(nodeFileSystem, folder, { createLinter, config: {}, others: [], today: '2025-01-31', wording: false });
    assert.deepEqual(pack?.templates?.map(({ id }) => id), ['kb/faq', 'kb/how-to', 'kb/known-issue', 'kb/release-note', 'kb/troubleshooting']);
    assert.deepEqual(findings.map(({ file, message }) => `${file}: ${message}`), []);
  });

  it('are in every skeleton: a new article lacks nothing', () => {
    const skeletons = ['how-to', 'troubleshooting', 'known-issue', 'faq', 'release-note'];
    const found = skeletons.flatMap((name) => {
      const body = plainText(createLinter().snippets({ text: '', kind: 'article' }).search({ text: '' }).find(({ snippet }) => snippet.id === `kb/articles/${name}`)?.snippet.body ?? assert.fail(name));
      return lint(`---\nkb: ${name}\n---\n\n${body}`).map(({ message }) => `${name}: ${message}`);
    });
    assert.deepEqual(found, []);
  });
});
