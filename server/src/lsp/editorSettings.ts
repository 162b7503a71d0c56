import * as v from 'valibot';
import { configSchema, type ConfigInput } from '../core/config.js';
import type { Kind } from '../core/index.js';
import { KINDS } from '../core/types.js';

/** When drafts are read. */
export type Run = 'onType' | 'onSave' | 'off';

/** The section `deskside` of an editor's settings, checked; what was wrong is left out and told. */
export interface EditorSettings {
  readonly run: Run;
  readonly kinds: Readonly<Record<string, Kind>>;
  /** Folders with packs. */
  readonly packs: readonly string[];
  readonly config: ConfigInput;
  /** A sentence for each wrong setting. */
  readonly problems: readonly string[];
}

/** The settings that only an editor has; those of the linter stand in `core/config`. */
const editorSchema = v.object({
  run: v.pipe(
    v.optional(v.picklist(['onType', 'onSave', 'off']), 'onType'),
    v.description('When drafts are read: while you type, when you save, or not at all.'),
  ),
  kinds: v.pipe(
    v.optional(v.record(v.string(), v.picklist(KINDS)), {}),
    v.description('What the files are that a glob matches: reply, article, macro or note.'),
  ),
  packs: v.pipe(v.optional(v.array(v.string()), []), v.description('Folders with packs of your own, relative to the workspace folder.')),
});

/** Reads the section; never fails. */
export function readEditorSettings(section: unknown): EditorSettings {
  const problems: string[] = [];
  const raw = asRecord(section);
  const editor = v.parse(editorSchema, usable(editorSchema.entries, raw, problems));
  const config: ConfigInput = v.parse(v.partial(configSchema), usable(configSchema.entries, raw, problems));
  return { ...editor, config, problems };
}

/** The known keys of a section whose values can be used; of lists by key, the entries that can. */
function usable(entries: v.ObjectEntries, raw: Readonly<Record<string, unknown>>, problems: string[]): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(entries)) {
    let value: unknown = raw[key] ?? undefined;
    for (const issue of v.safeParse(schema, value).issues ?? []) {
      const path = [`deskside.${key}`, ...(issue.path ?? []).map((item) => `“${String(item.key)}”`)].join(' → ');
      problems.push(`The setting ${path} cannot be used: ${sentence(issue.message)}`);
      value = without(value, issue.path?.[0]?.key);
    }
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

function sentence(message: string): string {
  const text = message.charAt(0).toLowerCase() + message.slice(1);
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

/** A record without a wrong entry; anything else is dropped whole. */
function without(value: unknown, key: unknown): unknown {
  if (typeof key !== 'string' || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
