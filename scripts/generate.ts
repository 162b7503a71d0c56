/** Regenerates every generated file. `npm test` fails when that changes anything. */
import { writeFileSync } from 'node:fs';
import { generated } from './generate/all.js';

for (const [path, text] of await generated()) writeFileSync(new URL(`../${path}`, import.meta.url), text);
