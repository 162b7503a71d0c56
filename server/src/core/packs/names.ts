/** Names that Windows keeps for itself, whatever comes after a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;
const LONGEST = 60;

/**
 * A file's name made of a title: letters and digits of any script in lower case, dashes between them. Never empty,
 * a path, hidden or kept by a system for itself.
 */
export function slug(title: string, fallback = 'snippet'): string {
  const words = title.normalize('NFKC').toLowerCase().replace(/['’]/gu, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/gu, '');
  // By characters, as half of one is none.
  const short = Array.from(words).slice(0, LONGEST).join('').replace(/-+$/u, '').normalize('NFC');
  if (short === '') return fallback;
  return RESERVED.test(short) ? `${short}-${fallback}` : short;
}

/** The same, of ASCII letters and digits alone, for the name of a pack and what people type. */
export function plainSlug(title: string, fallback: string): string {
  return slug(title.normalize('NFKD').replace(/[^\p{ASCII}]/gu, ''), fallback);
}

/** Gives names out once each: who comes later gets a number. */
export class UniqueNames {
  private readonly taken = new Set<string>();

  /** @param most characters that the name may have, its number included */
  claim(name: string, most = Infinity): string {
    let free = name.slice(0, most);
    for (let n = 2; this.taken.has(free.toLowerCase()); n++) {
      const end = `-${n}`;
      free = name.slice(0, most - end.length) + end;
    }
    this.taken.add(free.toLowerCase());
    return free;
  }
}
