/** What programs take from their start to their end. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, type Taken } from '../measure.js';
import { megabytes, root, type Corpus } from './corpus.js';
import { peerPrograms, type PeerProgram } from './peers.js';
import type { Row, Section } from './report.js';
import { digits, spreadOf } from './timing.js';

const CLI = join(root, 'dist/cli.cjs');
const NODE: PeerProgram = { name: 'node -e 0', does: 'nothing', command: () => [process.execPath, '-e', '0'] };
const DESKSIDE: PeerProgram = { name: 'Deskside', does: 'all rules; Markdown', command: (files) => [process.execPath, CLI, 'lint', '--kind', 'article', '--fail-on', 'never', ...files] };
/** As an agent would: what hurts is asked of replies alone. */
const REPLY: PeerProgram = { name: 'Deskside, as a reply', does: 'all rules, of tone as well', command: (files) => [process.execPath, CLI, 'lint', '--kind', 'reply', '--fail-on', 'never', ...files] };
const VERSION: PeerProgram = { name: 'Deskside --version', does: 'no text read', command: () => [process.execPath, CLI, '--version'] };

/** One small file, in turns with a Node that does nothing. */
export async function start(rounds: number, withPeers: boolean): Promise<Section> {
  const file = join(root, 'examples/charged-twice.reply.md');
  const programs = [NODE, VERSION, DESKSIDE, REPLY, ...(withPeers ? peerPrograms() : [])];
  const taken = programs.map((): number[] => []);
  await inNewHome(async (home) => {
    for (let round = 0; round < rounds; round++) {
      for (const [i, program] of programs.entries()) taken[i]?.push((await run(program, [file], home)).seconds * 1000);
    }
  });
  const bare = taken[0] ?? [];
  const rows = programs.map(({ name, does }, i): Row => {
    const own = taken[i] ?? [];
    return { name, ratio: spreadOf(own.map((ms, round) => ms / (bare[round] ?? ms))), value: `${digits(spreadOf(own).middle)} ms`, note: does };
  });
  return { title: 'Start: one small file', about: 'From starting the program to its end, in turns.', beside: 'node -e 0', rows };
}

/** All articles in one run. */
export async function folder({ files, articles }: Corpus, rounds: number, withPeers: boolean): Promise<Section> {
  const rows: Row[] = [];
  let ours: readonly number[] = [];
  for (const program of [DESKSIDE, ...(withPeers ? peerPrograms() : [])]) {
    const every = program.every ?? 1;
    const some = files.filter((_, i) => i % every === 0);
    const size = megabytes(articles.filter((_, i) => i % every === 0));
    const taken = await inNewHome(async (home) => times(rounds, () => run(program, some, home)));
    const perMegabyte = taken.map(({ seconds }) => seconds / size);
    if (program === DESKSIDE) ours = perMegabyte;
    const memory = Math.max(...taken.map((one) => one.megabytes));
    const note = `${digits(spreadOf(taken.map(({ seconds }) => seconds)).middle)} s, ${digits(memory)} MB of memory; ${program.does}${every > 1 ? `; one article in ${every}` : ''}`;
    rows.push({ name: program.name, ratio: spreadOf(perMegabyte.map((one) => one / spreadOf(ours).middle)), value: `${digits(1 / spreadOf(perMegabyte).middle)} MB/s`, note });
  }
  return { title: 'A help centre: one run over all articles', about: `${files.length} files, ${digits(megabytes(articles))} MB, from start to end.`, beside: 'Deskside', rows };
}

/** What ships. */
export function sizes(): Section {
  const rows = ['tables.js', 'server.shared.js', 'server.worker.js', 'server.main.cjs', 'replyFormats.shared.js', 'yaml.shared.js', 'client.web.js', 'client.cjs', 'cli.main.cjs'].map((name): Row => ({ name: `dist/${name}`, value: `${digits(statSync(join(root, 'dist', name)).size / 1000)} kB` }));
  return { title: 'Size', about: 'Before the compression of the package; the web worker loads `server.worker.js` and `server.shared.js`; `npm run package` prints the size of that.', beside: '', rows };
}

async function times<T>(count: number, make: () => Promise<T>): Promise<readonly T[]> {
  const made: T[] = [];
  for (let i = 0; i < count; i++) made.push(await make());
  return made;
}

function run({ command }: PeerProgram, files: readonly string[], home: string): Promise<Taken> {
  return measure(command(files), { cwd: home, env: { HOME: home, XDG_CACHE_HOME: home } });
}

/** Nobody's configuration has a say, and no cache of a run before. */
async function inNewHome<T>(use: (home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'deskside-bench-'));
  writeFileSync(join(home, 'package.json'), '{}');
  try {
    return await use(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
