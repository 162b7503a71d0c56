import assert from 'node:assert/strict';
import { isOpen } from '../../../server/src/core/anatomy/anatomy.js';
import { applyEdits, createLinter, type Anatomy, type PartId, type Snippet } from '../../../server/src/core/index.js';

const linter = createLinter();

function anatomyOf(text: string): Anatomy {
  const anatomy = linter.anatomy({ text });
  assert.ok(anatomy, 'there is an anatomy');
  return anatomy;
}

function partOf(text: string, id: PartId) {
  const part = anatomyOf(text).parts.find((one) => one.id === id);
  assert.ok(part, `there is a part ${id}`);
  return part;
}

describe('Anatomy', () => {
  it('has the questions open that the findings have open, whatever the reply does', () => {
    const asked = ['When will it be mended?', 'Can I have my money back? Who do I talk to?', 'Why was I billed twice? Is my new phone insured?', 'How do I change my avatar? And does the plan include phone support?'];
    const replies = [
      'We have read all of it with care.', 'Which order is it that you write about?', 'Is there anything else I can help you with today?', 'A fitter will be in touch in due course.',
      'I will send the new card to your office on Friday.', "I'll look into it and write to you by noon.", 'Did you even read the mail that we sent you?', 'Ana from Billing looks after all of this now.',
      'Yes, and the second payment goes back to your card today.', 'Open your profile and choose the new picture there.', 'That is not our problem, so please ask the bank.', 'Thank you so much for the long message and the photos.',
    ];
    for (const question of asked) {
      for (const reply of replies) {
        const text = `> It is off again. ${question}\n\nHi Sam,\n\n${reply}\n\nKind regards\nAna`;
        const open = anatomyOf(text).questions.filter(isOpen).map(({ start }) => start);
        const found = linter.lint({ text }).filter(({ category }) => category === 'unanswered-question').map(({ start }) => start);
        assert.deepEqual(open, found, text);
      }
    }
  });

  it('is of replies in English alone', () => {
    assert.equal(linter.anatomy({ text: 'How to log in', kind: 'article' }), undefined);
    assert.equal(linter.anatomy({ text: 'Seen by Ana.', kind: 'note' }), undefined);
    assert.equal(linter.anatomy({ text: 'Guten Tag, vielen Dank für Ihre Nachricht. Wir haben das Problem gefunden und melden uns morgen wieder bei Ihnen.' }), undefined);
  });

  it('tells a mail from a chat turn by its frame, and takes the front matter’s word for it', () => {
    assert.equal(anatomyOf('Hi Sam,\n\nIt works again.\n').channel, 'email');
    assert.equal(anatomyOf('It works again.').channel, 'chat');
    for (const begun of ['', '> Where is it?\n\n', 'Hello Mr Brown']) assert.equal(anatomyOf(begun).channel, 'email');
    assert.equal(anatomyOf('---\nchannel: forum\n---\n\nHi Sam,\n\nIt works again.').channel, 'forum');
  });

  it('tells a short mail without a greeting by its paragraphs, its list, or the mail below it', () => {
    const paragraphs = 'The part came back from the workshop this morning.\n\nYou can pick it up at the counter until six, or have it sent to you.';
    const quoted = 'It works again.\n\nOn 3 May 2024, Jo Novak wrote:\n> It stopped.';
    const steps = 'This is how the old messages come back to your phone:\n\n1. Open Settings and choose Mail.\n2. Turn Archive on, then off again, and wait.';
    for (const mail of [paragraphs, quoted, steps, '---\nsubject: Your order\n---\n\nIt works again.']) assert.equal(anatomyOf(mail).channel, 'email', mail);
    for (const chat of [paragraphs.replace('\n\n', '\n'), paragraphs.replaceAll('.', ''), '> It stopped.\n\nIt works again.']) assert.equal(anatomyOf(chat).channel, 'chat', chat);
  });

  it('finds parts, misses parts, and asks for none that the channel does without', () => {
    assert.equal(partOf('Hi Sam,\n\nIt works again.', 'greeting').state, 'found');
    assert.equal(partOf('It works again.\n\nKind regards,\nAna', 'greeting').state, 'missing');
    assert.equal(partOf('It works again.', 'greeting').state, 'not-needed');
  });

  it('puts a missing part where it belongs', () => {
    const text = 'It works again.\n\nKind regards,\nAna';
    const [fix] = partOf(text, 'greeting').inserts;
    assert.ok(fix?.snippet);
    assert.match(applyEdits(text, fix.edits), /^Hi \$\{1:[^}]+\},\n\nIt works again\./);
  });

  it('puts the parts of a skeleton between its greeting and its sign-off', () => {
    for (const below of ['', '\n\nP.S. The shop is shut on Monday.']) {
      const text = `Hi Sam,\n\nKind regards,\nJo${below}`;
      for (const id of ['acknowledgement', 'next-step', 'way-back'] as const) {
        const [fix] = partOf(text, id).inserts;
        const after = applyEdits(text, fix?.edits ?? []);
        assert.ok(after.startsWith('Hi Sam,\n\n') && after.endsWith(`.\n\nKind regards,\nJo${below}`), after);
      }
    }
    const signed = partOf('Hi Sam,\n\nIt works again.\n\nPS: We open at nine.', 'sign-off').inserts[0]?.edits ?? [];
    assert.match(applyEdits('Hi Sam,\n\nIt works again.\n\nPS: We open at nine.', signed), /again\.\n\nKind regards,\n[^\n]+\n\nPS: We open/);
  });

  it('goes on above a name that stands right below the last sentence', () => {
    const text = 'The error means that the licence has expired.\nRavi';
    const [missed] = linter.lint({ text }).filter(({ category }) => category === 'missing-next-step');
    assert.equal(missed && text.slice(missed.start, missed.end), 'The error means that the licence has expired.');
    assert.match(applyEdits(text, missed?.fixes[0]?.edits ?? []), /expired\.\n\n[^]+\nRavi$/);
  });

  it('finds nothing below the names, where a mail program or a company speaks', () => {
    const text = 'Hi Sam,\n\nThe card has expired.\n\nKind regards,\nJo Smith\nBilling | Acme\nTel 020 555 0147\n\nSent from my iPhone\n\nThis email and any attachments are confidential. If you are not the right person, please let us know.';
    assert.deepEqual(anatomyOf(text).sentences.slice(2).filter(({ move }) => move !== 'sign-off'), []);
    assert.equal(partOf(text, 'way-back').state, 'missing');
    assert.deepEqual(linter.lint({ text }).filter(({ start }) => start > text.indexOf('Kind')), []);
    assert.equal(partOf('Hi Sam,\n\nIt works again.\n\nSent from my iPhone', 'sign-off').state, 'missing');
  });

  it('sees questions without their mark, and asks for the time that a question asks for', () => {
    const open = (quote: string, body: string) => {
      const text = `${quote}\n\nHi Sam,\n\n${body}`;
      return anatomyOf(text).questions.map(({ start, end, answer }) => [text.slice(start, end), answer !== undefined]);
    };
    assert.deepEqual(open('> Can you tell me when it ships.\n>\n> Thanks', 'The lamp is blue.'), [['Can you tell me when it ships.', false]]);
    assert.deepEqual(open('> Can you tell me when it ships.', 'It leaves us on Friday.'), [['Can you tell me when it ships.', true]]);
    assert.deepEqual(open('> I have a till. Could you send the log.', 'The weather is fine.').map(([asked]) => asked), ['Could you send the log.']);
    const lines = ['hi there', 'my printer is jammed since monday', 'when does my warranty end', 'can you send me the manual', 'thanks tom'];
    assert.deepEqual(open(lines.map((line) => `> ${line}`).join('\n'), 'The weather is fine.').map(([asked]) => asked), [lines[2], lines[3]], 'who ends no sentence with a mark ends it with the line');
    const wrapped = '> I have asked twice now and nobody could say to me on the phone for sure\n> when does my warranty end';
    assert.deepEqual(open(wrapped, 'The weather is fine.'), [], 'a line that was wrapped goes on');
    assert.deepEqual(open('> When I open it, it crashes. Would be nice to have it back.', 'It works again.'), []);
    assert.deepEqual(open('[quote="Sam"]When do you ship?[/quote]', 'We ship on Friday.'), [['When do you ship?', true]]);
  });

  it('answers each open question in its own words', () => {
    const { questions } = anatomyOf('> Can I have my money back? How do I stop the subscription?\n\nThe weather is fine in Leeds.');
    const words = questions.map(({ inserts = [] }) => inserts.map(({ edits }) => edits[0]?.text).join());
    assert.match(words[0] ?? '', /You asked “Can I have my money back\?”/);
    assert.match(words[1] ?? '', /You asked “How do I stop the subscription\?”/);
  });

  it('adds words for the customer’s case first, then the team’s, then any; never for another case', () => {
    const snippet = (title: string, more: Partial<Snippet>): Snippet => ({ id: `ours/${title}`, title, prefix: [], description: title, answers: ['next-step'], moment: 'closing', kinds: ['reply'], body: title, ...more });
    const snippets = [snippet('Theirs', {}), snippet('By the way', { answers: ['jargon', 'next-step'] }), snippet('Deadline', { when: ['deadline'] }), snippet('Refund', { when: ['billing'] })];
    const team = createLinter({ packs: [{ name: 'ours', title: 'Ours', version: '1.0.0', description: 'Ours.', language: 'en', snippets }] });
    const added = (quote: string): readonly string[] =>
      team.anatomy({ text: `${quote}\n\nHi Ana,\n\nThe form was slow.\n` })?.parts.find(({ id }) => id === 'next-step')?.inserts.map(({ title }) => title) ?? [];
    assert.deepEqual(added('> It is about my form.').slice(0, 2), ['Add “Theirs”', 'Add what happens next']);
    const charged = added('> You charged my card twice, I want a refund.');
    assert.ok(charged.includes('Add “Refund”') && charged.indexOf('Add “Refund”') < (charged.indexOf('Add “Theirs”') >>> 0), charged.join());
    assert.ok(!charged.includes('Add “Deadline”'));
  });

  it('says who promises what by when, and nothing that is not said', () => {
    const promise = (text: string): readonly (string | undefined)[] => {
      const [sentence] = anatomyOf(text).sentences;
      const wordsOf = (range?: { readonly start: number; readonly end: number }) => range && text.slice(range.start, range.end);
      return [wordsOf(sentence?.commitment?.who), wordsOf(sentence?.commitment?.what), wordsOf(sentence?.commitment?.when)];
    };
    assert.deepEqual(promise('An engineer will ring you tomorrow at 9:30 to check the line.'), ['An engineer', 'ring you', 'tomorrow at 9:30']);
    assert.deepEqual(promise('Your refund will be sent on Friday.'), [undefined, 'be sent', 'on Friday']);
    assert.deepEqual(promise('I will check this with the warehouse.'), ['I', 'check this with the warehouse', undefined]);
    const times = ['by half past two', 'every two hours', 'the moment it lands', 'as soon as I hear back from the bank', 'by the time you land', 'in the next release', 'over the next few days', 'come Monday', "at Tuesday's meeting"];
    for (const time of times) assert.equal(promise(`I'll call you ${time}.`)[2], time);
    assert.deepEqual(promise('Ana will call you tomorrow at ten.'), ['Ana', 'call you', 'tomorrow at ten']);
    assert.deepEqual(promise("I'll call you as soon as 3 boxes land."), ['I', 'call you', 'as soon as 3 boxes land']);
    assert.equal(promise("I'll call you the moment my 2 boxes land.")[2], 'the moment my 2 boxes land');
    assert.deepEqual(promise('Ines, who runs the till team, is ringing you at 14:00.'), ['Ines', 'ringing you', 'at 14:00']);
    assert.deepEqual(promise('Ana is going to call you on Monday.'), ['Ana', 'call you', 'on Monday']);
    assert.deepEqual(promise('Tom fits them by 3.'), ['Tom', 'fits them', 'by 3']);
    assert.deepEqual(promise('Sam will have it ready by 5.'), ['Sam', 'have it ready', 'by 5']);
    assert.deepEqual(promise('A new card gets sent out today.'), [undefined, 'gets sent out', 'today']);
    assert.deepEqual(promise("I'll refund the second payment."), ['I', 'refund the second payment', undefined]);
    assert.equal(promise("As soon as the courier scans it, I'll send you the link.")[2], 'As soon as the courier scans it');
    assert.deepEqual(promise('Will keep you posted on Monday.').slice(0, 1), [undefined]);
    assert.deepEqual(promise('Please look out for a letter by Friday.').slice(0, 1), [undefined]);
  });

  it('finds the next step in a promise beside what a sentence tells', () => {
    const { sentences, parts } = anatomyOf("Hi Sam,\n\nI've sent the second payment back, and I'll check on Friday that it has reached you.");
    assert.notEqual(sentences[1]?.commitment?.when, undefined);
    assert.equal(parts.find(({ id }) => id === 'next-step')?.state, 'found');
  });

  it('lets no blame and no rebuff be a part of the reply', () => {
    const states = (text: string) => anatomyOf(text).parts.filter(({ state }) => state === 'found').map(({ id }) => id);
    assert.deepEqual(states('Hi Sam,\n\nYou should have emptied your cart.\n\nKind regards,\nAna'), ['greeting', 'sign-off']);
    assert.deepEqual(states('> How do I reset the clock?\n\nHi Sam,\n\nPlease consult the manual.'), ['greeting']);
    assert.deepEqual(states('> How do I reset the clock?\n\nHi Sam,\n\nHold both buttons for ten seconds.'), ['greeting', 'substance', 'answers', 'next-step']);
  });

  it('takes no dismissal for an answer, a next step or a way back', () => {
    const found = (body: string) => anatomyOf(`> The report has been empty since Monday. Why is that?\n\nHi Sam,\n\n${body}\n\nRegards,\nBo`).parts.filter(({ state }) => state === 'found').map(({ id }) => id);
    const frame = ['greeting', 'sign-off'];
    for (const body of [
      'Runs fine for me here. Must be something on your side. Closing this ticket, feel free to open a new one.',
      'We could not reproduce this. I am closing the case, you can always open another one.',
      'Nobody else has reported this. Feel free to raise a new request if you like.',
      'I consider this matter closed.',
    ]) assert.deepEqual(found(body), frame, body);
    assert.deepEqual(found("There's nothing we can do."), ['greeting', 'answers', 'sign-off']);
    assert.deepEqual(found("We can't fill it in again, because the data of that day is gone. What I can do is send you the figures of Sunday."), ['greeting', 'substance', 'answers', 'next-step', 'sign-off']);
    assert.deepEqual(found('I have mended the filter, and the report is full again. If it comes back, feel free to open a new ticket.').filter((id) => id === 'way-back'), ['way-back']);
  });

  it('takes no blame for an apology, and no mockery for thanks', () => {
    for (const body of ['Obviously you did it wrong.', 'You failed to read the mail, sorry.', 'Thank you for finally reading the mail.']) {
      const { sentences, parts } = anatomyOf(`Hi Sam,\n\n${body}`);
      assert.ok(!['thank', 'acknowledge', 'apologise'].includes(sentences[1]?.move ?? ''), `${body}: ${sentences[1]?.move}`);
      assert.equal(parts.find(({ id }) => id === 'acknowledgement')?.state, 'missing', body);
    }
    assert.equal(partOf("Hi Sam,\n\nI'm sorry you feel that way.", 'acknowledgement').state, 'missing');
    assert.equal(partOf("Hi Sam,\n\nI'm sorry: we did it wrong. I'll mend it today.", 'acknowledgement').state, 'found');
  });

  it('takes no vague time for an answer to “when”, nor for a next step, and no hollow apology for an acknowledgement', () => {
    const found = (body: string) => anatomyOf(`> The heating has been off since Sunday. When will it be mended?\n\nHi Sam,\n\n${body}`).parts.filter(({ state }) => state === 'found').map(({ id }) => id);
    assert.deepEqual(found('We apologise for any inconvenience. A fitter will be in touch in due course.'), ['greeting', 'substance']);
    assert.deepEqual(found('The heating will be mended shortly.'), ['greeting']);
    assert.deepEqual(found("Two cold nights are awful, and I'm sorry. The fitter comes on Tuesday at nine."), ['greeting', 'acknowledgement', 'substance', 'answers', 'next-step']);
    assert.deepEqual(found('We refer to your letter of 3 May.'), ['greeting']);
    assert.ok(!found('The pump has broken. Is there anything else I can help you with today?').some((id) => id === 'next-step' || id === 'answers'));
  });

  it('takes no closed case and no refusal for a promise', () => {
    for (const body of ['I will close this request for now.', 'We trust that this is mended and are closing your request. Please do not reply to this e-mail.', 'We will not be sending another one, and we told you that on Monday.', 'no clue sorry. try Google', 'The drawing should have been checked before you sent it.']) {
      const { sentences, parts } = anatomyOf(`Hi Sam,\n\n${body}`);
      assert.deepEqual(sentences.filter(({ move, commitment }) => move === 'commit' || commitment), [], body);
      assert.deepEqual(parts.filter(({ state }) => state === 'found').map(({ id }) => id), ['greeting'], body);
    }
    assert.ok(anatomyOf("Hi Sam,\n\nWe won't charge you for the visit.").sentences[1]?.commitment, 'what would harm them, and will not be done');
  });

  it('takes a refusal in three words for no next step', () => {
    const found = (body: string) => anatomyOf(`Hi Sam,\n\n${body}`).parts.filter(({ state }) => state === 'found').map(({ id }) => id);
    for (const body of ['Refund request refused.', 'Your claim has been rejected.']) assert.ok(!found(body).includes('next-step'), body);
    assert.ok(found('Your refund has been sent.').includes('next-step'));
  });

  it('takes a question up by its own words, and by what follows thanks for it', () => {
    const open = (quote: string, body: string) => anatomyOf(`${quote}\n\nHi Sam,\n\n${body}`).questions.filter(isOpen).length;
    const asked = '> Which paper does the printer take? Who looks after the printer?';
    assert.equal(open(asked, 'Our printer is the tall one beside the lift.'), 2);
    assert.equal(open(asked, 'Any paper up to A3. Bea looks after it, on extension 12.'), 0);
    assert.equal(open('> Which paper does the printer take? Where is the invoice?', 'Thanks for asking about the paper. Any up to A3 will do. The invoice was posted on Monday.'), 0);
    assert.equal(open('> Which paper does the printer take? Where is the invoice?', 'The invoice was posted on Monday. Thanks for asking about the paper.'), 1);
  });

  it('tells a question that is put off from one that is answered', () => {
    const fate = (quote: string, body: string) => anatomyOf(`> ${quote}\n\nHi Sam,\n\n${body}`).questions.map(({ answer, putOff }) => (answer ? 'answered' : putOff ? 'put off' : 'open'));
    assert.deepEqual(fate('Can I move my board?', 'Which version do you use?'), ['put off']);
    assert.deepEqual(fate('Can I move my board?', 'Which version of the board do you use?'), ['put off'], 'be it in their words');
    assert.deepEqual(fate('Can I move my board?', 'Do you mean the board in Leeds? It moves with you.'), ['answered'], 'the answer stands below');
    assert.deepEqual(fate('Why is it slow?', "I'll look into it and write to you by noon."), ['put off']);
    assert.deepEqual(fate('Can you refund me?', "I'll refund you today."), ['answered'], 'a promise of what they asked for');
    assert.deepEqual(fate('Do I need to send anything?', 'Please send us the log.'), ['answered'], 'no question');
    assert.deepEqual(fate('When does my parcel come?', "I'll look into it and let you know by noon."), ['put off'], 'a time, and not the one that was asked for');
    assert.deepEqual(fate('When do the seats and the letter come?', "I'll look into it and let you know by noon."), ['put off'], 'whatever their letters');
    assert.deepEqual(fate('Can you tell me when my parcel comes?', "I'll look into it and let you know by noon."), ['put off'], 'roundabout');
    assert.deepEqual(fate('Where is my parcel?', "I'll check where the parcel is and write to you by noon."), ['put off'], 'in their words');
    assert.deepEqual(fate('When do you write again?', "I'll look into it and let you know by noon."), ['answered']);
    assert.deepEqual(fate('Is someone going to ring me about the bill?', "I'll check the bill and ring you by noon."), ['answered']);
    assert.deepEqual(fate('When does my parcel come?', 'It comes on Friday, and the driver will ring you.'), ['answered']);
    assert.deepEqual(fate('When is it back? Who pays the courier?', 'Which order is it?'), ['put off', 'put off']);
    assert.deepEqual(fate('Can I move my board? Who pays the courier?', 'Which version of the board do you use?'), ['put off', 'put off'], 'be it in the words of one of them');
    assert.equal(partOf('> Can I move my board?\n\nHi Sam,\n\nWhich version do you use?', 'answers').state, 'not-needed');
  });

  it('misses a next step where the findings miss one, and nowhere else', () => {
    const texts = [
      "Hi Sam,\n\nWe're closing your ticket now. Your case is closed.",
      'Hi Sam,\n\nWe are aware of the issue.',
      'Hi Sam,\n\nThe room opens at nine in the morning.',
      'Hi Sam,\n\nYour order was cancelled. Ana will ring you tomorrow at ten.',
      'Yes, breakfast is included in the price.',
    ];
    const missed = texts.map((text) => linter.lint({ text }).some(({ category }) => category === 'missing-next-step'));
    assert.deepEqual(missed, [true, true, false, false, false]);
    assert.deepEqual(texts.map((text) => partOf(text, 'next-step').state === 'missing'), missed);
  });

  it('takes no heading for a sentence that does something', () => {
    assert.equal(anatomyOf('Hi Sam,\n\n# Thanks for waiting\n\nThe part is here.').sentences[1]?.move, 'other');
  });

  it('offers words for an open question as the customer put it, and the day that the ticket is due', () => {
    const text = '---\ndue: 2026-06-12\n---\n\n> Is it insured? And where is it?\n\nHi Sam,\n\nIt lies on the shelf.\n';
    assert.equal(partOf(text, 'answers').inserts[0]?.edits[0]?.text, '\n\nYou asked “Is it insured?” ${1:‹your answer›}.');
    const where = text.replace('Is it insured? And where is it?', 'Where do I send photos?').replace('It lies on the shelf.', 'I checked the order.');
    assert.equal(partOf(where.replace('?', '? What will you do about it?'), 'answers').inserts[0]?.edits[0]?.text, '\n\nYou asked “Where do I send photos?” ${1:‹your answer›}.');
    assert.ok(partOf(text.replace('It lies on the shelf', 'The box was damaged'), 'next-step').inserts.some(({ edits }) => edits[0]?.text.includes('by Friday, 12 June.')));
  });

  it('takes a question for answered in other words', () => {
    const questions = (reply: string) => anatomyOf(`> Can I have my money back? How do I stop the subscription?\n\n${reply}`).questions.map(({ answer }) => answer !== undefined);
    assert.deepEqual(questions('The refund is on its way. You can cancel under Account.'), [true, true]);
    assert.deepEqual(questions('The weather is fine in Leeds.'), [false, false]);
  });

  it('counts the writer’s own words', () => {
    assert.equal(anatomyOf('> It broke and I lost all I had.\n\nHi Sam,\n\nIt works again.').words, 5);
  });
});

