import { join } from 'node:path';
import { runKept } from './keptCode.js';
import { giveTables } from './tables.js';
import { beShort, FOR_SERVERS, lastLong } from './tiers.js';

/** The folder of the bundle that this becomes. */
declare const __dirname: string;

/** Until then the first findings are there, in milliseconds. */
const STARTED = 1000;

beShort(...FOR_SERVERS);
giveTables(join(__dirname, 'tables.js'));
runKept(join(__dirname, 'server.main.cjs'), true);
setTimeout(lastLong, STARTED).unref();
