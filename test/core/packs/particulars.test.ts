import assert from 'node:assert/strict';
import { generalised, particularsIn } from '../../../server/src/core/packs/particulars.js';
import { plainText } from '../../../server/src/core/packs/snippet-syntax.js';

const known = new Map([['customer', 'Ana Lopez'], ['agent', 'Sam'], ['ticket', '48213']]);
const found = (text: string) => particularsIn(text, known).map(({ kind, text: what, ranges }) => `${kind} ${what}${ranges.length > 1 ? ` ×${ranges.length}` : ''}`);

describe('what a passage says of one conversation alone', () => {
  it('are the names and the number of the ticket', () => {
    assert.deepEqual(found('Hi Ana, Ana Lopez and Sam, #48213 and 48213 are one. Anastasia and Samuel are others.'), ['customer Ana', 'customer Ana Lopez', 'agent Sam', 'ticket 48213 ×2']);
  });

  it('are names with a hyphen or a full stop in them', () => {
    const two = new Map([['customer', 'Anne-Marie St. John'], ['agent', 'J.R.']]);
    assert.deepEqual(particularsIn('Hi Anne-Marie St. John, Anne-Marie! J.R.', two).map(({ kind, text }) => `${kind} ${text}`), ['customer Anne-Marie St. John', 'customer Anne-Marie', 'agent J.R.']);
  });

  it('are addresses, sums, days, hours and long numbers', () => {
    assert.deepEqual(found('Write to ana@example.com or +44 20 7946 0018 by 3 pm today, on Tuesday morning, 5 March 2025 or 2025-03-05.'), ['email ana@example.com', 'phone +44 20 7946 0018', 'time 3 pm today', 'time Tuesday morning', 'date 5 March 2025', 'date 2025-03-05']);
    assert.deepEqual(found('We sent £38.50 and €1,200 for INV-2044 (order 8839201, serial LX44B2109) to https://pay.example.com/x?id=4.'), ['amount £38.50', 'amount €1,200', 'ticket INV-2044', 'number 8839201', 'number LX44B2109', 'link https://pay.example.com/x?id=4']);
  });

  it('are not the numbers that everybody has', () => {
    assert.deepEqual(found('Open step 2 of 3 in Office 365 on Windows 11, and wait 10 minutes. WINDOWS and SETUP stay, and so does Covid-19.'), []);
  });

  it('are one, however often they stand there', () => {
    assert.deepEqual(found('By noon tomorrow, Ana. By noon tomorrow!'), ['time noon tomorrow ×2', 'customer Ana']);
  });
});

describe('a passage as a snippet', () => {
  const text = 'Hi Ana,\n\nYour $5 refund (case 48213) leaves by noon tomorrow. {Really}, by noon tomorrow, \\Ana.';

  it('has fields and tab stops where the particulars were', () => {
    assert.equal(generalised(text, particularsIn(text, known)), 'Hi ${customer},\n\nYour ${1:\\$5} refund (case ${ticket}) leaves by ${2:noon tomorrow}. {Really}, by ${2:noon tomorrow}, \\\\${customer}.');
  });

  it('keeps what was not chosen, and reads as before', () => {
    assert.equal(plainText(generalised(text, [])), text);
    const all = particularsIn(text, known);
    assert.equal(plainText(generalised(text, all), { fields: new Map([['customer', 'Ana'], ['ticket', '48213']]) }), text);
  });
});
