import { situationsOf } from '../anatomy/customer.js';
import { dueInWords } from '../anatomy/due.js';
import { customerName } from '../anatomy/wrongName.js';
import type { Program } from '../rules/program.js';
import type { Reading } from '../rules/reading.js';
import type { Range } from '../types.js';
import { shared, stemsOf, topicsOfSnippet, type Topics } from './closeness.js';
import { BUILTIN_FIELDS, fieldsOf, fillFields } from './fields.js';
import type { SnippetLibrary } from './library.js';
import type { Situation, Snippet } from './pack.js';
import type { SnippetHit, SnippetQuery } from './search.js';

/** A snippet is made for the first so many of what it answers; the others it may answer. */
const MAIN_ANSWERS = 2;
/** Fewer words that a snippet shares with a draft may be an accident. */
const MANY_TOPICS = 3;

/** The packs' snippets as one draft takes them: what its customer wrote for comes first, and what it knows is filled in. */
export interface SnippetsForDraft {
  /** What the customer wrote for, as far as the message shows that is answered. */
  readonly situations: readonly Situation[];
  /** What is known of the conversation, by field. What a person answered goes before what the text says, and that before settings. */
  readonly known: ReadonlyMap<string, string>;
  /** Finds snippets; those for the customer's case come first. */
  search(query: Omit<SnippetQuery, 'when'>): readonly SnippetHit[];
  /** Those for what the customer wrote for, the nearest to what this draft is about first. */
  forCustomer(): readonly Snippet[];
  /** Those that fit: for the customer's case, or for any case and made for what is asked or about the same. */
  fitting(categories: readonly string[], query: Omit<SnippetQuery, 'when' | 'categories'>, at?: Range): readonly Snippet[];
  /** A snippet's text for this draft: what is known filled in, the rest as tab stops. */
  bodyOf(snippet: Snippet): string;
}

/** Reads out of a draft what its snippets depend on, when somebody first asks. */
export class DraftSnippets implements SnippetsForDraft {
  #situations: readonly Situation[] | undefined;
  #topics: Topics | undefined;
  readonly #found = new Map<string, readonly Snippet[]>();
  readonly #bodies = new Map<Snippet, string>();
  #known: ReadonlyMap<string, string> | undefined;

  /** @param given values of fields from outside the text: settings first, then what a person has answered for this draft */
  constructor(
    readonly library: SnippetLibrary,
    readonly reading: Reading,
    readonly program: Program,
    readonly given: readonly Readonly<Record<string, string>>[],
  ) {}

  get situations(): readonly Situation[] {
    return (this.#situations ??= situationsOf(this.reading, this.program));
  }

  get known(): ReadonlyMap<string, string> {
    return (this.#known ??= this.#learn());
  }

  search(query: Omit<SnippetQuery, 'when'>): readonly SnippetHit[] {
    return this.library.search({ ...query, when: this.situations });
  }

  forCustomer(): readonly Snippet[] {
    const own = this.search({}).flatMap(({ snippet }) => (this.#isForCase(snippet) ? [{ snippet, near: shared(topicsOfSnippet(snippet), this.#draftTopics()) }] : []));
    return own.sort((a, b) => b.near - a.near).map(({ snippet }) => snippet);
  }

  /** Whether a snippet shares a word with the draft or what it answers: one that does not tells of something else. */
  isAbout(snippet: Snippet): boolean {
    return shared(topicsOfSnippet(snippet), this.#draftTopics()) > 0;
  }

  bodyOf(snippet: Snippet): string {
    const body = this.#bodies.get(snippet) ?? this.library.fill(snippet, this.known);
    this.#bodies.set(snippet, body);
    return body;
  }

  /**
   * The snippets that fit: for the customer's case, or for any case and either made for what is asked or about the same as
   * the text. Rather none than one that is beside the point.
   * @param at the sentence that they are for
   */
  fitting(categories: readonly string[], { limit = Infinity, ...query }: Omit<SnippetQuery, 'when' | 'categories'>, at?: Range): readonly Snippet[] {
    const found: Snippet[] = [];
    let topics: Topics | undefined;
    const there = () => (topics ??= stemsOf(at ? this.reading.prose.text.slice(at.start, at.end) : ''));
    for (const snippet of this.#answering(categories, query)) {
      if (found.length >= limit) break;
      if (this.#fits(snippet, categories, there)) found.push(snippet);
    }
    return found;
  }

  /** Searched for once: the findings of one rule all ask for the same. */
  #answering(categories: readonly string[], query: Omit<SnippetQuery, 'when' | 'categories' | 'limit'>): readonly Snippet[] {
    const key = [query.text, query.kind, query.channel, query.audience, ...categories].join('\n');
    const found = this.#found.get(key) ?? this.search({ ...query, categories }).map(({ snippet }) => snippet);
    this.#found.set(key, found);
    return found;
  }

  #isForCase({ when = [] }: Snippet): boolean {
    return when.some((situation) => this.situations.includes(situation));
  }

  /** What the draft is about, with what the customer wrote. */
  #draftTopics(): Topics {
    return (this.#topics ??= stemsOf(this.reading.prose.text));
  }

  /** One word shared with the sentence tells; with a whole draft it takes a good part of what the snippet is about. */
  #fits(snippet: Snippet, categories: readonly string[], there: () => Topics): boolean {
    const { when, answers } = snippet;
    if (when && this.situations.length > 0) return this.#isForCase(snippet);
    if (!when && answers.slice(0, MAIN_ANSWERS).some((answer) => categories.includes(answer))) return true;
    const topics = topicsOfSnippet(snippet);
    if (shared(topics, there()) > 0) return true;
    return shared(topics, this.#draftTopics()) >= Math.max(MANY_TOPICS, topics.size / 5);
  }

  /** A passage of no pack, its fields filled in. */
  fill(body: string): string {
    return fillFields(body, this.known, fieldsOf({ fields: BUILTIN_FIELDS }));
  }

  /** When the customer must have heard, as one says it. */
  #due(): readonly (readonly [string, string])[] {
    const due = this.reading.prose.frontMatter.get('due');
    return due === undefined ? [] : [['due', dueInWords(due)]];
  }

  #learn(): ReadonlyMap<string, string> {
    const [settings = {}, ...answers] = this.given;
    const customer = customerName(this.reading);
    return new Map([...Object.entries(settings), ...(customer === undefined ? [] : [['customer', customer] as const]), ...this.reading.prose.frontMatter, ...this.#due(), ...answers.flatMap((one) => Object.entries(one))]);
  }
}
