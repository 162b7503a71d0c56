import { readFileSync } from 'node:fs';

/** The objects of a file of JSON lines. They are taken to be what is asked for: the files are our own. */
export function readJsonLines<T>(file: string | URL): readonly T[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);
}
