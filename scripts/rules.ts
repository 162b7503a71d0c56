/** The rule writer's bench, straight from server/rules/ (nothing has to be generated first); see `HELP`. */
import { createInterface } from 'node:readline';
import { createLinterOf } from '../server/src/core/lint.js';
import { Program } from '../server/src/core/rules/program.js';
import { Reading } from '../server/src/core/reading/reading.js';
import { WordClass, type WordClassName } from '../server/src/core/phrase/lexicon.js';
import { readProse } from '../server/src/core/text/read.js';
import type { Kind } from '../server/src/core/types.js';
import { costReport } from './rules/cost.js';
import { examplesOf } from '../server/src/core/rules/examples.js';
import { problemLine, type RuleFolder } from './generate/rules.js';
import { count } from '../server/src/cli/report/plain.js';
import { chosen, NameError } from './rules/chosen.js';
import { repeatedIn } from './rules/repeated.js';

const HELP = `The rule writer's bench. RULE is a category, a rule, a rule file anywhere or a folder of them; none means all.

  npm run rules -- check [RULE…]           run the examples of these rules, and name what a choice says twice
  npm run rules -- cost [RULE…]            what they cost, the dearest first; phrase by phrase when they are named
  npm run rules -- explain [RULE…] TEXT    how a text is read, and what is found in it
  npm run rules -- score [RULE…]           answer JSON lines ({"id","kind","text"}) from stdin with findings

Options: --technical (audience), --hidden (also findings that others hide).
Exit code: 0 all is well, 1 failures or mistakes in rules, 2 there is no such command, rule or file.
`;

const [command = 'check', ...rest] = process.argv.slice(2);
const technical = rest.includes('--technical');
const hidden = rest.includes('--hidden');
const words = rest.filter((word) => !word.startsWith('--'));
const config = { preset: 'all', audience: technical ? 'technical' : 'general' } as const;

try {
  await work();
} catch (error) {
  if (!(error instanceof NameError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function work(): Promise<void> {
  if ([command, ...rest].some((word) => word === '--help' || word === '-h')) console.log(HELP);
  else if (command === 'check') check(words);
  else if (command === 'cost') console.log(costReport(rulesOf(words).set, words.length > 0).join('\n'));
  else if (command === 'explain') explain(words.slice(0, -1), words.at(-1) ?? '');
  else if (command === 'score') await score(words);
  else throw new NameError(`“${command}”: there is no such command.\n\n${HELP}`);
}

/** The rules of these names; one with a mistake is reported and left out. */
function rulesOf(names: readonly string[]): RuleFolder {
  const { set, rules, problems } = chosen(names);
  for (const problem of problems) console.error(problemLine(problem));
  if (problems.length > 0) process.exitCode = 1;
  return { set, rules, problems };
}

function check(categories: readonly string[]): void {
  const { set, rules, problems } = rulesOf(categories);
  const tests = examplesOf(rules, { categories: set.categories, linterFor: (audience) => createLinterOf(set, { config: { ...config, audience } }), fixed: 3 });
  const failures = tests.flatMap(({ name, problem }) => [problem()].flatMap((found) => (found === undefined ? [] : [`${name}\n    ${found}`])));
  for (const failure of failures) console.log(failure);
  for (const line of repeatedIn(set)) console.log(line);
  console.log(`${count(rules.length, 'rule')}, ${count(failures.length, 'failure')}${problems.length > 0 ? `, ${count(problems.length, 'mistake')}` : ''}`);
  if (failures.length > 0) process.exitCode = 1;
}

function explain(categories: readonly string[], text: string): void {
  const { set } = rulesOf(categories);
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
  const linter = createLinterOf(rulesOf(categories).set, { config });
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, kind, text } = JSON.parse(line) as { id: string; kind: Kind; text: string };
    console.log(JSON.stringify({ id, findings: linter.lint({ text, kind }, { all: hidden }) }));
  }
}
