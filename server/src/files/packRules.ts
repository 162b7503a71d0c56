import { builtinRules } from '../core/rules/builtin.js';
import { ruleOfTerms, TERM_LISTS, termsSchema, type TermList } from '../core/packs/terms.js';
import type { PlaceOf } from '../core/packs/check/checkPack.js';
import type { RuleDefinition, RuleFile } from '../core/rules/definition.js';
import { mistakesIn } from '../core/rules/mistakes.js';
import { checkData } from './checked.js';
import type { PackFolder } from './packFolder.js';
import { ruleOf } from './ruleFile.js';
import type { YamlFile } from './yaml.js';

/** Where values stand in a file. */
export function placesIn(yaml: YamlFile): PlaceOf {
  return (path) => {
    const { line, column } = yaml.problemAt(path, 'value', '');
    return { line, column };
  };
}

/** What a pack finds of its own. */
export interface PackRules {
  /** Sorted by id. */
  readonly rules: readonly RuleDefinition[];
  readonly allow: readonly string[];
  /** By rule, with the file they stand in. */
  readonly examples: readonly { readonly rule: string; readonly file: string; readonly examples: RuleFile['examples']; readonly placeOf: PlaceOf }[];
}

/** Of a pack without any. */
export const NO_RULES: PackRules = { rules: [], allow: [], examples: [] };

/** The most steps that all rules of a pack may take together. Those that come with Deskside take some 375,000. */
const MAX_PACK_STEPS = 500_000;

const RULE_NAME = /^rules\/([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/u;

/** Reads a pack's rules and words; one with a mistake is left out, and the mistake is among the folder's problems. */
export async function readPackRules(folder: PackFolder, pack: string): Promise<PackRules> {
  const rules: RuleDefinition[] = [];
  const examples: PackRules['examples'][number][] = [];
  let steps = 0;
  const files = await folder.yamlFiles('rules');
  const terms = await folder.yaml('terms.yaml');
  if ((files.length > 0 || terms) && builtinRules().categories.some(({ id }) => id === pack)) {
    return folder.report('pack.yaml', `“${pack}” is one of Deskside’s own categories, so its rules and words were left out; give the pack another name.`) ?? NO_RULES;
  }
  for (const { name: path } of files) {
    const name = RULE_NAME.exec(path)?.[1];
    if (name === undefined || isTermList(name)) folder.report(path, `A rule’s file is named with lower case letters, digits and dashes, and not ${TERM_LISTS.join(' or ')}; rename it.`);
    const yaml = name === undefined || isTermList(name) ? undefined : await folder.yaml(path);
    if (!yaml) continue;
    const reading = ruleOf(yaml, `${pack}/${name}`, builtinRules());
    folder.add(path, reading.problems);
    if (reading.rule && steps + reading.steps > MAX_PACK_STEPS) {
      folder.report(path, `Together with the rules before it, this one takes ${(steps + reading.steps).toLocaleString('en')} steps to match, and ${MAX_PACK_STEPS.toLocaleString('en')} are the most for a pack, so it was left out. Use shorter word lists, or make two packs of it.`);
      continue;
    }
    steps += reading.steps;
    if (reading.rule) rules.push(reading.rule);
    if (reading.examples) examples.push({ rule: `${pack}/${name}`, file: path, examples: reading.examples, placeOf: placesIn(yaml) });
  }
  const words = terms ? termRules(folder, pack, terms) : NO_RULES;
  return { rules: [...rules, ...words.rules].sort((a, b) => (a.id < b.id ? -1 : 1)), allow: words.allow, examples };
}

function termRules(folder: PackFolder, pack: string, yaml: YamlFile): Pick<PackRules, 'rules' | 'allow'> {
  const { data, problems } = checkData(termsSchema, yaml);
  folder.add('terms.yaml', problems);
  if (!data) return NO_RULES;
  const rules = TERM_LISTS.flatMap((list) => (data[list] ? termRule(folder, pack, yaml, list, data[list]) : []));
  return { rules, allow: data.allow ?? [] };
}

/** A list of words as a rule; words that are no phrase are left out. */
function termRule(folder: PackFolder, pack: string, yaml: YamlFile, list: TermList, terms: Readonly<Record<string, string>>): readonly RuleDefinition[] {
  const good = Object.entries(terms).filter(([term, plain]) => {
    const [mistake] = mistakesIn(ruleOfTerms(pack, list, { [term]: plain }), builtinRules());
    if (mistake) folder.add('terms.yaml', [yaml.problemAt([list, term], 'key', mistake.message)]);
    return mistake === undefined;
  });
  return good.length > 0 ? [ruleOfTerms(pack, list, Object.fromEntries(good))] : [];
}

function isTermList(name: string): boolean {
  return TERM_LISTS.some((list) => list === name);
}
