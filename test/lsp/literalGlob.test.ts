import assert from 'node:assert/strict';
import { globTest } from '../../server/src/files/globs.js';
import { literalGlob } from '../../client/src/literalGlob.js';

describe('a pattern made of a name', () => {
  for (const name of ['kb (2024)', 'a[b]', '{x,y}', '!new', 'why?', 'a*b', '+(x)', 'x|y', 'back\\slash', 'kb']) {
    it(`fits “${name}” and nothing else`, () => {
      const fits = globTest(`${literalGlob(name)}/**`);
      assert.ok(fits(`${name}/a.md`));
      assert.ok(!fits('other/a.md'));
    });
  }
});
