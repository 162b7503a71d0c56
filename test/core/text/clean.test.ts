import assert from 'node:assert/strict';
import { cleanReply } from '../../../server/src/core/text/clean.js';
import { pieces } from './view.js';

/** A draft, and what the customer should get of it. */
const CASES: readonly (readonly [text: string, wanted: string])[] = [
  ['', ''],
  ['\n\nHi Sam,\n\nIt *works*.\n\nTom\n\n', 'Hi Sam,\n\nIt *works*.\n\nTom'],
  ['---\ncustomer: Sam\n---\n\nHi Sam,', 'Hi Sam,'],
  ['---\r\nticket: 5\r\n---\r\n> It broke.\r\n> Help!\r\n\r\nHi Sam,\r\n\r\nFixed.\r\n', 'Hi Sam,\r\n\r\nFixed.'],
  ['To: s@x.co\nSubject: Re: help\n\nFixed.', 'Fixed.'],
  ['Fixed.\n\nOn Mon, 3 Feb 2025, Sam wrote:\n\n> It broke.', 'Fixed.'],
  ['Fixed.\n\nOn Mon, 3 Feb 2025, Sam wrote:\nIt broke.', 'Fixed.'],
  ['Fixed.\n-- \nTom, Acme\n\n> It broke.\n', 'Fixed.\n-- \nTom, Acme'],
  ['<!-- todo -->\nFixed. <!-- or not? --> Really.\n\n<!-- a\n\nb -->\n\nBye.', 'Fixed.  Really.\n\nBye.'],
  ['Use `<!-- this -->`:\n\n```\n<!-- and this -->\n```', 'Use `<!-- this -->`:\n\n```\n<!-- and this -->\n```'],
  ['> Does it work?\n\nYes.\n\n> And this?\n\nNo.', '> Does it work?\n\nYes.\n\n> And this?\n\nNo.'],
  ['> It broke and I was angry.\n\nHi Sam,\n\nYou asked:\n\n> And this?\n\nNo.', 'Hi Sam,\n\nYou asked:\n\n> And this?\n\nNo.'],
  ['*Sam said*\n\n> It broke.\n\nFixed.', 'Fixed.'],
  ['> It broke.', ''],
  ['Raj: It broke!\nDee: Which one?\nRaj: the blue one\n\nHi Raj,\n\nA new one is on its way.', 'Hi Raj,\n\nA new one is on its way.'],
  ['[10:32] Raj: It broke!\n[10:35] Dee: Which one?\n[10:36] Raj: my blue one\n[10:38] Dee: A new one is on its way.', 'A new one is on its way.'],
  ['> Customer: can I move it?\n\nYes, you can.\n\n> Customer: is it free?\n\nYes, all of May.', '> Customer: can I move it?\n\nYes, you can.\n\n> Customer: is it free?\n\nYes, all of May.'],
  ['Anna: I have booked your seat.\nTom: can you sign the form? You get it today.\n\nKind regards,\nMia', 'Anna: I have booked your seat.\nTom: can you sign the form? You get it today.\n\nKind regards,\nMia'],
  ['[10:30] Raj: when?\n[10:34] Dee: On Friday.\n[10:35] Dee: Bye.', 'On Friday.\nBye.'],
  ['[10:30] Raj: when?\r\n[10:34] Dee: On Friday.\r\n[10:35] Dee: Bye.', 'On Friday.\r\nBye.'],
  ['Hello, it broke.\n\nRegards, Ana\n\nHi Ana,\n\nA new one is on its way.\n\nBen', 'Hi Ana,\n\nA new one is on its way.\n\nBen'],
  ['Hello,\n\nit broke.\n\nHi Ana,\n\nA new one is on its way.', 'Hello,\n\nit broke.\n\nHi Ana,\n\nA new one is on its way.'],
  ['Hi Ben,\n\nit broke.\n\nAna\n\nHi Ana,\n\nit is on its way.\n\nBen', 'Hi Ben,\n\nit broke.\n\nAna\n\nHi Ana,\n\nit is on its way.\n\nBen'],
];

describe('cleanReply', () => {
  for (const [text, wanted] of CASES) it(JSON.stringify(text), () => assert.equal(cleanReply({ text }).text, wanted));

  it('reads plain text as plain text', () => assert.equal(cleanReply({ text: '> It broke.\nFixed <!-- so -->', languageId: 'plaintext' }).text, 'Fixed <!-- so -->'));

  it('finds the tab stops that are left, the outer ones', () => {
    const text = 'Hi ${1:Sam}, [${2|a,b|}](${3:url ${4}}) costs $0.50 or $5.\n\n`${5}` $0';
    assert.deepEqual(pieces(text, cleanReply({ text }).open), ['${1:Sam}', '${2|a,b|}', '${3:url ${4}}', '$0']);
  });
});
