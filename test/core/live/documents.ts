import fc from 'fast-check';

/** Pieces of articles and of mistakes that people make in them. Ours, and no true help centre's. */
const PIECES: readonly string[] = [
  '# Move your plan\n\n',
  '# TICKET-4821 you did it wrong\n',
  '## Before you start\n\n',
  'Before you start\n---\n\n',
  'You should have saved the file first. Obviously, you just click **Save**.\n\n',
  'Unfortunately, we cannot restore a deleted board. You can export it before you delete it, though.\n\n',
  'We cannot change the date.\n\n',
  'Please see [here](https://example.org/a) or [this page][guide]. The [old guide][] has more.\n\n',
  '[guide]: https://example.org/guide\n\n',
  '[old guide]: <https://example.org/old> "Old"\n',
  'Delete /var/cache/apt and C:\\Program Files\\Cache\\a.dll, restart cache.service, and clear the cookies/cache in src/cache/.\n\n',
  'Set up SSO with SAML (Security Assertion Markup Language) and an MFA token. Then your SSO works.\n\n',
  'SAML is a standard. Ask IT for the SAML file, and clear the cache.\n\n',
  'The cache (a copy of pages that your browser keeps) helps. Your DNS and your cache may differ. DNS means the address book of the web.\n\n',
  'Try one of these:\n\n- Open the app and sign in.\n- Then click **Settings**.\n- Select the board and save it.\n\n',
  '- Open the app.\n- Click **Next**, then wait.\n- Enter your name.\n\n\n- Save it.\n',
  '1. Open the menu.\n2. Choose *Export*.\n3. Wait for the mail.\n   ```sh\n   export --all\n   ```\n\n',
  '* First, open the file\n\n  with a second paragraph, which was typed by hand.\n\n* Then close it.\n',
  'First, open the menu. Then click Export. After that, wait for the mail. Finally, save the file.\n\n',
  '```js\nconst you = "should have";\n```\n\n',
  '```\nnever closed\n',
  '~~~\n',
  '| Term | Meaning |\n| --- | --- |\n| SLA | You just wait |\n| API | Service level agreement |\n\n',
  '> You never told us that it was broken.\n\n',
  '> [!NOTE]\n> Simply press the KEY. It is easy!!\n\n',
  '!!! warning "Careful"\n    You must not do that. It is your fault.\n\n',
  ':::tip Good to know\nJust ask us.\n:::\n\n',
  '<!-- deskside-ignore-next-line minimising-language -->\nSimply click it, just once.\n\n',
  '<!-- deskside-ignore-start -->\n',
  '<!-- deskside-ignore-end -->\n',
  '<!-- deskside-ignore-file jargon: we know -->\n',
  '<!-- a comment\n\nthat goes on, obviously -->\n\n',
  '<!--',
  '-->\n',
  '{% comment %}\nYou failed to read this.\n',
  '{% endcomment %}\n',
  '<div class="note">\nYou just click it.\n</div>\n\n',
  '<ul>\n<li>Open the app</li>\n<li>Click it</li>\n</ul>\n\n',
  '![](a.png) and ![image](b.png)\n\n',
  '<img src="a.png">\n\n',
  'Your card number is on the card:\n\n4111 1111 1111 1111\n\nKeep your card safe.\n\n',
  'The password is Winter2024! for all. WRITE IT DOWN NOW, please.\n\n',
  '    indented code, you failed\n\n',
  'A footnote[^1] says it.\n\n[^1]: You just read it.\n\n',
  '***\n\n',
  '$$\nyou = failed\n$$\n\n',
  '$$\n',
  'import { Card } from "cards";\nexport const you = {\n\n',
  '<Card title="You failed">\n\nJust click it.\n\n</Card>\n\n',
  'Dear Sam, we reset it yesterday for ticket 48213.\r\n\r\nYou just wait.\r\n\r\n',
  'It is a very long sentence that goes on and on because nobody has ever told its writer that readers lose their way in sentences of such a length, and so it goes on, and we add a clause, and another one.\n\n',
  'Bonjour, le cache de votre navigateur est une copie des pages que vous avez lues et qui ne sont plus à jour.\n\n',
];

