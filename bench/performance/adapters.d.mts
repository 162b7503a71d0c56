import type { Peer } from './peers.js';

export function adapters(folder: string, use: (name: string) => Promise<unknown>): readonly Peer[];
