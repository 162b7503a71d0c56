import { strict as assert } from 'node:assert';
import { oneAtATime } from '../../client/src/oneAtATime.js';

describe('what is done one at a time, like Lint Workspace', () => {
  it('is not begun again while it goes on, and anew once it is done', async () => {
    const ends: ((result: number) => void)[] = [];
    const ask = oneAtATime(() => new Promise<number>((resolve) => void ends.push(resolve)));
    const [first, second] = [ask(), ask()];
    assert.deepEqual([first.isUnderWay, second.isUnderWay, ends.length], [false, true, 1]);
    ends[0]?.(7);
    assert.deepEqual(await Promise.all([first.done, second.done]), [7, 7]);
    const third = ask();
    assert.deepEqual([third.isUnderWay, ends.length], [false, 2]);
    ends[1]?.(8);
    assert.equal(await third.done, 8);
  });

  it('can be begun again after it has failed', async () => {
    let times = 0;
    const ask = oneAtATime(async () => {
      if (++times === 1) throw new Error('no server');
      return times;
    });
    await assert.rejects(ask().done, /no server/);
    assert.deepEqual([await ask().done, times], [2, 2]);
  });
});
