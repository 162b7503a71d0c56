/** What rules cost, known before any text is read. */
import type { RuleSet } from '../../server/src/core/rules/definition.js';
import { Program, type Pattern } from '../../server/src/core/rules/program.js';

/** What one phrase costs. */
interface PhraseCost {
  readonly rule: string;
  /** Steps of its automaton. */
  readonly steps: number;
  /** The most steps that trying it can take for one word of a sentence. */
  readonly work: number;
  /** Words of which a sentence must have one, or the phrase is not tried; empty when it always is. */
  readonly triggers: readonly string[];
  /** How often, roughly, a word of running text is a trigger. */
  readonly share: number;
}

const SHOWN = 8;

/** Lines for people: one a rule, the dearest first; with `phrases`, one for every phrase below it. */
export function costReport(set: RuleSet, phrases: boolean): readonly string[] {
  const program = new Program(set);
  const all = program.entries.flatMap((_, index) => program.pattern(index) ?? []).map((pattern) => costOf(pattern, program));
  const rules = [...new Set(all.map(({ rule }) => rule))]
    .map((rule) => ({ rule, costs: all.filter((one) => one.rule === rule) }))
    .map(({ rule, costs }) => ({ rule, costs, cost: sum(costs, expected) }))
    .sort((a, b) => b.cost - a.cost);
  const lines = rules.flatMap(({ rule, costs, cost }) => [
    row(cost, sum(costs, ({ steps }) => steps), Math.max(...costs.map(({ work }) => work)), `${rule}, ${costs.length} phrase${costs.length === 1 ? '' : 's'}`),
    ...(phrases ? [...costs].sort((a, b) => expected(b) - expected(a)).map((one) => row(expected(one), one.steps, one.work, `    ${shown(one.triggers)}`)) : []),
  ]);
  return ['    cost     steps      work  rule', ...lines];
}

function costOf({ rule, phrase }: Pattern, { vocabulary }: Program): PhraseCost {
  const { steps, longest } = phrase.size;
  const [rarest] = phrase.needs;
  const triggers = [...(rarest?.ids.list ?? [])].map((id) => vocabulary.wordOf(id)).filter(Boolean);
  return { rule: rule.id, steps, work: steps * (longest + 1), triggers, share: Math.min(1, rarest?.cost ?? 1) };
}

/** The steps that a word of running text may cost on average: at most, since most tries end at the first word. */
function expected({ work, share }: PhraseCost): number {
  return work * share;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function row(cost: number, steps: number, work: number, name: string): string {
  return `${cost.toFixed(2).padStart(8)}${String(steps).padStart(10)}${String(work).padStart(10)}  ${name}`;
}

function shown(words: readonly string[]): string {
  if (words.length === 0) return '(tried in every sentence)';
  return words.length > SHOWN ? `${words.slice(0, SHOWN).join(', ')} and ${words.length - SHOWN} more` : words.join(', ');
}
