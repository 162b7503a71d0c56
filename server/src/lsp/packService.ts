import type { NewSnippet } from '../core/packs/pack.js';
import type { PackItem, PackOwner, PlannedPack, PlanPackParams, SavedSnippet, SaveSnippetParams } from './protocol.js';

/** How those who wait for a pack are kept posted, and how they call it off. */
export interface PackProgress {
  readonly onProgress: (doing: string) => void;
  readonly signal: AbortSignal;
}

/** Getting, updating and removing packs, where there is a disk. Rejects with an `Error` whose message is for people. */
export interface PackService {
  list(owner: PackOwner): Promise<readonly PackItem[]>;
  plan(owner: PackOwner, wish: PlanPackParams['wish'], progress: PackProgress): Promise<{ readonly planned: Omit<PlannedPack, 'plan'>; apply(): Promise<void> }>;
  /**
   * Writes a snippet's file into a pack, which may be new.
   * @param taken prefixes that other snippets have
   */
  save(to: SaveSnippetParams['to'], snippet: NewSnippet, taken: readonly string[]): Promise<SavedSnippet>;
  remove(owner: PackOwner, name: string): Promise<void>;
}
