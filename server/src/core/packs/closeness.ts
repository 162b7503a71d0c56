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

/** What stands in a tab stop until somebody fills it in is nothing that a snippet is about. */
const STOP = /\$\{\d+[:|][^{}]*\}/g;
/** So many snippets tell which words are rare among them. */
const MOST_COUNTED = 1000;

/**
 * How near snippets are to texts. A word that they share counts by how few snippets have it: in a title or a tag as a whole, elsewhere
 * as a half. So 1 is one word that only this snippet is called by, or two that only it has in its text.
 */
export class Closeness {
  readonly #weights = new Map<Snippet, ReadonlyMap<Stem, number>>();
  #spread: ReadonlyMap<Stem, number> | undefined;

  constructor(readonly snippets: readonly Snippet[]) {}

  /** How near a snippet is to what a text is about. */
  of(snippet: Snippet, text: Topics): number {
    const weights = this.#weights.get(snippet) ?? this.#weigh(snippet);
    this.#weights.set(snippet, weights);
    let near = 0;
    for (const [stem, weight] of weights) if (text.has(stem)) near += weight;
    return near;
  }

  #weigh(snippet: Snippet): ReadonlyMap<Stem, number> {
    this.#spread ??= spreadIn(this.snippets.slice(0, MOST_COUNTED));
    const { called, all } = topicsOf(snippet);
    const most = Math.log(Math.min(this.snippets.length, MOST_COUNTED) + 1);
    const rarity = (stem: Stem): number => 1 - Math.log(this.#spread?.get(stem) ?? 1) / most;
    return new Map([...all].map((stem) => [stem, rarity(stem) * (called.has(stem) ? 1 : 0.5)]));
  }
}

/** How many snippets have each word. */
function spreadIn(snippets: readonly Snippet[]): ReadonlyMap<Stem, number> {
  const spread = new Map<Stem, number>();
  for (const snippet of snippets) for (const stem of topicsOf(snippet).all) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  return spread;
}

/** What a snippet is called, and that with what it says of itself and to the customer: without the words of every text. */
function topicsOf({ title, description, tags = [], body }: Snippet): { readonly called: Topics; readonly all: Topics } {
  const called = stemsOf([title, ...tags].join(' '));
  const told = stemsOf(`${description} ${body.replace(STOP, ' ')}`);
  return { called, all: new Set([...called, ...told].filter((stem) => !COMMON.has(stem))) };
}
