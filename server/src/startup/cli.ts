#!/usr/bin/env node
import { join } from 'node:path';
import { runKept } from './keptCode.js';
import { beShort, FOR_RUNS } from './tiers.js';

/** The folder of the bundle that this becomes. */
declare const __dirname: string;

beShort(...FOR_RUNS);
runKept(join(__dirname, 'cli.main.cjs'), process.argv[2] === 'lint');
