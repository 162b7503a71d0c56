import type { BlockKind } from '../prose.js';

/** The kinds of block that may follow a break, by the number a mark stores; `same` goes on as before. */
export const BREAK_KINDS: readonly (BlockKind | 'same')[] = ['same', 'paragraph', 'item', 'heading', 'cell'];