describe('The thread a reply answers', () => {
  const quoted = '> You charged me twice. When do I get my money back? And does the plan include phone support?\n>\n> Thanks,\n> Tom';

  it('gives the customer’s questions, and the sentences that take them up', () => {
    const text = `Hi Tom,\n\nThe money is back on your card by Friday.\n\nRegards, Ana\n\n${quoted}`;
    const { questions } = anatomyOf(text);
    assert.deepEqual(questions.map(({ answer }) => answer && text.slice(answer.start, answer.end)), ['The money is back on your card by Friday.', undefined]);
    const answers = partOf(text, 'answers');
    assert.equal(answers.state, 'missing');
    assert.equal(answers.at && text.slice(answers.at.start, answers.at.end), 'And does the plan include phone support?');
  });

  it('has each of several numbered questions', () => {
    const asked = (quote: string) => {
      const text = `${quote}\n\nHi Sam,\n\nThe weather is fine in Leeds.`;
      return anatomyOf(text).questions.map(({ start, end }) => text.slice(start, end));
    };
    const three = ['Is it insured?', 'Where do I send photos?', 'Does the lid close?'];
    assert.deepEqual(asked('> 1) Is it insured?\n> 2) Where do I send photos?\n> 3) Does the lid close?'), three);
    assert.deepEqual(asked('> Hello: (a) Is it insured? (b) Where do I send photos? (c) Does the lid close?'), three);
    assert.deepEqual(asked('> It has 2) on it, is it insured at all?'), ['It has 2) on it, is it insured at all?']);
  });

  it('tells who needs regret from who needs thanks', () => {
    const words = (quote: string) => partOf(`${quote}Hi Sam,\n\nOpen your profile.`, 'acknowledgement').inserts.map(({ edits }) => edits[0]?.text ?? '');
    for (const calm of ['', '> How do I change my avatar?\n\n']) {
      assert.match(words(calm)[0] ?? '', /^Thanks for/);
      assert.ok(!words(calm).some((text) => /sorry/i.test(text)));
    }
    assert.ok(words('> My files are lost and I am furious!!\n\n').some((text) => /sorry/i.test(text)));
  });

  it('offers what tells of another matter after what fits any', () => {
    const snippet: Snippet = { id: 'ours/toner', title: 'Toner', prefix: [], description: 'Toner', answers: ['commit'], moment: 'closing', kinds: ['reply'], when: ['billing'], body: 'Toner' };
    const team = createLinter({ packs: [{ name: 'ours', title: 'Ours', version: '1.0.0', description: 'Ours.', language: 'en', snippets: [snippet] }] });
    const titles = (quote: string) => team.anatomy({ text: `${quote}\n\nHi Ana,\n\nThe form was slow.\n` })?.parts.find(({ id }) => id === 'next-step')?.inserts.map(({ title }) => title);
    assert.notEqual(titles('> You charged my card twice.')?.[0], 'Add “Toner”');
    assert.equal(titles('> You charged my card twice for the toner.')?.[0], 'Add “Toner”');
  });

  it('is quoted above as well as below', () => {
    assert.equal(anatomyOf(`${quoted}\n\nHi Tom,\n\nThe money is back by Friday.`).questions.length, 2);
    assert.equal(anatomyOf(`Hi Tom,\n\nThe money is back by Friday.\n\nOn 3 May 2024, Tom Lee wrote:\n${quoted}`).questions.length, 2);
  });

  it('puts each missing part at its place', () => {
    const text = `The second payment failed twice.\n\nRegards, Ana\n\n${quoted}`;
    const after = (id: PartId): string => applyEdits(text, partOf(text, id).inserts[0]?.edits ?? []);
    assert.match(after('greeting'), /^[^\n]+\n\nThe second payment/);
    assert.match(after('acknowledgement'), /^[^]+\n\nThe second payment/);
    assert.match(after('next-step'), /failed twice\.\n\n[^]+\n\nRegards, Ana\n\n>/);
    assert.match(after('way-back'), /failed twice\.\n\n[^]+\n\nRegards, Ana\n\n>/);
  });
});

