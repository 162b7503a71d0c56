import assert from 'node:assert/strict';
import { writeSnippet } from '../../server/src/core/packs/writeSnippet.js';
import { formatOf } from './samples.js';

/** The only text of a file, as a snippet's body, and what was said about it. */
async function only(id: string, source: string): Promise<{ body: string; notes: string }> {
  const { library, notes } = await formatOf(id).read(source);
  return { body: library.templates.map(({ body }) => writeSnippet(body)).join('\n---\n'), notes: notes.map(({ message }) => message).join('\n') };
}

const match = (replace: string, more = '') => `matches:\n  - trigger: ":x"\n    replace: ${JSON.stringify(replace)}\n${more}`;
const vars = (type: string, params: string) => `    vars:\n      - name: v\n        type: ${type}\n        params: ${params}\n`;
const row = (content: string) => `;x,"${content.replaceAll('"', '""')}",X`;
const blaze = (text: string) => JSON.stringify({ folders: [{ name: 'F', snippets: [{ name: 'X', shortcut: '/x', text }] }] });
const vscode = (body: string) => JSON.stringify({ X: { prefix: 'x', body } });
const zendesk = (value: string) => JSON.stringify([{ title: 'X', actions: [{ field: 'comment_value', value }] }]);
const helpscout = (text: string) => JSON.stringify([{ name: 'X', text }]);

const cases: readonly (readonly [string, string, string, RegExp?])[] = [
  ['espanso', match('Up since {{v}}.', vars('shell', '{ cmd: "rm -rf ~" }')), 'Up since ${1:v}.', /“\{\{v\}\}” runs a command \(shell\); it is left out/u],
  ['espanso', match('{{v}}', vars('script', '{ args: [python, x.py] }')), '${1:v}', /runs a command \(script\)/u],
  ['espanso', match('By {{v}}.', vars('choice', '{ values: [noon, tonight] }')), 'By ${1|noon,tonight|}.'],
  ['espanso', match('By {{v}}.', vars('choice', '{ values: [{ label: noon, id: a }, { label: tonight, id: b }] }')), 'By ${1|noon,tonight|}.'],
  ['espanso', match('On {{v}}.', vars('date', '{ format: "%d" }')), 'On ${v}.'],
  ['espanso', match('From {{v}}.', vars('echo', '{ echo: "Ana" }')), 'From ${v:Ana}.'],
  ['espanso', match('{{v.day}} or {{v.day}}', vars('form', '{ layout: "[[day]]", fields: { day: { default: Monday } } }')), '${1:Monday} or ${1:Monday}'],
  ['espanso', match('[[not a form]] a$|$b'), '[[not a form]] a$0b'],
  ['espanso', 'matches:\n  - regex: "x(?P<n>\\\\d)"\n    replace: "x"\n', 'x', /trigger is a pattern/u],
  ['espanso', 'matches:\n  - trigger: ":pic"\n    image_path: "cat.png"\n', '', /inserts no text/u],
  ['espanso', 'global_vars:\n  - name: g\n    type: shell\n    params: { cmd: whoami }\nmatches:\n  - trigger: ":x"\n    replace: "I am {{g}}"\n', 'I am ${1:g}', /runs a command[^]*Global variables that run a command/u],
  ['textexpander', row('50%% of %filltext:name=sum:default=16:00:width=5%'), '50% of ${1:16:00}'],
  ['textexpander', row('%filltext:name=sum% and %filltext:name=sum%'), '${1:sum} and ${1:sum}'],
  ['textexpander', row('%fillpopup:name=when:noon:default=tonight:Friday%'), '${1|tonight,noon,Friday|}'],
  ['textexpander', row('On %A, %e %B.'), 'On ${date_A_e_B}.'],
  ['textexpander', row('%fillpart:name=more:default=yes%More.%fillpartend%%key:tab%End%|'), 'More.End$0', /optional part stays[^]*presses a key/u],
  ['textexpander', row('<div>Hello <b>%filltext:name=customer%</b></div><div>again</div>'), 'Hello **${customer}**\nagain'],
  ['textexpander', 'abc', '', /It has no text; a row has an abbreviation/u],
  ['textblaze', blaze('By {formmenu: noon; default=tonight; name=t}.{cursor}'), 'By ${1|tonight,noon|}.$0'],
  ['textblaze', blaze('{formtext: default=Monday; name=day} {formtext: name=day}'), '${1:Monday} ${1:day}'],
  ['textblaze', blaze('{time: HH:mm} and {clipboard} but {not a command}'), '${time_HH_mm} and ${clipboard} but {not a command}'],
  ['textblaze', blaze('{if: x}Yes{else}No{endif}'), '{if: x}Yes{else}No{endif}', /make a snippet of each case/u],
  ['vscode', vscode('${TM_FILENAME/(.*)\\.md/${1:/upcase}/} by ${customer}'), '${TM_FILENAME} by ${customer}', /makes of “TM_FILENAME” with a pattern is left out/u],
  ['vscode', vscode('$1 \\$5 ${2|a\\,b,c|}'), '${1} \\$5 ${2|a\\,b,c|}'],
  ['zendesk', zendesk('Hello {{ ticket.requester.first_name }},\r\n{{ticket.created_at | date: "%d"}}'), 'Hello ${customer},\n${ticket_created_at_date_d}'],
  ['zendesk', zendesk('[x] [1] [a](b) [them / her] [them / her] […]'), '[x] [1] [a](b) ${1|them,her|} ${1|them,her|} ${2}'],
  ['zendesk', JSON.stringify([{ title: 'X', actions: [{ field: 'comment_mode_is_public', value: 'false' }, { field: 'comment_value', value: 'Seen.' }] }]), 'Seen.', /a note that customers do not see/u],
  ['textexpander', 'Abbreviation,Content,Label\n;x,Hello,X', 'Hello'],
  ['helpscout', helpscout('<p>Hello {%customer.firstName,fallback=there%}</p>'), 'Hello ${customer:there}'],
  ['helpscout', helpscout(`${'<div>'.repeat(50_000)}x`), '', /nested too deeply/u],
  ['helpscout', helpscout('<p>a<br>'.repeat(600)), Array(600).fill('a').join('\n\n')],
  ['helpscout', JSON.stringify({ _embedded: { replies: [{ id: 1, name: 'X', preview: 'Hello' }] } }), '', /no text to send/u],
  ['intercom', JSON.stringify({ type: 'macro', name: 'X', body_text: 'Hi {{first_name | fallback: "there"}}' }), 'Hi ${customer:there}'],
];

