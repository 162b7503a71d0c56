import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readApart } from '../../server/src/startup/readApart.js';

describe('a file read apart', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deskside-apart-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is read whole, be it empty or large', () => {
    for (const size of [0, 1, 100_000, 3_000_000]) {
      const bytes = Buffer.from(Array.from({ length: size }, (_, i) => i % 251));
      writeFileSync(join(folder, 'file'), bytes);
      assert.ok(readApart(join(folder, 'file')).equals(bytes));
    }
  });

  it('stands between what is put before and after it', () => {
    writeFileSync(join(folder, 'file'), 'words');
    assert.equal(readApart(join(folder, 'file'), Buffer.from('('), Buffer.from(')')).toString(), '(words)');
  });

  it('is missed where it is not there', () => assert.throws(() => readApart(join(folder, 'file'))));
});
