import assert from 'node:assert/strict';
import { pieces, read, view } from './view.js';

const REPLY = { kind: 'reply' } as const;

/** A reply, and its blocks. */
const FRAMES: readonly (readonly [text: string, ...blocks: string[]])[] = [
  ['Hi Sam,\n\nIt works.\n\nKind regards,\nAna Lee\nSupport Team', 'greeting: Hi Sam,', 'paragraph: It works.', 'signoff: Kind regards,⏎Ana Lee⏎Support Team'],
  ['Hi Sam, the licence server was down.', 'greeting: Hi Sam,', 'paragraph: the licence server was down.'],
  ['Hello Sam. It works.', 'greeting: Hello Sam.', 'paragraph: It works.'],
  ['Hello, Sam!\nIt works.', 'greeting: Hello, Sam!', 'paragraph: It works.'],
  ['Hi, thanks for your message.', 'greeting: Hi,', 'paragraph: thanks for your message.'],
  ['Good morning Ms. Lee,\nIt works.', 'greeting: Good morning Ms. Lee,', 'paragraph: It works.'],
  ['Dear [Customer Name],\n\nIt works.', 'greeting: Dear ⟨placeholder [Customer Name]⟩,', 'paragraph: It works.'],
  ['Hi {first_name}, thanks for writing.', 'greeting: Hi ⟨placeholder {first_name}⟩,', 'paragraph: thanks for writing.'],
  ['Hi ${1:Sam}, it works.', 'greeting: Hi Sam,', 'paragraph: it works.'],
  ['Hi ,\n\nIt works.', 'greeting: Hi ,', 'paragraph: It works.'],
  ['Sam,\n\nIt works.', 'greeting: Sam,', 'paragraph: It works.'],
  ['Hi Sam - it works.', 'greeting: Hi Sam -', 'paragraph: it works.'],
  ['Hey there! It works.', 'greeting: Hey there!', 'paragraph: It works.'],
  ['Thanks, Sam. It works.', 'paragraph: Thanks, Sam. It works.'],
  ['High load is the reason, sorry.', 'paragraph: High load is the reason, sorry.'],
  ['Hi Sam and thank you so much for writing to us, we fixed it.', 'greeting: Hi Sam', 'paragraph: and thank you so much for writing to us, we fixed it.'],
  ["Hi Sam I've fixed it.", 'greeting: Hi Sam', "paragraph: I've fixed it."],
  ['Hello Ms Lee thank you for writing.', 'greeting: Hello Ms Lee', 'paragraph: thank you for writing.'],
  ['It works. Have a good weekend!', 'paragraph: It works.', 'signoff: Have a good weekend!'],
  ['It works. All the best, Ana', 'paragraph: It works.', 'signoff: All the best, Ana'],
  ['It works.\n\nEnjoy the rest of your day, Ana!', 'paragraph: It works.', 'signoff: Enjoy the rest of your day, Ana!'],
  ['Please try again. Thanks!', 'paragraph: Please try again. Thanks!'],
  ['It works. Have a look at the log.', 'paragraph: It works. Have a look at the log.'],
  ['It works. See you Tuesday!', 'paragraph: It works.', 'signoff: See you Tuesday!'],
  ['It works.\n\nSafe travels!', 'paragraph: It works.', 'signoff: Safe travels!'],
  ['It works.\n\nSee you get a new code by noon.', 'paragraph: It works.', 'paragraph: See you get a new code by noon.'],
  ['It works.\n\nSincerely,\nBea Novak, support lead', 'paragraph: It works.', 'signoff: Sincerely,⏎Bea Novak, support lead'],
  ['It works.\n\nThanks,\nBea\nHead of the kitchen', 'paragraph: It works.', 'signoff: Thanks,⏎Bea⏎Head of the kitchen'],
  ['It works.\n\nBea Novak, support lead', 'paragraph: It works.', 'signoff: Bea Novak, support lead'],
  ['It works.\n\nThanks,\n\nSven\n2nd Level Support', 'paragraph: It works.', 'signoff: Thanks,', 'signoff: Sven⏎2nd Level Support'],
  ['It works.\n\nBea, support', 'paragraph: It works.', 'signoff: Bea, support'],
  ['It works.\n\nTomorrow, maybe Friday', 'paragraph: It works.', 'paragraph: Tomorrow, maybe Friday'],
  ['It works.\n\nThanks,\nSam, call me tomorrow', 'paragraph: It works.', 'paragraph: Thanks,⏎Sam, call me tomorrow'],
  ['It works.\nThanks,\nTom', 'paragraph: It works.', 'signoff: Thanks,⏎Tom'],
  ['It works.\n\nCheers! Tom', 'paragraph: It works.', 'signoff: Cheers! Tom'],
  ['It works.\n\nBest,\n\n[Your Name]', 'paragraph: It works.', 'signoff: Best,', 'signoff: ⟨placeholder [Your Name]⟩'],
  ['It works.\n\nTom', 'paragraph: It works.', 'signoff: Tom'],
  ['There is also the:\n\nExtension Workshop', 'paragraph: There is also the:', 'paragraph: Extension Workshop'],
  ['It works.\n\nThanks for your patience.', 'paragraph: It works.', 'paragraph: Thanks for your patience.'],
  ['It works.\n\nBest of luck with the new phone.', 'paragraph: It works.', 'paragraph: Best of luck with the new phone.'],
  ['It works.\n\nRegards,\nTom\n\nPS: call me.', 'paragraph: It works.', 'signoff: Regards,⏎Tom', 'paragraph: PS: call me.'],
  ['It works.\n\nMany thanks,\nTom\n-- \nAcme Ltd\nPhone 5', 'paragraph: It works.', 'signoff: Many thanks,⏎Tom'],
  ['Hope that helps!\nRavi', 'paragraph: Hope that helps!', 'signoff: Ravi'],
  ['It works.\nRavi Patel', 'paragraph: It works.', 'signoff: Ravi Patel'],
  ['It works and\nRavi', 'paragraph: It works and⏎Ravi'],
  ['It works.\nDone', 'paragraph: It works.⏎Done'],
  ['It works.\n\nSent', 'paragraph: It works.', 'paragraph: Sent'],
  ['It works.\n\nHooray', 'paragraph: It works.', 'paragraph: Hooray'],
  ['It works.\n\nKind regards,\nJo Smith\nBilling | Acme\nTel 020 555 0147\n\nSent from my iPhone', 'paragraph: It works.', 'signoff: Kind regards,⏎Jo Smith⏎Billing | Acme⏎Tel 020 555 0147', 'signoff: Sent from my iPhone'],
  ['It works.\n\nJo\nsales desk | acme.com\nT: +44 20 555 0147, www.acme.com', 'paragraph: It works.', 'signoff: Jo⏎sales desk | acme.com⏎T: +44 20 555 0147, ⟨url www.acme.com⟩'],
  ['It works.\n\nThanks,\nJo\nSent from my phone', 'paragraph: It works.', 'signoff: Thanks,⏎Jo⏎Sent from my phone'],
  ['It works.\n\nSent from my iPhone', 'paragraph: It works.', 'signoff: Sent from my iPhone'],
  ['It works.\n\nBest,\nJo\n\nThis email and any attachments are confidential. If you got it by mistake, please delete it.', 'paragraph: It works.', 'signoff: Best,⏎Jo', 'signoff: This email and any attachments are confidential. If you got it by mistake, please delete it.'],
  ['It works.\n\nThis email is the one I meant.', 'paragraph: It works.', 'paragraph: This email is the one I meant.'],
  ['Divided\n---\nhere', 'paragraph: Divided', 'paragraph: here'],
];

