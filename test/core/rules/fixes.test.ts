import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/core/fix.js';
import type { FixDefinition, RuleDefinition } from '../../../server/src/core/rules/definition.js';
import { lintWith } from './ruleSet.js';

type Case = readonly [name: string, parts: Partial<RuleDefinition>, before: string, after: string];

const remove = (phrase: string): Partial<RuleDefinition> => ({ phrases: [phrase], fixes: [{ title: 'Take it out', delete: 'match' }] });
const swap = (phrase: string, replace: string, of?: string): Partial<RuleDefinition> => ({ phrases: [phrase], fixes: [{ title: 'Reword', replace, ...(of && { of }) }] });

const CASES: readonly Case[] = [
  ['deleting gives the sentence its capital', remove('simply'), 'Simply click Save.', 'Click Save.'],
  ['deleting an opener takes its comma along', remove('obviously'), 'Obviously, you sign in first.', 'You sign in first.'],
  ['deleting in the middle leaves one space', remove('just'), 'You can just go on.', 'You can go on.'],
  ['deleting at the end leaves no space', remove('for you ,? simply'), 'I did it for you simply.', 'I did it.'],
  ['deleting keeps a and an', remove('easy'), 'It is an easy fix.', 'It is a fix.'],
  ['deleting a capture', { phrases: ['{what: really} good'], fixes: [{ title: 'x', delete: '{what}' }] }, 'A really good day.', 'A good day.'],
  ['replacing keeps the capital', swap('leverage', 'use'), 'Leverage it.', 'Use it.'],
  ['replacing keeps a and an', swap('endpoint', 'web address'), 'It is an endpoint.', 'It is a web address.'],
  ['replacing conjugates like the match', swap('triage~', '{look~} at'), 'We triaged it.', 'We looked at it.'],
  ['… a participle', swap('escalate~', '{give~} away'), 'It was escalated.', 'It was given away.'],
  ['… a past', swap('escalate~', '{give~} away'), 'We escalated it.', 'We gave away it.'],
  ['… a gerund', swap('escalate~', '{give~} away'), 'We are escalating it.', 'We are giving away it.'],
  ['… like a capture', swap('{do: action~} this', '{do~do} it'), 'We actioned this.', 'We did it.'],
  ['replacing takes the number of the match', swap('endpoint~', 'web {address+}'), 'Both endpoints are down.', 'Both web addresses are down.'],
  ['… the singular', swap('endpoint~', 'web {address+}'), 'The endpoint is down.', 'The web address is down.'],
  ['… of an abbreviation', swap('(VM|VMs)', 'virtual {computer+}'), 'The VMs are down.', 'The virtual computers are down.'],
  ['replacing an abbreviation keeps small letters', swap('VM', 'virtual computer'), 'The VM is down.', 'The virtual computer is down.'],
  ['replacing leaves one determiner', swap('SLA', 'the promised time'), 'We are within the SLA.', 'We are within the promised time.'],
  ['replacing keeps emphasis that it holds whole', swap('our back end', 'our server'), 'It is our **back** end.', 'It is our server.'],
  ['replacing a capture alone', swap('your {what: case|ticket}', 'request', '{what}'), 'I read your ticket.', 'I read your request.'],
  ['deleting between two marks leaves one', { phrases: ['{cut: it is (really)? easy} :'], fixes: [{ title: 'Cut it', delete: 'cut' }] }, 'As I said, it is really easy: open the lid.', 'As I said, open the lid.'],
  ['… and that of the sentence at its end', { phrases: ['{cut: it is easy}'], fixes: [{ title: 'Cut it', delete: 'cut' }] }, 'Open the lid, it is easy.', 'Open the lid.'],
  ['captures in the text', swap('you {do: forget~past} {what: <word>}', '{what} is missing'), 'You forgot attachments.', 'Attachments is missing'.concat('.')],
];

const anew: Partial<RuleDefinition> = { phrases: ['you forgot'], fixes: [{ title: 'Say it anew', snippet: 'The key is missing.', replaces: 'sentence' }] };

const REWRITTEN: readonly Case[] = [
  ['a new sentence leaves a bold label', anew, '**Note:** You forgot it.', '**Note:** The key is missing.'],
  ['… with its colon outside', anew, '1. *Please note*: You forgot it.', '1. *Please note*: The key is missing.'],
  ['… in HTML', anew, '<p><strong>Important:</strong> You forgot it.</p>', '<p><strong>Important:</strong> The key is missing.</p>'],
  ['… a plain one', anew, 'Tip: you forgot it.', 'Tip: The key is missing.'],
  ['… but no sentence that ends in a colon', anew, 'You forgot this: the key.', 'The key is missing.'],
  ['a new sentence takes both ends of an emphasis', anew, '**You forgot** it.', 'The key is missing.'],
  ['… the end too', anew, 'You forgot **it.**', 'The key is missing.'],
  ['… and leaves one that goes on', anew, '**You forgot it.** Here it is.', '**The key is missing.** Here it is.'],
];

