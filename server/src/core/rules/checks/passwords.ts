import type { Prose } from '../../text/prose.js';
import type { Check, CheckHit } from '../check.js';
import { rangeAt } from '../../ranges.js';
import { matchesIn, passagesWith } from './passages.js';
import { sign, type Sign } from './signs.js';
import { anyTerm } from './termList.js';

/** What introduces a password: its name, perhaps a few words more, and "is", a colon or an equals sign. */
const PASSWORD =
  /\b(temp(?:orary)?|new|initial|default|old|current|your|admin|wi-?fi|login)?[ \t]?(?:pass(?:word|wd|phrase|code)?|pwd|pw|(?:wi-?fi|wlan|wpa2?|network|router|hotspot)[ \t](?:key|code))\b(?:[ \t]{1,4}(?:for|to|of|on)[ \t]{1,4}[\w ]{1,24}?)?[ \t]{0,4}((?:(?:has been|is now|was|got|is) (?:re)?(?:set|changed|updated) to|is|was|will be|to|as)(?:[ \t]{1,4}now)?[ \t]{0,4}:?|[:=])[ \t]{0,4}[*_"'“‘`]{0,3}([^\s"'”’`<>]{4,64})/gi;

/** A password right after its name: only what can be nothing else counts. */
const BARE = /\b(?:password|passwd|pwd|passcode|passphrase)[ \t]{1,4}["'“‘`]?([^\s"'”’`<>]{8,64})/gi;

/** "log in with sam and Winter24!", "I've reset it to Welcome123". */
const USED = /\b(?:(?:log|sign)(?:ged)?[ -]?(?:in|on)\b[^\n.;]{0,40}?[ \t](?:with|using|as|and|\/)|(?:(?:re)?set|changed|put|switched) (?:it|that|this|yours|your password) (?:back )?to|(?:login|credentials|account)[ \t]{0,2}(?:is|are|:)[ \t]{1,2}[^\s]{2,60}[ \t]{0,2}(?:\/|,|and|\|)|(?:use|try|enter|type)(?=[ \t][^\s]{6,64}[ \t]as[ \t](?:the|your|its)[ \t](?:new[ \t])?pass))[ \t]{1,4}[*_"'“‘`]{0,3}([^\s"'”’`<>]{8,64})/gi;

/** Codes that open something once, and their digits. */
const KIND = String.raw`(?:one[- ]time|verification|security|login|log-in|sign-in|access|authentication|authenticator|otp|2fa|mfa|sms|unlock|recovery|backup|temporary|reset|card|entry|door|gate|alarm|safe|key ?safe|lock(?:box)?|padlock|keypad|voicemail|activation|confirmation)`;
const LINK = String.raw`(?:[ \t]{1,4}(?:for|to|of|on|at)[ \t]{1,4}[\w ]{1,24}?)?(?:[ \t]{1,4}(?:is|was|now|code|number|will be|has been|(?:re)?set|changed|to|as)){0,5}[ \t]{0,4}[:=,]?[ \t]{0,4}[*_"“${'`'}]{0,3}`;
const DIGITS = String.raw`(\d{4,8}|\d{3}[ -]\d{3}|\d{2} \d{2} \d{2}|\d{4} \d{4})(?![\d/]|[.,:-]\d|[ \t](?:days?|hours?|minutes?|digits?|euros?|pounds?|people|%))`;
const CODE = new RegExp(
  [
    String.raw`\b${KIND}[ \t]{1,4}(?:pass)?(?:code|pin|otp|password)\b[^\d\n.!?]{0,24}?[*_"“${'`'}]{0,3}${DIGITS}`,
    String.raw`\b(?:verification|confirmation|activation)[ \t]number\b[^\d\n.!?]{0,24}?${DIGITS}`,
    String.raw`\b(?:otp|pin|passcode|key ?safe|lock ?box|keypad)(?:['’]s)?\b${LINK}${DIGITS}`,
    String.raw`\b(?:cvv2?|cvc2?|cvn|cid)\b[ \t]{0,4}(?:is|code|number)?[ \t]{0,4}[:=]?[ \t]{0,4}(\d{3,4})(?!\d)`,
    String.raw`\b(?:card|security)[ \t]code[ \t]{0,4}(?:is|was|:|=)?[ \t]{0,4}(\d{3,4})(?!\d)`,
    String.raw`\b(?:three|3|four|4|last three|last 3)[ \t](?:digits|numbers|figures)[ \t][^\d\n.!?]{0,12}\b(?:back|reverse|strip|front)\b[^\d\n.!?]{0,24}(\d{3,4})(?!\d)`,
    String.raw`\b(?:code|pin|number|digits)\b[^\d\n.!?]{0,24}\b(?:text(?:ed)?|sms|text message|authenticator|your (?:phone|mobile))\b[^\d\n.!?]{0,24}${DIGITS}`,
    String.raw`\b(?:use|enter|type)(?:[ \t]in)?[ \t](?:the[ \t])?code[ \t]{1,2}(\d{6}|\d{3}[ -]\d{3})[ \t]to[ \t](?:sign|log|verify|confirm|unlock)`,
    String.raw`(?<![\d.,:/#-])(\d{6}|\d{3}[ -]\d{3})[ \t](?:is|was)[ \t](?:your|the)[ \t](?:[a-z-]{2,16}[ \t]){0,2}(?:code|pin|otp|passcode)\b`,
  ].join('|'),
  'gi',
);

/** How far around a code its sentence is asked what it opens, in characters. */
const NEARBY = 48;

/** The network that a house shares with its guests; a customer's own is "your Wi-Fi". */
const GUEST_NETWORK = /\b(?:(?:guests?|visitors?)['’]?[ -](?:wi-?fi|wlan|network|hotspot)|(?<!your |your new |your own )(?:wi-?fi|wlan|hotspot)[ \t](?:password|passcode|passphrase|code|key|pass)(?=[ \t:=])(?! (?:to|as|(?:has been|was|got|is) (?:re)?(?:set|changed|updated))\b))/i;

/** What a password, a code or the talk of one has at least. */
const PASSWORD_SIGN = sign({ words: /pass|pw|(?:fi|wlan|wpa2?|network|router|hotspot)[ \t](?:key|code)/i });
const BARE_SIGN = sign({ digits: 1, words: /pass|pwd/i });
const USED_SIGN = sign({ digits: 1, words: /(?:log|sign)(?:ged)?[ -]?(?:in|on)|set (?:it|that|this|yours|your)|changed|back to|login|credentials|account|as[ \t](?:the|your|its)/i });
const CODE_SIGN = sign({ digits: 3, words: /code|\Wpin|otp|pass|number|safe|box|keypad|cv[vcn]|cid|digits|figures/i });

/** Passwords that stand in the text for everybody to read. */
export const passwords: Check = ({ reading: { prose } }) => [
  ...found(prose, PASSWORD, PASSWORD_SIGN, (match, around) => (looksLikePassword(match[3] ?? '', match[1] ?? '') && !GUEST_NETWORK.test(around) ? match[3] : undefined)),
  ...found(prose, BARE, BARE_SIGN, (match) => (isUnmistakable(match[1] ?? '') || isMixed(match[1] ?? '') ? match[1] : undefined)),
  ...found(prose, USED, USED_SIGN, (match) => (isUnmistakable(match[1] ?? '') || isMixed(match[1] ?? '') ? match[1] : undefined)),
];

/** Codes and PINs that stand in the text, but for those that open a place to whoever is sent there. */
export const oneTimeCodes: Check = ({ reading: { prose }, rule: { words = {} } }) => {
  const [place, secret] = [anyTerm(words['place']), anyTerm(words['private'])];
  return found(prose, CODE, CODE_SIGN, (match, around) => (place.test(around) && !secret.test(around) ? undefined : match.slice(1).find((group) => group !== undefined)));
};

/** Looks through every block, a line at a time; what the reader of quoted text sees elsewhere is not the writer's. */
function found(prose: Prose, pattern: RegExp, wanted: Sign, secretOf: (match: RegExpExecArray, around: string) => string | undefined): readonly CheckHit[] {
  const { text, kind } = prose;
  return passagesWith(prose, wanted).flatMap((passage) => {
    const code = kind === 'article' ? passage.block.spans.filter((span) => span.kind === 'code') : [];
    return matchesIn(text, passage, pattern).flatMap((match) => {
      const secret = trimmed(secretOf(match, around(text, passage.start + match.index, match[0].length)) ?? '');
      const at = passage.start + match.index + match[0].lastIndexOf(secret);
      if (secret === '' || rangeAt(code, at)) return [];
      return [{ start: at, end: at + secret.length }];
    });
  });
}

/** The match with what stands close to it in its sentence, which says what it is for. */
function around(text: string, start: number, length: number): string {
  const before = text.slice(Math.max(0, start - NEARBY), start).split(/[.!?]\s|\n/).at(-1) ?? '';
  const after = text.slice(start + length, start + length + NEARBY).split(/[.!?;,\n]/, 1)[0] ?? '';
  return before + text.slice(start, start + length) + after;
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

/** A capital, small letters and two digits at least, as "Welcome123" and no product's name or version. */
function isMixed(written: string): boolean {
  const secret = trimmed(written);
  return /^[A-Z][a-z]{3,}[A-Za-z!_-]*\d{2,}[!?#]*$/.test(secret) && !/^(?:Windows|Office|Version|Android|Server|Exchange|Release|Model|Chrome|Firefox)/.test(secret);
}
