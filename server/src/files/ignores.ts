import * as v from 'valibot';
import type { Document } from 'yaml';
import type { Ignore } from '../core/ignore.js';
import { issuesOf } from '../core/issues.js';
import type { TextEdit } from '../core/types.js';
import { isWithin } from './paths.js';
import { byPlace, type Problem } from './problem.js';
import { readYaml } from './yaml.js';

const NO_FINGERPRINT = 'This is no fingerprint, which is 16 of the signs 0 to 9 and a to f. The light bulb at the finding writes the entry anew; without “fingerprint” and with “file”, the rule is ignored in the whole file.';

const entrySchema = v.strictObject({
  rule: v.pipe(v.string(), v.description('Rule id or category.')),
  fingerprint: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, NO_FINGERPRINT), v.description('Of the sentence; without it the rule is ignored in the whole file.'))),
  file: v.optional(v.pipe(v.string(), v.description('Path relative to this file.'))),
  reason: v.optional(v.string()),
  date: v.optional(v.string()),
});

/** `.deskside-ignore.yaml`: a list of these. */
export const ignoresSchema = v.array(entrySchema);

/** An ignore file, read. */
export interface IgnoresFile {
  readonly file: string;
  readonly ignores: readonly Ignore[];
  readonly problems: readonly Problem[];
  /** A warning at the rule of one of the ignores. */
  readonly warningAt: (ignore: Ignore, message: string) => Problem;
}

/**
 * Parses and checks the text of an ignore file. An entry with a mistake in it is left out whole: without its
 * fingerprint, for one, it would ignore more than it was meant to. The others hold.
 */
export async function parseIgnores(text: string, file: string): Promise<IgnoresFile> {
  const yaml = await readYaml(text, file);
  const atRule = (entry: number, message: string): Problem => yaml.problemAt([entry, 'rule'], 'value', message, 'warning');
  if (yaml.problems.length || yaml.data === null) return { file, ignores: [], problems: yaml.problems, warningAt: (_, message) => atRule(0, message) };
  const issues = issuesOf(ignoresSchema, yaml.data);
  const wrong = new Set(issues.map(({ path: [entry] }) => entry));
  const entries = Array.isArray(yaml.data) ? yaml.data.map((entry: unknown, i) => (wrong.has(i) ? undefined : v.parse(entrySchema, entry))) : [];
  const problems = issues.map(({ path, part, message }) => yaml.problemAt(path, part, message)).sort(byPlace);
  const idle = entries.flatMap((entry, i) => (!entry || ignoresSomething(entry) ? [] : [yaml.problemAt([i, 'rule'], 'key', IDLE, 'warning')]));
  const held = new Map(entries.flatMap((entry, i) => (entry && ignoresSomething(entry) ? [[withoutUndefined(entry), i] as const] : [])));
  return { file, ignores: [...held.keys()], problems: [...problems, ...idle], warningAt: (ignore, message) => atRule(held.get(ignore) ?? 0, message) };
}

const IDLE = 'This entry ignores nothing yet: say in which “file”, or by its “fingerprint” which sentence. To be rid of a rule everywhere, write “rules: { name: off }” in .deskside.yaml.';

function ignoresSomething({ file, fingerprint }: v.InferOutput<typeof entrySchema>): boolean {
  return file !== undefined || fingerprint !== undefined;
}

/** The lines to put at the end of an ignore file. Every value is quoted: a fingerprint may look like a number. */
export function ignoreEntry(ignore: Ignore): string {
  const { rule, fingerprint, file, reason, date } = ignore;
  const fields = Object.entries({ rule, fingerprint, file, reason, date }).filter(([, value]) => value !== undefined);
  return fields.map(([key, value], at) => `${at ? '  ' : '- '}${key}: ${JSON.stringify(value)}\n`).join('');
}

/**
 * The text of an ignore file with one more entry, everything else as people wrote it.
 * @param comment stands above the entry; @returns undefined where the file holds something else than a list
 */
export async function withIgnore(text: string, ignore: Ignore, comment?: string): Promise<string | undefined> {
  const { isSeq, parseDocument, YAMLSeq } = await import('yaml');
  const document: Document = parseDocument(text);
  const list = document.contents ?? new YAMLSeq();
  if (!isSeq(list) || document.errors.length > 0) return undefined;
  document.contents = list;
  const entry = document.createNode(ignore);
  if (comment) entry.commentBefore = ` ${comment}`;
  list.flow = false;
  list.add(entry);
  return document.toString({ lineWidth: 0 });
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

/**
 * What to change in the text of an ignore file when a file, or a folder with files in it, gets another name.
 * @param from relative to the ignore file, as `to` is
 */
export async function renameInIgnores(text: string, from: string, to: string): Promise<readonly TextEdit[]> {
  const { isMap, isScalar, isSeq, parseDocument } = await import('yaml');
  const { contents } = parseDocument(text);
  const entries: readonly unknown[] = isSeq(contents) ? contents.items : [];
  return entries.flatMap((entry) => {
    const file: unknown = isMap(entry) ? entry.get('file', true) : undefined;
    if (!isScalar(file) || typeof file.value !== 'string' || !file.range || !isWithin(file.value, from)) return [];
    return [{ start: file.range[0], end: file.range[1], text: JSON.stringify(to + file.value.slice(from.length)) }];
  });
}

const FIELDS = ['rule', 'fingerprint', 'file', 'reason', 'date'] as const;

function fieldOf(item: unknown, field: string): unknown {
  return typeof item === 'object' && item !== null ? Reflect.get(item, field) : undefined;
}

function withoutUndefined({ rule, fingerprint, file, reason, date }: v.InferOutput<typeof entrySchema>): Ignore {
  return {
    rule,
    ...(fingerprint !== undefined && { fingerprint }),
    ...(file !== undefined && { file }),
    ...(reason !== undefined && { reason }),
    ...(date !== undefined && { date }),
  };
}
