import type { Channel } from '../anatomy/anatomy.js';
import type { Audience } from '../types.js';
import type { Situation, Snippet } from './pack.js';
import { plainText } from './snippet-syntax.js';

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

interface Entry {
  readonly snippet: Snippet;
  readonly prefixes: readonly string[];
  /** Each with a space before every word, so that " wor" finds the beginning of a word. */
  readonly title: string;
  readonly about: string;
  readonly body: string;
}

/** Makes an index over snippets of any number of packs. */
export function createSnippetIndex(snippets: readonly Snippet[]): SnippetIndex {
  const entries = snippets.map(fold);
  return {
    search: (query) => {
      const { text = '', categories = [], when = [], limit = Infinity } = query;
      const words = wordsOf(text);
      const hits: SnippetHit[] = [];
      for (const entry of entries) {
        if (!suits(entry.snippet, query)) continue;
        const score = rate(entry, words, text.trim().toLowerCase(), categories);
        if (score > 0) hits.push({ snippet: entry.snippet, score: score + rateSituation(entry.snippet, when) });
      }
      return hits.sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}

function fold(snippet: Snippet): Entry {
  return {
    snippet,
    prefixes: snippet.prefix.map((prefix) => prefix.toLowerCase()),
    title: spaced(snippet.title),
    about: spaced([snippet.description, snippet.moment, ...snippet.answers, ...snippet.prefix, ...(snippet.tags ?? []), ...(snippet.when ?? [])].join(' ')),
    body: spaced(plainText(snippet.body)),
  };
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
  const text = rateText(entry, words, typed);
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

function rateText(entry: Entry, words: readonly string[], typed: string): number {
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
  const folded = text.normalize('NFKD').replace(/[\u0300-\u036f'’]/gu, '').toLowerCase();
  return ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
}
