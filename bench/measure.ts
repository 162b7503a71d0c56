/** Running other programs and measuring what they take. */
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

export interface Taken {
  readonly code: number;
  readonly seconds: number;
  /** Of the processor, children included that have ended: on a busy machine the better number. 0 without /proc. */
  readonly cpuSeconds: number;
  /** The most memory that the process itself had, in MB; 0 without /proc. */
  readonly megabytes: number;
}

/** Where a program runs, and where its standard input and output are kept; output is thrown away without. */
export interface Surroundings {
  readonly in?: string;
  readonly out?: string;
  readonly cwd?: string;
  /** Beside what this process has. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end. */
export async function measure(command: readonly string[], files: Surroundings = {}): Promise<Taken> {
  const [program = '', ...args] = command;
  const begun = performance.now();
  const child = spawn(program, args, { cwd: files.cwd, env: { ...process.env, ...files.env }, stdio: ['pipe', 'pipe', 'ignore'] });
  const closed = new Promise<number>((done, fail) => child.on('close', (code) => done(code ?? -1)).on('error', fail));
  let seen = { cpuSeconds: 0, megabytes: 0 };
  const watch = setInterval(() => (seen = lookAt(child.pid) ?? seen), 20);
  const streams: Promise<unknown>[] = [];
  if (files.in) streams.push(pipeline(createReadStream(files.in), child.stdin).catch(() => undefined));
  else child.stdin.end();
  if (files.out) streams.push(pipeline(child.stdout, createWriteStream(files.out)));
  else child.stdout.resume();
  const code = await closed;
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(watch);
  await Promise.all(streams);
  return { code, seconds, ...seen };
}

/** Both numbers only grow, so that nothing between two looks is missed but the very end. */
function lookAt(pid: number | undefined): Pick<Taken, 'cpuSeconds' | 'megabytes'> | undefined {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // The name may hold spaces; behind it the times are the 12th to the 15th field
    const times = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ').slice(11, 15);
    return kilobytes === undefined ? undefined : { megabytes: Number(kilobytes) / 1024, cpuSeconds: times.reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS };
  } catch {
    return undefined;
  }
}

/** A second, on every Linux that Node runs on. */
const TICKS = 100;

/** Whether a program is there, by asking it for its version. */
export function isInstalled(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
}

/** “1.23 s (1.20–1.31)”: the median, and the spread. */
export function spread(values: readonly number[], unit: string, digits: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, middle, most] = [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)].map((value) => (value ?? 0).toFixed(digits));
  return `${middle} ${unit} (${least}–${most})`;
}
