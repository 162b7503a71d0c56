import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'pathe';
import { fileURLToPath } from 'node:url';
import * as Yaml from 'yaml';
import { nearest } from '../../server/src/core/nearest.js';
import { ruleOf } from '../../server/src/files/ruleFile.js';
import type { Problem } from '../../server/src/files/problem.js';
import { parseYaml } from '../../server/src/files/yaml.js';
import { idOf, readFolder, withExamples, type RuleFolder } from '../generate/rules.js';

const ROOT = fileURLToPath(new URL('../../server/rules', import.meta.url));

/** A name that leads to no rule; the message is for whoever typed it. */
export class NameError extends Error {}

/**
 * The rules that a person names: categories, rules, rule files here or anywhere, folders of them; all of `server/rules/`
 * when none is named. A file of one's own is read with the built-in word lists and cues, and its examples see no other rule.
 * @throws NameError
 */
export function chosen(names: readonly string[]): RuleFolder {
  const folder = readFolder();
  const known = idsIn(folder);
  const targets = names.flatMap((name) => targetsOf(name, known));
  const strangers = targets.flatMap(({ file }) => (file === undefined ? [] : [strangerOf(file, folder)]));
  const ids = targets.flatMap(({ id = [] }) => id);
  const isChosen = (id: string) => names.length === 0 || ids.some((one) => id === one || id.startsWith(`${one}/`));
  const own = { rules: folder.rules.filter(({ id }) => isChosen(id)), problems: folder.problems.filter((problem) => isChosen(idOfProblem(problem))) };
  return {
    set: { ...folder.set, rules: [...folder.set.rules.filter(({ id }) => isChosen(id)), ...strangers.flatMap(({ rule = [] }) => rule)] },
    rules: [...own.rules, ...strangers.flatMap(({ rule, examples }) => (rule && examples ? [withExamples(rule, examples)] : []))],
    problems: [...own.problems, ...strangers.flatMap(({ problems }) => problems)],
  };
}

/** Categories and rules, those with a mistake among them. */
function idsIn({ set, rules, problems }: RuleFolder): ReadonlySet<string> {
  return new Set([...set.categories.map(({ id }) => id), ...rules.map(({ id }) => id), ...problems.map(idOfProblem)]);
}

function idOfProblem({ file }: Problem): string {
  return idOf(file.replace(/^server\/rules\//, ''));
}

/** A rule or category of `server/rules/`, or a file that lies elsewhere. */
interface Target {
  readonly id?: string;
  readonly file?: string;
}

function targetsOf(name: string, known: ReadonlySet<string>): readonly Target[] {
  if (known.has(name)) return [{ id: name }];
  const there = statSync(name, { throwIfNoEntry: false });
  if (!there) throw new NameError(`“${name}”: there is no such rule or file${meant(name, known)}`);
  const files = there.isDirectory() ? readdirSync(name, { recursive: true, encoding: 'utf8' }).map((file) => join(name, file)) : [name];
  const targets = files.filter((file) => file.endsWith('.yaml')).sort().map(targetOf).filter(({ id }) => id === undefined || known.has(id));
  if (targets.length === 0) throw new NameError(`“${name}”: there is no rule in it; a rule is a .yaml file.`);
  return targets;
}

function meant(name: string, known: ReadonlySet<string>): string {
  const near = nearest(idOf(name.replace(/^(.*\/)?server\/rules\//, '')), known);
  return near === undefined ? '; “deskside rules” lists all rules.' : `; did you mean “${near}”?`;
}

function targetOf(file: string): Target {
  return isElsewhere(file) ? { file } : { id: idOf(relative(ROOT, resolve(file))) };
}

function isElsewhere(file: string): boolean {
  return relative(ROOT, resolve(file)).startsWith('..');
}

function strangerOf(file: string, { set }: RuleFolder): ReturnType<typeof ruleOf> {
  return ruleOf(parseYaml(Yaml, readFileSync(file, 'utf8'), file), basename(file, '.yaml'), set);
}
