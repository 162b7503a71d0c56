import assert from 'node:assert/strict';
import { parseConfig } from '../../../server/src/files/config.js';
import { mergeConfigs } from '../../../server/src/files/configFile.js';
import { ignoreEntry, parseIgnores } from '../../../server/src/files/ignores.js';

const problemsOf = async (text: string): Promise<string[]> =>
  (await parseConfig(text, '/desk/.deskside.yaml')).problems.map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`);

describe('a config file', () => {
  it('gives what it sets, and nothing more', async () => {
    const { config, kinds, packs, ignore, problems, folder } = await parseConfig('preset: all\nkinds: { kb: article }\npacks: [team]\nignore: [old]\n', '/desk/.deskside.yaml');
    assert.deepEqual([config, kinds, packs, ignore, problems, folder], [{ preset: 'all' }, { kb: 'article' }, ['team'], ['old'], [], '/desk']);
  });

  it('may be empty, or JSON', async () => {
    assert.deepEqual((await parseConfig('# nothing yet\n', '/a')).problems, []);
    assert.deepEqual((await parseConfig('{"$schema": "x", "allow": ["SSO"]}', '/a')).config, { allow: ['SSO'] });
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['presets: all', '1:1 warning “presets” is no setting; did you mean “preset”?'],
    ['audience: generl', '1:11 error “audience” cannot be “generl”; did you mean “general”? It can be general, technical.'],
    ['audience: 3', '1:11 error “audience” must be one word. It can be general, technical.'],
    ['rules: none', '1:8 error “rules” must be a group of “name: value” lines.'],
    ['rules:\n  jargon: false', '2:11 error “rules.jargon” cannot be false; write “off”. It can be off, hint, info, warning, error.'],
    ['rules:\n  jargon: on', '2:11 error “rules.jargon” cannot be “on”. It can be off, hint, info, warning, error.'],
    ['allow: SSO', '1:8 error “allow” must be a list, each entry after “- ” on a line of its own.'],
    ['allow:\n  - SSO\n  - 404', '3:5 error Entry 2 of “allow” must be text; put it in quotes if it looks like a number or a date.'],
    ['kinds:\n  kb: artcle', '2:7 error “kinds.kb” cannot be “artcle”; did you mean “article”? It can be reply, article, macro, note.'],
    ['terms: [endpoint, API]', '1:8 error “terms” is a list, and must be a group of “name: value” lines: take out the dashes.'],
    ['just words', '1:1 error The file has no settings in it. Write one a line, so that it reads “audience: technical”, “rules:” and so on; nothing of it was used.'],
    ['a: [', '1:5 error A bracket is opened before here and never closed. Close it with “}” or “]”.'],
    ['a: 1\na: 2', '2:1 error This name stands here twice. Put both together under one.'],
    ['- audience: general', '1:1 error The file is a list. Take the dashes out at the beginning of its lines, so that it reads “audience: technical”, “rules:” and so on; nothing of it was used.'],
    ['rules:\n\tjargon: off', '2:1 error This line begins with a tab. Use spaces: two for each step in.'],
    ['kinds:\n  **/*.md: article', '2:10 error A word that begins with “*” or “&” means something else here. Put it in quotes: "**/*.md".'],
    ['allow: *x', '1:8 error A word that begins with “*” or “&” means something else here. Put it in quotes: "**/*.md".'],
    ['allow: "off', '1:12 error A quotation mark is opened before here and never closed. Close it, or take it out.'],
    ['allow: @foo', '1:8 error A text cannot begin with this sign here. Put it in quotes.'],
  ];
  for (const [text, problem] of wrong) {
    it(`says where it is wrong: ${JSON.stringify(text)}`, async () => {
      const problems = await problemsOf(text);
      assert.ok(problems.includes(problem), problems.join('\n'));
    });
  }

  it('refuses YAML that multiplies itself', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]`);
    assert.match((await problemsOf(`a0: &a0 [x]\n${levels.join('\n')}`)).join(), /repeats itself too often/);
    assert.match((await problemsOf('['.repeat(20_000))).join(), /error/);
  });

  it('is laid over others key by key', () => {
    const merged = mergeConfigs({ audience: 'technical', rules: { jargon: 'off' }, allow: ['SSO'] }, { rules: { shouting: 'info' }, allow: ['VPN'] }, { preset: 'all' });
    assert.deepEqual(merged, { audience: 'technical', preset: 'all', rules: { jargon: 'off', shouting: 'info' }, allow: ['SSO', 'VPN'], terms: {} });
  });
});

describe('an ignore file', () => {
  it('reads back what is written to its end', async () => {
    const ignores = [{ rule: 'blame-language', fingerprint: '12e4567890123456', reason: 'said: “so”\n# yes', date: '2026-01-01' }, { rule: 'jargon', file: 'kb/a.md' }];
    const read = await parseIgnores(ignores.map(ignoreEntry).join(''), '/desk/.deskside-ignore.yaml');
    assert.deepEqual([read.ignores, read.problems], [ignores, []]);
  });

  it('says of an entry that it ignores nothing, and keeps the others', async () => {
    const { ignores, problems } = await parseIgnores('- rule: jargon\n  file: a.md\n- rule: blame-language\n  reason: so\n', '/x');
    assert.deepEqual(ignores, [{ rule: 'jargon', file: 'a.md' }]);
    assert.deepEqual(problems.map(({ line, column, severity }) => [line, column, severity]), [[3, 3, 'warning']]);
    assert.match(problems[0]?.message ?? '', /ignores nothing yet: say in which “file”/);
  });

  it('says where it is wrong', async () => {
    const { problems } = await parseIgnores('- rule: jargon\n  fingreprint: x\n- file: a\n', '/x');
    assert.deepEqual(problems.map(({ line, column, message }) => [line, column, message]), [
      [2, 3, '“fingreprint” has no place here; did you mean “fingerprint”?'],
      [3, 3, '“rule” is missing; add a line “rule: …”.'],
    ]);
  });
});
