import * as v from 'valibot';
import { issuesOf } from './issues.js';
import { AUDIENCES } from './types.js';

/** How a rule is reported, or that it is not. */
export const severitySetting = v.picklist(['off', 'hint', 'info', 'warning', 'error']);

/**
 * The configuration of a linter: type, default and description in one place. The JSON schema that
 * editors complete `.deskside.yaml` with and the settings' documentation are generated from it.
 */
export const configSchema = v.strictObject({
  preset: v.pipe(
    v.optional(v.picklist(['recommended', 'all']), 'recommended'),
    v.description('Which rules are on: the recommended ones, or all, the opt-in ones included.'),
  ),
  audience: v.pipe(
    v.optional(v.picklist(AUDIENCES), 'general'),
    v.description('Who reads the texts. For technical readers the words of the trade are no jargon.'),
  ),
  rules: v.pipe(
    v.optional(v.record(v.string(), severitySetting), {}),
    v.description('Severity by rule id or category; the longer key wins. `off` turns a rule off; your own `terms` go off by their name alone, jargon/your-terms.'),
  ),
  terms: v.pipe(
    v.optional(v.record(v.string(), v.string()), {}),
    v.description('Your own glossary: a term your readers may not know, and the plain words for it.'),
  ),
  allow: v.pipe(
    v.optional(v.array(v.string()), []),
    v.description('Words, phrases and acronyms that are fine here.'),
  ),
  fields: v.pipe(
    v.optional(v.record(v.string(), v.string()), {}),
    v.description('What fills the fields of snippets: your name for `agent`, and whatever your packs ask for.'),
  ),
  kb: v.pipe(
    v.optional(v.string()),
    v.description('The template that articles are held against: how-to, troubleshooting, known-issue, faq, release-note, or one of your packs.'),
  ),
});

/** A complete configuration, every default filled in. */
export type Config = v.InferOutput<typeof configSchema>;
/** A configuration as people write it: everything is optional. */
export type ConfigInput = v.InferInput<typeof configSchema>;

/** A key of a configuration that means nothing here. What it says is left out; everything else holds. */
export interface ConfigProblem {
  /** The way to it: `rules`, `jargn`. */
  readonly path: readonly string[];
  /** A sentence that says the way out. */
  readonly message: string;
}

/** A mistake in a configuration: says which key, and the way out. */
export class ConfigError extends Error {
  constructor(readonly key: string, message: string) {
    super(key ? `${key}: ${message}` : message);
    this.name = 'ConfigError';
  }
}

/** Checks a configuration and fills in the defaults. @throws ConfigError for the first mistake */
export function parseConfig(input: unknown): Config {
  const [issue] = issuesOf(configSchema, input);
  if (issue) throw new ConfigError(issue.path.join('.'), issue.message);
  return v.parse(configSchema, input);
}
