import * as v from 'valibot';
import { configSchema } from '../core/config.js';
import type { ConfigInput } from '../core/config.js';
import { checkUsable, withoutUnknownKeys } from './checked.js';
import { emptyConfig } from './configFile.js';
import type { ConfigFile, Override } from './configFile.js';
import { KINDS } from '../core/types.js';
import { byPlace } from './problem.js';
import { readYaml } from './yaml.js';

/** One text, or a list of them. */
const textOrList = v.union([v.string(), v.array(v.string())]);

const { kb: kbSchema, ...otherEntries } = configSchema.entries;

const overrideSchema = v.strictObject({
  files: v.pipe(textOrList, v.description('Globs of the files that this is for, as in `kinds`.')),
  ...configSchema.entries,
});

/** What a config file may say: all that a linter takes, and what depends on where files lie. */
export const fileConfigSchema = v.strictObject({
  $schema: v.optional(v.string()),
  extends: v.pipe(
    v.optional(textOrList, []),
    v.description('What this file builds on: other config files, folders with one, packs, or npm packages. Of several the last wins, and this file over all of them.'),
  ),
  ...otherEntries,
  kb: v.pipe(
    v.optional(v.union([kbSchema, v.record(v.string(), v.string())])),
    v.description('The template that articles are held against, or one by folder or glob; of several that fit, the longest wins.'),
  ),
  kinds: v.pipe(
    v.optional(v.record(v.string(), v.picklist(KINDS)), {}),
    v.description('What the files of a folder or glob are. Where several fit, the longest wins.'),
  ),
  overrides: v.pipe(
    v.optional(v.array(overrideSchema), []),
    v.description('What holds besides for some of the files. Where several fit, the last wins.'),
  ),
  packs: v.pipe(v.optional(v.array(v.string()), []), v.description('Folders of your own packs, relative to this file.')),
  ignore: v.pipe(v.optional(v.array(v.string()), []), v.description('Files, folders and globs that are not read.')),
});

const KNOWN_KEYS = Object.keys(fileConfigSchema.entries);
const KNOWN_IN_OVERRIDE = Object.keys(overrideSchema.entries);

/** Parses and checks the text of a config file. An empty one sets nothing; what is wrong is left out, and the rest holds. */
export async function parseConfig(text: string, file: string): Promise<ConfigFile> {
  const parsed = await readYaml(text, file);
  if (parsed.problems.length || parsed.data === null) return emptyConfig(file, parsed.problems);
  if (typeof parsed.data !== 'object' || Array.isArray(parsed.data)) return emptyConfig(file, [parsed.problemAt([], 'value', noGroup(parsed.data))]);
  const top = withoutUnknownKeys(parsed, KNOWN_KEYS);
  const deep = withoutUnknownKeys(top.yaml, KNOWN_IN_OVERRIDE, 'overrides');
  const checked = checkUsable(fileConfigSchema, deep.yaml);
  const problems = [...top.problems, ...deep.problems, ...checked.problems].sort(byPlace);
  if (!checked.data) return emptyConfig(file, problems);
  const { extends: base, kinds, packs, ignore, overrides, kb, $schema: _, ...rest } = checked.data;
  const config = typeof kb === 'string' ? { ...rest, kb } : rest;
  return {
    ...emptyConfig(file, problems),
    extends: listOf(base),
    kinds,
    packs,
    ignore,
    overrides: [...templatesByGlob(kb), ...overrides.map((override, i) => overrideOf(override, i, checked.given.overrides?.[i]))],
    config: onlyGiven(config, checked.given),
    lineOf: (keys) => parsed.problemAt(keys, 'key', '').line,
  };
}

function noGroup(data: unknown): string {
  const is = Array.isArray(data) ? 'The file is a list. Take the dashes out at the beginning of its lines' : 'The file has no settings in it. Write one a line';
  return `${is}, so that it reads “audience: technical”, “rules:” and so on; nothing of it was used.`;
}

function overrideOf({ files, ...config }: v.InferOutput<typeof overrideSchema>, index: number, given: object | undefined): Override {
  return { files: listOf(files), config: onlyGiven(config, given), at: ['overrides', index] };
}

/** `kb: { howto/**: how-to }`: the longest glob last, so that it wins. */
function templatesByGlob(kb: v.InferOutput<typeof fileConfigSchema>['kb']): readonly Override[] {
  if (typeof kb !== 'object') return [];
  return Object.entries(kb).sort(([a], [b]) => a.length - b.length).map(([glob, template]) => ({ files: [glob], config: { kb: template }, at: ['kb', glob] }));
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** The parts that were written down, without the defaults that checking filled in. */
function onlyGiven(config: ConfigInput, given: object | undefined): ConfigInput {
  const names = new Set(Object.keys(given ?? {}));
  return Object.fromEntries(Object.entries(config).filter(([name]) => names.has(name)));
}
