import assert from 'node:assert/strict';
import { createLinter, type Source } from '../../../server/src/core/index.js';
import { calledFor, type CalledFor } from '../../../server/src/core/packs/calledFor.js';
import type { Pack, Snippet } from '../../../server/src/core/packs/pack.js';

const snippet = (id: string, more: Partial<Snippet>): Snippet => ({ id: `team/${id}`, title: id, prefix: [id], description: 'For the test.', answers: [], moment: 'other', kinds: ['reply'], body: 'Hello.', ...more });
const packOf = (...snippets: readonly Snippet[]): Pack => ({ name: 'team', title: 'Team', version: '1.0.0', description: 'Ours.', language: 'en', fields: [{ name: 'plan', title: 'Their plan', default: 'Basic' }], snippets });

const draft = 'You should have backed up your files before the update of the printer.';

describe('the snippets of a draft', () => {
  const known = (text: string, more: Partial<Source> = {}) => Object.fromEntries(createLinter({ config: { fields: { agent: 'Sam', customer: 'you' } } }).snippets({ text, kind: 'reply', ...more }).known);

  it('know the customer by the front matter, the message or the greeting, in this order', () => {
    assert.equal(known('---\ncustomer: Ana Lopez\n---\nHi Bob,\n\nDone.\n')['customer'], 'Ana Lopez');
    assert.equal(known('> My screen is dark.\n>\n> Thanks,\n> Ms Ana Lopez\n\nHello there,\n\nDone.\n')['customer'], 'Ana');
    assert.equal(known('Hi Bob,\n\nDone.\n')['customer'], 'Bob');
    assert.equal(known('Hi all,\n\nDone.\n')['customer'], 'you');
  });

  it('take what a person has said before what the text says', () => {
    assert.deepEqual(known('---\nticket: 7\n---\nHi Bob,\n\nDone.\n', { fields: { customer: 'Robert' } }), { agent: 'Sam', customer: 'Robert', ticket: '7' });
  });

  it('are filled in where a quick fix offers them', () => {
    const pack = packOf(snippet('own', { answers: ['blame-language'], body: 'Sorry, ${customer}. You have the ${plan} plan, ${agent}.' }));
    const [finding] = createLinter({ packs: [pack] }).lint({ text: 'Hi Bob,\n\nYou should have backed up your files.\n', kind: 'reply' });
    const texts = finding?.fixes.flatMap(({ edits }) => edits.map(({ text }) => text));
    assert.ok(texts?.includes('Sorry, Bob. You have the ${1:‹Basic›} plan, ${2:‹Your name›}.'), JSON.stringify(texts));
  });

  it('are filled in where the checklist offers them, greeting and sign-off too', () => {
    const anatomy = createLinter({ config: { fields: { agent: 'Sam' } } }).anatomy({ text: '---\ncustomer: Ana\nchannel: email\n---\nThe invoice is mended, and you will have it by noon.\n', kind: 'reply' });
    const inserts = anatomy?.parts.flatMap(({ inserts: all }) => all.flatMap(({ edits }) => edits.map(({ text }) => text.trim())));
    assert.ok(inserts?.includes('Hi Ana,') && inserts.includes('Kind regards,\nSam'), JSON.stringify(inserts));
  });
});

describe('a quick fix offers a snippet of a pack', () => {
  it('with the name of its pack where another of the same title is on offer', () => {
    const own = (name: string, title: string): Pack => ({ ...packOf({ ...snippet('own', { title, answers: ['blame-language'] }), id: `${name}/own` }), name });
    const titles = createLinter({ packs: [own('team', 'A way out'), own('desk', 'A way out'), own('shop', 'Another')] }).lint({ text: draft, kind: 'reply' })[0]?.fixes.map(({ title }) => title) ?? [];
    for (const title of ['Say instead: “A way out” (team)', 'Say instead: “A way out” (desk)', 'Say instead: “Another”']) assert.ok(titles.includes(title), titles.join('\n'));
  });

  const offers = (one: Partial<Snippet>, text = draft) =>
    createLinter({ packs: [packOf(snippet('own', { title: 'Own words', ...one }))] }).lint({ text, kind: 'reply' }).some(({ fixes }) => fixes.some(({ title }) => title.includes('Own words')));

  it('that is made for it', () => {
    assert.equal(offers({ answers: ['blame-language'] }), true);
    assert.equal(offers({ answers: ['hollow-apology', 'blame-language/should-have'] }), true);
  });

  it('that may answer it, where both are about the same', () => {
    const answers = ['hollow-apology', 'jargon', 'blame-language'];
    assert.equal(offers({ answers, body: 'The parcel leaves tomorrow.' }), false);
    assert.equal(offers({ answers, body: 'Please bring the printer.' }), false, 'a word of its text that others have, too');
    assert.equal(offers({ answers, tags: ['printers'] }), true, 'a word that it is called by');
    assert.equal(offers({ answers, body: 'You backed up ${1:the files} before the update of the printer.' }), true, 'words of its text that few have');
    assert.equal(offers({ answers, body: 'It is ${1:backed up before the update of the printer}.' }), false, 'what is filled in is an example');
  });

  it('for the customer’s case, and for no other', () => {
    const outage = '> Your site has been down since 8 am, nobody here can log in.\n\n';
    const one: Partial<Snippet> = { answers: ['blame-language'], body: 'The parcel leaves tomorrow.' };
    assert.equal(offers({ ...one, when: ['outage'] }, outage + draft), true);
    assert.equal(offers({ ...one, when: ['billing'] }, outage + draft), false);
    assert.equal(offers({ ...one, answers: ['explain', 'confirm', 'blame-language'], when: ['outage'] }, outage + draft), false, 'made for another finding');
    assert.equal(offers({ ...one, when: ['billing'] }), false, 'nobody knows the case, and it is about something else');
    assert.equal(offers({ ...one, when: ['billing'], body: 'Your files are backed up, printers too.' }), true, 'nobody knows the case, and it is about the same');
  });
});

describe('a draft calls first for', () => {
  const linter = createLinter();
  const calledOf = (message: string): readonly CalledFor[] => {
    const source: Source = { text: `> ${message}\n\nHi Ana,\n\n`, kind: 'reply' };
    const missing = linter.anatomy(source)?.parts.flatMap(({ id, state }) => (state === 'missing' ? [id] : []));
    assert.ok(missing && missing.length > 0);
    return calledFor(linter.snippets(source), [], missing);
  };

  for (const [message, fits] of [
    ['I was charged twice', 'saas/billing/charged-twice'],
    ['The printer on floor 3 does not print', 'it-helpdesk/printers/what-does-it-say'],
    ['My card was declined', 'saas/billing/payment-failed'],
    ['My laptop keyboard is broken.', 'it-helpdesk/devices/part-ordered'],
    ['I forgot my password and cannot sign in.', 'it-helpdesk/passwords/reset-link'],
    ['The wifi in the library keeps dropping.', 'it-helpdesk/wifi/which-room'],
    ['There is a problem with the projector in room 4', 'it-helpdesk/rooms/on-my-way'],
    ['Our shop is offline!', 'it-helpdesk/outages/we-know'],
  ] as const) it(`what “${message}” speaks of: ${fits}`, () => assert.equal(calledOf(message)[0]?.snippet.id, fits));

  it('no part that tells the customer of a case they did not write about', () => {
    const parts = calledOf('I was charged twice').flatMap(({ snippet, because }) => (because === 'part' && snippet.when ? [snippet.id] : []));
    assert.deepEqual(parts, ['saas/billing/charged-twice']);
  });
});
