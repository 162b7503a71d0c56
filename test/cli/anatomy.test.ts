import assert from 'node:assert/strict';
import { engine } from '../../server/src/core/engine.js';
import { run, type World } from './run.js';

const DRAFT = `Hi Priya,

I've refunded the second payment, and Ana will call you tomorrow at ten.

Kind regards,
Sam
`;

function world(files: World['files'] = { '/desk/a.reply.md': DRAFT }, rest: Partial<World> = {}): World {
  return { files, engine, ...rest };
}

interface Shown {
  readonly channel: string;
  readonly sentences: readonly {
    readonly move: string;
    readonly line: number;
    readonly text: string;
    readonly commitment?: { readonly who: { readonly text: string }; readonly when: { readonly text: string } | null };
  }[];
  readonly parts: readonly { readonly id: string; readonly state: string }[];
}

describe('deskside anatomy', () => {
  it('says so where a file is no reply', async () => {
    const { code, err } = await run('anatomy README.md', world({ '/desk/README.md': DRAFT }));
    assert.equal(code, 0);
    assert.match(err, /^README\.md: read as a reply, as only replies have these parts\. deskside lint reads it with --kind reply/);
    assert.equal((await run('anatomy a.reply.md', world())).err, '');
  });

  it('says what each sentence does, who promises what by when, and which parts there are', async () => {
    const { code, out } = await run('anatomy a.reply.md', world());
    assert.equal(code, 0);
    assert.match(out, /^a\.reply\.md: email, 18 words/);
    assert.match(out, /1 {2}Greet +Hi Priya,/);
    assert.match(out, /3 {2}Commit +I've refunded/);
    assert.match(out, /who: Ana · what: call you · when: tomorrow at ten/);
    assert.match(out, /found {2}Next step\n/);
    assert.match(out, /missing {2}Way back: /);
  });

  it('shows emphasis whole, and counts one word as one', async () => {
    const { out } = await run('anatomy a.reply.md', world({ '/desk/a.reply.md': 'Hi Sam,\n\n**Status:** approved\n' }));
    assert.match(out, /\*\*Status:\*\* approved\n/);
    assert.match((await run('anatomy a.reply.md', world({ '/desk/a.reply.md': 'Yes\n' }))).out, /, 1 word\n/);
  });

  it('says which questions are open, and which are put off', async () => {
    const of = async (reply: string, options = ''): Promise<string> => (await run(`anatomy a.reply.md ${options}`, world({ '/desk/a.reply.md': `> When is it back? Who pays the courier?\n\nHi Sam,\n\n${reply}\n` }))).out;
    assert.match(await of('It is back on Friday.'), / open: Who pays the courier\?\n/);
    assert.match(await of('Which order is it?'), / put off: Who pays the courier\?\n/);
    const { questions } = JSON.parse(await of('Which order is it?', '--format json')) as { readonly questions: readonly { readonly answer: object | null; readonly putOff: object | null }[] };
    assert.deepEqual(questions.map(({ answer, putOff }) => [answer === null, putOff === null]), [[true, false], [true, false]]);
  });

  it('gives the same as JSON', async () => {
    const { out } = await run('anatomy a.reply.md --format json', world());
    const shown = JSON.parse(out) as Shown;
    assert.equal(shown.channel, 'email');
    assert.deepEqual(shown.sentences.map(({ move, line }) => [move, line]), [['greet', 1], ['commit', 3], ['sign-off', 5]]);
    assert.equal(shown.sentences[1]?.commitment?.when?.text, 'tomorrow at ten');
    assert.ok(shown.parts.some(({ id, state }) => id === 'way-back' && state === 'missing'));
  });

  it('stands beside the findings of a reply, and of nothing else, in lint --format json', async () => {
    const files = { '/desk/a.reply.md': DRAFT, '/desk/b.md': '---\nkind: article\n---\n\n# How to log in\n\nOpen the page and choose Log in.\n' };
    const { out } = await run('lint --format json --fail-on never', world(files));
    const report = JSON.parse(out) as { readonly files: readonly { readonly path: string; readonly anatomy?: Shown }[] };
    assert.deepEqual(report.files.map(({ path, anatomy }) => [path, anatomy?.channel]), [['a.reply.md', 'email'], ['b.md', undefined]]);
  });

  it('reads standard input', async () => {
    const { code, out } = await run('anatomy -', world(undefined, { in: ['Could you send me the log?'] }));
    assert.equal(code, 0);
    assert.match(out, /Ask +Could you send me the log\?/);
  });

  it('says why it could not read a text', async () => {
    const foreign = 'Guten Tag, vielen Dank für Ihre Nachricht. Wir haben das Problem gefunden und melden uns morgen wieder bei Ihnen.';
    for (const [command, message] of [['anatomy', /Say which reply/], ['anatomy gone.md', /gone\.md/], ['anatomy a.md b.md', /Say which reply/], ['anatomy de.md', /not in English/]] as const) {
      const { code, err } = await run(command, world({ '/desk/de.md': foreign }));
      assert.equal(code, 2);
      assert.match(err, message);
    }
  });
});
