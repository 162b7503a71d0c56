import * as v from 'valibot';
import type { Ignore } from '../core/ignore.js';
import { checkData } from './checked.js';
import type { Problem } from './problem.js';
import { readYaml } from './yaml.js';

/** `.deskside-ignore.yaml`: a list of these. */
export const ignoresSchema = v.array(
  v.strictObject({
    rule: v.pipe(v.string(), v.description('Rule id or category.')),
    fingerprint: v.optional(v.pipe(v.string(), v.description('Of the sentence; without it the rule is ignored in the whole file.'))),
    file: v.optional(v.pipe(v.string(), v.description('Path relative to this file.'))),
    reason: v.optional(v.string()),
    date: v.optional(v.string()),
  }),
);

export interface IgnoresFile {
  readonly file: string;
  readonly ignores: readonly Ignore[];
  readonly problems: readonly Problem[];
}

/** Parses and checks the text of an ignore file. */
export async function parseIgnores(text: string, file: string): Promise<IgnoresFile> {
  const yaml = await readYaml(text, file);
  if (yaml.problems.length || yaml.data === null) return { file, ignores: [], problems: yaml.problems };
  const checked = checkData(ignoresSchema, yaml);
  const entries = checked.data ?? [];
  const idle = entries.flatMap((entry, i) => (ignoresSomething(entry) ? [] : [yaml.problemAt([i, 'rule'], 'key', IDLE, 'warning')]));
  return { file, ignores: entries.filter(ignoresSomething).map(withoutUndefined), problems: [...checked.problems, ...idle] };
}

const IDLE = 'This entry ignores nothing yet: say in which “file”, or by its “fingerprint” which sentence. To be rid of a rule everywhere, write “rules: { name: off }” in .deskside.yaml.';

function ignoresSomething({ file, fingerprint }: v.InferOutput<typeof ignoresSchema>[number]): boolean {
  return file !== undefined || fingerprint !== undefined;
}

/** The lines to put at the end of an ignore file. Every value is quoted: a fingerprint may look like a number. */
export function ignoreEntry(ignore: Ignore): string {
  const { rule, fingerprint, file, reason, date } = ignore;
  const fields = Object.entries({ rule, fingerprint, file, reason, date }).filter(([, value]) => value !== undefined);
  return fields.map(([key, value], at) => `${at ? '  ' : '- '}${key}: ${JSON.stringify(value)}\n`).join('');
}

/** The text of an ignore file without some of its entries, everything else as people wrote it. */
export async function withoutIgnores(text: string, gone: readonly Ignore[]): Promise<string> {
  const { isSeq, parseDocument } = await import('yaml');
  const document = parseDocument(text);
  const { contents } = document;
  if (!isSeq(contents)) return text;
  const isGone = (item: unknown): boolean => gone.some((ignore) => FIELDS.every((field) => fieldOf(item, field) === ignore[field]));
  const plain: unknown = contents.toJSON();
  if (Array.isArray(plain)) contents.items = contents.items.filter((_, i) => !isGone(plain[i]));
  return document.toString({ lineWidth: 0 });
}

const FIELDS = ['rule', 'fingerprint', 'file', 'reason', 'date'] as const;

function fieldOf(item: unknown, field: string): unknown {
  return typeof item === 'object' && item !== null ? Reflect.get(item, field) : undefined;
}

function withoutUndefined({ rule, fingerprint, file, reason, date }: v.InferOutput<typeof ignoresSchema>[number]): Ignore {
  return {
    rule,
    ...(fingerprint !== undefined && { fingerprint }),
    ...(file !== undefined && { file }),
    ...(reason !== undefined && { reason }),
    ...(date !== undefined && { date }),
  };
}
