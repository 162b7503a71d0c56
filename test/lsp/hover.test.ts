import { strict as assert } from 'node:assert';
import { engine } from '../../server/src/core/engine.js';
import { plain, start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';
const text = 'Dear Bo,\n\n*You should have* read it.\n';

describe('hover', () => {
  afterEach(stopAll);

  it('tells why it hurts, what a fix does, who says so, and links the rule', async () => {
    const client = await start();
    client.open(uri, text);
    assert.deepEqual(await client.hover(uri, 'should'), {
      contents: {
        kind: 'markdown',
        value: [
          'Why blame-language/should-have hurts.',
          'Quick fixes:',
          '- Offer a way forward\n- Say what can still be done: “You should have” → “you can still”',
          'Rule: [About blame-language/should-have](<file:///deskside/docs/rules/blame-language.md>) · Source: [example.org](<https://www.example.org/advice>)',
        ].join('\n\n'),
      },
      range: { start: { line: 2, character: 1 }, end: { line: 2, character: 16 } },
    });
  });

  it('shows nothing of Markdown to clients that do not read it', async () => {
    const client = await start({ capabilities: plain });
    client.open(uri, text);
    const contents = (await client.hover(uri, 'should'))?.contents;
    assert(contents && typeof contents === 'object' && 'kind' in contents);
    assert.equal(contents.kind, 'plaintext');
    assert.match(contents.value, /^Why blame-language\/should-have hurts\./);
    assert.match(contents.value, /Rule: About blame-language\/should-have \(file:\/\/\/deskside\/docs\/rules\/blame-language\.md\) · Source:/);
  });

  it('has nothing to say elsewhere', async () => {
    const client = await start();
    client.open(uri, text);
    assert.equal(await client.hover(uri, 'Dear'), null);
    client.open('file:///w/README.md', text, 'markdown');
    assert.equal(await client.hover('file:///w/README.md', 'should'), null);
  });

  it('shows a draft’s own Markdown as it stands', async () => {
    const client = await start();
    client.open(uri, 'We [triage](x) you **should** have. You should\nhave [it](y).');
    client.edit(uri, 'You should\nhave', 'you should have');
    const contents = (await client.hover(uri, 'triage'))?.contents;
    assert(contents && typeof contents === 'object' && 'value' in contents);
    assert.match(contents.value, /“triage” → “look at asap”/);
  });

  it('shows what a fix does where its title has not said so already', async () => {
    const client = await start({ runtime: { engine } });
    client.open(uri, 'Hi Bo,\n\nPlease be advised that SMTP is fine.\n');
    const value = async (word: string) => JSON.stringify((await client.hover(uri, word))?.contents);
    assert.match(await value('advised'), /Quick fix:\\n\\n- Take out “Please be advised that”\\n/);
    assert.match(await value('SMTP'), /- Say “mail connection”\\n- Keep “SMTP” and explain it: “SMTP” → “SMTP \(mail connection\)”/);
  });

  it('has one form of quotation marks', async () => {
    const client = await start({ runtime: { engine } });
    client.open(uri, 'Hi Bo,\n\nWe apologise for any inconvenience.\n');
    const value = JSON.stringify((await client.hover(uri, 'inconvenience'))?.contents);
    assert.match(value, /“Any inconvenience” says/);
  });
});
