/** What a character is to the tokeniser. */
export const enum Char { letter, digit, apostrophe, hyphen, sign, space, other }

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-z]/i.test(char)) return Char.letter;
  if (/[0-9]/.test(char)) return Char.digit;
  if (char === "'") return Char.apostrophe;
  if (char === '-') return Char.hyphen;
  if (/\s/.test(char)) return Char.space;
  return ',:;?!()[].'.includes(char) ? Char.sign : Char.other;
});

/** What the character of a code is to the tokeniser. */
export function kindOf(code: number): Char {
  return code < 128 ? (ASCII[code] ?? Char.other) : kindOfWide(code);
}

function kindOfWide(code: number): Char {
  if (code === 0x2019 || code === 0x2bc) return Char.apostrophe;
  if (code === 0x2013 || code === 0x2014 || code === 0x2026) return Char.sign;
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x206f) || code === 0x3000 || code === 0xfeff) return Char.space;
  return code < 0xc0 || (code >= 0x2100 && code <= 0x2bff) || (code >= 0xd800 && code <= 0xdfff) ? Char.other : Char.letter;
}

const IN_WORD = ASCII.map((kind) => (kind === Char.letter || kind === Char.digit ? 1 : 0));

/** 1 for a letter or digit, 0 for any other character: a number to reckon with, where nothing is to be decided. */
export function inWord(code: number): number {
  return code < 128 ? (IN_WORD[code] ?? 0) : Number(kindOfWide(code) === Char.letter);
}
