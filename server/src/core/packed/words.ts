/** Before every word, how much of it is the beginning of the word before: A for nothing, B for one letter … */
const NONE = 65;
const MOST = 25;

/** Packs words of small letters in alphabetical order, each without what it shares with the one before. */
export function packWords(words: readonly string[]): string {
  return words.map((word, i) => packedAfter(words[i - 1] ?? '', word)).join('');
}

function packedAfter(before: string, word: string): string {
  let shared = 0;
  while (shared < MOST && shared < before.length && word[shared] === before[shared]) shared++;
  return String.fromCharCode(NONE + shared) + word.slice(shared);
}

/** What {@link packWords} packed. */
export function unpackWords(packed: string): readonly string[] {
  const words: string[] = [];
  let before = '';
  for (let at = 0; at < packed.length; ) {
    let end = at + 1;
    while (end < packed.length && !isMark(packed.charCodeAt(end))) end++;
    before = before.slice(0, packed.charCodeAt(at) - NONE) + packed.slice(at + 1, end);
    words.push(before);
    at = end;
  }
  return words;
}

function isMark(code: number): boolean {
  return code >= NONE && code <= NONE + MOST;
}
