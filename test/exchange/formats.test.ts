import assert from 'node:assert/strict';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';
import { ExchangeError, FORMATS, toPack } from '../../server/src/exchange/index.js';
import type { Format } from '../../server/src/exchange/index.js';
import { formatOf, sample } from './samples.js';
import { roundTrip } from './trip.js';

/** What a text says, however it is laid out. */
function meaning({ id }: Format, text: string): unknown {
  if (id === 'espanso') return parseYaml(text);
  return id === 'textexpander' ? text : parseJsonc(text);
}

describe('every format', () => {
  for (const format of FORMATS) {
    describe(format.title, () => {
      it('gives back what it holds', async () => {
        const { text, problems, exportNotes } = await roundTrip(format, sample(format.id));
        assert.deepEqual(problems, []);
        assert.deepEqual(exportNotes, []);
        assert.deepEqual(meaning(format, text), meaning(format, sample(format.id)));
      });

      it('makes the same pack of what it gave', async () => {
        const first = await roundTrip(format, sample(format.id));
        const second = await roundTrip(format, first.text);
        assert.deepEqual([...second.files], [...first.files]);
        assert.deepEqual(meaning(format, second.text), meaning(format, first.text));
      });

      for (const other of FORMATS) {
        it(`holds what comes from ${other.title}, or says what is lost`, async () => {
          const there = await roundTrip(other, sample(other.id), format);
          const again = await roundTrip(format, there.text);
          assert.deepEqual(meaning(format, again.text), meaning(format, there.text));
          assert.equal(again.library.templates.length, there.library.templates.length);
        });
      }

      const bad: readonly (readonly [string, string])[] = [
        ['nothing', ''],
        ['white space', ' \n\n'],
        ['no list', '"hello"'],
        ['a number', '7'],
        ['half a file', sample(format.id).slice(0, 40)],
        ['brackets without end', '['.repeat(50_000)],
      ];
      for (const [what, text] of bad) {
        it(`has a word for ${what}`, async () => {
          const reading = Promise.resolve().then(() => format.read(text));
          const outcome = await reading.then(
            ({ library }) => library.templates.length,
            (error: unknown) => (error instanceof ExchangeError ? error.message : Promise.reject(error)),
          );
          assert.notEqual(outcome, '');
          if (typeof outcome === 'string') assert.match(outcome, /^(?:is|holds|has) .*[;,]/u);
        });
      }
    });
  }
});

describe('a pack made of somebody’s texts', () => {
  const macros = (...titles: readonly string[]) => JSON.stringify(titles.map((title) => ({ title, actions: [{ field: 'comment_value', value: 'Hello.' }] })));
  const pathsOf = async (...titles: readonly string[]) => {
    const { files } = toPack(formatOf('zendesk'), await formatOf('zendesk').read(macros(...titles)), 'x');
    return [...files.keys()].filter((path) => path.startsWith('snippets/'));
  };

  it('has files that every system can hold', async () => {
    const paths = await pathsOf('../../etc/passwd', 'CON', 'a/b\\c', '😀', '…', 'Wi-Fi: “guest”?', 'ß'.repeat(300), '.hidden', 'Пароль', 'con::aux::nul.txt');
    assert.deepEqual(paths, [
      'snippets/etc-passwd.md', 'snippets/con-snippet.md', 'snippets/a-b-c.md', 'snippets/snippet.md', 'snippets/snippet-2.md', 'snippets/wi-fi-guest.md',
      `snippets/${'ß'.repeat(60)}.md`, 'snippets/hidden.md', 'snippets/пароль.md', 'snippets/con-snippet/aux-snippet/nul-txt.md',
    ]);
  });

  it('has no two files of one name', async () => {
    assert.deepEqual(await pathsOf('Late', 'LATE', 'late!'), ['snippets/late.md', 'snippets/late-2.md', 'snippets/late-3.md']);
  });

  it('gives a prefix away once, and says so', async () => {
    const text = JSON.stringify({ One: { prefix: 'hi there', body: 'a' }, Two: { prefix: 'hi-there', body: 'b' } });
    const { files, notes, text: back } = await roundTrip(formatOf('vscode'), text);
    assert.match(files.get('snippets/one.md') ?? '', /^prefix: hi-there$/mu);
    assert.match(files.get('snippets/two.md') ?? '', /^prefix: hi-there-2$/mu);
    assert.deepEqual(notes, [{ entry: 'Two', message: 'Its prefix “hi-there” is taken already, so this one is “hi-there-2”.' }]);
    assert.deepEqual(JSON.parse(back), JSON.parse(text));
  });

  it('leaves out what no pack can hold, and says so', async () => {
    const text = JSON.stringify({ Long: { body: 'x'.repeat(20_001) }, Empty: { body: '' }, Odd: 7, Fine: { body: 'x' } });
    const { notes, library } = await roundTrip(formatOf('vscode'), text);
    assert.deepEqual(library.templates.map(({ title }) => title), ['Fine']);
    assert.deepEqual(notes.map(({ entry, leftOut }) => [entry, leftOut]), [['Empty', true], ['Odd', true], ['Long', true]]);
  });

  it('holds no more snippets than a pack may', async () => {
    const { snippets, notes } = toPack(formatOf('zendesk'), await formatOf('zendesk').read(macros(...Array.from({ length: 1003 }, (_, i) => `Macro ${i}`))), 'x');
    assert.equal(snippets, 1000);
    assert.equal(notes.length, 3);
  });

  it('goes back as it came where its title had to be shortened', async () => {
    const title = `${'long '.repeat(60)}title\twith a tab`;
    const { text, files } = await roundTrip(formatOf('zendesk'), macros(title));
    assert.equal(JSON.parse(text)[0].title, title.trim());
    assert.match([...files.values()].join(''), /^title: long .*…$/mu);
  });

  it('goes with its author’s changes', async () => {
    const format = formatOf('zendesk');
    const { library } = await roundTrip(format, sample('zendesk'));
    const written = JSON.parse((await format.write({ ...library, templates: library.templates.map((one) => ({ ...one, title: `${one.title}!` })) })).text);
    assert.equal(written.macros[0].title, 'Billing::Refunds::Refund sent!');
  });
});
