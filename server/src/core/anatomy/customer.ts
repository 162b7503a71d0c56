import { SITUATIONS, type Situation } from '../packs/pack.js';
import { remembered } from '../remembered.js';
import type { Program } from '../rules/program.js';
import type { Reading } from '../reading/reading.js';
import { each, finish, type Steps } from '../steps.js';
import type { Prose } from '../text/prose.js';

/** What the customer wrote for, as far as their quoted words show: the cues `wrote-of-…`. */
export function situationsOf({ quoted }: Reading, program: Program): readonly Situation[] {
  if (quoted.length === 0) return [];
  return SITUATIONS.filter((situation) => {
    const cue = program.cue(`wrote-of-${situation}`);
    return cue !== undefined && quoted.some((sentence) => cue.holds(sentence));
  });
}

const ATTRIBUTION = (): RegExp => /^(?:on\b[^\n]*?\d[^\n]*?[,>]\s*)(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,2})\s*(?:<[^>\n]*>)?\s*(?:wrote|writes)\s*:/imu;
const FROM = (): RegExp => /^\**from\**:\**\s*"?(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,2})"?/imu;
const NAME_LINE = (): RegExp => /^\s*>?\s*(?:[-–—~]\s?)?(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*){0,2})\s*$/u;
const GOODBYE = /^\s*>?\s*(?:(?:kind |best |warm |many )?(?:regards|wishes|thanks)|thanks|thank you|cheers|yours(?: \w+)?|sincerely|best|love|all the best)\b[^\n]{0,20}$/i;

/** As much of a quotation as is looked at. */
const MOST_READ = 8_000;

/** The names the customer goes by: the front matter's, else those they signed or wrote under. */
export function customerNames(reading: Reading): readonly string[] {
  return finish(readingCustomerNames(reading));
}

/** The names that a thread is signed with, once they are read. */
const signedIn = remembered((_: Prose): { names?: readonly string[] } => ({}));

/** The same, step by step. */
export function* readingCustomerNames({ prose }: Reading): Steps<readonly string[]> {
  const given = prose.frontMatter.get('customer');
  if (given !== undefined) return isPerson(given) ? [given] : [];
  const signed = signedIn(prose);
  return (signed.names ??= yield* signedNames(prose));
}

function* signedNames({ text, quotes }: Prose): Steps<readonly string[]> {
  const names: string[] = [];
  yield* each(quotes, ({ start, end, names: known }) => void names.push(...(known ?? namesIn(text.slice(start, Math.min(end, start + MOST_READ))))));
  return names;
}

/** Companies, addresses and numbers greet nobody. */
export function isPerson(name: string): boolean {
  return /^[\p{L}'’. -]+$/u.test(name) && !/\b(?:ltd|inc|llc|gmbh|plc|corp|co|company|team|group|bank|school|university|council)\b/i.test(name);
}

/** Who wrote a quotation, and who signed it; one quoted twice is left out. */
function namesIn(quotation: string): readonly string[] {
  const own = quotation.split('\n').filter((line) => !/^\s*>\s*>/.test(line));
  const heads = [ATTRIBUTION, FROM].flatMap((pattern) => pattern().exec(quotation)?.[1] ?? []);
  const lastSaid = own.reduce((last, line, i) => (/^[\s>]*$/.test(line) ? last : i), -1);
  const signed = own.flatMap((line, i) => {
    const above = own.slice(Math.max(0, i - 2), i).some((one) => GOODBYE.test(one));
    const afterSentence = i > 0 && /(?:[.!?]|^[\s>]*)$/.test(own[i - 1] ?? '');
    return above || (i >= lastSaid && afterSentence) ? (NAME_LINE().exec(line)?.[1] ?? []) : [];
  });
  return [...heads, ...signed];
}
