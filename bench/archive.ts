/**
 * An archive of tickets read by one process and by several under GNU parallel:
 *
 *   npm run -s build && node --import=tsx bench/archive.ts [--records 4000] [--jobs 2] [--runs 3] [ARCHIVE.ndjson]
 *
 * Without ARCHIVE ({"id","text"} on each line) one is made of the examples. Prints time and memory, shows that memory
 * does not grow with the archive, and fails when the several answer otherwise than the one.
 */
import { createWriteStream, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { readOptions } from './options.js';
import { isInstalled, measure, spread, type Taken } from './measure.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const LINT = [process.execPath, join(root, 'dist/cli.cjs'), 'lint', '--input', 'ndjson', '--fail-on', 'never', '--max-bad-lines', 'any'];
/** Lines a job. */
const BLOCK = 250;

const { values, positionals } = readOptions(
  { allowPositionals: true, options: { records: { type: 'string', default: '4000' }, jobs: { type: 'string', default: '2' }, runs: { type: 'string', default: '3' } } },
  'node --import=tsx bench/archive.ts [ARCHIVE] [--records N] [--jobs N] [--runs N]',
);

const folder = mkdtempSync(join(tmpdir(), 'deskside-archive-'));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  if (!isInstalled('parallel', '--version')) throw new Error('This needs GNU parallel. On Debian: apt-get install parallel');
  const archive = positionals[0] ?? (await makeArchive('archive', Number(values.records)));
  const one = await rounds('one process', LINT, archive, 'one.out');
  const tenth = positionals[0] ?? (await makeArchive('tenth', Number(values.records) / 10));
  await rounds('one process, a tenth of it', LINT, tenth, 'tenth.out');
  const jobs = ['parallel', '--pipe', '--keep-order', '-j', values.jobs, '-N', String(BLOCK), quoted([...LINT, '--first-line', `{= $_ = (seq() - 1) * ${BLOCK} + 1 =}`])];
  const several = await rounds(`GNU parallel, ${values.jobs} jobs`, jobs, archive, 'several.out');
  const isEqual = readFileSync(join(folder, 'one.out')).equals(readFileSync(join(folder, 'several.out')));
  console.log(isEqual ? 'The answers are the same, byte for byte.' : 'THE ANSWERS DIFFER.');
  if (!isEqual || [...one, ...several].some(({ code }) => code !== 0)) process.exitCode = 1;
}

async function rounds(name: string, command: readonly string[], archive: string, out: string): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let i = 0; i < Number(values.runs); i++) taken.push(await measure(command, { in: archive, out: join(folder, out) }));
  const memory = command[0] === 'parallel' ? '' : `, ${spread(taken.map(({ megabytes }) => megabytes), 'MB', 0)}`;
  console.log(`${name.padEnd(28)} ${spread(taken.map(({ seconds }) => seconds), 's', 2)}${memory}`);
  return taken;
}

/** Every seventeenth line is broken, as in life. */
async function makeArchive(name: string, records: number): Promise<string> {
  const path = join(folder, `${name}.ndjson`);
  const files = readdirSync(join(root, 'examples')).filter((file) => file.endsWith('.reply.md'));
  const drafts = files.map((file) => readFileSync(join(root, 'examples', file), 'utf8'));
  const lines = function* (): Generator<string> {
    for (let id = 1; id <= records; id++) yield id % 17 ? `${JSON.stringify({ id, text: `${drafts[id % drafts.length]}\n\nTicket ${id}` })}\n` : '{"id":\n';
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
  return path;
}

/** A command as one word of the shell, but for what GNU parallel fills in. */
function quoted(command: readonly string[]): string {
  return command.map((word) => (word.startsWith('{=') ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');
}
