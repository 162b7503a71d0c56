import assert from 'node:assert/strict';
import { dateAfter, dueDay, dueInWords } from '../../../server/src/core/anatomy/due.js';

describe('the day by which a customer must have heard', () => {
  it('is said as people say it', () => {
    assert.equal(dueDay('2026-06-12'), 'Friday, 12 June');
    assert.equal(dueInWords('2026-06-12 17:00'), '17:00 on Friday, 12 June');
    assert.equal(dueDay('2028-02-29'), 'Tuesday, 29 February');
    assert.equal(dueInWords('2026-06-12T17:00:00Z'), '17:00 on Friday, 12 June');
  });

  for (const due of ['2026-02-30', '2026-13-01', '2026-00-10', '2026-06-00', '2026-06-31', '2027-02-29']) {
    it(`stays as it is written where there is no such day: ${due}`, () => {
      assert.equal(dueInWords(due), due);
      assert.equal(dateAfter('You will have it by 30 December 2030.', due), undefined);
    });
  }

  it('is passed by a later date of a promise, and by none that no calendar has', () => {
    const text = 'You will have it by 20 June.';
    assert.deepEqual(dateAfter(text, '2026-06-12'), { start: 20, end: 27 });
    assert.equal(dateAfter(text, '2026-06-25'), undefined);
    assert.deepEqual(dateAfter('By 2026-07-01 at the latest.', '2026-06-12'), { start: 3, end: 13 });
    for (const written of ['By 2026-02-31.', 'By 31 June.', 'By 0 July.', 'By February 30, 2027.']) assert.equal(dateAfter(written, '2026-01-12'), undefined, written);
  });

  it('is taken to be of the nearest year where a date names none', () => {
    assert.deepEqual(dateAfter('By January 3.', '2026-12-30'), { start: 3, end: 12 });
    assert.equal(dateAfter('By December 30.', '2027-01-03'), undefined);
  });
});