/** Pieces of replies, of what they answer, and of mistakes in them. */
const REPLY_PIECES: readonly string[] = [
  'Hi Sam,\n\n',
  'Hello Ms Lee,\n',
  'Dear Sma,\n\n',
  'Thanks for the screenshots. ',
  "I'm sorry that the board is gone. ",
  'I understand how annoying that is, and I have asked our network team to look at it by Friday. ',
  'I will send you the file tomorrow at 10:00.\n\n',
  'You should have read the manual. ',
  'Obviously, you just click **Save**. ',
  'Unfortunately, we cannot refund it. ',
  'You can export it instead, though. ',
  'Your claim was rejected. ',
  'Your refund is on its way. ',
  'Could you tell me which version you have? ',
  'Please open Settings, choose Reset and restart the app.\n\n',
  'It lies in C:\\Users\\Sam\\cache or ~/cache/board.txt. ',
  'As per our policy, no refunds are possible after 30 days.\n\n',
  'The cache (a copy of pages that your browser keeps) is full. Clear the cache.\n\n',
  'We use SAML and an MFA token. MFA means a second step.\n\n',
  '1. Open the menu.\n2. Choose *Export*.\n3. Wait.\n\n',
  '- See [here](https://example.org/a).\n- Call &quot;us&quot; &amp; wait&hellip;\n\n',
  'The answer is &ldquo;no&rdquo; &#8211; we can&rsquo;t.\n\n',
  '```\nyou should have\n```\n\n',
  'Your password is Winter2024! and your card 4111 1111 1111 1111.\n\n',
  'Dear [Name], your ticket {{ticket.id}} is closed. ASAP!!\n\n',
  'If it comes back, just reply to this message.\n\n',
  'Kind regards,\nAna\n\n',
  'Thanks,\nAna Ruiz\nMember Services\n',
  'Cheers\n',
  '> my whole shop is down, please help!\n> When will it work again?\n\n',
  '> I was charged twice.\n> Can you refund it?\n> Why did it happen?\n> Sam\n\n',
  '*Sam said*\n\n',
  '"It does not work" you wrote.\n\n',
  'On 3 May 2024, Sam Lee <sam@example.org> wrote:\n> You never answer!!\n',
  'From: Sam Lee\nSent: Monday\nSubject: Broken\n\nIt is broken.\n',
  'From: Sam Lee <sam@example.org>\nTo: help\nSubject: Broken\n\nHi,\n\nyou broke it. Are you asleep?\n\nSam\n\n',
  'Sam Lee • 3 days ago\nYou broke it. When is it back?\n\n',
  '##- Please type your reply above this line -##\n\n',
  'My answers are below in blue.\n\n',
  '> When is it back?\nOn Friday.\n> Who pays?\nWe do, of course.\n\n',
  '-----\n\n',
  '-- \nAna, Support\n',
  'Raj: it’s off again, isn’t it?\nDee: Hi Raj, which one?\nRaj: the one that you didn’t mend\n\n',
  '[10:32] Raj: you’ve lost it!!\n[10:35] Agent: You’re wrong, it’s here.\n',
  'Dee (Support): You’ll have it by Friday.\n',
  'Raj Patel  10:32 AM\nIt’s the third time. Who’s in charge there?\n\n',
  '23/11/2026, 10:32 - Raj: can’t you hurry?\n',
  'Customer: where’s my parcel?\n\n',
  'I’m sorry that it’s gone, and I’ll send you another one by Friday. ',
  'You’ve obviously not read it, haven’t you? We can’t help. Don’t worry!!\n\n',
  'Hello, it’s broken. When’s it back?\n\nRegards, Sam\n\n',
  'sure no problem\nwill look\ninto it today\n',
  '**Note:** the API key `abc` is *old*. Its key (AKIAIOSFODNN7EXAMPLE) is no secret.\n\n',
];

