import { isAsciiLetter } from '../text/chars.js';
import type { Snippet } from './pack.js';

/** The beginning of a word: of five letters without accents a number, which costs no string. */
type Stem = number | string;

/** The words by which two texts can be seen to be about the same thing: their beginnings. */
export type Topics = ReadonlySet<Stem>;

const SHORTEST = 4;
const LONGEST = 5;
/** Bits of a letter in the number of a stem. */
const BITS = 5;

/** Stems that were added of late, by their last bits: texts repeat their words, and to look here costs a fifth of asking a set. */
const MOST_LATEST = 4096;
const LATEST = new Int32Array(MOST_LATEST);

/** Words of four letters and more that say nothing of what a text is about: every second reply has them. */
const COMMON = stemsOf(
  `about after again against already also another answer anything around article back because been before being below between both bring cannot
  change changed check checked choose come comes could days does done each else enough even ever every everything example find first from give given
  goes going good happen happened have hear hello help here hope hour hours into issue just keep kind know last later leave left let like likely long
  look made make many matter maybe mean message minutes more morning most much must name need never news next nobody none nothing often once only
  open other others ours over part passage people place please point possible problem question read reason regards reply right round said same says
  send sent shall should show since some someone something soon sorry stand step steps still such sure take takes tell than thank thanks that their
  them then there these they thing things think this those though through time today together told tomorrow took under until upon used using version
  want week weeks well went were what when where whether which while whole will with within without word words work worked working works would write
  wrong yesterday your yours afternoon wish`,
);

/** “refunded” and “refunds” begin alike. Words of three letters and fewer are left out. */
export function stemsOf(text: string): Topics {
  const stems = new Set<Stem>();
  LATEST.fill(0);
  for (let at = 0; at < text.length; ) {
    const from = at;
    let stem = 0;
    let isPlain = true;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127) isPlain = false;
      else if (!isAsciiLetter(code)) break;
      if (at - from < LONGEST) stem = (stem << BITS) | (code & 31);
    }
    if (!isPlain) addOthers(text.slice(from, at), stems);
    else if (at - from >= SHORTEST && LATEST[stem & (MOST_LATEST - 1)] !== stem) {
      LATEST[stem & (MOST_LATEST - 1)] = stem;
      stems.add(stem);
    }
    at++;
  }
  return stems;
}

/** Adds the stems of a stretch in which there is more than plain letters. */
function addOthers(stretch: string, stems: Set<Stem>): void {
  for (const [word] of stretch.toLowerCase().matchAll(/\p{L}{4,}/gu)) {
    const stem = word.slice(0, LONGEST);
    if (/^[a-z]+$/.test(stem)) for (const plain of stemsOf(word.slice(0, LONGEST))) stems.add(plain);
    else stems.add(stem);
  }
}

const known = new WeakMap<Snippet, Topics>();

/** What a snippet is about, without the words of every text; worked out once, because every finding of a draft asks it of the same few snippets. */
export function topicsOfSnippet(snippet: Snippet): Topics {
  const { title, description, tags = [], body } = snippet;
  const topics = known.get(snippet) ?? new Set([...stemsOf([title, description, ...tags, body].join(' '))].filter((stem) => !COMMON.has(stem)));
  known.set(snippet, topics);
  return topics;
}

/** How many of some topics a text has. */
export function shared(topics: Topics, text: Topics): number {
  let count = 0;
  for (const topic of topics) if (text.has(topic)) count++;
  return count;
}
