import assert from 'node:assert/strict';
import { run } from './run.js';

describe('the command line', () => {
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['lnit', /There is no command “lnit”\. Did you mean deskside lint\?/],
    ['drafts/a.reply.md', /To read it: deskside lint drafts\/a\.reply\.md/],
    ['lint --formt json', /There is no option --formt\. Did you mean --format\?/],
    ['lint --hlep', /There is no option --hlep\. Did you mean --help\?/],
    ['lint -x', /There is no option -x\./],
    ['lint -fix', /There is no option -fix\. Did you mean --fix\?/],
    ['lint --format xml', /--format cannot be “xml”\..* It can be text, json, ndjson, sarif, junit, github, gitlab, checkstyle\./],
    ['lint --fail-on warn', /Did you mean warning\?/],
    ['lint --kind', /--kind needs a value: reply, article, macro, note\./],
    ['report kb --out', /--out needs a value\.\n/],
    ['lint --kind --fix', /--kind needs a value/],
    ['lint --fix=yes', /--fix takes no value/],
    ['lint - --fix', /--fix changes files/],
    ['lint --input ndjson --format json', /answers as ndjson/],
    ['lint --input ndjson drafts', /goes with no path/],
    ['lint --stdin-filename a.md', /names what “-” reads/],
    ['lint - a.md', /goes with no other path/],
    ['lint --config gone.yaml', /There is no config file \/desk\/gone\.yaml/],
    ['rules blame-langage', /There is no rule or category “blame-langage”\. Did you mean blame-language\?/],
    ['rules blame', /There is no rule or category “blame”\. Did you mean blame-language\?/],
    ['lsp a.md', /takes no path/],
    ['constructor', /There is no command/],
    ['lint --constructor', /There is no option/],
  ];
  for (const [command, message] of wrong) {
    it(`refuses “${command}” and says the way out`, async () => {
      const { code, out, err } = await run(command);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^deskside: /);
      assert.match(err, message);
    });
  }

  it('shows its help, at most 80 columns wide', async () => {
    for (const command of ['', '--help', 'help', 'help lint', ...['lint', 'report', 'anatomy', 'rules', 'pack', 'config', 'mcp', 'lsp'].map((name) => `${name} --help`), 'rules -h']) {
      const { code, out } = await run(command);
      assert.equal(code, 0);
      assert.match(out, /deskside/i);
      assert.deepEqual(out.split('\n').filter((line) => line.length > 80), []);
    }
  });

  it('says what lint’s exit codes mean', async () => {
    assert.match((await run('lint --help')).out, /Exit code: 0 nothing at or above --fail-on/);
  });

  it('shows its version', async () => {
    assert.equal((await run('--version')).out, '1.2.3\n');
  });

  it('starts the language server', async () => {
    assert.equal((await run('lsp --stdio')).startedServer, true);
  });

  it('starts the service for assistants, for this folder or for those that are named', async () => {
    const files = { '/desk/kb/a.md': 'x', '/team/b.md': 'x' };
    assert.deepEqual((await run('mcp', { files })).startedAssistants, ['/desk']);
    assert.deepEqual((await run('mcp kb /team', { files })).startedAssistants, ['/desk/kb', '/team']);
    const { code, err, out } = await run('mcp kb/a.md', { files });
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /There is no folder \/desk\/kb\/a\.md\. deskside mcp takes the folders/);
    const everything = await run('mcp', { files, cwd: '/' });
    assert.deepEqual([everything.code, everything.startedAssistants], [2, undefined]);
    assert.match(everything.err, /the whole disk\. Name them: deskside mcp FOLDER/);
  });

  it('lists the rules, as a table, a page or JSON', async () => {
    assert.equal((await run('rules')).out, 'blame-language/should-have  warning  Finds “you should have”\n');
    assert.match((await run('rules blame-language')).out, /Because\./);
    assert.equal(JSON.parse((await run('rules --format json')).out)[0].id, 'blame-language/should-have');
  });

  it('takes what follows “--” for paths', async () => {
    const { out } = await run('lint --format ndjson -- --help.reply', { files: { '/desk/--help.reply': 'x' } });
    assert.equal(out, '{"id":"--help.reply","findings":[]}\n');
  });
});
