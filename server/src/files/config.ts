import * as v from 'valibot';
import { configSchema } from '../core/config.js';
import type { ConfigInput } from '../core/config.js';
import { checkData, withoutUnknownKeys } from './checked.js';
import { emptyConfig } from './configFile.js';
import type { ConfigFile } from './configFile.js';
import { readYaml } from './yaml.js';

const kindSetting = v.picklist(['reply', 'article', 'macro', 'note']);

/** What a config file may say: all that a linter takes, and what depends on where files lie. */
export const fileConfigSchema = v.strictObject({
  $schema: v.optional(v.string()),
  ...configSchema.entries,
  kinds: v.pipe(
    v.optional(v.record(v.string(), kindSetting), {}),
    v.description('What the files of a folder or glob are. Where several fit, the longest wins.'),
  ),
  packs: v.pipe(v.optional(v.array(v.string()), []), v.description('Folders of your own packs, relative to this file.')),
  ignore: v.pipe(v.optional(v.array(v.string()), []), v.description('Files, folders and globs that are not read.')),
});

export type FileConfigInput = v.InferInput<typeof fileConfigSchema>;

/** Parses and checks the text of a config file. An empty one sets nothing. */
export async function parseConfig(text: string, file: string): Promise<ConfigFile> {
  const parsed = await readYaml(text, file);
  if (parsed.problems.length || parsed.data === null) return emptyConfig(file, parsed.problems);
  const { yaml, problems } = withoutUnknownKeys(parsed, Object.keys(fileConfigSchema.entries));
  const checked = checkData(fileConfigSchema, yaml);
  const all = [...problems, ...checked.problems];
  if (!checked.data) return emptyConfig(file, all);
  const { kinds, packs, ignore, $schema: _, ...config } = checked.data;
  return { ...emptyConfig(file, all), kinds, packs, ignore, config: onlyGiven(config, yaml.data) };
}

/** The parts that were written down, without the defaults that checking filled in. */
function onlyGiven(config: ConfigInput, given: unknown): ConfigInput {
  const names = new Set(Object.keys(given ?? {}));
  return Object.fromEntries(Object.entries(config).filter(([name]) => names.has(name)));
}
