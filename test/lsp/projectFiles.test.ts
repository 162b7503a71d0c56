import { strict as assert } from 'node:assert';
import { createLinter } from '../../server/src/core/index.js';
import { ruleTurnedOff } from '../../server/src/hosts/configEdit.js';
import type { ProjectQuery } from '../../server/src/lsp/runtime.js';
import { disk } from './disk.js';

const about = (uri: string, editor: Partial<ProjectQuery['editor']> = {}): ProjectQuery => ({ uri, folders: ['file:///w'], trusted: true, editor: { config: {}, kinds: {}, packs: [], ...editor } });
const draft = about('file:///w/kb/a.md');

describe('project files', () => {
  it('go before the editor’s settings', async () => {
    const { project } = disk({ '/w/.deskside.yaml': 'audience: technical\nkinds:\n  "kb/**": article\n' });
    const settings = await project.read(about('file:///w/kb/a.md', { config: { audience: 'general', preset: 'all' }, kinds: { '**/*.md': 'note' } }));
    assert.equal(settings.kind, 'article');
    assert.equal(settings.config.audience, 'technical');
    assert.equal(settings.config.preset, 'all');
    assert.deepEqual(settings.problems, []);
  });

  it('know what the navigation of a site calls a page', async () => {
    const { project } = disk({ '/w/mkdocs.yml': 'docs_dir: kb\nnav:\n  - Phones: a.md\n', '/w/kb/a.md': '' });
    assert.equal((await project.read(draft)).title, 'Phones');
    assert.equal((await project.read(about('file:///w/kb/b.md'))).title, undefined);
  });

  it('hold for unsaved drafts, too', async () => {
    const { project } = disk({ '/w/.deskside.yaml': 'audience: technical\n' });
    assert.equal((await project.read(about('untitled:Untitled-1'))).config.audience, 'technical');
  });

  it('tell what is wrong with them', async () => {
    const { project } = disk({ '/w/.deskside.yaml': 'audience: nobody\n' });
    const { problems } = await project.read(draft);
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /^\.deskside\.yaml, line 1: /);
  });

  it('tell what the baseline knows of a document', async () => {
    const baseline = '{"version":1,"files":{"kb/a.md":{"jargon 0123456789abcdef":2}}}';
    const { project } = disk({ '/w/.deskside-baseline.json': baseline, '/w/kb/a.md': 'We triage.' });
    const known = new Map([['jargon 0123456789abcdef', 2]]);
    assert.deepEqual((await project.read(draft)).baseline, known);
    assert.equal((await project.read(about('file:///w/kb/b.md'))).baseline, undefined);
    const renamed = disk({ '/w/.deskside-baseline.json': baseline, '/w/kb/b.md': 'We triage.' });
    assert.deepEqual((await renamed.project.read(about('file:///w/kb/b.md'))).baseline, known);
  });

  it('may hold for some files alone', async () => {
    const { project } = disk({ '/w/.deskside.yaml': 'overrides:\n  - files: kb\n    audience: technical\n' });
    assert.deepEqual([(await project.read(draft)).config.audience, (await project.read(about('file:///w/b.md'))).config.audience], ['technical', undefined]);
  });

  it('are read again once forgotten', async () => {
    const { project, files } = disk({ '/w/.deskside.yaml': 'audience: technical\n' });
    await project.read(draft);
    files['/w/.deskside.yaml'] = 'audience: general\n';
    assert.equal((await project.read(draft)).config.audience, 'technical');
    project.forget();
    assert.equal((await project.read(draft)).config.audience, 'general');
  });

  const pack = {
    '/w/.deskside/packs/team/pack.yaml': 'name: team\nversion: 1.0.0\ndescription: Ours.\n',
    '/w/.deskside/packs/team/snippets/a.md': '---\ntitle: A\nprefix: team-a\ndescription: B.\n---\nHi ${custmer}, you should have known.\n',
    '/w/.deskside/packs/team/rules/cart.yaml': 'message: Say basket.\nwhy: We do.\nphrases: ["cart~"]\nexamples:\n  flag: [A cart.]\n  ok: [A basket.]\n',
  };

  it('bring the project’s packs: the same ones for every draft', async () => {
    const { project } = disk(pack);
    const [first, second] = [await project.read(draft), await project.read(about('file:///w/b.md'))];
    assert.deepEqual(first.packs.map(({ name, snippets, rules }) => [name, snippets.length, rules?.length]), [['team', 1, 1]]);
    assert.equal(first.packs, second.packs);
  });

  it('bring no rules while nobody vouches for the workspace, and say so', async () => {
    const { packs, problems } = await disk(pack).project.read({ ...draft, trusted: false });
    assert.deepEqual(packs.map(({ snippets, rules }) => [snippets.length, rules]), [[1, undefined]]);
    assert.deepEqual(problems, ['“team”: its rules and words wait until you trust this workspace; its snippets work.']);
  });

  it('leave out a pack that requires what is not there, and say so', async () => {
    const manifest = `${pack['/w/.deskside/packs/team/pack.yaml']}requires:\n  gone: 1.0.0\n`;
    const { packs, problems } = await disk({ ...pack, '/w/.deskside/packs/team/pack.yaml': manifest }).project.read(draft);
    assert.deepEqual(packs, []);
    assert.deepEqual(problems, ['team/pack.yaml, line 5: The pack “gone” is not here; add it beside this one, or take the line out. Until then “team” is left out.']);
  });

  it('know a snippet of a pack for what it is, and what is wrong with the pack', async () => {
    const { project } = disk({ ...pack, '/w/.deskside/packs/team/pack.yaml': `${pack['/w/.deskside/packs/team/pack.yaml']}requires:\n  gone: 1.0.0\n` });
    const snippet = about('file:///w/.deskside/packs/team/snippets/a.md');
    assert.equal((await project.read(snippet)).kind, 'macro');
    const found = await project.checkPack?.(snippet, createLinter);
    assert.deepEqual([...(found?.files ?? [])].map(([uri, findings]) => [uri, findings.map(({ line, code }) => `${line} ${code}`)]), [
      ['file:///w/.deskside/packs/team/pack.yaml', ['5 missing-pack']],
      ['file:///w/.deskside/packs/team/snippets/a.md', ['6 unknown-field']],
    ]);
    assert.equal(await project.checkPack?.(draft, createLinter), undefined);
    assert.equal(await project.checkPack?.({ ...snippet, trusted: false }, createLinter), undefined);
  });

  it('take new ignores, which are found again', async () => {
    const { project, files } = disk({});
    assert.equal(await project.addIgnore(draft, { rule: 'jargon', fingerprint: '0123456789012345' }), true);
    project.forget();
    assert.equal(await project.addIgnore(draft, { rule: 'blame-language' }), true);
    assert.deepEqual(Object.keys(files), ['/w/.deskside-ignore.yaml']);
    project.forget();
    const { ignores, ignoreName, ignoreFile } = await project.read(draft);
    assert.deepEqual([ignoreName, ignoreFile], ['kb/a.md', 'file:///w/.deskside-ignore.yaml']);
    assert.deepEqual(ignores, [
      { rule: 'jargon', fingerprint: '0123456789012345', date: '2025-01-31' },
      { rule: 'blame-language', file: 'kb/a.md', date: '2025-01-31' },
    ]);
  });

  it('are not written where there is no project, or for a draft without a name', async () => {
    const { project, files } = disk({});
    const nowhere = { ...about('file:///elsewhere/a.md'), folders: [] };
    assert.equal(await project.addIgnore(nowhere, { rule: 'jargon', fingerprint: '1' }), false);
    assert.equal(await project.turnOff(nowhere, 'jargon'), false);
    assert.equal(await project.addIgnore(about('untitled:1'), { rule: 'jargon' }), false);
    assert.deepEqual(files, {});
  });

  it('take a rule that is turned off, and keep all that people wrote', async () => {
    const { project, files } = disk({ '/w/.deskside.yaml': '# ours\naudience: technical # all of them\n' });
    await project.turnOff(draft, 'jargon/asap');
    assert.equal(files['/w/.deskside.yaml'], '# ours\naudience: technical # all of them\nrules:\n  jargon/asap: off\n');
  });
});

describe('a rule turned off', () => {
  const off = (text: string, file = '/w/.deskside.yaml'): Promise<string> => ruleTurnedOff(text, file, 'jargon');

  it('finds its place in any config file', async () => {
    assert.equal(await off(''), 'rules:\n  jargon: off\n');
    assert.equal(await off('rules: {}\n'), 'rules:\n  jargon: off\n');
    assert.equal(await off('rules:\n  # mild\n  jargon: hint\n  hedging: off\n'), 'rules:\n  # mild\n  jargon: off\n  hedging: off\n');
    assert.equal(await off('{"audience":"technical"}', '/w/.deskside.json'), '{\n  "audience": "technical",\n  "rules": {\n    "jargon": "off"\n  }\n}\n');
  });

  it('does not make a broken file worse', async () => {
    await assert.rejects(() => off('rules: [\n'), /put right/);
    await assert.rejects(() => off('- a\n'), /put right/);
    await assert.rejects(() => off('[]', '/w/.deskside.json'), /object/);
  });
});
