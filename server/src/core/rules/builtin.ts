import { packedRules } from '../generated/rules.js';
import type { RuleSet } from './definition.js';
import { unpackRules } from './packedRules.js';

let rules: RuleSet | undefined;

/** The rules that come with Deskside: unpacked when first asked for, always the same object. */
export function builtinRules(): RuleSet {
  return (rules ??= unpackRules(packedRules));
}

/** The phrases that they name. */
export const builtinPhrases = packedRules.phrases;
