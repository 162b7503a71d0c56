/** Regenerates every generated file. `npm test` fails when that would change anything. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { generated } from './generate/all.js';

for (const [path, text] of await generated()) {
  const file = new URL(`../${path}`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
}
