import { basename, join } from 'pathe';
import type { FileSystem } from '../../files/fileSystem.js';
import { readText } from '../../files/text.js';
import { UsageError } from '../io.js';
import { onOneLine } from '../report/plain.js';
import type { PastRun } from './data.js';

/**
 * Earlier runs, as `deskside lint --format json` wrote them, the oldest first. A date in a file's name is the run's.
 * @param path of one run, or of a folder of them
 * @throws UsageError naming the file that is none
 */
export async function runHistory(fs: FileSystem, path: string): Promise<readonly PastRun[]> {
  const kind = await fs.stat(path);
  if (kind === undefined) throw new UsageError(`There is no ${path}. --history names a folder of earlier runs: deskside lint --format json >runs/2026-01-31.json`);
  const names = kind === 'folder' ? (await fs.list(path)).map(({ name }) => name).filter((name) => name.endsWith('.json')) : [''];
  if (!names.length) throw new UsageError(`There are no .json files in ${path}. Make one with: deskside lint --format json >${join(path, '2026-01-31.json')}`);
  return Promise.all(names.sort().map((name) => readRun(fs, join(path, name))));
}

async function readRun(fs: FileSystem, path: string): Promise<PastRun> {
  const decoded = await readText(fs, path);
  if ('problem' in decoded) throw new UsageError(`${path} ${decoded.problem}`);
  const summary = summaryIn(decoded.text);
  if (!summary) throw new UsageError(`${path} is no run of Deskside. --history takes what “deskside lint --format json” writes.`);
  const name = basename(path, '.json');
  return { ...summary, name: onOneLine(name), date: dateIn(name) };
}

function summaryIn(text: string): { readonly articles: number; readonly findings: number } | undefined {
  try {
    const { summary } = JSON.parse(text);
    return isCount(summary?.files) && isCount(summary?.findings) ? { articles: summary.files, findings: summary.findings } : undefined;
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function dateIn(name: string): Date | undefined {
  const date = new Date(/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
