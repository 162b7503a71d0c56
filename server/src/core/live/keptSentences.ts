import { firstAfter } from '../ranges.js';
import { remembered } from '../remembered.js';
import { matchedIn, type Matched } from '../rules/findings.js';
import { Sentence, type SentenceMaker } from '../reading/reading.js';
import type { Selection } from '../rules/selection.js';
import type { Block } from '../text/prose.js';
import type { Range } from '../types.js';

/**
 * Sentences of a text as it was read last. What the next version says in the same words and the same markup is taken over,
 * with all that is known of it: its tokens, its clauses, what matches it, what it votes for as a move.
 */
export class KeptSentences {
  readonly #offered = new Map<string, Offer>();
  #matched: { readonly selection: Selection; readonly of: (sentence: Sentence) => readonly Matched[] } | undefined;

  /** Offers sentences that stood in a text, to be taken over. */
  offer(text: string, sentences: readonly Sentence[]): void {
    for (const sentence of sentences) {
      const key = keyOf(text, sentence.block, sentence);
      const same = this.#offered.get(key);
      if (same) same.sentences.push(sentence);
      else this.#offered.set(key, { sentences: [sentence], taken: 0 });
    }
  }

  /** Forgets what nobody has taken over. */
  clear(): void {
    this.#offered.clear();
  }

  readonly make: SentenceMaker = (home, block, range, index) => {
    const known = this.#offered.size > 0 ? takenFrom(this.#offered.get(keyOf(home.reading.prose.text, block, range))) : undefined;
    if (!known) return new Sentence(home, block, range, index);
    known.standIn(home, block, range.start, index);
    return known;
  };

  /** Makes what tells where the patterns of a selection match a sentence; told anew for what is new. */
  matchedBy(selection: Selection): (sentence: Sentence) => readonly Matched[] {
    if (this.#matched?.selection !== selection) this.#matched = { selection, of: remembered((sentence) => matchedIn(selection, sentence)) };
    return this.#matched.of;
  }
}

/** Sentences that are read alike, and how many of them, from the first on, are taken over: a text may say one thing on ten thousand lines. */
interface Offer {
  readonly sentences: Sentence[];
  taken: number;
}

function takenFrom(offer: Offer | undefined): Sentence | undefined {
  return offer?.sentences[offer.taken++];
}

/** All that a sentence is read from: its words with a character to either side, the kind of its block, and what is no plain text in it. */
function keyOf(text: string, { kind, ordered, spans }: Block, { start, end }: Range): string {
  let key = `${kind}${ordered === true ? '#' : ''} ${end - start} `;
  for (let i = firstAfter(spans, start); i < spans.length; i++) {
    const span = spans[i];
    if (!span || span.start > end) break;
    if (span.kind !== 'text' || span.start > start || span.end < end) key += `${span.kind}${span.start - start},${span.end - start}${span.says ?? ''} `;
  }
  return key + (start === 0 ? '\n' : '') + text.slice(Math.max(0, start - 1), end + 1);
}
