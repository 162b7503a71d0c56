import type { Category, RuleSet } from '../rules/definition.js';
import type { Pack } from './pack.js';

/** Rules with those of some packs after them: each pack with rules is a category of its name. The same object where no pack has any. */
export function withPackRules(set: RuleSet, packs: readonly Pack[]): RuleSet {
  const speaking = packs.filter(({ rules = [] }) => rules.length > 0);
  if (speaking.length === 0) return set;
  return { ...set, categories: [...set.categories, ...speaking.map(categoryOf)], rules: [...set.rules, ...speaking.flatMap(({ rules = [] }) => rules)] };
}

/** What the rules of a pack share: they speak in replies, articles and snippets, after the rules that come with Deskside. */
function categoryOf({ name, title, description }: Pack): Category {
  return { id: name, title, group: 'tone', kinds: ['reply', 'article', 'macro'], severity: 'warning', rank: 60, optIn: false, definition: description };
}