describe('what a product says', () => {
  for (const [id, source, body, said] of cases) {
    it(`comes from ${id}: ${body.slice(0, 60) || String(said)}`, async () => {
      const read = await only(id, source);
      assert.equal(read.body, body);
      assert.match(read.notes, said ?? /^$/u);
    });
  }
});

describe('what a stranger’s pack kept for espanso', () => {
  it('runs no command', async () => {
    const shell = { name: 'v', type: 'shell', params: { cmd: 'rm -rf ~' } };
    const { text, notes } = await formatOf('espanso').write({
      templates: [{ title: 'X', folders: [], prefix: ['x'], body: [{ kind: 'field', name: 'v', content: [] }], kept: { vars: [{ ...shell, name: 'w' }] } }],
      ownFields: { v: shell },
      kept: { global_vars: [{ ...shell, type: 'script' }] },
    });
    assert.doesNotMatch(text, /shell|script|rm -rf/u);
    assert.match(notes.map(({ message }) => message).join(), /runs a command; it is left out/u);
  });
});

describe('what a pack says', () => {
  const body = [
    { kind: 'text', text: 'Hello ' },
    { kind: 'field', name: 'customer', content: [{ kind: 'text', text: 'there' }] },
    { kind: 'text', text: ', by ' },
    { kind: 'stop', number: 1, content: [{ kind: 'text', text: '16:00' }], choices: ['16:00', 'noon'] },
    { kind: 'text', text: ': ' },
    { kind: 'field', name: 'order_number', content: [] },
  ] as const;
  const outcomes: readonly (readonly [string, RegExp, RegExp?])[] = [
    ['zendesk', /<p>Hello \{\{ticket\.requester\.first_name \| default: 'there'\}\}, by \[16:00 \/ noon\]: \[order number\]<\/p>/u, /“order_number” has no placeholder there/u],
    ['gorgias', /<p>Hello \{\{ticket\.customer\.firstname\}\}, by/u, /when it is not known \(“there”\) is lost/u],
    ['textexpander', /Hello %filltext:name=customer:default=there%, by %fillpopup:name=16 00:default=16\.00:noon%: %filltext:name=order_number%/u, /Colons in its choices/u],
    ['espanso', /form: "?Hello \[\[customer\]\], by \[\[16_00\]\]: \[\[order_number\]\]/u],
    ['textblaze', /Hello \{formtext: name=customer; default=there\}, by \{formmenu: default=16:00; noon; name=16 00\}/u],
    ['vscode', /Hello \$\{customer:there\}, by \$\{1\|16:00,noon\|\}: \$\{order_number\}/u],
    ['helpscout', /\{%customer\.firstName,fallback=there%\}/u, /order_number/u],
    ['intercom', /<attribute key=\\"first_name\\" default=\\"there\\"\/>/u, /order_number/u],
    ['front', /\{\{recipient\.first_name\}\}/u, /there/u],
  ];
  for (const [id, text, said] of outcomes) {
    it(`goes to ${id}`, async () => {
      const written = await formatOf(id).write({ templates: [{ title: 'X', folders: [], prefix: ['x'], body }], ownFields: {} });
      assert.match(written.text, text);
      assert.match(written.notes.map(({ message }) => message).join('\n'), said ?? /^$/u);
    });
  }
});
