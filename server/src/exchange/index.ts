/** Where packs meet the products that teams keep their texts in. Pure: texts in, texts out. */
export { FORMATS } from './formats.js';
export { fromPack } from './fromPack.js';
export { ExchangeError } from './library.js';
export type { Format, Note } from './library.js';
export { keptPath, toPack } from './toPack.js';
export type { MadePack } from './toPack.js';
export { likelyFormats } from './likelyFormats.js';
