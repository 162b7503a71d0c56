import type { Channel } from '../anatomy/anatomy.js';
import type { Audience } from '../types.js';
import type { Situation, Snippet } from './pack.js';

/** What to look for. Everything is optional; nothing at all gives every snippet in its own order. */
export interface SnippetQuery {
  /** Words as people type them; every one must begin a word of the snippet. */
  readonly text?: string;
  /** Categories and rules of findings to answer, and moves to make, the most pressing first. */
  readonly categories?: readonly string[];
  /** What the customer wrote for: snippets for that come first. */
  readonly when?: readonly Situation[];
  readonly kind?: 'reply' | 'article';
  /** Leaves out what cannot be sent there. */
  readonly channel?: Channel;
  /** Leaves out what is written for other readers. */
  readonly audience?: Audience;
  readonly limit?: number;
}

/** A snippet found, and how well it fits; scores compare within one search alone. */
export interface SnippetHit {
  readonly snippet: Snippet;
  readonly score: number;
}

/** Finds snippets. Made once for a set of packs, because it folds every text it searches. */
export interface SnippetIndex {
  /** Best first; equals keep the order of the snippets. */
  search(query: SnippetQuery): readonly SnippetHit[];
}

/** Makes an index over snippets of any number of packs. */
export function createSnippetIndex(snippets: readonly Snippet[]): SnippetIndex {
  return new Index(snippets);
}

/** A snippet, folded when somebody first looks for words. */
class Entry {
  #words: Words | undefined;

  constructor(
    readonly snippet: Snippet,
    readonly order: number,
  ) {}

  get words(): Words {
    return (this.#words ??= wordsIn(this.snippet));
  }
}

/** A snippet's words, folded, with a space before every one, so that " wor" finds the beginning of a word. */
interface Words {
  readonly prefixes: readonly string[];
  readonly title: string;
  readonly about: string;
  readonly body: string;
}

function wordsIn({ prefix, title, body, description, moment, answers, tags = [], when = [] }: Snippet): Words {
  return {
    prefixes: prefix.map((one) => one.toLowerCase()),
    title: spaced(title),
    about: spaced([description, moment, ...answers, ...prefix, ...tags, ...when].join(' ')),
    body: spaced(body.replace(/\$\{?\d+/gu, ' ')),
  };
}

class Index implements SnippetIndex {
  readonly #entries: readonly Entry[];
  /** By what they answer: a linter asks for these alone, and often. */
  readonly #answering = new Map<string, Entry[]>();

  constructor(snippets: readonly Snippet[]) {
    this.#entries = snippets.map((snippet, order) => new Entry(snippet, order));
    for (const entry of this.#entries) for (const answer of entry.snippet.answers) this.#entriesFor(answer).push(entry);
  }

  search(query: SnippetQuery): readonly SnippetHit[] {
    const { text = '', categories = [], when = [], limit = Infinity } = query;
    const words = wordsOf(text);
    const typed = text.trim().toLowerCase();
    const hits: (SnippetHit & { readonly order: number })[] = [];
    for (const entry of this.#candidates(words, categories)) {
      if (!suits(entry.snippet, query)) continue;
      const score = rate(entry, words, typed, categories);
      if (score > 0) hits.push({ snippet: entry.snippet, score: score + rateSituation(entry.snippet, when), order: entry.order });
    }
    return hits.sort((a, b) => b.score - a.score || a.order - b.order).slice(0, limit);
  }

  #entriesFor(answer: string): Entry[] {
    const known = this.#answering.get(answer) ?? [];
    this.#answering.set(answer, known);
    return known;
  }

  #candidates(words: readonly string[], categories: readonly string[]): Iterable<Entry> {
    if (words.length > 0 || categories.length === 0) return this.#entries;
    return new Set(categories.flatMap((category) => this.#answering.get(category) ?? []));
  }
}

function suits({ kinds, channel: channels, audience: readers }: Snippet, { kind, channel, audience }: SnippetQuery): boolean {
  if (kind && !kinds.includes(kind)) return false;
  if (channel && channels && !channels.includes(channel)) return false;
  return audience === undefined || readers === undefined || readers === audience;
}

/** A snippet for just this comes before one for anything; one for something else comes last. */
function rateSituation({ when }: Snippet, situations: readonly Situation[]): number {
  if (!when || situations.length === 0) return 0;
  return situations.some((situation) => when.includes(situation)) ? 20 : -0.5;
}

/** 0 leaves the snippet out. */
function rate(entry: Entry, words: readonly string[], typed: string, categories: readonly string[]): number {
  const answers = rateAnswers(entry.snippet, categories);
  if (words.length === 0) return categories.length > 0 ? answers : 1;
  const text = rateText(entry.words, words, typed);
  return text > 0 ? text + answers : 0;
}

/** A snippet that answers the most pressing category first and foremost comes before all others. */
function rateAnswers({ answers }: Snippet, categories: readonly string[]): number {
  let score = 0;
  for (const [urgency, category] of categories.entries()) {
    const at = answers.indexOf(category);
    if (at >= 0) score = Math.max(score, (100 / (1 + urgency)) * (1 - Math.min(at, 9) / 20));
  }
  return score;
}

function rateText(entry: Words, words: readonly string[], typed: string): number {
  const byPrefix = entry.prefixes.includes(typed) ? 1000 : entry.prefixes.some((prefix) => prefix.startsWith(typed)) ? 500 : 0;
  let score = 0;
  for (const word of words) {
    const weight = entry.title.includes(` ${word}`) ? 30 : entry.about.includes(` ${word}`) ? 10 : entry.body.includes(` ${word}`) ? 3 : 0;
    if (weight === 0) return byPrefix;
    score += weight;
  }
  return byPrefix + score / words.length;
}

function wordsOf(text: string): string[] {
  return spaced(text).trim().split(' ').filter(Boolean).slice(0, 20);
}

/** Folded to lower-case words without accents and apostrophes, each with a space before it. */
function spaced(text: string): string {
  const folded = text.toLowerCase().replace(/['’]/gu, '');
  // Most texts have no letter beyond these, and telling so is ten times as fast as normalising.
  if (/^[\0-\x7f–—“”…]*$/u.test(folded)) return ` ${folded.replace(/[^a-z0-9]+/gu, ' ')}`;
  return ` ${folded.normalize('NFKD').replace(/[\u0300-\u036f]/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
}
