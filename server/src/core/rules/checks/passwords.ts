import type { Prose } from '../../text/prose.js';
import type { Check, CheckHit } from '../check.js';
import { rangeAt } from '../rangeAt.js';

/** What introduces a password: its name, perhaps a few words more, and "is", a colon or an equals sign. */
const PASSWORD =
  /\b(temp(?:orary)?|new|initial|default|old|current|your|admin|wi-?fi|login)?[ \t]?(?:pass(?:word|wd|phrase|code)?|pwd|pw)\b(?:[ \t]{1,4}(?:for|to|of|on)[ \t]{1,4}[\w ]{1,24}?)?[ \t]{0,4}((?:is|was|will be|to|(?:has been|is now|was|got) (?:re)?(?:set|changed|updated) to)(?:[ \t]{1,4}now)?[ \t]{0,4}:?|[:=])[ \t]{0,4}[*_"'“‘`]{0,3}([^\s"'”’`<>]{4,64})/gi;

/** A password right after its name: only what can be nothing else counts. */
const BARE = /\b(?:password|passwd|pwd)[ \t]{1,4}["'“‘`]?([^\s"'”’`<>]{8,64})/gi;

/** Codes that open something once, and their digits. */
const CODE = /\b(?:one[- ]time|verification|security|login|log-in|sign-in|access|authentication|authenticator|otp|2fa|mfa|sms|unlock|recovery|backup|temporary|reset|card)[ \t]{1,4}(?:pass)?(?:code|pin|otp|password)\b[^\d\n.!?]{0,24}?[*_"“`]{0,3}(\d{4,8}|\d{3}[ -]\d{3})(?!\d)|\b(?:otp|pin|passcode)\b(?:[ \t]{1,4}(?:is|code|number)){0,2}[ \t]{0,4}[:=]?[ \t]{0,4}[*_"“`]{0,3}(\d{4,8})(?!\d)|\b(?:cvv2?|cvc2?|cid)\b[ \t]{0,4}(?:is|code|number)?[ \t]{0,4}[:=]?[ \t]{0,4}(\d{3,4})(?!\d)/gi;

/** Passwords that stand in the text for everybody to read. */
export const passwords: Check = ({ reading: { prose } }) => [
  ...found(prose, PASSWORD, (match) => (looksLikePassword(match[3] ?? '', match[1] ?? '') ? match[3] : undefined)),
  ...found(prose, BARE, (match) => (isUnmistakable(match[1] ?? '') ? match[1] : undefined)),
];

/** Codes and PINs that stand in the text. */
export const oneTimeCodes: Check = ({ reading: { prose } }) => found(prose, CODE, (match) => match[1] ?? match[2] ?? match[3]);

/** Looks through every block, a line at a time; what the reader of quoted text sees elsewhere is not the writer's. */
function found({ text, blocks, kind }: Prose, pattern: RegExp, secretOf: (match: RegExpMatchArray) => string | undefined): readonly CheckHit[] {
  return blocks.flatMap(({ start, end, spans }) => {
    const code = kind === 'article' ? spans.filter((span) => span.kind === 'code') : [];
    return [...text.slice(start, end).matchAll(pattern)].flatMap((match) => {
      const secret = trimmed(secretOf(match) ?? '');
      const at = start + match.index + match[0].lastIndexOf(secret);
      if (secret === '' || rangeAt(code, at)) return [];
      return [{ start: at, end: at + secret.length }];
    });
  });
}

function trimmed(secret: string): string {
  return secret.replace(/[.,;:)*_]+$/, '');
}

/** Letters with digits or signs among them, as no word of English has; a variable, a mask and a file name are none. */
function looksLikePassword(written: string, kind: string): boolean {
  const secret = trimmed(written);
  if (secret.length < 5 || /^[$%{[(<*•]|^x{3,}$|^https?:|\.(?:com|org|net|txt|json|html?|exe|png|log)$|@[\w-]+\./i.test(secret)) return false;
  const letters = /[a-z]/i.test(secret);
  const digits = /\d/.test(secret);
  const signs = /[!#$%^&*+=?@~]/.test(secret.slice(0, -1)) || /[#$%^&*+=@~]$/.test(secret);
  const mixed = /[a-z][A-Z]/.test(secret) && !/^[A-Z][a-z]+[A-Z][a-z]+$/.test(secret);
  const shorthand = /^(?:\d+[a-z]{1,3}|v?\d[\d.]*|[a-z]{1,2}\d|\d+-[a-z]+)$/i.test(secret);
  return (letters && digits && !shorthand) || (letters && signs) || (mixed && /temp|new|initial|default/i.test(kind));
}

/** Letters, digits and a sign at once. */
function isUnmistakable(written: string): boolean {
  return /[a-z]/i.test(written) && /\d/.test(written) && /[!#$%^&*+=?~]/.test(written) && !/^[$%{[(<*]|:\/\//.test(written);
}
