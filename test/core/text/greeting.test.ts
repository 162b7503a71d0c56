import assert from 'node:assert/strict';
import { greetedAt, isGreetingLine, nameStart } from '../../../server/src/core/text/reply/greeting.js';

/** What is greeted in each first line, in lower-case words. */
const GREETED: Readonly<Record<string, readonly string[]>> = {
  'Hi Sam,': ['sam'],
  'Howdy Sam!': ['sam'],
  '@support Hello Sam': ['sam'],
  'Morning, Sam': [],
  'Morning Sam,': ['sam'],
  'Good afternoon again, Sam': [],
  'Dear Mr Lee,': ['lee'],
  'Hi Sam and Lee,': ['sam', 'lee'],
  'Hi there,': [],
  'Dear Customer,': [],
  'Hi {{name}},': [],
  'Morning deliveries are back.': [],
  'Hiking boots are back.': [],
};

describe('A greeting', () => {
  it('says whom it greets by name', () => {
    assert.deepEqual(Object.fromEntries(Object.keys(GREETED).map((line) => [line, greetedAt(line, 0)])), GREETED);
  });

  it('is a line of its own, or ends with a comma', () => {
    const lines = ['Hi Sam', 'Hallo Sam,', 'Good day Sam, your part is here.', 'Hello!', 'Hi Sam: see below', 'Hi Sam your part is here. It fits.', 'Dear me'];
    assert.deepEqual(lines.filter(isGreetingLine), ['Hi Sam', 'Hallo Sam,', 'Good day Sam, your part is here.', 'Hello!', 'Dear me']);
  });

  it('says where a name may begin', () => {
    const lines = ['Hi Sam,', 'Hello again Sam,', 'Good morning, there Sam', 'Dear Ms Lee,', 'Sam,'];
    assert.deepEqual(lines.map((line) => line.slice(nameStart(line))), ['Sam,', 'Sam,', 'Sam', 'Ms Lee,', 'Sam,']);
  });
});
