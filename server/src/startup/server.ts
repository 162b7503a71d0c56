import { join } from 'node:path';
import { runKept } from './keptCode.js';
import { giveTables } from './tables.js';
import { beShort, FOR_SERVERS, lastLong } from './tiers.js';

/** The folder of the bundle that this becomes. */
declare const __dirname: string;

/** One leaves its code: a day's work asks for most of it. */
const FIRST_RUNS = 1;

/** Until then the first findings are there, in milliseconds. */
const STARTED = 1000;

beShort(...FOR_SERVERS);
giveTables(join(__dirname, 'tables.js'));
runKept(join(__dirname, 'server.main.cjs'), FIRST_RUNS);
setTimeout(lastLong, STARTED).unref();