/** What an article opens that is closed far below, or never, and what closes it. */
const OPENERS: readonly string[] = [
  'import { Card } from "cards";\nconfigure({\n\n', 'import cards from "cards";\n(see [there\n\n', 'export const path = { at: "C:\\you\\failed\n\n', 'export const words = `you ${\n\n', '{/*\n\n', '{/* you failed */} and so on\n\n', '$$\n', '{% comment %}\n', '<!--\n',
  '})\n\n', '])\n\n', '}\n\n', '`\n\n', '*/}\n\n', '$$\n\n', '{% endcomment %}\n\n', '-->\n\n', '# Ask IT )\n', '# Ask IT (\n',
];

/** Pieces of pages, which are as good in MDX as in HTML. */
const PAGE_PIECES: readonly string[] = [
  '<p>You should have <b>saved</b> it first.</p>\n', '<ul><li>Open the app</li><li>Just click it.</li></ul>\n', '<h1>Move your plan</h1>\n', '<!-- deskside-ignore-next-line -->\n<p>Simply click it.</p>\n',
  '{/* deskside-ignore-file minimising-language */}\n', '<Card title="You failed">\n\nJust click it.\n\n</Card>\n\n', 'export const you = { failed: true };\n\n', '{you.failed}\n\n', '<pre>you should have</pre>\n', '<br>', '</div>', '<div>\n',
];

const HEADS: readonly string[] = ['', '', '---\nkind: article\ntitle: Your fault\n---\n', '---\ncustomer: Sam Lee\n---\n\n', '---\naudience: technical\n---\n', '---\nopen: yes\n', '\uFEFF'];

/** What is typed: letters, words, marks that open or close something, lines. */
const TYPED: readonly string[] = [
  'a', ' ', '.', 'just ', 'You should have ', 'obviously', '\n', '\n\n', '\r\n', '- ', '\n- ', '# ', '\n# ', '> ', '```\n', '`', '**', '’', '’s ', ': ', 'Raj: ', '10:35 ', '[', ']', ']: ', '](', '<!-- ', ' -->', '|', '---\n', '    ', '  ', '1. ', '"', '===\n', '/', '\\', '/cache/', '.txt', 'C:\\', '{% endcomment %}',
];

/** An article of some pieces. */
export const article: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...HEADS), fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }))
  .map(([head, pieces]) => head + pieces.join(''));

/** An article of a few words between things that are opened and closed. */
export const opening: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...OPENERS), { weight: 4, arbitrary: fc.constantFrom('Clear the cache for it.\n\n', 'You just click it.\n\n', 'See the page.\n\n') }), { maxLength: 20 })
  .map((pieces) => pieces.join(''));

const REPLY_HEADS: readonly string[] = ['', '', '', '---\ncustomer: Sam Lee\ndue: 2026-06-12\n---\n', '---\nfirst_reply: false\nchannel: chat\n---\n\n', 'To: Sam\nSubject: Your board\n\n'];

/** A reply of some pieces. */
export const reply: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...REPLY_HEADS), fc.array(fc.constantFrom(...REPLY_PIECES), { maxLength: 12 }))
  .map(([head, pieces]) => head + pieces.join(''));

/** A page in some markup or other. */
export const page: fc.Arbitrary<string> = fc.array(fc.constantFrom(...PAGE_PIECES, ...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

/** An edit: what is replaced, as shares of the text, and by what. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly inserted: string;
  /** So many steps are done towards the findings before. */
  readonly steps: number;
}

/** So many places are told apart in a text. */
const MOST = 10_000;

/** Most edits are a key typed or taken back; some paste or cut a passage. */
export const edit = editWith(fc.constantFrom(...PIECES, ...REPLY_PIECES));

/** The same in articles of which parts are opened and closed. */
export const closing = editWith(fc.constantFrom(...OPENERS), 8);

function editWith(piece: fc.Arbitrary<string>, weight = 1): fc.Arbitrary<Edit> {
  return fc.record({
    // Not a double: of those between 0 and 1 nearly all are next to 0.
    at: fc.nat(MOST).map((share) => share / MOST),
    length: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(300) }),
    inserted: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...TYPED) }, { weight: 2, arbitrary: fc.constant('') }, { weight, arbitrary: piece }),
    steps: fc.oneof({ weight: 2, arbitrary: fc.constant(Infinity) }, { weight: 1, arbitrary: fc.nat(40) }),
  });
}
