import { testsSchema, type PackTest } from '../core/packs/tests.js';
import { checkData } from './checked.js';
import type { PackFolder } from './packFolder.js';

/** A test of a pack, and the line it stands on. */
export interface PlacedTest {
  readonly test: PackTest;
  readonly line: number;
}

/** Reads a pack's `tests.yaml`; what is wrong with it is among the folder's problems. */
export async function readPackTests(folder: PackFolder): Promise<readonly PlacedTest[]> {
  const yaml = await folder.yaml('tests.yaml');
  if (!yaml) return [];
  const { data, problems } = checkData(testsSchema, yaml);
  folder.add('tests.yaml', problems);
  return (data ?? []).map((test, i) => ({ test, line: yaml.problemAt([i], 'value', '').line }));
}
