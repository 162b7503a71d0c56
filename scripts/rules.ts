/**
 * The rule writer's bench, straight from server/rules/ (nothing has to be generated first):
 *
 *   npm run rules -- check [CATEGORY…]          run the examples of these categories, or of all
 *   npm run rules -- explain [CATEGORY…] TEXT   how a text is read, and what is found in it
 *   npm run rules -- score [CATEGORY…]          answer JSON lines ({"id","kind","text"}) from stdin with findings
 *
 * Options before the categories: --technical (audience), --hidden (also findings that others hide).
 */
import { createInterface } from 'node:readline';
import { createLinterOf } from '../server/src/core/lint.js';
import type { RuleSet } from '../server/src/core/rules/definition.js';
import { Program, RuleError } from '../server/src/core/rules/program.js';
import { Reading } from '../server/src/core/rules/reading.js';
import { WordClass, type WordClassName } from '../server/src/core/phrase/lexicon.js';
import { readProse } from '../server/src/core/text/read.js';
import type { Kind } from '../server/src/core/types.js';
import { checkExamples } from './rules/examples.js';
import { readRules, readRuleSet } from './generate/rules.js';

const [command = 'check', ...rest] = process.argv.slice(2);
const technical = rest.includes('--technical');
const hidden = rest.includes('--hidden');
const words = rest.filter((word) => !word.startsWith('--'));
const config = { preset: 'all', audience: technical ? 'technical' : 'general' } as const;

if (command === 'check') check(words);
else if (command === 'explain') explain(words.slice(0, -1), words.at(-1) ?? '');
else await score(words);

/** The rules of some categories; a rule with a mistake is reported and left out. */
function rulesOf(categories: readonly string[]): RuleSet {
  const set = readRuleSet();
  const rules = set.rules.filter(({ id }) => categories.length === 0 || categories.some((one) => id === one || id.startsWith(`${one}/`)));
  return { ...set, rules: rules.filter((rule) => compiles({ ...set, rules: [rule] })) };
}

function compiles(set: RuleSet): boolean {
  try {
    return new Program(set).patterns.length >= 0;
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return false;
  }
}

function check(categories: readonly string[]): void {
  const set = rulesOf(categories);
  const files = readRules().filter(({ id }) => set.rules.some((rule) => rule.id === id));
  const failures = checkExamples(files, (audience) => createLinterOf(set, { config: { ...config, audience } }));
  for (const failure of failures) console.log(failure);
  console.log(`${files.length} rules, ${failures.length} failures`);
  if (failures.length > 0) process.exitCode = 1;
}

function explain(categories: readonly string[], text: string): void {
  const set = rulesOf(categories);
  const reading = new Reading(readProse({ text }), new Program(set).vocabulary);
  for (const sentence of reading.sentences) {
    console.log(`\n${sentence.block.kind}: ${text.slice(sentence.start, sentence.end)}`);
    for (const { start, end, mood, subject, governor } of sentence.clauses) {
      console.log(`  ${mood}, subject ${subject}${governor ? `, governed by ${governor}` : ''}:`);
      for (let i = start; i < end; i++) console.log(`    ${sentence.textOf(i, i + 1).padEnd(18)} ${classNames(sentence.classes[i] ?? 0)}`);
    }
  }
  for (const { rule, start, end, message, fixes } of createLinterOf(set, { config }).lint({ text }, { all: true })) {
    console.log(`\n${rule}: “${text.slice(start, end)}” ${message}`);
    for (const { title, kind, edits } of fixes) console.log(`  ${kind}: ${title}: ${JSON.stringify(edits)}`);
  }
}

function classNames(bits: number): string {
  return (Object.keys(WordClass) as WordClassName[]).filter((name) => name !== 'aux' && name !== 'word' && bits & WordClass[name]).join(' ');
}

async function score(categories: readonly string[]): Promise<void> {
  const linter = createLinterOf(rulesOf(categories), { config });
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, kind, text } = JSON.parse(line) as { id: string; kind: Kind; text: string };
    console.log(JSON.stringify({ id, findings: linter.lint({ text, kind }, { all: hidden }) }));
  }
}