describe('Fixes', () => {
  for (const [name, parts, before, after] of [...CASES, ...REWRITTEN]) {
    it(name, () => {
      const [finding] = lintWith(parts, before);
      const [fix] = finding?.fixes ?? [];
      assert.ok(fix, 'no fix');
      assert.equal(applyEdits(before, fix.edits), after);
    });
  }

  it('what gives a sentence its capital is a whole character', () => {
    const text = 'Simply 😀 click Save.';
    const edits = lintWith(remove('simply'), text)[0]?.fixes[0]?.edits;
    assert.deepEqual(edits, [{ start: 0, end: text.indexOf(' click'), text: '😀' }]);
  });

  it('no text is replaced across half a link or half an emphasis', () => {
    for (const text of ['Ask the [API](https://example.com).', 'Ask **the** API.', '**Ask the** API.', 'Ask the **API**.']) {
      assert.deepEqual(lintWith(swap('the API', 'it'), text)[0]?.fixes, [], text);
    }
  });

  it('plain words replace a term only where they make English', () => {
    const fixed = (term: string, plain: string, before: string) => {
      const [finding] = lintWith({ terms: [{ term, plain }], fixes: [{ title: 'Say it', replace: '{plain}' }] }, before);
      assert.ok(finding, 'nothing found');
      return finding.fixes[0] ? applyEdits(before, finding.fixes[0].edits) : undefined;
    };
    assert.equal(fixed('L3', 'our specialists', 'Ask L3 today.'), 'Ask our specialists today.');
    assert.equal(fixed('L3', 'our specialists', 'The L3 folks know.'), undefined);
    assert.equal(fixed('backend', 'server', 'The backend folks know.'), 'The server folks know.');
    assert.equal(fixed('endpoint~', 'web {address+}', 'The endpoint returned an error.'), 'The web address returned an error.');
    assert.equal(fixed('provision~', '{set~} up', 'We provisioned servers.'), 'We set up servers.');
    assert.equal(fixed('provision~', '{set~} up', 'Our provisioning team will call.'), undefined);
    assert.equal(fixed('provision~', '{set~} up', 'Your newly provisioned server is up.'), undefined);
    assert.equal(fixed('latency', 'delay', 'There are latency issues.'), 'There are delay issues.');
  });

  it('snippets escape what they quote, and say that they are snippets', () => {
    const [finding] = lintWith({ phrases: ['{price: <word>} off'], fixes: [{ title: 'x', snippet: '${1:now} {price}', replaces: 'sentence' }] }, 'It is a$} off.');
    assert.equal(finding?.fixes[0]?.snippet, true);
  });

  it('what is put in has the apostrophes of the draft, and code its own', () => {
    const rule: Partial<RuleDefinition> = { phrases: ['you forgot'], fixes: [{ title: 'x', snippet: "It's not there; run `echo it's`.", replaces: 'sentence' }] };
    const fixed = (text: string): string => applyEdits(text, lintWith(rule, text)[0]?.fixes[0]?.edits ?? []);
    assert.equal(fixed('That’s odd. You forgot it.'), 'That’s odd. It’s not there; run `echo it\'s`.');
    assert.equal(fixed("> That’s odd.\n\nI'm on it. You forgot it."), "> That’s odd.\n\nI'm on it. It's not there; run `echo it's`.");
    assert.equal(fixed('The “Key” is gone. You forgot it.'), 'The “Key” is gone. It’s not there; run `echo it\'s`.');
    assert.equal(fixed('It says "Error 5". That’s odd. You forgot it.'), 'It says "Error 5". That’s odd. It’s not there; run `echo it\'s`.');
    assert.equal(fixed('You forgot it.'), "It's not there; run `echo it's`.");
  });

  it('a snippet for what is missing stands before the sign-off, in the line endings of the text', () => {
    const text = 'Hi Sam,\r\n\r\nThe disk is full.\r\n\r\nRegards,\r\nTom';
    const [finding] = lintWith({ absent: ['will'], fixes: [{ title: 'Add', snippet: 'I will call.', place: 'end' }] }, text);
    assert.equal(applyEdits(text, finding?.fixes[0]?.edits ?? []), 'Hi Sam,\r\n\r\nThe disk is full.\r\n\r\nI will call.\r\n\r\nRegards,\r\nTom');
  });

  it('what is put in has the line endings of the text, wherever it stands', () => {
    const lines = 'One.\n\nTwo.';
    const fixed = (fix: FixDefinition, text: string): string => applyEdits(text, lintWith({ phrases: ['you forgot'], fixes: [fix] }, text)[0]?.fixes[0]?.edits ?? []);
    const text = 'Hi Sam, you forgot it.\r\n\r\nTom';
    assert.equal(fixed({ title: 'x', snippet: lines, replaces: 'sentence' }, text), 'Hi Sam, One.\r\n\r\nTwo.\r\n\r\nTom');
    assert.equal(fixed({ title: 'x', replace: lines }, 'Now\r\nyou forgot it.'), 'Now\r\nOne.\r\n\r\nTwo. it.');
    assert.equal(fixed({ title: 'x', snippet: lines, replaces: 'sentence' }, text.replaceAll('\r', '')), 'Hi Sam, One.\n\nTwo.\n\nTom');
  });
});
