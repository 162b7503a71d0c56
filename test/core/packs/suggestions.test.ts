import assert from 'node:assert/strict';
import { createLinter } from '../../../server/src/core/index.js';
import { builtinPacks } from '../../../server/src/core/packs/builtin.js';
import type { Situation } from '../../../server/src/core/packs/pack.js';
import { createSnippetIndex } from '../../../server/src/core/packs/search.js';
import type { SnippetQuery } from '../../../server/src/core/packs/search.js';

/** A draft, what its customer wrote for, and a snippet that fits. */
interface Case {
  readonly draft: string;
  readonly when?: readonly Situation[];
  /** What the writer types to find it, if anything. */
  readonly typed?: string;
  readonly fits: string;
}

const drafts: readonly Case[] = [
  { draft: 'We cannot do that.', when: ['billing'], fits: 'saas/billing/refund-part' },
  { draft: 'There is no way to do this.', when: ['feature-request'], fits: 'saas/requests/written-down' },
  { draft: 'It works for me.', when: ['bug'], fits: 'saas/bugs/seen-here-too' },
  { draft: 'I cannot reproduce the problem on my end.', fits: 'essentials/cannot-see-it-yet' },
  { draft: 'We will get back to you as soon as possible.', when: ['outage'], fits: 'it-helpdesk/outages/we-know' },
  { draft: 'We will get back to you shortly.', fits: 'essentials/delay' },
  { draft: 'It is against our rules to open that folder to you.', when: ['access'], fits: 'it-helpdesk/access/somebody-must-agree' },
  { draft: 'That is company policy.', fits: 'essentials/policy-with-reason' },
  { draft: 'Please send me your password.', when: ['access'], fits: 'it-helpdesk/passwords/reset-link' },
  { draft: 'Please send me your password.', fits: 'essentials/never-the-password' },
  { draft: 'This is by design.', when: ['bug'], fits: 'saas/bugs/seen-here-too' },
  { draft: 'This is by design.', fits: 'essentials/by-design-kindly' },
  { draft: 'You should have backed up your files.', when: ['loss'], fits: 'it-helpdesk/outages/lost-work' },
  { draft: 'We apologise for any inconvenience caused.', when: ['outage'], fits: 'saas/incidents/credit' },
  { draft: 'This is resolved, so I am closing the ticket.', when: ['outage'], fits: 'saas/incidents/over' },
  { draft: 'That is the mail host’s fault, so please ask them.', when: ['bug'], fits: 'saas/bugs/another-company' },
  { draft: 'We apologise for any inconvenience caused.', when: ['billing'], fits: 'saas/billing/charged-twice' },
  { draft: 'Please contact the billing department.', fits: 'essentials/warm-handoff' },
  { draft: 'I am closing this ticket.', fits: 'essentials/confirm-before-closing' },
  { draft: 'It should work now, so I am closing this ticket.', when: ['bug'], fits: 'saas/bugs/fix-is-live' },
];

const typed: readonly Case[] = [
  { draft: '', typed: 'locked out', when: ['access'], fits: 'it-helpdesk/passwords/locked' },
  { draft: '', typed: 'projector', when: ['deadline'], fits: 'it-helpdesk/rooms/on-my-way' },
  { draft: '', typed: 'guest wireless', fits: 'it-helpdesk/wifi/visitor' },
  { draft: '', typed: 'toner', fits: 'it-helpdesk/printers/toner' },
  { draft: '', typed: 'phishing', fits: 'it-helpdesk/passwords/suspicious-message' },
  { draft: '', typed: 'new starter', fits: 'it-helpdesk/access/new-colleague' },
  { draft: '', typed: 'charged twice', when: ['billing'], fits: 'saas/billing/charged-twice' },
  { draft: '', typed: 'refund', when: ['billing'], fits: 'saas/billing/refund-sent' },
  { draft: '', typed: 'delete account', fits: 'saas/data/delete' },
  { draft: '', typed: 'post-mortem', fits: 'saas/incidents/what-changes' },
  { draft: '', typed: 'roadmap', when: ['feature-request'], fits: 'saas/requests/being-built' },
  { draft: '', typed: 'gdpr export', fits: 'saas/data/export' },
  { draft: '', typed: 'maintenance', fits: 'it-helpdesk/rollouts/planned' },
];

const articles: readonly Case[] = [
  { draft: '', typed: 'prerequisites', fits: 'kb/passages/before-you-begin' },
  { draft: '', typed: 'warning', fits: 'kb/passages/careful' },
  { draft: '', typed: 'faq', fits: 'kb/articles/faq' },
  { draft: '', typed: 'release', fits: 'kb/articles/release-note' },
  { draft: 'See [here](https://example.com/help) for more.', fits: 'kb/passages/related' },
  { draft: '![](a.png)', fits: 'kb/passages/picture' },
];

const linter = createLinter();
const index = createSnippetIndex(builtinPacks().flatMap(({ snippets }) => snippets));

/** The three that come first: in the fix of each finding of a draft, or in the list when its writer types. */
function suggested({ draft, when, typed: text }: Case, kind: 'reply' | 'article'): readonly string[] {
  const findings = linter.lint({ text: draft, kind, languageId: 'markdown' });
  const queries: readonly SnippetQuery[] = text === undefined ? findings.map(({ rule, category }) => ({ categories: [rule, category] })) : [{ text }];
  assert.ok(queries.length > 0, `nothing is found in “${draft}”`);
  return queries.flatMap((query) => index.search({ ...query, kind, limit: 3, ...(when && { when }) })).map(({ snippet }) => snippet.id);
}

describe('the suggested snippets', () => {
  for (const [kind, cases] of [['reply', [...drafts, ...typed]], ['article', articles]] as const) {
    for (const one of cases) {
      it(`fit ${kind} “${one.typed ?? one.draft.replace(/\n+/gu, ' ')}”${one.when ? `, ${one.when.join()}` : ''}: ${one.fits}`, () => {
        const ids = suggested(one, kind);
        assert.ok(ids.includes(one.fits), ids.join(', '));
      });
    }
  }
});
