import assert from 'node:assert/strict';
import { messageTurn } from '../../server/src/hosts/messageTurn.js';

describe('a turn by a message to oneself', () => {
  it('comes after what is under way, once for everybody who waits', async () => {
    const channel = new MessageChannel();
    const turn = messageTurn(channel);
    const order: string[] = [];
    const turns = [turn().then(() => order.push('first')), turn().then(() => order.push('second'))];
    await Promise.resolve().then(() => order.push('under way'));
    await Promise.all(turns);
    assert.deepEqual(order, ['under way', 'first', 'second']);
    channel.port1.close();
  });
});
