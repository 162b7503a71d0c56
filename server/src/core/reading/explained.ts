import type { Phrase } from '../phrase/compile.js';
import { findAll, mayMatch } from '../phrase/match.js';
import { normalise } from '../phrase/wordTable.js';
import type { Range } from '../types.js';
import { firstFrom } from '../ranges.js';
import type { Sentence } from './reading.js';

/** How far to either side of a term its explanation is looked for, in characters. */
const REACH = 80;

/** What is written right before and after something, in its own block. */
interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** The text on both sides of a range, without emphasis marks, in lower case. */
function surroundings({ start, end }: Range, { block, reading: { prose } }: Sentence): Surroundings {
  // A space that is one already need not become one: they are many.
  const plain = (from: number, to: number) => normalise(prose.text.slice(from, to)).replace(/[*_`"“”]+/g, '').replace(/ \s+|[^\S ]\s*/g, ' ');
  return { before: plain(Math.max(block.start, start - REACH), start), after: plain(end, Math.min(block.end, end + REACH)) };
}

const POINTERS = /^ ?[([](s\)|see |e\.?g|such as|if |optional|like |for example|formerly|version(?! ?[)\]])|v?[0-9])/;
const BRACKETED = /^ ?[([][^)\]]*[a-z]{3}/;
const SAYS_AFTER = /^,? ?\(?(which |that |it |this )?(stands for|is short for|short for|means|meaning|that is|i\.?e\.?,? |in other words|refers to|also called|also known as|otherwise known as|otherwise called|is called|is the name)\b|^,? ?\(?which (is|are) (a|an|our|the|your|what|how|where|when)\b/;
const OR_AFTER = /^, or [a-z' -]{4,60}[,.)]/;
const DASH_AFTER = /^ ?(-|–|—|--) ?(a|an|the|our|your|its|what|how|where|when|in other words|that is|short for|also)\b|^ (-|–|—|--) [a-z' -]{6,70} (-|–|—|--) /;
const GLOSSARY_AFTER = /^( ?\([^)]*\))? ?(:|=) ?[a-z]{2}/;
const IS_A = /^s? (is|are) (a|an|short|what|where|when|how|basically|simply)\b/;

const IN_BRACKETS = /[a-z0-9] ?[([](also |or |the |a |an |called |aka |abbreviated |known as |i\.?e\.?,? |short: |its |your |our )*$/;
const NAMED_BEFORE = /\b(known as|called|abbreviated (to|as|with)?|referred to as|short form is|for short:?|a\.?k\.?a\.?|so-called|the term|stands for|what we call|named) (the |an? )?$/;
/** “(BYOB - bring your own bottle)” */
const DASH_IN_BRACKETS = /^ ?(-|–|—|=) [a-z']+ [a-z' -]{3,60}[)\]]/;
const OR_BEFORE = /[a-z], (or|also|aka|in short,?) (the |an? )?$/;

/** Whether a term is explained where it stands: in brackets, after a dash, by "which means" and the like, or in the reverse order. */
function isExplainedBetween({ before, after }: Surroundings): boolean {
  return isExplainedAfter(after) || isNamedBefore(before, after);
}

function isExplainedAfter(after: string): boolean {
  if (BRACKETED.test(after)) return !POINTERS.test(after);
  return SAYS_AFTER.test(after) || OR_AFTER.test(after) || DASH_AFTER.test(after);
}

/** "the copies your browser keeps (its cache)": the brackets hold nothing else. */
function isNamedBefore(before: string, after: string): boolean {
  if (IN_BRACKETS.test(before)) return /^(s|'s)? ?[)\],;:]/.test(after) || /^ for short/.test(after) || DASH_IN_BRACKETS.test(after);
  return NAMED_BEFORE.test(before) || (OR_BEFORE.test(before) && /^s? ?[,.)]/.test(after));
}

/** "A CNAME is a record that …", "CNAME: a record …": the sentence is about the word. */
function isGlossaryEntry({ before, after }: Surroundings): boolean {
  if (!/^(an? |the term |[-•·] )?$/.test(before.trimStart())) return false;
  return IS_A.test(after) || GLOSSARY_AFTER.test(after) || /^ ?(-|–|—) [a-z]{2}/.test(after);
}

/** Whether a range of a sentence is a term that the words around it explain. */
export function isExplainedAt(range: Range, sentence: Sentence): boolean {
  const around = surroundings(range, sentence);
  return isExplainedBetween(around) || isGlossaryEntry(around) || isInGlossary(range, sentence);
}

/** A link to a page that says what it is, or `<abbr title="…">`. */
function isInGlossary({ start, end }: Range, { reading }: Sentence): boolean {
  const { prose } = reading;
  const link = reading.linkAt(start);
  const labelled = link !== undefined && link.label.start <= start && end <= link.label.end;
  return (labelled && /glossary|what-is|wikipedia|definition/i.test(link.target)) || /<abbr [^>]*>$/i.test(prose.text.slice(Math.max(0, start - REACH), start));
}

/** Where a text explains its terms: asked whether it has explained one already. */
export interface Explanations {
  /** Whether a term is explained before an offset, from where on a text counts on its reader to know it. */
  haveBefore(offset: number, phrase: Phrase): boolean;
  /** Takes note of a sentence in which a phrase matches. Whoever does it does so for all sentences up to the one of which it is asked, in order. */
  note?(phrase: Phrase, sentence: Sentence): void;
}

/** How far some sentences were searched for the explanation of a term, and what was found. */
interface Search {
  readonly among: readonly Sentence[];
  /** The index of the first sentence that was not looked at. */
  next: number;
  found: Explanation | undefined;
}

const NONE: Search = { among: [], next: 0, found: undefined };

/**
 * The explanations in a text that does not change. It searches no further than somebody asks, and if the reader has noted the sentences in which
 * a term stands, only those: a long text used to be searched again for every term.
 */
export class KnownExplanations implements Explanations {
  readonly #noted = new Map<Phrase, Sentence[]>();
  readonly #searches = new Map<Phrase, Search>();

  constructor(readonly sentences: readonly Sentence[]) {}

  note(phrase: Phrase, sentence: Sentence): void {
    const noted = this.#noted.get(phrase);
    if (noted) noted.push(sentence);
    else this.#noted.set(phrase, [sentence]);
  }

  haveBefore(offset: number, phrase: Phrase): boolean {
    const among = this.#noted.get(phrase) ?? this.sentences;
    const known = this.#searches.get(phrase) ?? NONE;
    const search = known.among === among ? known : { among, next: 0, found: undefined };
    this.#searches.set(phrase, search);
    const end = search.found ? 0 : firstFrom(among, offset);
    if (end > search.next) {
      search.found = firstExplained(phrase, among.slice(search.next, end));
      search.next = end;
    }
    return startOf(search.found) < offset;
  }
}

/** Where a sentence explains a term, in tokens. */
export interface Explanation {
  readonly sentence: Sentence;
  readonly match: Range;
}

/** The first of some sentences that explains a term. */
export function firstExplained(phrase: Phrase, sentences: Iterable<Sentence>): Explanation | undefined {
  for (const sentence of sentences) {
    if (!mayHave(phrase, sentence) || !mayMatch(phrase, sentence)) continue;
    const match = findAll(phrase, sentence).find(({ start, end }) => isExplainedAt(sentence.rangeOf(start, end), sentence));
    if (match) return { sentence, match };
  }
  return undefined;
}

/** A term of more words than this is asked for by other means. */
const FEW_WORDS = 8;

/**
 * Whether a sentence has the rarest word of a term. Nearly none has, so that few are taken in hand.
 */
function mayHave({ needs: [need] }: Phrase, { ids }: Sentence): boolean {
  const words = need?.ids.list ?? [];
  if (words.length === 0 || words.length > FEW_WORDS) return true;
  for (const word of words) if (ids.includes(word)) return true;
  return false;
}

/** The offset of an explanation in the text as it is now; Infinity where there is none. */
export function startOf(explanation: Explanation | undefined): number {
  return explanation?.sentence.rangeOf(explanation.match.start, explanation.match.end).start ?? Infinity;
}
