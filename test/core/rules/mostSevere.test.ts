import assert from 'node:assert/strict';
import type { Category } from '../../../server/src/core/rules/definition.js';
import { distinct, mostSevere } from '../../../server/src/core/rules/mostSevere.js';
import { inOrder, rangeAt } from '../../../server/src/core/ranges.js';
import type { Finding, Severity } from '../../../server/src/core/types.js';

function finding(category: string, start: number, end: number, severity: Severity = 'info'): Finding {
  return { rule: category, category, severity, start, end, message: '', fixes: [] };
}

function category(id: string, group: Category['group'], rank: number): [string, Category] {
  return [id, { id, title: id, group, kinds: ['reply'], severity: 'info', rank, optIn: false, definition: '' }];
}

const CATEGORIES = new Map([category('blame', 'tone', 4), category('order', 'tone', 16), category('jargon', 'clarity', 45)]);

/** How often so many findings are looked at that all stay. */
function looks(length: number): number {
  let count = 0;
  const findings = Array.from({ length }, (_, i) => Object.defineProperty(finding('order', 4 * i, 4 * i + 3), 'start', { get: () => (count++, 4 * i) }));
  assert.equal(mostSevere(findings, CATEGORIES).length, length);
  return count;
}

const kept = (...findings: readonly Finding[]) => mostSevere(findings, CATEGORIES).map(({ category: id, start }) => `${id} ${start}`);

describe('the most severe finding', () => {
  it('hides others of its group on the same words', () => {
    assert.deepEqual(kept(finding('order', 0, 10), finding('blame', 5, 8, 'warning')), ['blame 5']);
    assert.deepEqual(kept(finding('order', 0, 10), finding('blame', 5, 8)), ['blame 5']);
  });

  it('leaves other groups and other words alone', () => {
    assert.deepEqual(kept(finding('order', 0, 10), finding('jargon', 5, 8), finding('order', 10, 12)), ['order 0', 'jargon 5', 'order 10']);
  });

  it('explains no word that hurts', () => {
    assert.deepEqual(kept(finding('blame', 5, 9), finding('jargon', 5, 9)), ['blame 5']);
  });

  it('sees an overlap however long the finding is', () => {
    assert.deepEqual(kept(finding('order', 0, 5000), finding('blame', 2000, 2010, 'warning')), ['blame 2000']);
  });

  it('looks at ten times the findings ten times as often', () => {
    const [few, many] = [500, 5000].map(looks);
    assert.ok(few && many && many / few < 11, `${few} looks at 500 findings, ${many} at 5,000`);
  });
});

describe('distinct findings', () => {
  it('are one for each rule and place, and all that overlap', () => {
    const [first, again] = [finding('order', 0, 10), finding('order', 0, 10)];
    const others = [finding('blame', 0, 10), finding('order', 5, 10)];
    assert.deepEqual(distinct([first, again, ...others]), [first, ...others]);
    assert.equal(distinct([first, again])[0], first);
  });
});

describe('rangeAt', () => {
  const ranges = inOrder([{ start: 8, end: 12 }, { start: 0, end: 4 }, { start: 9, end: 11 }]);

  it('finds the range that holds an offset', () => {
    assert.deepEqual([0, 3, 4, 8, 11, 12].map((offset) => rangeAt(ranges, offset)?.start), [0, 0, undefined, 8, 8, undefined]);
  });

  it('puts ranges in order and drops what lies inside another', () => {
    assert.deepEqual(ranges.map(({ start }) => start), [0, 8]);
  });
});
