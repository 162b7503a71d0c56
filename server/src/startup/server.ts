import { join } from 'node:path';
import { runKept } from './keptCode.js';

/** The folder of the bundle that this becomes. */
declare const __dirname: string;

runKept(join(__dirname, 'server.main.cjs'), true);
