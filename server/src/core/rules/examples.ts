import { applyEdits } from '../fix.js';
import type { Linter } from '../lint.js';
import type { Audience, Finding, Fix } from '../types.js';
import type { Category, RuleFile } from './definition.js';
import { categoryOf } from './fixes.js';

/** A rule as far as its examples need it. */
export interface RuleWithExamples {
  readonly id: string;
  readonly file: Pick<RuleFile, 'examples' | 'kinds' | 'audience'>;
}

type Example = RuleFile['examples']['flag'][number];

/** An example as a test: `problem` says what is wrong, or nothing. */
export interface ExampleTest {
  readonly rule: string;
  readonly name: string;
  /** Where in the rule file it stands, as keys. */
  readonly path: readonly (string | number)[];
  readonly problem: () => string | undefined;
}

/** What the examples are run with. */
export interface ExampleOptions {
  readonly categories: readonly Category[];
  readonly linterFor: (audience: Audience) => Linter;
  /** How many examples each fix must have. */
  readonly fixed: number;
}

/** All examples of some rules as tests: the examples inside a rule file are its tests. */
export function examplesOf(rules: readonly RuleWithExamples[], { categories, linterFor, fixed: least }: ExampleOptions): readonly ExampleTest[] {
  const kinds = new Map(categories.map(({ id, kinds: [kind = 'reply'] }) => [id, kind]));
  const linters = { general: linterFor('general'), technical: linterFor('technical') };
  const optional = new Set(categories.filter(({ optIn }) => optIn).map(({ id }) => id));
  return rules.flatMap(({ id, file }) => {
    const category = categoryOf(id);
    const lint = (example: Example): readonly Finding[] => {
      const { text, kind, audience } = typeof example === 'string' ? { text: example, kind: undefined, audience: undefined } : example;
      return linters[audience ?? file.audience ?? 'general'].lint({ text, kind: kind ?? file.kinds?.[0] ?? kinds.get(category) ?? 'reply' }, { all: true });
    };
    const { flag, ok, fixed = {} } = file.examples;
    return [
      ...flag.map((example, i) => test(id, 'flags', example, ['flag', i], () => (lint(example).some(({ rule }) => rule === id) ? undefined : `not found; ${listed(lint(example))}`))),
      ...ok.map((example, i) => test(id, 'leaves alone', example, ['ok', i], () => (lint(example).some((finding) => finding.category === category) ? listed(lint(example)) : undefined))),
      ...Object.entries(fixed).flatMap(([name, pairs]) => [
        { rule: id, name: `${id} has ${least} examples of the fix ${name}`, path: ['examples', 'fixed', name], problem: () => (pairs.length >= least ? undefined : `${pairs.length}`) },
        ...pairs.map(([before, after], i) => test(id, `fixes (${name})`, before, ['fixed', name, i], () => fixProblem({ id, name, before, after }, lint, optional))),
      ]),
    ];
  });
}

function test(rule: string, what: string, example: Example, path: ExampleTest['path'], problem: () => string | undefined): ExampleTest {
  return { rule, path: ['examples', ...path], name: `${rule} ${what}: ${typeof example === 'string' ? example : example.text}`, problem };
}

/** An example of a fix: a text before and after it. */
interface FixExample {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** @param optional categories that are on only where they are asked for: what they still miss in a fixed text is not the fix's doing */
function fixProblem({ id, name, before, after }: FixExample, lint: (text: string) => readonly Finding[], optional: ReadonlySet<string>): string | undefined {
  const findings = lint(before);
  const finding = findings.find(({ rule }) => rule === id);
  if (!finding) return `not found; ${listed(findings)}`;
  const fix = named(name, finding.fixes);
  if (!fix) return `no such fix among ${finding.fixes.map(({ title }) => title).join(' | ')}`;
  const fixed = applyEdits(before, fix.edits);
  if (fixed !== after) return `gives: ${fixed}\n    wants: ${after}`;
  const known = new Set(findings.map(({ rule }) => rule));
  const fresh = lint(after).filter(({ rule, category }) => rule === id || !(known.has(rule) || optional.has(category)));
  return fresh.length > 0 ? `the fixed text has new findings; ${listed(fresh)}` : undefined;
}

function named(name: string, fixes: readonly Fix[]): Fix | undefined {
  return fixes.find(({ title }) => title === name) ?? fixes[Number(name) - 1];
}

function listed(findings: readonly Finding[]): string {
  return `found: ${findings.map(({ rule, message }) => `${rule} (${message})`).join(', ') || 'nothing'}`;
}
