import type { Range } from '../../types.js';
import type { Check } from '../check.js';
import { rangeAt } from '../../ranges.js';
import { matchesIn, passagesWith } from './passages.js';
import { has, sign } from './signs.js';
import { holds, wordSets } from './wordSets.js';

const NUMBER = /\b(?:INC|REQ|RITM|CHG|PRB|TKT|TASK|SCTASK|CASE)[-_]?\d{4,12}\b|(?<=\b(?:[Tt]icket|[Ii]ncident|[Cc]ase)(?: (?:[Nn]o\.?|[Nn]umber|ID))?:? )#?\d{4,12}\b/g;
const NUMBER_SIGN = sign({ digits: 4, words: /(?:INC|REQ|RITM|CHG|PRB|TKT|TASK|CASE)[-_]?\d|(?:[Tt]icket|[Ii]ncident|[Cc]ase)(?: (?:[Nn]o\.?|[Nn]umber|ID))?:? #?\d/ });
const ADDRESS = /(?<![\w.:/+-])[a-z]{1,24}[._][a-z]{1,30}@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12})\b/gi;
const ADDRESS_SIGN = sign({ words: /[a-z]@[a-z\d-]/i });

/** What belongs to one case: ticket numbers, and mail addresses of a person outside the sample domains. */
export const caseNumbers: Check = ({ reading: { prose }, rule }) => {
  const sets = wordSets(rule);
  return passagesWith(prose, NUMBER_SIGN, ADDRESS_SIGN).filter(({ block }) => block.kind !== 'heading').flatMap((passage) => {
    const numbers = has(passage, NUMBER_SIGN) ? matchesIn(prose.text, passage, NUMBER) : [];
    const addresses = has(passage, ADDRESS_SIGN) ? matchesIn(prose.text, passage, ADDRESS).filter((match) => isPerson(match, (list, word) => holds(sets, list, word))) : [];
    if (numbers.length + addresses.length === 0) return NONE;
    const unread = passage.block.spans.filter(({ kind }) => kind === 'code' || kind === 'quote' || kind === 'placeholder');
    return [...numbers, ...addresses].map((match) => rangeOf(match, passage.start)).filter((range) => !rangeAt(unread, range.start));
  });
};

const NONE: readonly Range[] = [];

function rangeOf(match: RegExpMatchArray, offset: number): Range {
  const start = offset + (match.index ?? 0);
  return { start, end: start + match[0].length };
}

/** `jo.smith@…`: two parts, neither of them a role, at a domain that is no sample. */
function isPerson(match: RegExpMatchArray, has: (list: string, word: string) => boolean): boolean {
  const parts = match[0].slice(0, match[0].indexOf('@')).toLowerCase().split(/[._]/);
  const domain = (match[1] ?? '').toLowerCase();
  return !parts.some((part) => has('role', part)) && !has('home', domain) && !/(?:^|\.)example\.|\.(?:test|example|invalid|localhost)$/.test(domain);
}
