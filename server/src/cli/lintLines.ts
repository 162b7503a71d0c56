import type { Finding, Kind } from '../core/index.js';
import { isKind } from '../files/kinds.js';
import type { Resolver } from '../files/resolve.js';
import { byteLines } from './byteLines.js';
import type { ByteLine } from './byteLines.js';
import type { Desk } from './desk.js';
import type { Io } from './io.js';
import type { LintOptions } from './lintOptions.js';
import { answerLine } from './report/jsonReporters.js';

/** Far longer than any reply; what is longer is somebody's mistake and must not fill the memory. */
const LONGEST_LINE = 32 * 1024 * 1024;

type Id = string | number | null;

/** A line of `--input ndjson`, or what is wrong with it. */
type Asked = { readonly id: Id; readonly kind: Kind; readonly text: string } | { readonly id: Id; readonly error: string };

/**
 * `--input ndjson`: answers every line of standard input with a line, in order, as they come. A line that
 * cannot be read is answered with `{"id","line","error"}`. The config is that of the working folder.
 * @returns the severities of all findings
 */
export async function lintLines(io: Io, options: LintOptions, desk: Desk, resolver: Resolver): Promise<ReadonlySet<Finding['severity']>> {
  const settings = await resolver.settings(io.cwd);
  const found = new Set<Finding['severity']>();
  let line = 0;
  for await (const bytes of byteLines(io.in, LONGEST_LINE)) {
    line++;
    const asked = readLine(bytes, options.kind);
    if (!asked) continue;
    if ('error' in asked) {
      desk.failed = true;
      await io.out.write(`${JSON.stringify({ id: asked.id, line, error: asked.error })}\n`);
      continue;
    }
    const findings = await desk.findings({ text: asked.text, kind: asked.kind, languageId: 'markdown' }, settings, undefined);
    for (const { severity } of findings) found.add(severity);
    await io.out.write(answerLine(asked.id, findings));
  }
  return found;
}

/** @returns undefined for a blank line */
function readLine({ bytes, tooLong }: ByteLine, kind: Kind | undefined): Asked | undefined {
  if (tooLong) return { id: null, error: `The line is longer than ${LONGEST_LINE / 1024 / 1024} MB.` };
  const line = decode(bytes);
  if (line === undefined) return { id: null, error: 'The line is not UTF-8.' };
  if (!line.trim()) return undefined;
  try {
    return checkRecord(JSON.parse(line), kind);
  } catch {
    return { id: null, error: 'The line is not JSON; put one object on each line.' };
  }
}

function checkRecord(record: unknown, only: Kind | undefined): Asked {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return { id: null, error: 'The line is not an object like {"id":"1","kind":"reply","text":"…"}.' };
  const { id: given = null, kind = 'reply', text } = record as Readonly<Record<string, unknown>>;
  const id = typeof given === 'string' || typeof given === 'number' ? given : null;
  if (id !== given) return { id, error: '“id” must be text or a number.' };
  if (typeof text !== 'string') return { id, error: `“text” ${text === undefined ? 'is missing' : 'must be text'}.` };
  if (!isKind(kind)) return { id, error: `“kind” cannot be ${JSON.stringify(kind)}. It can be reply, article, macro, note.` };
  return { id, kind: only ?? kind, text };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
