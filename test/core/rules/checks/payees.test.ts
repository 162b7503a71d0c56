import assert from 'node:assert/strict';
import { isToPayInto } from '../../../../server/src/core/rules/checks/payees.js';

/** Stands for the number of an account. */
const NUMBER = 'GB82WEST12345698765432';

/** Ours, printed for whoever is to pay. */
const OURS = [
  'Please pay the balance into GB82WEST12345698765432.',
  'Please transfer £40 to GB82WEST12345698765432.',
  'You can also wire the deposit to GB82WEST12345698765432.',
  'To pay by bank, use GB82WEST12345698765432.',
  'If you would prefer to make a bank transfer, the number is GB82WEST12345698765432.',
  'Invoices are payable to GB82WEST12345698765432.',
  'Our IBAN is GB82WEST12345698765432.',
  'Our new business account: GB82WEST12345698765432.',
  'Pay us on GB82WEST12345698765432.',
  'Could you please send the rest to GB82WEST12345698765432?',
  'Please pay by Friday. Our account is GB82WEST12345698765432.',
];

/** Theirs, which nobody else is to read. */
const THEIRS = [
  'Your IBAN is GB82WEST12345698765432.',
  'The account you gave us is GB82WEST12345698765432.',
  'We have refunded GB82WEST12345698765432.',
  'I have changed it to GB82WEST12345698765432.',
  'Our records show GB82WEST12345698765432.',
  'Please pay it in. The refund went to GB82WEST12345698765432.',
  'Please send the form, and we pay it into your account GB82WEST12345698765432.',
  'To pay you we have GB82WEST12345698765432 on file.',
  `Please pay the deposit. ${'It is for the room and the hall. '.repeat(4)}GB82WEST12345698765432`,
  'GB82WEST12345698765432. Please pay into it.',
];

function isOurs(text: string): boolean {
  const start = text.indexOf(NUMBER);
  return isToPayInto(text, { start, end: start + NUMBER.length });
}

describe('An account number', () => {
  for (const text of OURS) it(`is one to pay into: ${text}`, () => assert.ok(isOurs(text)));
  for (const text of THEIRS) it(`is the customer’s: ${text.slice(-80)}`, () => assert.ok(!isOurs(text)));
});
