import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Pack } from '../../server/src/core/packs/pack.js';
import { nodeFileSystem } from '../../server/src/files/nodeFileSystem.js';
import { readPackFolder } from '../../server/src/files/packs.js';
import { literal } from './literal.js';

const SNIPPETS = fileURLToPath(new URL('../../snippets', import.meta.url));

/** Where the generated module stands. */
export const packsModule = fileURLToPath(new URL('../../server/src/core/generated/packs.ts', import.meta.url));

/** The text of `packsModule`: the built-in packs as data, since a web worker has no files to read them from. */
export async function generatePacks(): Promise<string> {
  const entries = await readdir(SNIPPETS, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const packs: Pack[] = [];
  for (const folder of folders) packs.push(await builtinPack(folder));
  return `// Generated from snippets/ by \`npm run generate\`; edit the files there.
/** The packs that come with Deskside, as JSON. */
export const packedPacks = {
  packs: ${literal(JSON.stringify(packs).replaceAll('{"id":', '\n{"id":'))},
};
`;
}

/** A built-in pack has no problems at all, not even mild ones. */
async function builtinPack(folder: string): Promise<Pack> {
  const { pack, problems } = await readPackFolder(nodeFileSystem, `${SNIPPETS}/${folder}`);
  if (!pack || problems.length > 0) {
    const lines = problems.map(({ file, line, message }) => `snippets/${folder}/${file}${line ? `:${line}` : ''} ${message}`);
    throw new Error(lines.join('\n'));
  }
  return pack;
}
