import { examplesOf } from '../../rules/examples.js';
import { withPackRules } from '../ruleSet.js';
import type { PackFinding, PackUnderCheck } from './checkPack.js';

/** Runs the examples of the pack’s rules: each `flag` must be found, no `ok` may be, and each fix makes what it says. */
export function checkExamples({ pack, examples, linterFor }: PackUnderCheck): readonly PackFinding[] {
  const { categories } = withPackRules({ categories: [], cues: [], words: {}, rules: [] }, [pack]);
  const rules = examples.flatMap(({ rule, examples: own }) => (pack.rules ?? []).filter(({ id }) => id === rule).map((definition) => ({ id: rule, file: { ...definition, examples: own } })));
  const files = new Map(examples.map((one) => [one.rule, one]));
  return examplesOf(rules, { categories, linterFor, fixed: 0 }).flatMap(({ rule, name, path, problem }) => {
    const wrong = problem();
    const { file = 'rules', placeOf } = files.get(rule) ?? {};
    return wrong === undefined ? [] : [{ file, ...(placeOf?.(path) ?? { line: 1, column: 1 }), severity: 'error' as const, code: 'example', message: `An example does not hold: ${name}: ${wrong}` }];
  });
}
