/** As much of a passage as a line of its own has room for in a wide window, in UTF-16 code units. */
export const A_LINE = 160;

/** A passage on one line, cut between two words where it is longer than so many UTF-16 code units; in a word where that is as long as all. */
export function shortened(passage: string, most = 80): string {
  const line = passage.replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : most - 1).replace(/(?:[\s,;:]+|[\ud800-\udbff])$/u, '')}…`;
}

/** Where a sentence ends: not after “e.g.” or “Mr.”, and not before a small letter. */
const FIRST = (): RegExp => /^[^]*?(?<!\b(?:[Ee]\.g|[Ii]\.e|etc|vs|incl|excl|approx|Mrs?|Ms|Dr|St|No)(?=\.))[.!?…][”"’')\]]*(?=\s+[^\s\p{Ll}])/u;

/** What a passage says first, on one line of so many UTF-16 code units: of a snippet's description, when to use it. */
export function firstSentence(passage: string, most: number): string {
  return shortened(FIRST().exec(passage)?.[0] ?? passage, most);
}
