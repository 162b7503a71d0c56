const NOTHING = /(?!)/;
const known = new WeakMap<readonly string[], RegExp>();

/** Finds any of a rule's terms as whole words, in any case; “key safe” stands for “keysafe” and “key-safe” as well. */
export function anyTerm(terms: readonly string[] | undefined): RegExp {
  if (!terms || terms.length === 0) return NOTHING;
  const pattern = known.get(terms) ?? new RegExp(String.raw`\b(?:${terms.map((term) => term.split(/[ -]/).map(escaped).join('[ -]?')).join('|')})\b`, 'i');
  known.set(terms, pattern);
  return pattern;
}

function escaped(word: string): string {
  return word.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