describe('The frame of a reply', () => {
  for (const [text, ...blocks] of FRAMES) it(JSON.stringify(text), () => assert.deepEqual(view(text, REPLY), blocks));
  it('is not looked for in an article', () => assert.deepEqual(view('Hello Sam,\n\nThanks,'), ['paragraph: Hello Sam,', 'paragraph: Thanks,']));
});

/** A reply, what is the customer's in it, and the blocks that are not. */
const QUOTED: readonly (readonly [text: string, quotes: readonly string[], ...blocks: string[]])[] = [
  ['> It broke.\nWe fixed it.', ['> It broke.'], 'paragraph: We fixed it.'],
  ['> **Note:** it broke.\n\nFixed.', ['> **Note:** it broke.'], 'paragraph: Fixed.'],
  ['Fixed.\n\nOn Mon, 3 Feb 2025 at 10:00, Sam Lee <s@x.co> wrote:\n\nIt broke.\nHelp!', ['On Mon, 3 Feb 2025 at 10:00, Sam Lee <s@x.co> wrote:\n\nIt broke.\nHelp!'], 'paragraph: Fixed.'],
  ['Fixed.\n\nOn Mon, 3 Feb 2025 at 10:00, Sam Lee\n<s@x.co> wrote:\n\nIt broke.', ['On Mon, 3 Feb 2025 at 10:00, Sam Lee\n<s@x.co> wrote:\n\nIt broke.'], 'paragraph: Fixed.'],
  ['On Mon, Sam wrote:\n> It broke.\n\nFixed.', ['On Mon, Sam wrote:', '> It broke.'], 'paragraph: Fixed.'],
  ['On Monday we wrote: it is fixed.', [], 'paragraph: On Monday we wrote: it is fixed.'],
  ['On the label we wrote:\n\n- Fragile', [], 'paragraph: On the label we wrote:', 'item: Fragile'],
  ['Fixed.\n\n-----Original Message-----\nIt broke.', ['-----Original Message-----\nIt broke.'], 'paragraph: Fixed.'],
  ['Fixed.\n\nFrom: Sam\nSent: Monday\nTo: Us\n\nIt broke.', ['From: Sam\nSent: Monday\nTo: Us\n\nIt broke.'], 'paragraph: Fixed.'],
  ['Take this:\n\nFrom: the help page', [], 'paragraph: Take this:', 'paragraph: From: the help page'],
  ['```\nFrom: a\nSent: b\n```\nFixed.', [], 'paragraph: Fixed.'],
  ['To: sam@x.co\nSubject: Re: Help\n\nFixed.', [], 'paragraph: Fixed.'],
  ['*re: my mail is gone*\n\nFixed.', ['*re: my mail is gone*'], 'paragraph: Fixed.'],
  ['*re: my mail* is back, *enjoy*', [], 'paragraph: ⟨quote re: my mail⟩ is back, enjoy'],
  ['**re:my mail is gone. **\n\nFixed.', ['**re:my mail is gone. **'], 'paragraph: Fixed.'],
  ['"It said "no" twice."\n\nFixed.', ['"It said "no" twice."'], 'paragraph: Fixed.'],
  ['**Re: my mail** is back.', [], 'paragraph: ⟨quote Re: my mail⟩ is back.'],
  ['*Sam said*\n\n> It broke.\n\nFixed.', ['*Sam said*', '> It broke.'], 'paragraph: Fixed.'],
  ['*Sam said\n\n*\n> It broke.\n\nFixed.', ['*Sam said', '> It broke.'], 'paragraph: Fixed.'],
  ['Sam [[#post-12|said]]\n\n> It broke.\n\nFixed.', ['Sam [[#post-12|said]]', '> It broke.'], 'paragraph: Fixed.'],
  ['*Why does my mail break every day?*\n\nIt should not.', ['*Why does my mail break every day?*'], 'paragraph: It should not.'],
  ['*I lost my mail.*\n\nIt is back.', ['*I lost my mail.*'], 'paragraph: It is back.'],
  ['*To leave safe mode, restart.*\n\nThen tell us.', [], 'paragraph: To leave safe mode, restart.', 'paragraph: Then tell us.'],
  ['Fixed.\n\n*I hope this helps.*', [], 'paragraph: Fixed.', 'paragraph: I hope this helps.'],
  ['"It broke.\n\nThen it broke again."\n\nFixed.', ['"It broke.', 'Then it broke again."'], 'paragraph: Fixed.'],
  ['"It broke.\n\nThen 5" broke off "again".', [], 'paragraph: "It broke.', 'paragraph: Then 5" broke off ⟨quote "again"⟩.'],
  ['[quote]It broke.[/quote]\n\nFixed.', ['[quote]It broke.[/quote]'], 'paragraph: Fixed.'],
  ['[QUOTE="Sam, 3 May"]It broke. [quote=Us]Mended.[/quote]\n\nAgain.[/QUOTE] Fixed.', ['[QUOTE="Sam, 3 May"]It broke. [quote=Us]Mended.[/quote]\n\nAgain.[/QUOTE]'], 'paragraph: Fixed.'],
  ['[quote]A[/quote]\nFixed.\n\n[quote]From: B\nTo: C[/quote]\nThat, too.', ['[quote]A[/quote]', '[quote]From: B\nTo: C[/quote]'], 'paragraph: Fixed.', 'paragraph: That, too.'],
  ['[quote] It broke.', [], 'paragraph: ⟨placeholder [quote]⟩ It broke.'],
  ['"It broke again."\n\nFixed.', ['"It broke again."'], 'paragraph: Fixed.'],
];

