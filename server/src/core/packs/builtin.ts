import { packedPacks } from '../generated/packs.js';
import type { Pack } from './pack.js';

let packs: readonly Pack[] | undefined;

/** The packs that come with Deskside, by name: read when they are first asked for, always the same. */
export function builtinPacks(): readonly Pack[] {
  return (packs ??= JSON.parse(packedPacks.packs) as readonly Pack[]);
}
