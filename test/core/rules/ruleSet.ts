import { createLinterOf } from '../../../server/src/core/lint.js';
import type { ConfigInput } from '../../../server/src/core/config.js';
import type { Category, CueDefinition, RuleDefinition, RuleSet } from '../../../server/src/core/rules/definition.js';
import type { Finding, Source } from '../../../server/src/core/types.js';

const CATEGORY: Category = { id: 'custom', title: 'Custom', group: 'tone', kinds: ['reply', 'macro'], severity: 'info', rank: 50, optIn: false, definition: 'A test.' };

/** A rule with little in it; give what the test is about. */
export function rule(parts: Partial<RuleDefinition>): RuleDefinition {
  return { id: 'custom', message: '“{match}” found.', why: 'A test.', ...parts };
}

/** A set of rules that all belong to `custom` or the given categories. */
export function setOf(rules: readonly RuleDefinition[], cues: readonly CueDefinition[] = [], categories: readonly Partial<Category>[] = [{}]): RuleSet {
  return { categories: categories.map((category) => ({ ...CATEGORY, ...category })), cues, words: {}, rules };
}

/** What rules find in a text. */
export function lintWith(rules: RuleSet | Partial<RuleDefinition>, source: string | Source, config: ConfigInput = {}): readonly Finding[] {
  const set = 'cues' in rules ? rules : setOf([rule(rules)]);
  return createLinterOf(set, { config }).lint(typeof source === 'string' ? { text: source } : source);
}

/** The passages found. */
export function foundIn(rules: RuleSet | Partial<RuleDefinition>, text: string): readonly string[] {
  return lintWith(rules, text).map(({ start, end }) => text.slice(start, end));
}
