import type { Check } from '../check.js';

/** To come. */
export const acronyms: Check = () => [];
