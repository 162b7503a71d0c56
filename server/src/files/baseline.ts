import { dirname, join } from 'pathe';
import * as v from 'valibot';
import type { BaselineCounts } from '../core/baseline.js';
import type { FileSystem } from './fileSystem.js';
import { problemOf } from './problem.js';
import type { Problem } from './problem.js';
import { readText } from './text.js';

/** `.deskside-baseline.json`: by path, relative to it, how often each finding stands there. */
const baselineSchema = v.object({
  version: v.literal(1),
  files: v.record(v.string(), v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1)))),
});

/** A baseline file, read. */
export interface Baseline {
  /** By path relative to the baseline's folder. */
  readonly files: ReadonlyMap<string, BaselineCounts>;
  /** What stood in files that are gone: it may stand in one that was renamed or that their text was moved to. */
  readonly moved: BaselineCounts;
  readonly problems: readonly Problem[];
}

/** Reads a baseline. Never rejects: one that cannot be read knows no findings. */
export async function readBaseline(fs: FileSystem, file: string): Promise<Baseline> {
  const decoded = await readText(fs, file);
  if ('problem' in decoded) return { ...NOTHING, problems: [problemOf(file, `The file ${decoded.problem}.`)] };
  const result = v.safeParse(baselineSchema, parseJson(decoded.text));
  if (!result.success) return { ...NOTHING, problems: [problemOf(file, 'This is no baseline that can be read; record a new one with “deskside lint --baseline”.')] };
  const files = new Map(Object.entries(result.output.files).map(([path, counts]) => [path, new Map(Object.entries(counts))]));
  return { files, moved: await movedAway(fs, dirname(file), files), problems: [] };
}

const NOTHING: Pick<Baseline, 'files' | 'moved'> = { files: new Map(), moved: new Map() };

async function movedAway(fs: FileSystem, folder: string, files: Baseline['files']): Promise<BaselineCounts> {
  const moved = new Map<string, number>();
  for (const [path, counts] of files) {
    if ((await fs.stat(join(folder, path)).catch(() => undefined)) === 'file') continue;
    for (const [key, count] of counts) moved.set(key, (moved.get(key) ?? 0) + count);
  }
  return moved;
}

/** What a baseline knows of a file: under its name, or, where it has none there, under names that are gone. */
export function knownOf({ files, moved }: Pick<Baseline, 'files' | 'moved'>, path: string): BaselineCounts | undefined {
  return files.get(path) ?? (moved.size > 0 ? moved : undefined);
}

/** The text of a baseline: sorted, a line for each finding, so that changes of it can be read and merged. */
export function baselineText(files: ReadonlyMap<string, BaselineCounts>): string {
  const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const plain = sorted(files).filter(([, counts]) => counts.size > 0).map(([path, counts]) => [path, Object.fromEntries(sorted(counts))]);
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(plain) }, undefined, 2)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
