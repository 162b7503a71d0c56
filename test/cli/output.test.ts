import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputTo } from '../../server/src/cli/output.js';

const OUTPUT = fileURLToPath(new URL('../../server/src/cli/output.ts', import.meta.url));

function noStream(): never {
  throw new Error('A stream was opened.');
}

describe('what the command line writes to', () => {
  it('is a file without a stream of Node’s', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deskside-output-'));
    const path = join(folder, 'report.txt');
    const file = openSync(path, 'w');
    try {
      const output = outputTo(file, noStream, noStream);
      await output.write('Déjà ');
      await output.write('vu.\n');
      assert.deepEqual([output.isTTY, output.columns, readFileSync(path, 'utf8')], [false, undefined, 'Déjà vu.\n']);
    } finally {
      closeSync(file);
      rmSync(folder, { recursive: true });
    }
  });

  it('is a pipe, until nobody reads it any more', async () => {
    const writes = `import { outputTo } from ${JSON.stringify(OUTPUT)};
      const out = outputTo(1, () => process.stdout, () => process.exit(7));
      for (;;) await out.write('a line\\n'.repeat(1000));`;
    const child = spawn(process.execPath, ['--import=tsx', '--input-type=module', '-e', writes], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [first] = await once(child.stdout, 'data');
      child.stdout.destroy();
      const [code] = await once(child, 'exit');
      assert.equal(String(first).slice(0, 7), 'a line\n');
      assert.equal(code, 7);
    } finally {
      child.kill();
    }
  });

  it('is a pipe, whose reader may be slow', async () => {
    const writes = `import { outputTo } from ${JSON.stringify(OUTPUT)};
      void process.stdout;
      const out = outputTo(1, () => process.stdout, () => process.exit(7));
      for (let i = 0; i < 20; i++) await out.write(String(i % 10).repeat(100_000));`;
    const child = spawn(process.execPath, ['--import=tsx', '--input-type=module', '-e', writes], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await once(child.stdout, 'readable'); // The pipe is full before the first of it is read.
      const parts: string[] = [];
      for await (const part of child.stdout) parts.push(String(part));
      assert.equal(parts.join(''), Array.from({ length: 20 }, (_, i) => String(i % 10).repeat(100_000)).join(''));
    } finally {
      child.kill();
    }
  });

  it('is a disk that may be full, which is no reader who has gone', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const writes = `import { outputTo } from ${JSON.stringify(OUTPUT)};
      const out = outputTo(1, () => process.stdout, () => process.exit(7));
      await out.write('text').catch(({ code }) => process.exit(code === 'ENOSPC' ? 3 : 4));`;
    const full = openSync('/dev/full', 'w');
    try {
      const [code] = await once(spawn(process.execPath, ['--import=tsx', '--input-type=module', '-e', writes], { stdio: ['ignore', full, 'inherit'] }), 'exit');
      assert.equal(code, 3);
    } finally {
      closeSync(full);
    }
  });
});
