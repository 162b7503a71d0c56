import type { Check } from '../check.js';

/** To come. */
export const placeholders: Check = () => [];
