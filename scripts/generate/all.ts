import { generateLetters } from './letters.js';
import { generateLexicon } from './lexicon.js';
import { generateMoves } from './moves.js';
import { generatePacks } from './packs.js';
import { generatePages } from './pages.js';
import { generateRules } from './rules.js';
import { generateSchemas } from './schemas.js';

/**
 * Path from the project's root and text of every generated file.
 * @param isKept whether what is dear to make may be kept where nothing has changed that it is made of
 */
export async function generated({ isKept = false } = {}): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['server/src/core/generated/letters.ts', generateLetters()],
    ['server/src/core/generated/lexicon.ts', generateLexicon()],
    ['server/src/core/generated/moves.ts', generateMoves(isKept)],
    ['server/src/core/generated/packs.ts', await generatePacks()],
    ['server/src/core/generated/rules.ts', generateRules()],
    ...generatePages(),
    ...generateSchemas(),
  ]);
}
