import assert from 'node:assert/strict';
import { readPack, type ParsedFile } from '../../../server/src/core/packs/read.js';

const manifest = { name: 'my-team', version: '1.0.0', description: 'Ours.' };
const head = { title: 'Delay', prefix: 'delay', description: 'When it took long.' };

function file(data: unknown, body = 'Sorry about the wait.', path = 'snippets/delay.md'): ParsedFile {
  return { path, data, body, bodyLine: 6, lineOf: (keys) => (keys[0] === 'for' ? 5 : 2) };
}

function read(snippets: readonly ParsedFile[], data: unknown = manifest) {
  return readPack({ path: 'pack.yaml', data, lineOf: () => 3 }, snippets);
}

/** The problems as people see them. */
const problems = (...args: Parameters<typeof read>) =>
  read(...args).problems.map(({ file, line, severity, message }) => `${file}:${line ?? ''} ${severity} ${message}`);

describe('reading a pack', () => {
  it('fills in what a pack leaves out', () => {
    const { pack, problems } = read([file(head)]);
    assert.deepEqual(problems, []);
    assert.equal(pack?.title, 'my-team');
    assert.equal(pack.language, 'en');
    assert.deepEqual(pack.snippets, [
      { id: 'my-team/delay', ...head, prefix: ['delay'], answers: [], moment: 'other', kinds: ['reply'], body: 'Sorry about the wait.' },
    ]);
  });

  it('takes one or many, and folders in ids', () => {
    const many = { ...head, prefix: ['delay', 'late'], for: ['vague-timeframe', 'hollow-apology'], kinds: ['reply', 'article'] };
    const { pack } = read([file(many, 'a', 'snippets/waiting/delay.md'), file({ ...head, prefix: 'x', for: 'jargon', kinds: 'article' })]);
    assert.deepEqual(pack?.snippets.map(({ id, prefix, answers, kinds }) => [id, prefix, answers, kinds]), [
      ['my-team/delay', ['x'], ['jargon'], ['article']],
      ['my-team/waiting/delay', ['delay', 'late'], ['vague-timeframe', 'hollow-apology'], ['reply', 'article']],
    ]);
  });

  it('reads what else a snippet and a pack may say', () => {
    const more = { when: 'outage', audience: 'technical', channel: ['chat', 'email'], tags: 'down', see: ['billing/refund', 'essentials/delay'], owner: 'Ana', reviewed: '2025-01-31' };
    const { pack, problems } = read([file({ ...head, ...more }), file({ ...head, prefix: 'x' }, 'b', 'snippets/billing/refund.md')], {
      ...manifest,
      requires: { essentials: '1.0.0' },
      extends: 'essentials',
      fields: { plan: { title: 'Their plan', default: 'Basic' }, shop: {} },
      reviewDays: 90,
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(pack?.snippets[1], { id: 'my-team/delay', ...head, prefix: ['delay'], answers: [], moment: 'other', kinds: ['reply'], body: 'Sorry about the wait.', ...more, when: ['outage'], tags: ['down'], see: ['my-team/billing/refund', 'essentials/delay'] });
    assert.deepEqual([pack?.requires, pack?.extends, pack?.reviewDays], [{ essentials: '1.0.0' }, ['essentials'], 90]);
    assert.deepEqual(pack?.fields, [{ name: 'plan', title: 'Their plan', default: 'Basic' }, { name: 'shop', title: 'shop' }]);
  });

  it('says what the new keys take', () => {
    const wrong = { when: 'rain', audience: 'all', channel: ['fax'], reviewed: '2025-02-30' };
    assert.deepEqual(problems([file({ ...head, ...wrong })]).map((text) => text.replace(/^.*? error /u, '')), [
      '“when” knows outage, repeat-contact, deadline, loss, bug, how-to, billing, access, feature-request, complaint, thanks; name one or several.',
      '“audience” is general or technical.',
      '“channel” knows email, chat, social, forum; name one or several.',
      '“reviewed” takes a day like 2025-01-31.',
    ]);
  });

  it('refuses a day that is none', () => {
    for (const reviewed of ['2025-1-3', 'last spring', '', '2025-02-31', '2025-13-01', 2025]) {
      assert.deepEqual(problems([file({ ...head, reviewed })]).map((text) => text.replace(/^.*? error /u, '')), ['“reviewed” takes a day like 2025-01-31.']);
    }
  });

  it('keeps line ends and blank lines inside the body only', () => {
    const { pack } = read([file(head, '\r\n  \r\nOne.\r\n\r\n  Two.  \r\n\r\n')]);
    assert.equal(pack?.snippets[0]?.body, 'One.\n\n  Two.');
  });

  it('leaves out a snippet that cannot be used, and reads the rest', () => {
    const { pack, problems } = read([file({ prefix: 'x', description: 'y' }), file({ ...head, prefix: 'ok' }, 'b', 'snippets/ok.md')]);
    assert.deepEqual(pack?.snippets.map((snippet) => snippet.id), ['my-team/ok']);
    assert.deepEqual(problems, [{ file: 'snippets/delay.md', line: 1, severity: 'error', message: '“title” is missing; add a line “title: …”.' }]);
  });

  it('says what is wrong with a manifest, and gives no pack', () => {
    assert.equal(read([], { ...manifest, name: 'My Team' }).pack, undefined);
    assert.deepEqual(problems([], { ...manifest, name: 'My Team' }), [
      'pack.yaml:3 error “name” takes lower case letters, digits and dashes, like my-team.',
    ]);
    assert.deepEqual(problems([], { ...manifest, version: 1 }), ['pack.yaml:3 error “version” takes three numbers with dots, like 1.0.0.']);
    assert.deepEqual(problems([], 'text'), ['pack.yaml: error Expected lines like “name: …”, one a key.']);
    assert.deepEqual(problems([], null), ['pack.yaml: error Expected lines like “name: …”, one a key.']);
  });

  it('warns of keys that nothing reads', () => {
    assert.deepEqual(problems([file({ ...head, descripton: 'x', colour: 'red' })]), [
      'snippets/delay.md:2 warning Nothing reads “descripton” here; did you mean “description”?',
      'snippets/delay.md:2 warning Nothing reads “colour” here; the keys are title, prefix, description, for, moment, kinds, when, audience, channel, tags, see, owner, reviewed.',
    ]);
  });

  it('warns of prefixes that clash', () => {
    const two = [file(head), file({ ...head, title: 'Late' }, 'b', 'snippets/late.md')];
    assert.deepEqual(problems(two), [
      'snippets/late.md:2 warning “Delay” (snippets/delay.md) has the prefix “delay” too; give one of the two another, or people get a choice each time.',
    ]);
    assert.equal(read(two).pack?.snippets.length, 2);
  });

  it('finds the line of a mistake in the body', () => {
    assert.deepEqual(problems([file(head, '\nOne.\n\nBy ${1:noon')]), [
      'snippets/delay.md:9 warning “${1:” is never closed; add the missing “}”.',
    ]);
  });

  it('refuses what could hurt', () => {
    const bad: readonly (readonly [unknown, string?])[] = [
      [{ ...head, title: 'red \u001b[31m' }],
      [{ ...head, title: 'evil \u202etxt' }],
      [{ ...head, title: 'x'.repeat(101) }],
      [{ ...head, title: ['a'] }],
      [{ ...head, prefix: 'two words' }],
      [{ ...head, prefix: [] }],
      [{ ...head, prefix: [{ a: 1 }] }],
      [{ ...head, kinds: ['macro'] }],
      [{ ...head, description: '  ' }],
      [head, ''],
      [head, 'a\u0000b'],
      [head, 'x'.repeat(20_001)],
    ];
    for (const [data, body] of bad) {
      const { pack, problems } = read([file(data, body)]);
      assert.deepEqual([pack?.snippets.length, problems.length, problems[0]?.severity], [0, 1, 'error'], JSON.stringify(data));
      assert.match(problems[0]?.message ?? '', /[;:] .*\.$/u);
    }
  });

  it('takes prototype keys for what they are: unknown', () => {
    const data: unknown = JSON.parse('{"name":"a","version":"1.0.0","description":"b","__proto__":{"title":"x"},"constructor":1}');
    const { pack, problems } = read([], data);
    assert.equal(pack?.title, 'a');
    assert.equal(problems.length, 2);
  });
});
