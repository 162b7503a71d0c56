import { strict as assert } from 'node:assert';
import { fingerprint } from '../../server/src/core/ignore.js';
import { commands } from '../../server/src/lsp/protocol.js';
import { able, plain, start, stopAll } from './harness.js';

const uri = 'untitled:Untitled-1';
const text = 'Hello Ann,\n\nWe are here. In the meantime you should have read it. We triage it.\n';

describe('code actions', () => {
  afterEach(stopAll);

  it('offer every fix of the finding under the cursor, the first safe one preferred', async () => {
    const client = await start();
    client.open(uri, text);
    const actions = (await client.actions(uri, 'should')).filter(({ edit }) => edit && true);
    const fixes = actions.filter(({ kind }) => kind === 'quickfix');
    assert.deepEqual(fixes.map(({ title, isPreferred }) => [title, isPreferred]), [
      ['Offer a way forward', undefined],
      ['Say what can still be done', true],
    ]);
    assert.equal(fixes[0]?.diagnostics?.[0]?.code, 'blame-language/should-have');
    assert.equal(client.applied(fixes[1]?.edit), text.replace('you should have', 'you can still'));
  });

  it('keep tab stops for clients that fill them in, and fill them in for others', async () => {
    const client = await start();
    client.open(uri, text);
    const [fix] = await client.actions(uri, 'should');
    assert.equal(client.applied(fix?.edit), text.replace('you should have', 'let us ${1:try} $2 again'));
    const other = await start({ capabilities: plain });
    other.open(uri, text);
    const [plainFix] = await other.actions(uri, 'should');
    assert.deepEqual(Object.keys(plainFix?.edit ?? {}), ['changes']);
    assert.equal(other.applied(plainFix?.edit), text.replace('you should have', 'let us ‹try› ‹…› again'));
  });

  it('offer nothing away from findings', async () => {
    const client = await start();
    client.open(uri, text);
    assert.deepEqual(await client.actions(uri, 'Ann', ['quickfix']), []);
  });

  it('are of the version on screen', async () => {
    const client = await start();
    client.open(uri, text);
    await client.pull(uri);
    client.edit(uri, 'Hello Ann,\n', 'Hello Ann,\n\nthank you.\n');
    const actions = await client.actions(uri, 'should', ['quickfix']);
    assert.equal(client.applied(actions[1]?.edit), client.documents.get(uri)?.getText().replace('you should have', 'you can still'));
  });

  it('apply all that is safe, and what shows up after it, in as few edits as it takes', async () => {
    const client = await start();
    client.open(uri, text);
    const [all, ...others] = await client.actions(uri, 'Hello', ['source.fixAll']);
    assert.equal(all?.kind, 'source.fixAll.deskside');
    assert.deepEqual(others, []);
    assert.equal(client.applied(all?.edit), text.replace('you should have', 'you can still').replace('triage', 'look at soon'));
    const [change] = all?.edit?.documentChanges ?? [];
    assert(change && 'edits' in change);
    assert.deepEqual(change.edits.map((edit) => edit.range.end.character - edit.range.start.character), ['you should have'.length, 'triage'.length]);
  });

  it('have nothing to apply where all is well', async () => {
    const client = await start();
    client.open(uri, 'All is well.');
    assert.deepEqual(await client.actions(uri, 'All'), []);
  });

  it('carry commands to ignore, turn off and show, for clients that have them', async () => {
    const client = await start({ options: { commands: Object.values(commands) } });
    client.open(uri, text);
    const actions = (await client.actions(uri, 'should', ['quickfix'])).filter(({ command }) => command);
    assert.deepEqual(actions.map(({ title }) => title), [
      'Ignore this here',
      'Ignore “About blame-language/should-have” in this draft',
      'Turn off the rule “About blame-language/should-have”',
      'Read about “About blame-language/should-have”',
    ]);
    const sentence = 'In the meantime you should have read it.';
    assert.deepEqual(actions[0]?.command?.arguments, [
      { uri, rule: 'blame-language/should-have', category: 'blame-language', fingerprint: fingerprint('blame-language', sentence), sentence },
    ]);
    assert.deepEqual(actions[3]?.command?.arguments, [
      { rule: 'blame-language/should-have', category: 'blame-language', href: 'file:///deskside/docs/rules/blame-language.md' },
    ]);
    assert.deepEqual(client.result.capabilities.executeCommandProvider, { commands: [] });
  });

  it('offer better words for all findings at a place before any way not to see them, which say what they are about', async () => {
    const client = await start();
    client.open(uri, 'triage you should have');
    const titles = (await client.actions(uri, 'triage you', ['quickfix'])).map(({ title }) => title);
    assert.deepEqual(titles.map((title) => /^(?:Ignore|Turn off|Read about)/.test(title)), [false, false, false, ...Array.from({ length: titles.length - 3 }, () => true)], titles.join('\n'));
    assert.deepEqual(titles.filter((title) => title.endsWith('here')), ['Ignore “About jargon” here', 'Ignore “About blame-language/should-have” here']);
  });

  it('never change the text to ignore something, and the server carries that out where the client does not', async () => {
    const client = await start({ capabilities: able });
    client.open(uri, text);
    const ignore = (await client.actions(uri, 'should')).find(({ title }) => title === 'Ignore this here');
    assert.equal(ignore?.edit, undefined);
    await client.execute(ignore);
    await client.next('workspace/diagnostic/refresh');
    assert.deepEqual(await client.codes(uri), ['jargon']);
    client.edit(uri, 'In the meantime you', 'In the  meantime, YOU');
    assert.deepEqual(await client.codes(uri), ['jargon'], 'the same sentence in other dress');
    client.edit(uri, 'read it', 'read all of it');
    assert.deepEqual(await client.codes(uri), ['blame-language/should-have', 'jargon'], 'another sentence');
  });

  it('ignore a category in one draft alone', async () => {
    const client = await start();
    client.open(uri, text);
    client.open('untitled:2', text);
    await client.execute((await client.actions(uri, 'should')).find(({ title }) => title.startsWith('Ignore “')));
    assert.deepEqual(await client.codes(uri), ['jargon']);
    assert.deepEqual(await client.codes('untitled:2'), ['blame-language/should-have', 'jargon']);
  });

  it('offer a comment in an article, in its host’s syntax, and nowhere else', async () => {
    const client = await start();
    const offered = async (name: string, article: string) => {
      client.open(name, article);
      await client.request('deskside/setKind', { uri: name, kind: 'article' });
      const action = (await client.actions(name, 'triage', ['quickfix'])).find(({ title }) => title.startsWith('Ignore “About jargon” here with'));
      const change = action?.edit?.documentChanges?.[0];
      return change && 'edits' in change ? change.edits.map(({ range, ...edit }) => [range.start.line, range.start.character, 'newText' in edit && edit.newText]) : [];
    };
    assert.deepEqual(await offered('file:///w/a.md', '# A\r\n\r\n  We triage.\r\n'), [[2, 0, '  <!-- deskside-ignore-next-line jargon -->\r\n']]);
    assert.deepEqual(await offered('file:///w/a.mdx', 'We triage.'), [[0, 0, '{/* deskside-ignore-next-line jargon */}\n']]);
    assert.deepEqual(await offered('file:///w/b.md', '| a | b |\n| - | - |\n| We triage. | c |\n'), [], 'a comment would end the table');
    client.open(uri, text);
    assert.ok((await client.actions(uri, 'triage')).every(({ title }) => !title.includes('comment')));
  });

  it('show a rule through the editor', async () => {
    const client = await start();
    client.open(uri, text);
    await client.execute((await client.actions(uri, 'should')).find(({ title }) => title.startsWith('Read about')));
    await client.next('window/showDocument', ({ uri: page }: { uri: string }) => page === 'file:///deskside/docs/rules/blame-language.md');
  });

  it('leave out what nobody can carry out', async () => {
    const client = await start({ capabilities: plain });
    client.open(uri, text);
    const titles = (await client.actions(uri, 'should', ['quickfix'])).map(({ title }) => title);
    assert.deepEqual(titles, ['Offer a way forward', 'Say what can still be done', 'Ignore this here', 'Ignore “About blame-language/should-have” in this draft']);
  });

  it('refuse a command that does not say what it means', async () => {
    const client = await start();
    await assert.rejects(client.connection.sendRequest('workspace/executeCommand', { command: commands.ignoreHere, arguments: [{ rule: 1 }] }), /which finding/);
  });
});
