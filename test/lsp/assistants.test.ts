import assert from 'node:assert/strict';
import { engine } from '../../server/src/core/engine.js';
import { projectWith } from './fakeProject.js';
import { closeAll, connect } from '../mcp/harness.js';
import { start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';
const reply = '> The printer jams. Also, when does my warranty end?\n\nHi Tom,\n\nYou should have read the manual. Open the tray at the back and pull the paper out slowly, towards you.\n';

/** How a request fails, in the words that a model reads. */
async function refusal(request: Promise<string>): Promise<string> {
  return request.then((words) => assert.fail(`answered: ${words}`), (error: Error) => error.message);
}

describe('what a model hears of the editor', () => {
  afterEach(stopAll);
  afterEach(closeAll);

  it('is what the service for assistants says, of the draft in front and of a text of the model’s own', async () => {
    const client = await start({ runtime: { engine } });
    const { call } = await connect();
    client.open(uri, reply, 'support-reply');
    for (const [what, tool] of [['findings', 'lint_text'], ['checklist', 'reply_checklist']] as const) {
      const { words } = await call(tool, { text: reply });
      assert.match(words, what === 'findings' ? /blame-language\/should-have/ : /“Also, when does my warranty end\?”/);
      assert.equal(await client.request('deskside/tellAssistant', { what, uri }), words);
      assert.equal(await client.request('deskside/tellAssistant', { what, text: reply }), words, 'without a draft');
      assert.equal(await client.request('deskside/tellAssistant', { what, uri, text: reply }), words, 'for a draft');
    }
  });

  it('takes a text of the model’s own for no page that is in front, neither by its language nor by its title', async () => {
    const project = projectWith();
    const client = await start({ runtime: { engine, project: { ...project, read: async (query) => ({ ...(await project.read(query)), ...(query.uri.endsWith('.html') && { title: 'Fees' }) }) } } });
    const page = 'file:///w/kb/page.html';
    client.open(page, '<p>You should have read the manual.</p>', 'html');
    const ask = async (more: object) => client.request('deskside/tellAssistant', { what: 'findings', ...more });
    for (const more of [{ text: reply }, { text: 'Money comes back within a week.\n\n## When\n\nSoon.\n', kind: 'article' }]) assert.equal(await ask({ uri: page, ...more }), await ask(more));
    assert.match(await ask({ uri: page, kind: 'article' }), /blame-language/, 'read as the HTML it is');
  });

  it('holds to what a person has chosen for the draft', async () => {
    const client = await start({ runtime: { engine } });
    client.open(uri, 'You should have read the manual.\n', 'markdown');
    assert.match(await refusal(client.request('deskside/tellAssistant', { what: 'findings', uri })), /^Left alone, because nothing says .*“kind”/);
    assert.match(await client.request('deskside/tellAssistant', { what: 'findings', uri, kind: 'macro' }), /^Found in this snippet/);
    await client.request('deskside/setKind', { uri, kind: 'reply' });
    assert.match(await client.request('deskside/tellAssistant', { what: 'findings', uri }), /^Found in this reply/);
    await client.request('deskside/pause', { uri, paused: true });
    assert.match(await refusal(client.request('deskside/tellAssistant', { what: 'findings', uri })), /paused .*“text”/);
    await client.request('deskside/pause', { uri, paused: false });
    await client.request('deskside/setKind', { uri, kind: 'article' });
    assert.match(await refusal(client.request('deskside/tellAssistant', { what: 'checklist', uri })), /for whole replies/);
  });

  it('says the way out where there is nothing to read', async () => {
    const client = await start({ runtime: { engine } });
    for (const params of [{}, { uri: 'untitled:gone' }, { kind: 'reply' }] as const) assert.match(await refusal(client.request('deskside/tellAssistant', { what: 'findings', ...params })), /no draft in front.*“text”/);
    assert.match(await refusal(client.request('deskside/tellAssistant', { what: 'findings', text: 'x '.repeat(200_000) })), /more than 300,000 characters/);
    assert.match(await client.request('deskside/tellAssistant', { what: 'findings', text: 'Hallo Anna, leider haben Sie das Handbuch nicht gelesen. Wir werden uns so bald wie möglich um Ihr Anliegen kümmern.' }), /not in English/);
  });
});
