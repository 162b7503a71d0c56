/** The examples inside the rule files are their tests. */
import { applyEdits } from '../../server/src/core/fix.js';
import type { Linter } from '../../server/src/core/lint.js';
import type { Audience, Finding, Fix } from '../../server/src/core/types.js';
import { readCategories, type RuleWithExamples } from '../generate/rules.js';

type Example = RuleWithExamples['file']['examples']['flag'][number];

/** One line for every example that does not hold. */
export function checkExamples(rules: readonly RuleWithExamples[], linterFor: (audience: Audience) => Linter): readonly string[] {
  return examplesOf(rules, linterFor).flatMap(({ name, problem }) => {
    const found = problem();
    return found === undefined ? [] : [`${name}\n    ${found}`];
  });
}

/** An example as a test: `problem` says what is wrong, or nothing. */
export interface ExampleTest {
  readonly rule: string;
  readonly name: string;
  readonly problem: () => string | undefined;
}

/** All examples of some rules as tests. */
export function examplesOf(rules: readonly RuleWithExamples[], linterFor: (audience: Audience) => Linter): readonly ExampleTest[] {
  const kinds = new Map(readCategories().map(({ id, kinds: [kind = 'reply'] }) => [id, kind]));
  const linters = { general: linterFor('general'), technical: linterFor('technical') };
  return rules.flatMap(({ id, file }) => {
    const category = id.split('/')[0] ?? id;
    const lint = (example: Example): readonly Finding[] => {
      const source = typeof example === 'string' ? { text: example } : example;
      return linters[(typeof example === 'string' ? undefined : example.audience) ?? file.audience ?? 'general'].lint({ text: source.text, kind: ('kind' in source ? source.kind : undefined) ?? file.kinds?.[0] ?? kinds.get(category) ?? 'reply' }, { all: true });
    };
    const { flag, ok, fixed = {} } = file.examples;
    return [
      ...flag.map((example) => test(id, 'flags', example, () => (lint(example).some(({ rule }) => rule === id) ? undefined : `not found; ${listed(lint(example))}`))),
      ...ok.map((example) => test(id, 'leaves alone', example, () => (lint(example).some((finding) => finding.category === category) ? listed(lint(example)) : undefined))),
      ...Object.entries(fixed).flatMap(([name, pairs]) => [
        { rule: id, name: `${id} has three examples of the fix ${name}`, problem: () => (pairs.length >= 3 ? undefined : `${pairs.length}`) },
        ...pairs.map(([before, after]) => test(id, `fixes (${name})`, before, () => fixProblem(id, name, before, after, lint))),
      ]),
    ];
  });
}

function test(rule: string, what: string, example: Example, problem: () => string | undefined): ExampleTest {
  return { rule, name: `${rule} ${what}: ${typeof example === 'string' ? example : example.text}`, problem };
}

function fixProblem(id: string, name: string, before: string, after: string, lint: (text: string) => readonly Finding[]): string | undefined {
  const findings = lint(before);
  const finding = findings.find(({ rule }) => rule === id);
  if (!finding) return `not found; ${listed(findings)}`;
  const fix = named(name, finding.fixes);
  if (!fix) return `no such fix among ${finding.fixes.map(({ title }) => title).join(' | ')}`;
  const fixed = applyEdits(before, fix.edits);
  if (fixed !== after) return `gives: ${fixed}\n    wants: ${after}`;
  const known = new Set(findings.map(({ rule }) => rule));
  const fresh = lint(after).filter(({ rule }) => rule === id || !known.has(rule));
  return fresh.length > 0 ? `the fixed text has new findings; ${listed(fresh)}` : undefined;
}

function named(name: string, fixes: readonly Fix[]): Fix | undefined {
  return fixes.find(({ title }) => title === name) ?? fixes[Number(name) - 1];
}

function listed(findings: readonly Finding[]): string {
  return `found: ${findings.map(({ rule, message }) => `${rule} (${message})`).join(', ') || 'nothing'}`;
}
