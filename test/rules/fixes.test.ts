/** What every fix leaves behind, whatever the rule: tried on the examples of all rules. */
import assert from 'node:assert/strict';
import { readCategories, readRules } from '../../scripts/generate/rules.js';
import { applyEdits } from '../../server/src/core/fix.js';
import { createLinter, type Finding, type Fix, type Kind } from '../../server/src/core/index.js';
import { categoryOf } from '../../server/src/core/rules/fixes.js';

const kinds = new Map(readCategories().map(({ id, kinds: [kind = 'reply'] }) => [id, kind]));
const linters = { general: createLinter({ config: { preset: 'all' } }), technical: createLinter({ config: { preset: 'all', audience: 'technical' } }) };

/** An example that its rule finds, and how it is read. */
interface Flagged {
  readonly text: string;
  readonly lint: (text: string) => readonly Finding[];
}

const flagged: readonly (readonly [rule: string, example: Flagged])[] = readRules().flatMap(({ id, file }) =>
  file.examples.flag.map((example) => {
    const { text, kind, audience } = typeof example === 'string' ? { text: example, kind: undefined, audience: undefined } : example;
    const read: Kind = kind ?? file.kinds?.[0] ?? kinds.get(categoryOf(id)) ?? 'reply';
    const linter = linters[audience ?? file.audience ?? 'general'];
    return [id, { text, lint: (changed: string) => linter.lint({ text: changed, kind: read }, { all: true }) }] as const;
  }));

/** An example with a fix of what its rule finds in it, and what that makes of it. */
interface Fixed extends Flagged {
  readonly rule: string;
  readonly fix: Fix;
  readonly after: string;
}

function fixed([rule, example]: readonly [string, Flagged]): readonly Fixed[] {
  const { text, lint } = example;
  const fixes = lint(text).find((finding) => finding.rule === rule)?.fixes ?? [];
  return fixes.map((fix) => ({ ...example, rule, fix, after: applyEdits(text, fix.edits) }));
}

/** Spaces, words and marks that no sentence has. */
const TORN = [/(?<=\S) {2,}(?=\S)/u, / [,;:.!?](?=\s|$)/u, /[,;:][.,;:]/u, /\b(\p{L}+) \1\b(?<!that that|had had)/iu, /\b(?:an?|the|your|our) (?:an?|the|your|our) /iu, /\ba [aeio]\p{Ll}/u];

function told({ rule, text, fix, after }: Fixed): string {
  return `${rule} [${fix.title}] ${text} -> ${after}`;
}

describe('Fixes of all rules', () => {
  let all: readonly Fixed[] = [];
  before(() => {
    all = flagged.flatMap(fixed);
  });

  it('leave no doubled space or word, and no stray mark', () => {
    assert.deepEqual(all.filter(({ text, after }) => TORN.some((sign) => sign.test(after) && !sign.test(text))).map(told), []);
  });

  it('leave nothing for the same rule where they put something in', () => {
    // Where a term has another in it, that is still there.
    const isPart = (words: string, of: string): boolean => words.length < of.length && of.includes(words);
    const isFoundAgain = ({ rule, text, lint, fix: { edits }, after }: Fixed): boolean =>
      edits.some((edit) => lint(after).some(({ rule: again, start, end }) =>
        again === rule && start < edit.start + edit.text.length && edit.start < end && !isPart(after.slice(start, end), text.slice(edit.start, edit.end))));
    assert.deepEqual(all.filter((one) => one.fix.snippet !== true && isFoundAgain(one)).map(told), []);
  });

  it('begin a text large that began so', () => {
    assert.deepEqual(all.filter(({ text, after }) => /^\p{Lu}/u.test(text) && /^\p{Ll}/u.test(after)).map(told), []);
  });

  it('follow the apostrophes of the draft', () => {
    const curly = flagged.map(([rule, { text, lint }]) => [rule, { text: `${text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')}\n\nThat’s all.`, lint }] as const);
    assert.deepEqual(curly.flatMap(fixed).filter(({ fix: { edits } }) => edits.some((edit) => /\p{L}'\p{L}/u.test(edit.text.replace(/`[^`]*`/g, '')))).map(told), []);
  });
});
