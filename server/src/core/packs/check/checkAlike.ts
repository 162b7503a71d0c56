import { AlikeFinder } from '../alike.js';
import { builtinPacks } from '../builtin.js';
import { snippetsOf } from '../library.js';
import type { Snippet } from '../pack.js';
import type { PackFinding, PassagesUnderCheck } from './checkPack.js';

/** From here on it is the same text, give or take what stands in its tab stops. */
const THE_SAME = 0.98;

/**
 * Which snippets say much the same as another, of this pack or of one beside it. Of two in this pack, the later is told.
 * A copy of one that comes with Deskside is made to be changed, and no mistake; it has that one's title.
 */
export function checkAlike({ sketch: pack, others, files }: PassagesUnderCheck): readonly PackFinding[] {
  const finder = new AlikeFinder(snippetsOf([pack, ...others]));
  const places = new Map(pack.snippets.map(({ id }, i) => [id, i]));
  const shipped = new Set(builtinPacks().flatMap(({ snippets }) => snippets.map(({ id }) => id)));
  return pack.snippets.flatMap((snippet, i) => {
    const isCopyOf = ({ id, title }: Snippet): boolean => shipped.has(id) && title === snippet.title;
    const [twin] = finder.like(snippet.body).filter(({ snippet: other }) => other.id !== snippet.id && (places.get(other.id) ?? -1) < i && !isCopyOf(other));
    const file = files.get(snippet.id);
    if (!twin || !file) return [];
    const isSame = twin.likeness >= THE_SAME;
    return [{ file: file.path, line: file.lineOf?.(['title']) ?? 1, column: 1, severity: isSame ? 'warning' : 'info', code: 'duplicate', message: messageFor(twin.snippet, isSame, twin.likeness) } as const];
  });
}

function messageFor({ id, title }: Snippet, isSame: boolean, likeness: number): string {
  if (isSame) return `This says the same as “${title}” (${id}). Keep one of the two: whoever mends one leaves the other behind.`;
  return `This is nearly the same as “${title}” (${id}): ${Math.round(likeness * 100)} % of it. Make one snippet of both, or say in the descriptions when to use which.`;
}
