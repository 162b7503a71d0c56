/** Reads `server/rules/`: one YAML file a rule, its path the rule's id; cues and word lists beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import * as Yaml from 'yaml';
import { RULES_FORMAT } from '../../server/src/core/rules/packedRules.js';
import { packRules } from '../../server/src/core/rules/packRules.js';
import { categorySchema, cueSchema, type Category, type RuleDefinition, type RuleFile, type RuleSet } from '../../server/src/core/rules/definition.js';
import type { Shared } from '../../server/src/core/rules/mistakes.js';
import { checkData } from '../../server/src/files/checked.js';
import type { Problem } from '../../server/src/files/problem.js';
import { cueOf, ruleOf } from '../../server/src/files/ruleFile.js';
import { parseYaml, type YamlFile } from '../../server/src/files/yaml.js';
import { literal } from './literal.js';

const ROOT = new URL('../../server/rules/', import.meta.url);
const WORDS = v.record(v.string(), v.array(v.string()));

/** A rule with its examples, which the tests run and the bundle leaves out. */
export interface RuleWithExamples {
  readonly id: string;
  readonly file: RuleFile;
}

/** What stands in `server/rules/`, and what is wrong there. */
export interface RuleFolder {
  readonly set: RuleSet;
  readonly rules: readonly RuleWithExamples[];
  readonly problems: readonly Problem[];
}

/** A problem as compilers write them, so that terminals make a link of it. */
export function problemLine({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}

function open(path: string): YamlFile {
  return parseYaml(Yaml, readFileSync(new URL(path, ROOT), 'utf8'), `server/rules/${path}`);
}

/** What of the folder no rule can do without. @throws Error naming every mistake by file, line and column */
function dataOf<S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S> {
  const yaml = open(path);
  const { data, problems } = yaml.problems.length > 0 ? yaml : checkData(schema, yaml);
  return problems.length > 0 ? refuse(problems) : (data as v.InferOutput<S>);
}

function refuse(problems: readonly Problem[]): never {
  throw new Error(problems.map(problemLine).join('\n'));
}

function yamlFiles(folder = ''): readonly string[] {
  return readdirSync(fileURLToPath(new URL(folder, ROOT)), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? yamlFiles(`${folder}${entry.name}/`) : [`${folder}${entry.name}`]))
    .filter((path) => path.endsWith('.yaml'))
    .sort();
}

/** `blame-language/should-have.yaml` → `blame-language/should-have`; `jargon/jargon.yaml` → `jargon`. */
export function idOf(path: string): string {
  const [folder = '', name = ''] = path.replace(/\.yaml$/, '').split('/');
  return name === '' || name === folder ? folder : `${folder}/${name}`;
}

/** `cues/time.yaml` → `time`. */
function cueIdOf(path: string): string {
  return path.replace(/^.*\/|\.yaml$/g, '');
}

/** Every cue with its examples, which the tests run. @throws Error for what is no cue file */
export function readCues(): readonly { readonly id: string; readonly examples: v.InferOutput<typeof cueSchema>['examples'] }[] {
  return yamlFiles('cues/').map((path) => ({ id: cueIdOf(path), examples: dataOf(path, cueSchema).examples }));
}

/** The categories, in the order of the file. */
export function readCategories(): readonly Category[] {
  return Object.entries(dataOf('categories.yaml', v.record(v.string(), categorySchema))).map(([id, category]) => ({ id, ...category }));
}

let folder: RuleFolder | undefined;

/** The whole folder, read once; a rule with a mistake is left out. @throws Error for one in the categories or the shared word lists */
export function readFolder(): RuleFolder {
  return (folder ??= read());
}

function read(): RuleFolder {
  const paths = yamlFiles();
  const words = joined(paths.filter((path) => path.startsWith('words/')).map((path) => dataOf(path, WORDS)));
  const cuePaths = paths.filter((path) => path.startsWith('cues/'));
  const ids = cuePaths.map(cueIdOf);
  const named: Shared = { words, cues: ids.map((id) => ({ id, description: '', phrases: [] })) };
  const cues = cuePaths.map((path, i) => cueOf(open(path), ids[i] ?? '', named));
  const readings = paths.filter((path) => path !== 'categories.yaml' && !/^(cues|words)\//.test(path)).map((path) => ruleOf(open(path), idOf(path), named));
  return {
    set: { categories: readCategories(), cues: cues.flatMap(({ cue = [] }) => cue), words, rules: readings.flatMap(({ rule = [] }) => rule) },
    rules: readings.flatMap(({ rule, examples }) => (rule && examples ? [withExamples(rule, examples)] : [])),
    problems: [...cues, ...readings].flatMap(({ problems }) => problems),
  };
}

/** The word lists of all files. @throws Error for a name that two of them use: the second would take the place of the first in silence */
export function joined(files: readonly Readonly<Record<string, string[]>>[]): Record<string, string[]> {
  const words: Record<string, string[]> = {};
  for (const [name, list] of files.flatMap((file) => Object.entries(file))) {
    if (name in words) throw new Error(`The word list “${name}” stands in two files of server/rules/words/. Rename one of them.`);
    words[name] = list;
  }
  return words;
}

/** A rule put together again with its examples. */
export function withExamples({ id, ...rule }: RuleDefinition, examples: RuleFile['examples']): RuleWithExamples {
  return { id, file: { ...rule, examples } };
}

/** Every rule file, examples included, sorted by id. @throws Error naming every mistake by file, line and column */
export function readRules(): readonly RuleWithExamples[] {
  const { rules, problems } = readFolder();
  return problems.length > 0 ? refuse(problems) : rules;
}

/** Everything a linter is compiled from. @throws Error naming every mistake by file, line and column */
export function readRuleSet(): RuleSet {
  const { set, problems } = readFolder();
  return problems.length > 0 ? refuse(problems) : set;
}

/** The text of `server/src/core/generated/rules.ts`. @throws Error naming every mistake by file, line and column */
export function generateRules(): string {
  const { rules, later, words, phrases } = packRules(readRuleSet());
  const line = ([name, text]: readonly [string, string]): string => `${name}: ${literal(text)},`;
  return `// Generated by \`npm run generate\` from server/rules/. Do not edit.
import type { PackedRules } from '../rules/packedRules.js';

/** The built-in rules, in format ${String(RULES_FORMAT)}. */
export const packedRules: PackedRules = {
  ${line(['rules', rules])}
  later: {
    ${Object.entries(later).map(line).join('\n    ')}
  },
  ${line(['words', words])}
  phrases: {
    ${Object.entries(phrases).map(line).join('\n    ')}
  },
};
`;
}