describe('How hard a reply is to read', () => {
  it('is not told of a few words, and grows with their length', () => {
    assert.equal(anatomyOf('It works again.').grade, undefined);
    const easy = anatomyOf('The key is in the box. Put it in the lock. Turn it to the left. The door will open. Take the bag and go.').grade ?? NaN;
    const hard = anatomyOf('The authentication infrastructure that our organisation is modernising will necessitate a comprehensive reconfiguration of the authorisation responsibilities of all the participating international subsidiaries, because the regulatory administration has reconsidered its documentation requirements').grade ?? NaN;
    assert.ok(easy < 3, String(easy));
    assert.ok(hard > 15, String(hard));
  });

  it('takes no way back for an answer, and finds one in a promise', () => {
    const asked = "> Will my warranty cover the hinge?\n\nHi Sam,\n\nI've asked the workshop whether it does, and I'll write to you about the warranty by noon. ";
    const { questions } = anatomyOf(`${asked}If it gets worse, just reply here.\n\nKind regards,\nAna`);
    const [{ answer, putOff } = {}] = questions;
    const at = answer ?? putOff;
    assert.ok(at && at.end <= asked.length, JSON.stringify(questions));
    const promise = (text: string) => partOf(`Hi Sam,\n\nThe parcel comes tomorrow. ${text}\n\nKind regards,\nAna`, 'way-back').state;
    assert.equal(promise("If it hasn't come by noon, reply here and I'll send a second one the same day."), 'found');
    assert.equal(promise("If it hasn't come by noon, I'll send a second one the same day."), 'missing');
  });
});