describe('What a reply quotes', () => {
  for (const [text, quotes, ...blocks] of QUOTED) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(view(text, REPLY), blocks);
      assert.deepEqual(pieces(text, read(text, REPLY).quotes), quotes);
    });
  }
});

const PLAIN = { kind: 'reply', languageId: 'plaintext' } as const;

/** Plain text, and its blocks. */
const PLAIN_TEXTS: readonly (readonly [text: string, ...blocks: string[]])[] = [
  ['Hi Sam,\r\n\r\nIt *works* & <b>.\r\n\r\nRegards,\r\nTom', 'greeting: Hi Sam,', 'paragraph: It *works* & ⟨placeholder <b>⟩.', 'signoff: Regards,⏎Tom'],
  ['Do this:\n- one\n- two\n  goes on\n• three\n1. four', 'paragraph: Do this:', 'item: one', 'item: two⏎  goes on', 'item: three', 'item#: four'],
  ['    Not code.', 'paragraph: Not code.'],
  ['# No heading', 'paragraph: # No heading'],
  ['> quoted\nMine, see https://a.b.', 'paragraph: Mine, see ⟨url https://a.b⟩.'],
  ['Press "OK" in [box] and snake_case.', 'paragraph: Press ⟨quote "OK"⟩ in ⟨placeholder [box]⟩ and snake_case.'],
];

describe('Plain text', () => {
  for (const [text, ...blocks] of PLAIN_TEXTS) it(JSON.stringify(text), () => assert.deepEqual(view(text, PLAIN), blocks));
});
