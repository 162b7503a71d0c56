/** Packs from elsewhere: getting, updating and removing them. Hosts and the command line give it their world. */
export { nodeWorld } from './nodeWorld.js';
export { addSnippet, createPack } from './newSnippet.js';
export { PackError } from './packError.js';
export { installed, ownPlace, placeIn, planAdd, planUpdate, removePack, type Installed, type PackPlace, type PackPlan } from './plan.js';
export { packsIn, type ListedPack } from './list.js';
export type { Change } from './changes.js';
export { readLock, type Lock, type LockEntry } from './lock.js';
export type { PackWorld, Progress } from './world.js';
