import * as v from 'valibot';
import { builtinRules } from '../core/rules/builtin.js';
import { cueSchema, ruleSchema, type CueDefinition, type RuleDefinition, type RuleFile } from '../core/rules/definition.js';
import { examine, type Mistake, type Shared } from '../core/rules/mistakes.js';
import { checkData } from './checked.js';
import { byPlace, type Problem } from './problem.js';
import { readYaml, type YamlFile } from './yaml.js';

/** A rule file as it was read. */
export interface RuleReading {
  /** Undefined where there are problems: a rule that is half right would find half of what it says. */
  readonly rule: RuleDefinition | undefined;
  readonly examples: RuleFile['examples'] | undefined;
  /** How many steps its phrases take together. */
  readonly steps: number;
  /** Every mistake, at its line and column, with the way out. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a rule file: a built-in one, a pack's or one under work. What it gives can be compiled, and costs no
 * more than a rule may; nothing is thrown.
 * @param file the absolute path, to name it in problems
 * @param id the rule's id: its category, or `category/name`
 * @param shared the word lists and cues that the rule may name; those that come with Deskside by default
 */
export async function readRuleFile(text: string, file: string, id: string, shared: Shared = builtinRules()): Promise<RuleReading> {
  return ruleOf(await readYaml(text, file), id, shared);
}

/** `readRuleFile` of a file that is parsed already. */
export function ruleOf(yaml: YamlFile, id: string, shared: Shared): RuleReading {
  const { data, steps, problems } = checked(ruleSchema, yaml, shared, { further: (rule) => (rule.examples.flag.length > 0 ? [] : [NO_EXAMPLES]), missing: MISSING });
  if (!data) return { rule: undefined, examples: undefined, steps, problems };
  const { examples, ...rule } = data;
  return { rule: { id, ...rule }, examples, steps, problems };
}

/** What a rule must have and often lacks yet: whoever writes one hears at once of its phrases, too. */
const MISSING = { message: 'x', why: 'x', examples: { flag: ['x'], ok: ['x'] } };

/** The examples are the tests, so that a rule that finds none of them was never tried. */
const NO_EXAMPLES: Mistake = { path: ['examples', 'flag'], character: 0, message: '“flag” is empty. Write at least one sentence that the rule has to find: the examples are its tests.' };

/** A cue file as it was read. */
export interface CueReading {
  readonly cue: CueDefinition | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a cue file that is parsed already. */
export function cueOf(yaml: YamlFile, id: string, shared: Shared): CueReading {
  const { data, problems } = checked(cueSchema, yaml, shared);
  if (!data) return { cue: undefined, problems };
  const { examples: _, ...cue } = data;
  return { cue: { id, ...cue }, problems };
}

interface Besides<T> {
  /** What else is wrong with the data. */
  readonly further?: (data: T) => readonly Mistake[];
  /** What stands in for parts that are missing, so that the rest can be looked at. */
  readonly missing?: object;
}

function checked<S extends typeof ruleSchema | typeof cueSchema>(
  schema: S,
  yaml: YamlFile,
  shared: Shared,
  { further = () => [], missing = {} }: Besides<v.InferOutput<S>> = {},
): { readonly data: v.InferOutput<S> | undefined; readonly steps: number; readonly problems: readonly Problem[] } {
  if (yaml.problems.length > 0) return { data: undefined, steps: 0, problems: yaml.problems };
  const { data, problems } = checkData(schema, yaml);
  if (data === undefined) {
    const rest = v.safeParse(schema, withParts(missing, yaml.data));
    const mistakes = rest.success ? examine(rest.output, shared).mistakes.map((mistake) => problemOf(mistake, yaml)) : [];
    return { data, steps: 0, problems: firstOf([...problems, ...mistakes].sort(byPlace)) };
  }
  const { mistakes, steps } = examine(data, shared);
  const all = firstOf([...mistakes, ...further(data)].map((mistake) => problemOf(mistake, yaml)).sort(byPlace));
  return { data: all.length > 0 ? undefined : data, steps, problems: all };
}

/** Some data, with parts in the places where it has none. */
function withParts(parts: object, data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const added = Object.entries(parts).map(([key, part]: [string, unknown]) => {
    const own: unknown = Reflect.get(data, key);
    return [key, own === undefined ? part : typeof part === 'object' && part !== null && !Array.isArray(part) ? withParts(part, own) : own];
  });
  return { ...data, ...Object.fromEntries(added) };
}

/** More mistakes than anybody mends in one go; a file from a stranger may have any number. */
const MOST_PROBLEMS = 20;

function firstOf(problems: readonly Problem[]): readonly Problem[] {
  const more = problems.length - MOST_PROBLEMS;
  const last = problems[MOST_PROBLEMS];
  return last && more > 0 ? [...problems.slice(0, MOST_PROBLEMS), { ...last, message: `And ${more} more mistake${more === 1 ? '' : 's'} from here on; mend the ones above first.` }] : problems;
}

function problemOf({ path, character, message }: Mistake, yaml: YamlFile): Problem {
  return path.length > 0 ? yaml.problemIn(path, character, message) : yaml.problemAt(path, 'value', message);
}
