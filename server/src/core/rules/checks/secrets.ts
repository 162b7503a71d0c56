import type { Check, CheckHit } from '../check.js';
import { isToPayInto } from './payees.js';
import { isCardNumber, isIban, isSocialSecurityNumber } from './checksums.js';
import { isNear, scan, type Found } from './scan.js';
import { sign } from './signs.js';

const CARD = (): RegExp => /(?<![\p{L}\p{N}*_./=@#-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}*_/=@-]|\.\d)/gu;
const CARD_SIGN = sign({ digits: 13 });

/** Card numbers: checksum, issuer and length agree; a run without groups needs a word about cards beside it. */
export const cardNumbers: Check = ({ reading: { prose } }) =>
  scan(prose, CARD, CARD_SIGN)
    .filter((found) => isCardNumber(digitsOf(found.written)) && (isGrouped(found.written) || isNear(prose.text, found, /\b(?:cards?|visa|master ?card|amex|american express|discover|maestro|jcb|diners|union ?pay|credit|debit|pan|cvv|cvc|security code|payments?|paid|charged?|expiry|expires|exp|valid thru)\b/i)))
    .map((found) => masked(prose.text, found, digitsOf(found.written).slice(-4), 'card'));

const IBAN = (): RegExp => /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/gu;
const IBAN_SIGN = sign({ digits: 2, words: /[A-Z]{2}\d{2}/ });

/** International bank account numbers of customers. */
export const ibans: Check = ({ reading: { prose } }) =>
  scan(prose, IBAN, IBAN_SIGN)
    .flatMap((found) => trimmedIban(found) ?? [])
    .filter((found) => !isToPayInto(prose.text, found))
    .map((found) => masked(prose.text, found, found.written.replace(/[ -]/g, '').slice(-4), 'IBAN'));

/** A document of a person's, and its number, which has a digit or more. */
const DOCUMENT = (): RegExp => /\b(?:aadhaar|social insurance|medicare|nhs|national id(?:entity)?|identity card|id card|passport|driv(?:er'?s?|er’s|ing)[ \t]licen[cs]e)(?:[ \t](?:number|no\.?|nr\.?|#))?(?:[ \t](?:on file|on record|you gave us|we have))?[ \t]{0,2}(?:is|was|as|:|,|#)?[ \t]{1,2}((?=[A-Z0-9]*\d{3})[A-Z0-9]{6,18}|\d{3,4}(?:[ -]\d{3,4}){2,3})(?![\p{L}\p{N}-])/giu;

const DOCUMENT_SIGN = sign({ digits: 3, words: /aadhaar|insurance|medicare|nhs|national id|identity card|id card|passport|licen[cs]e/i });

const SOCIAL_SECURITY = (): RegExp => /\b(?:ssn|social security)(?:[ \t](?:number|no\.?))?#?[ \t]{0,2}(?:is|was|as|:)?[ \t]{1,2}(\d{9}|\d{3} \d{2} \d{4})(?![\d-])/gi;
const SOCIAL_SECURITY_SIGN = sign({ digits: 9, words: /ssn|social security/i });
const GROUPED = (): RegExp => /(?<![\p{L}\p{N}/.-])\d{3}-\d{2}-\d{4}(?![\p{L}\p{N}/-]|\.\d)/gu;
const GROUPED_SIGN = sign({ digits: 9, words: /\d-\d{2}-\d/ });
const INSURANCE = (): RegExp => /(?<![\p{L}\p{N}])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/gu;
const INSURANCE_SIGN = sign({ digits: 6, words: /[A-Z]{2} ?\d{2} ?\d{2}/ });

/** Social security and national insurance numbers, and the numbers of other documents. */
export const nationalIds: Check = ({ reading: { prose } }) =>
  [
    ...scan(prose, DOCUMENT, DOCUMENT_SIGN),
    ...scan(prose, SOCIAL_SECURITY, SOCIAL_SECURITY_SIGN),
    ...scan(prose, GROUPED, GROUPED_SIGN).filter(({ written }) => isSocialSecurityNumber(written.slice(0, 3), written.slice(4, 6), written.slice(7))),
    ...scan(prose, INSURANCE, INSURANCE_SIGN).filter((found) => isNear(prose.text, found, /insurance|\bni(?:no?)?\b/i)),
  ].map((found) => masked(prose.text, found, found.written.replace(/[ -]/g, '').slice(-4), 'number'));

/** A bank account beside its branch: "sort code 20-32-06, account number 43829177". */
const ACCOUNT = (): RegExp => /\b(?:sort[ -]?code|routing(?:[ \t](?:number|no\.?))?|bsb|ifsc)[ \t]{0,2}(?:is|:)?[ \t]{0,2}[A-Z0-9][A-Z0-9 -]{4,12}(?:,|;|[ \t]and|[ \t]*\n|[ \t]\/|\.)[ \t]{0,3}(?:your[ \t]|the[ \t]|bank[ \t])*acc(?:oun)?t\.?(?:[ \t](?:number|no\.?))?[ \t]{0,2}(?:is|:)?[ \t]{0,2}(\d{4,17})(?!\d)/gi;

const ACCOUNT_SIGN = sign({ digits: 4, words: /sort[ -]?code|routing|bsb|ifsc/i });

/** Account numbers of customers; the ones that customers are to pay into are ours. */
export const bankAccounts: Check = ({ reading: { prose } }) =>
  scan(prose, ACCOUNT, ACCOUNT_SIGN)
    .filter((found) => !isToPayInto(prose.text, found))
    .map((found) => masked(prose.text, found, found.written.slice(-4), 'account'));

function digitsOf(written: string): string {
  return written.replace(/\D/g, '');
}

/** Groups of four, or four, six and five. */
function isGrouped(written: string): boolean {
  return /^\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}$/.test(written) || /^\d{4}([ -])\d{6}\1\d{4,5}$/.test(written);
}

/** The words after an IBAN may be in capitals too: the longest beginning that adds up. */
function trimmedIban(found: Found): Found | undefined {
  for (let length = found.written.length; length > 14; length--) {
    const written = found.written.slice(0, length);
    if (!/[ -]$/.test(written) && isIban(written.replace(/[ -]/g, ''))) return { start: found.start, end: found.start + length, written };
  }
  return undefined;
}

/** "ending in 1111", with the noun before it unless the text has just said it; "the number is *the one* ending in 1111". */
function masked(text: string, { start, end }: Found, last: string, noun: string): CheckHit {
  const said = new RegExp(`(?:${noun}|account|ssn|passport|licence|license|visa|mastercard|amex)(?: (?:number|no\\.?))?(:? ?| (?:is|was) )$`, 'i').exec(text.slice(Math.max(0, start - 28), start));
  const which = said?.[1]?.includes('s') ? 'the one ' : '';
  return { start, end, extra: { masked: `${said ? which : `the ${noun} `}ending in ${last}`, last } };
}
