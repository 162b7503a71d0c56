import { readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'pathe';
import { fileURLToPath } from 'node:url';
import * as Yaml from 'yaml';
import { ruleOf } from '../../server/src/files/ruleFile.js';
import { parseYaml } from '../../server/src/files/yaml.js';
import { idOf, readFolder, withExamples, type RuleFolder } from '../generate/rules.js';

const ROOT = fileURLToPath(new URL('../../server/rules', import.meta.url));

/**
 * The rules that a person names: categories, rules, rule files here or anywhere; all of `server/rules/` when none is
 * named. A file of one's own is read with the built-in word lists and cues, and its examples see no other rule.
 */
export function chosen(names: readonly string[]): RuleFolder {
  const folder = readFolder();
  const files = names.filter((name) => name.endsWith('.yaml'));
  const strangers = files.filter((file) => isElsewhere(file)).map((file) => strangerOf(file, folder));
  const ids = [...names.filter((name) => !files.includes(name)), ...files.filter((file) => !isElsewhere(file)).map((file) => idOf(relative(ROOT, resolve(file))))];
  const isChosen = (id: string) => names.length === 0 || ids.some((one) => id === one || id.startsWith(`${one}/`));
  const own = { rules: folder.rules.filter(({ id }) => isChosen(id)), problems: folder.problems.filter(({ file }) => isChosen(idOf(file.replace(/^server\/rules\//, '')))) };
  return {
    set: { ...folder.set, rules: [...folder.set.rules.filter(({ id }) => isChosen(id)), ...strangers.flatMap(({ rule = [] }) => rule)] },
    rules: [...own.rules, ...strangers.flatMap(({ rule, examples }) => (rule && examples ? [withExamples(rule, examples)] : []))],
    problems: [...own.problems, ...strangers.flatMap(({ problems }) => problems)],
  };
}

function isElsewhere(file: string): boolean {
  return relative(ROOT, resolve(file)).startsWith('..');
}

function strangerOf(file: string, { set }: RuleFolder): ReturnType<typeof ruleOf> {
  return ruleOf(parseYaml(Yaml, readFileSync(file, 'utf8'), file), basename(file, '.yaml'), set);
}
