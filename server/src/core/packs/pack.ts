import type { ArticleTemplate } from '../articles/template.js';
import type { Channel } from '../anatomy/anatomy.js';
import type { RuleDefinition } from '../rules/definition.js';
import type { Audience } from '../types.js';

/** A pack as core sees it: data, already read and checked. The public format is `docs/packs.md`. */
export interface Pack {
  /** Lower case with dashes; the first part of every snippet id. */
  readonly name: string;
  /** What people see; the name where the pack gives none. */
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly licence?: string;
  /** BCP 47; `en` where the pack gives none. */
  readonly language: string;
  /** Packs that must be there too, and the least version of each: links lead to their snippets. */
  readonly requires?: Readonly<Record<string, string>>;
  /** Packs that this one builds on: its snippet takes the place of theirs at the same path. */
  readonly extends?: readonly string[];
  /** Its own named fields, beside the ones that every pack has. */
  readonly fields?: readonly Field[];
  /** Days after which a snippet wants reading again; a year where the pack says nothing. */
  readonly reviewDays?: number;
  /** Sorted by id. */
  readonly snippets: readonly Snippet[];
  /** What articles of a sort must have. Sorted by id. */
  readonly templates?: readonly ArticleTemplate[];
  /** Its own rules: the first part of their ids is the pack's name. Sorted by id. */
  readonly rules?: readonly RuleDefinition[];
  /** Words, phrases and acronyms that are fine in this team's texts. */
  readonly allow?: readonly string[];
}

/** A named place in a snippet's text, `${customer}`, filled in from what is known of the conversation. */
export interface Field {
  readonly name: string;
  /** What a form asks for. */
  readonly title: string;
  /** What stands there when nothing is known. */
  readonly default?: string;
}

/** What a customer writes for. */
export const SITUATIONS = ['outage', 'repeat-contact', 'deadline', 'loss', 'bug', 'how-to', 'billing', 'access', 'feature-request', 'complaint', 'thanks'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** A passage to insert, with VS Code tab stops in its body. */
export interface Snippet {
  /** `pack/file-name`. */
  readonly id: string;
  readonly title: string;
  readonly prefix: readonly string[];
  /** What it is for, in a sentence a person reads in a completion list. */
  readonly description: string;
  /** Ids of categories or rules whose findings it answers, and moves and parts of a reply that it makes; the best first. */
  readonly answers: readonly string[];
  /** The moment of the conversation it belongs to, to group by (`opening`, `handing over`, …). */
  readonly moment: string;
  readonly kinds: readonly ('reply' | 'article')[];
  /** What the customer wrote for; absent: anything. */
  readonly when?: readonly Situation[];
  /** Who can follow it; absent: everyone. */
  readonly audience?: Audience;
  /** Where it can be sent; absent: anywhere. */
  readonly channel?: readonly Channel[];
  /** Words to find it by that are not in its text. */
  readonly tags?: readonly string[];
  /** Ids of snippets that go with it. */
  readonly see?: readonly string[];
  /** Who answers for its wording. */
  readonly owner?: string;
  /** The day someone last read it through, as `2025-01-31`. */
  readonly reviewed?: string;
  /** Markdown in VS Code's snippet syntax, LF line ends, no blank lines around it. */
  readonly body: string;
}

/** A snippet that has no file yet, and what is said of it already. */
export type NewSnippet = Pick<Snippet, 'title' | 'body' | 'answers'> & Partial<Pick<Snippet, 'description' | 'moment' | 'kinds' | 'when' | 'audience' | 'channel' | 'tags'>>;

/** Something wrong with a pack's file. Packs are written by strangers: problems are returned, never thrown. */
export interface PackProblem {
  /** Path inside the pack, with `/`. */
  readonly file: string;
  /** From 1, where known. */
  readonly line?: number;
  /** From 1, in UTF-16 code units, where known. */
  readonly column?: number;
  /** `error`: the file was left out (a bad `pack.yaml` leaves out the pack). `warning`: it was read all the same. */
  readonly severity: 'error' | 'warning';
  /** What is wrong and the way out, in a sentence. */
  readonly message: string;
}
