#!/usr/bin/env node
import { join } from 'node:path';
import { runKept } from './keptCode.js';
import { beShort, FOR_RUNS } from './tiers.js';

/** The folder of the bundle that this becomes. */
declare const __dirname: string;

/**
 * So many runs leave their code: the first may be over an article, and what hurts is asked of replies alone. With an article's code, a reply took
 * a twentieth longer.
 */
const FIRST_RUNS = 4;

beShort(...FOR_RUNS);
runKept(join(__dirname, 'cli.main.cjs'), process.argv[2] === 'lint' ? FIRST_RUNS : 0);
