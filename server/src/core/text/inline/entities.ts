import { HASH, SPACE } from '../chars.js';

/** Character references of HTML (`&nbsp;`, `&#39;`, `&#x2019;`), which Markdown has too. */

/** The names of U+00A0 to U+00FF, in order. */
const LATIN = ('nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo '
  + 'frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash '
  + 'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde '
  + 'ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml');

/** Names that stand in running text: signs, quotation marks, dashes, spaces, arrows, and letters of Latin Extended. */
const OTHERS = ('quot:22 amp:26 apos:27 lt:3c gt:3e Tab:9 NewLine:a excl:21 num:23 dollar:24 percnt:25 lpar:28 rpar:29 ast:2a plus:2b comma:2c period:2e sol:2f '
  + 'colon:3a semi:3b equals:3d quest:3f commat:40 lsqb:5b lbrack:5b bsol:5c rsqb:5d rbrack:5d lowbar:5f grave:60 lcub:7b lbrace:7b verbar:7c vert:7c '
  + 'rcub:7d rbrace:7d OElig:152 oelig:153 Scaron:160 scaron:161 Yuml:178 fnof:192 circ:2c6 tilde:2dc ensp:2002 emsp:2003 thinsp:2009 hairsp:200a zwnj:200c '
  + 'zwj:200d lrm:200e rlm:200f hyphen:2010 dash:2010 ndash:2013 mdash:2014 horbar:2015 lsquo:2018 rsquo:2019 rsquor:2019 sbquo:201a ldquo:201c rdquo:201d '
  + 'rdquor:201d bdquo:201e dagger:2020 Dagger:2021 bull:2022 bullet:2022 hellip:2026 mldr:2026 permil:2030 prime:2032 Prime:2033 lsaquo:2039 rsaquo:203a '
  + 'euro:20ac trade:2122 larr:2190 uarr:2191 rarr:2192 darr:2193 harr:2194 rightarrow:2192 rArr:21d2 minus:2212 infin:221e asymp:2248 ne:2260 le:2264 '
  + 'ge:2265 check:2713 checkmark:2713 cross:2717 star:2606 starf:2605');

/** What browsers show for `&#128;` to `&#159;`: Windows-1252, as many exports are written. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

let known: ReadonlyMap<string, string> | undefined;

/** What names stand for: made when a text first has one. */
function named(): ReadonlyMap<string, string> {
  const others = OTHERS.split(' ').map((entry): [string, string] => {
    const [name = '', code = ''] = entry.split(':');
    return [name, String.fromCharCode(Number.parseInt(code, 16))];
  });
  return new Map([...LATIN.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]), ...others]);
}

const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/y;
const ENTITIES = new RegExp(ENTITY.source, 'g');

/** The end of the character reference at `at`, or -1. Whether a name is known is not asked. */
export function entityEnd(text: string, at: number, end: number): number {
  ENTITY.lastIndex = at;
  if (text.charCodeAt(at + 1) === SPACE || !ENTITY.test(text)) return -1;
  return ENTITY.lastIndex <= end ? ENTITY.lastIndex : -1;
}

/** What the character reference `[at, end)` stands for; undefined for a name that running text has no use for. */
export function entityText(text: string, at: number, end: number): string | undefined {
  if (text.charCodeAt(at + 1) !== HASH) return (known ??= named()).get(text.slice(at + 1, end - 1));
  const isHex = (text.charCodeAt(at + 2) | 32) === 120;
  const code = Number.parseInt(text.slice(at + (isHex ? 3 : 2), end - 1), isHex ? 16 : 10);
  if (code > 127 && code < 160) return WINDOWS.charAt(code - 128);
  return code === 0 || code > 0x10ffff || (code > 0xd7ff && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
}

/** A text with its character references as what they stand for. */
export function withoutEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITIES, (entity) => entityText(entity, 0, entity.length) ?? entity) : text;
}
