import type { Severity } from './types.js';

/** All severities, the worst first. */
export const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
