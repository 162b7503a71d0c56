/** Regenerates every generated file. `npm test` fails when that would change anything. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { RULES_FORMAT } from '../server/src/core/rules/packedRules.js';

const RULES = new URL('../server/src/core/generated/rules.ts', import.meta.url);

/** What generates the rules also imports them; where they are missing, or are from before a merge, no rules at all will do. */
const NO_RULES = `import type { PackedRules } from '../rules/packedRules.js';

export const packedRules: PackedRules = {
  rules: '{"categories":[],"cues":{},"rules":{}}', later: { title: '', message: '', why: '', source: '', words: '', plain: '', if: '', unless: '', fixes: '' }, words: '{}', phrases: { words: '', sets: '', tokens: '', often: '', shared: '', names: '', callers: '', phrases: '' },
};
`;
if (!existsSync(RULES) || !readFileSync(RULES, 'utf8').includes(` in format ${String(RULES_FORMAT)}. `)) {
  writeFileSync(RULES, NO_RULES);
  const { generateRules } = await import('./generate/rules.js');
  writeFileSync(RULES, generateRules());
  // whoever has imported no rules has none to the end, and the packs are checked with them
  process.exit(spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 1);
}

const { generated } = await import('./generate/all.js');
for (const [path, text] of await generated({ isKept: true })) {
  const file = new URL(`../${path}`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
}
