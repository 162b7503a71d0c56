import type { Peer } from './peers.js';

/** Other tools, used from this process. @param folder where they are installed @param use imports a package as seen from there */
export function adapters(folder: string, use: (name: string) => Promise<unknown>): readonly Peer[];
