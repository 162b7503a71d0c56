import assert from 'node:assert/strict';
import { engine as realEngine } from '../../server/src/core/engine.js';
import { phraseEngine, replaceBy } from './phraseEngine.js';
import { run } from './run.js';

const engine = phraseEngine([
  { phrase: 'utilise', rule: 'jargon/utilise', fixes: replaceBy('use') },
  { phrase: 'use it', rule: 'jargon/use', fixes: replaceBy('take it\nand go') },
  { phrase: 'ping', rule: 'jargon/ping', fixes: replaceBy('ping ping') },
  { phrase: 'grok', rule: 'jargon/grok' },
]);

describe('deskside lint --fix', () => {
  it('applies safe fixes until none is left, and keeps line ends and the byte order mark', async () => {
    const files = { '/desk/a.reply': '\ufeffPlease\r\nutilise it, and grok.\r\n', '/desk/b.reply': 'Fine.' };
    const { code, out, text } = await run('lint --fix', { files, engine });
    assert.equal(text('/desk/a.reply'), '\ufeffPlease\r\ntake it\r\nand go, and grok.\r\n');
    assert.match(out, /2 places mended in 1 file\. 1 finding in 1 of 2 files/);
    assert.equal(code, 1);
  });

  it('ends even when a fix calls for itself', async () => {
    const { text } = await run('lint --fix', { files: { '/desk/a.reply': 'ping' }, engine });
    assert.match(text('/desk/a.reply'), /^ping( ping)+$/);
  });

  it('says what it mended when nothing is left', async () => {
    const { code, out } = await run('lint --fix', { files: { '/desk/a.reply': 'utilise' }, engine });
    assert.equal(out, '1 place mended in 1 file. 1 file read, and nothing left to mend.\n');
    assert.equal(code, 0);
  });

  it('says when there was nothing to change', async () => {
    const errorsOf = async (options: string, text: string) => (await run(`lint ${options}`, { files: { '/desk/a.reply': text }, engine })).err;
    assert.equal(await errorsOf('--fix', 'grok'), '--fix changed nothing: nothing here has a safe fix.\n');
    assert.deepEqual([await errorsOf('--fix', 'utilise'), await errorsOf('--fix --quiet', 'grok'), await errorsOf('', 'grok')], ['', '', '']);
  });

  it('changes no words of a letter that stands above the reply, be it known or not who wrote it', async () => {
    const fixed = async (text: string): Promise<string> => (await run('lint --fix', { files: { '/desk/a.reply': text }, engine: realEngine })).text('/desk/a.reply');
    for (const above of ['Hello, it broke!!!!\n\nRegards, Ana', 'Hello,\n\nit broke!!!!', 'Hi Ben,\n\nit broke!!!!\n\nKim']) {
      assert.equal(await fixed(`${above}\n\nHi Ana,\n\nA new one leaves today!!!!`), `${above}\n\nHi Ana,\n\nA new one leaves today!`, above);
    }
    const either = 'Hi Ben,\n\nit broke!!!!\n\nAna\n\nHi Ana,\n\nA new one leaves today!!!!\n\nBen';
    assert.equal(await fixed(either), either);
  });

  it('changes nothing that is ignored', async () => {
    const files = { '/desk/a.reply': 'utilise', '/desk/.deskside-ignore.yaml': '- rule: jargon\n  file: a.reply\n' };
    assert.equal((await run('lint --fix', { files, engine })).text('/desk/a.reply'), 'utilise');
  });
});
