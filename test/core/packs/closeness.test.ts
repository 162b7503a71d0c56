/** What is offered for a sentence out of the packs that come with Deskside, where nobody knows the customer's case. */
import assert from 'node:assert/strict';
import { createLinter } from '../../../server/src/core/index.js';
import { builtinPacks } from '../../../server/src/core/packs/builtin.js';
import { Closeness, stemsOf } from '../../../server/src/core/packs/closeness.js';

const snippets = builtinPacks().flatMap((pack) => pack.snippets).filter(({ kinds }) => kinds.includes('reply'));
const linter = createLinter();

/** The snippets on offer to say instead of a sentence, in their order. */
function offered(text: string): readonly string[] {
  const titles = linter.lint({ text, kind: 'reply' }).filter(({ rule }) => !rule.startsWith('missing-')).flatMap(({ fixes }) => fixes.map(({ title }) => /“([^”]+)”/u.exec(title)?.[1]));
  return titles.flatMap((title) => snippets.find((snippet) => snippet.title === title)?.id ?? []);
}

/** Sentences, and what of the snippets for a case may be offered for them; the first of it must come first of all snippets. */
const SENTENCES: readonly (readonly [text: string, ...fit: string[]])[] = [
  ['You should have backed up your files before the crash.', 'it-helpdesk/outages/lost-work'],
  ['You must have deleted the file yourself.', 'it-helpdesk/outages/lost-work'],
  ['There is no way to refund the months before May.', 'saas/billing/refund-part'],
  ['It is against our policy to give you access to the Finance folder.', 'it-helpdesk/access/somebody-must-agree'],
  ['We apologise for any inconvenience the double payment may have caused.', 'saas/billing/charged-twice'],
  ['We apologise for any inconvenience caused by the outage.', 'saas/incidents/credit'],
  ['Please contact the calendar vendor.', 'saas/bugs/another-company'],
  ['You entered the wrong card number.', 'saas/billing/payment-failed'],
  ['We will get back to you on the status of the incident soon.', 'saas/incidents/first-news'],
  ['The projector will be fixed shortly.'],
  ['Your case will be reopened soon.', 'essentials/back-again'],
  ['That invoice cannot be changed.'],
  ["Unfortunately we can't unlock your account."],
  ['We will look at the printer as soon as possible.'],
  ['The Wi-Fi works for me.'],
  ['The export works fine here.'],
  ["We can't give you a discount."],
  ['Dark mode is not possible.'],
  ['We do not offer a desktop app.'],
  ['Your laptop will be repaired soon.'],
  ['We cannot delete your data.'],
  ['Nobody else has complained about the report.'],
  ['Your meeting room is not our problem.'],
  ["There's nothing we can do about the toner."],
];

/** What no snippet of ours is made for: one for another case would make it worse. */
const NOTHING_FITS: readonly string[] = [
  'You failed to tell us about the new colleague in time.',
  'You never told us which browser you used.',
  'You never told the engineer about the leak.',
  'If you had followed the steps, it would work.',
  'As I already explained in my last email, the lid has to be shut.',
  'Per my previous email, the lid has to be shut.',
  'We trust this clarifies.',
];

describe('the snippets offered for a sentence', () => {
  for (const [text, ...fit] of SENTENCES) {
    it(`fit “${text}”`, () => {
      const all = offered(text);
      assert.ok(all.length > 0);
      const forCase = all.filter((id) => snippets.some((snippet) => snippet.id === id && snippet.when));
      assert.deepEqual(forCase.filter((id) => !fit.includes(id)), []);
      if (fit.length > 0) assert.equal(all[0], fit[0]);
    });
  }

  for (const text of NOTHING_FITS) it(`are none for “${text}”`, () => assert.deepEqual(offered(text), []));

  it('are nearest to what is told of them in other words: their own descriptions', () => {
    const closeness = new Closeness(snippets);
    const lost = snippets.filter((snippet) => {
      const text = stemsOf(snippet.description);
      return snippets.some((other) => closeness.of(other, text) > closeness.of(snippet, text));
    });
    assert.ok(lost.length <= snippets.length / 10, lost.map(({ id }) => id).join());
  });

  it('count a word by how few of them have it', () => {
    const closeness = new Closeness(snippets);
    const near = (id: string, text: string): number => closeness.of(snippets.find((snippet) => snippet.id === id) ?? assert.fail(id), stemsOf(text));
    assert.equal(near('it-helpdesk/printers/toner', 'toner'), 1);
    assert.ok(near('it-helpdesk/printers/toner', 'paper') < 1 && near('it-helpdesk/printers/toner', 'printer') > near('saas/data/where-it-is', 'people'));
    assert.equal(near('it-helpdesk/printers/toner', 'Please send us an invoice.'), 0);
  });
});
