import { later } from '../../later.js';
import type { Check } from '../check.js';
import { scan } from './scan.js';
import { sign } from './signs.js';

/** Keys and tokens, by the prefixes that their makers gave them for this very purpose. */
const KEYS = later(() => new RegExp(
  [
    String.raw`(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])`,
    String.raw`gh[pousr]_[A-Za-z0-9]{30,255}`,
    String.raw`github_pat_[A-Za-z0-9_]{20,255}`,
    String.raw`glpat-[A-Za-z0-9_-]{20,60}`,
    String.raw`xox[abeprs]-[A-Za-z0-9-]{10,250}`,
    String.raw`(?:sk|rk)_live_[A-Za-z0-9]{16,250}`,
    String.raw`sk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,200}`,
    String.raw`AIza[A-Za-z0-9_-]{35}`,
    String.raw`npm_[A-Za-z0-9]{36}`,
    String.raw`hf_[A-Za-z]{30,40}`,
    String.raw`shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}`,
    String.raw`do[por]_v1_[a-f0-9]{64}`,
    String.raw`(?:whsec|dckr_pat|pypi-AgE|lin_api|figd|sntrys|rubygems|ATATT3)[A-Za-z0-9_=-]{20,250}`,
    String.raw`sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43}`,
    String.raw`ya29\.[A-Za-z0-9_-]{20,250}`,
    String.raw`xapp-\d-[A-Za-z0-9-]{20,250}`,
    String.raw`SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16,64}`,
    String.raw`eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{4,4000}\.[A-Za-z0-9_-]{4,2000}`,
    String.raw`-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----`,
    String.raw`https:\/\/hooks\.slack\.com\/services\/[A-Z0-9]{6,14}\/[A-Z0-9]{6,14}\/[A-Za-z0-9]{16,32}`,
    String.raw`[a-z][a-z0-9+]{1,9}:\/\/[^\s:/@<>{}$"'\x60]{1,64}:[^\s:/@<>{}$*"'\x60]{3,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}`,
  ].map((one) => `(?<![A-Za-z0-9_/])${one}`).join('|'),
  'g',
));

/** What each of them has: its prefix, or the sign before the host of an address. */
const KEY_SIGN = sign({
  words: /AKIA|ASIA|gh[pousr]_|github_|glpat-|xox[abeprs]-|_live_|sk-|AIza|npm_|hf_|shp(?:at|ca|pa|ss)_|do[por]_v|whsec|dckr_|pypi-|lin_api|figd|sntrys|rubygems|ATATT|sq0|ya29|xapp-|SG\.|eyJ|-----B|hooks\.slack|@/,
});

/** A key without a prefix, right after its name: long, and of letters and digits. */
const NAMED_KEY = (): RegExp =>
  /\b(?:(?:api|access|auth|bearer|client|consumer|app|secret|private|account|shared|storage|signing|encryption|webhook|refresh|session)[ _-]?(?:key|token|secret)|AccountKey|SharedAccessKey|authorization:[ \t]*(?:bearer|basic)|bearer)(?:[ \t](?:for|to|of|on)[ \t][\w ]{1,24}?)?(?:[ \t]?(?:is|was|now|[:=]))*[ \t]{0,2}[*_"'“‘`]{0,3}((?=[^\s]*\d)(?=[^\s]*[A-Za-z])[A-Za-z0-9+/_.~-]{16,250}={0,2})/gi;

const NAMED_KEY_SIGN = sign({ digits: 1, words: /key|token|secret|bearer|basic/i });

/** What vendors print in their manuals. */
const SAMPLES = new Set(['AKIAIOSFODNN7EXAMPLE']);

/** Keys, tokens, private keys, and passwords in addresses. */
export const accessKeys: Check = ({ reading: { prose } }) => {
  const known = scan(prose, KEYS, KEY_SIGN).filter(({ written }) => !SAMPLES.has(written) && !/:(?:pass(?:word)?|secret|pw|xxx+|\*+)@/i.test(written));
  const named = scan(prose, NAMED_KEY, NAMED_KEY_SIGN).filter(({ written }) => looksRandom(written) && !SAMPLES.has(written));
  return [...known, ...named.filter(({ start, end }) => !known.some((one) => one.start < end && start < one.end))];
};

/** Neither a file's name nor words joined with hyphens: digits stand among the letters in many places. */
function looksRandom(written: string): boolean {
  const turns = written.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
  return turns >= 3 && !/\.(?:com|net|org|io|html?|php|json|txt|exe|zip)\b/i.test(written);
}

/** The words that restore a wallet. */
const PHRASE = (): RegExp => /\b(?:recovery|seed|backup|mnemonic|secret|wallet)[ \t](?:phrase|words|seed)(?:[ \t](?:is|are|was|were))?[ \t]?:?[ \t]{0,2}["“`]?((?:[a-z]{3,8}(?:,[ \t]|[ \t])){11,23}[a-z]{3,8})/gi;

const PHRASE_SIGN = sign({ words: /(?:recovery|seed|backup|mnemonic|secret|wallet)[ \t](?:phrase|words|seed)/i });

/** Recovery phrases: twelve short words in a row or more. */
export const recoveryPhrases: Check = ({ reading: { prose } }) => scan(prose, PHRASE, PHRASE_SIGN).filter(({ written }) => !/\b(?:the|and|you|your|that|is|are|with|for|not|this)\b/i.test(written));
