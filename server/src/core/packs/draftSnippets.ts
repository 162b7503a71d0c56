import { MAKES_PARTS } from '../anatomy/partAnswers.js';
import { situationsOf } from '../anatomy/customer.js';
import { dueInWords } from '../anatomy/due.js';
import { customerName } from '../anatomy/wrongName.js';
import { withApostrophesOf } from '../reading/apostrophes.js';
import type { Program } from '../rules/program.js';
import type { Reading } from '../reading/reading.js';
import type { Range } from '../types.js';
import { stemsOf, type Topics } from './closeness.js';
import { BUILTIN_FIELDS, fieldsOf, fillFields } from './fields.js';
import type { SnippetLibrary } from './library.js';
import type { Situation, Snippet } from './pack.js';
import type { SnippetHit, SnippetQuery } from './search.js';

/** A snippet is made for the first so many of what it answers; the others it may answer. */
const MAIN_ANSWERS = 2;
/** A snippet so near to a sentence is about the same: a word of its title that some others have, too, or one of its text that few have. */
const NEAR = 0.55;
/** A whole draft, with the message that it answers, has many words by accident. */
const NEAR_TO_ALL = 1.5;
/** A snippet for many cases goes after one for few. */
const PER_CASE = 0.05;
/** What a search gives a snippet that answers first of all what is asked. */
const BEST_SCORE = 100;

/** The packs' snippets as one draft takes them: what its customer wrote for comes first, and what it knows is filled in. */
export interface SnippetsForDraft {
  /** What the customer wrote for, as far as the message shows that is answered. */
  readonly situations: readonly Situation[];
  /** What is known of the conversation, by field. What a person answered goes before what the text says, and that before settings. */
  readonly known: ReadonlyMap<string, string>;
  /** Finds snippets; those for the customer's case come first. */
  search(query: Omit<SnippetQuery, 'when'>): readonly SnippetHit[];
  /** Those for what the customer wrote for, the nearest to what this draft is about first. */
  forCustomer(): ForCustomer;
  /** Those that fit: for the customer's case, or for any case and made for what is asked or about the same. */
  fitting(categories: readonly string[], query: Omit<SnippetQuery, 'when' | 'categories'>, at?: Range): readonly Snippet[];
  /** A snippet's text for this draft: what is known filled in, the rest as tab stops. */
  bodyOf(snippet: Snippet): string;
}

/**
 * The one order in which help is offered, in quick fixes and in the checklist: what is made for this in the customer's case and about
 * it, and what the team has made first of all for this in any; then words of our own; then the others.
 */
export interface Offered {
  readonly before: readonly Snippet[];
  readonly after: readonly Snippet[];
}

/** What is for the customer's case, parted by whether their words speak of it. */
export interface ForCustomer {
  readonly about: readonly Snippet[];
  readonly others: readonly Snippet[];
}

/** Reads out of a draft what its snippets depend on, when somebody first asks. */
export class DraftSnippets implements SnippetsForDraft {
  #situations: readonly Situation[] | undefined;
  #topics: Topics | undefined;
  readonly #found = new Map<string, readonly SnippetHit[]>();
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

  forCustomer(): ForCustomer {
    const own = this.search({}).flatMap(({ snippet }) => (this.#isForCustomer(snippet) ? [{ snippet, near: this.#nearTo(snippet, this.#draftTopics()) }] : []));
    own.sort((a, b) => b.near - a.near);
    const pick = (isAbout: boolean): readonly Snippet[] => own.filter(({ near }) => near >= NEAR === isAbout).map(({ snippet }) => snippet);
    return { about: pick(true), others: pick(false) };
  }

  bodyOf(snippet: Snippet): string {
    const body = this.#bodies.get(snippet) ?? withApostrophesOf(this.reading, this.library.fill(snippet, this.known));
    this.#bodies.set(snippet, body);
    return body;
  }

  /**
   * The snippets that fit: for the customer's case, or for any case and either made for what is asked or about the same as
   * the text. What makes a part tells of a case to the customer, so a snippet for a case makes none unless their words speak of it.
   * Rather none than one that is beside the point. The first are those that answer it first of all and are nearest to the text.
   * @param at the sentence that they are for
   */
  fitting(categories: readonly string[], { limit = Infinity, ...query }: Omit<SnippetQuery, 'when' | 'categories'>, at?: Range): readonly Snippet[] {
    const makesPart = categories.some((category) => MAKES_PARTS.has(category));
    const there = at && !makesPart ? stemsOf(this.reading.prose.text.slice(at.start, at.end)) : this.#draftTopics();
    const rated = this.#answering(categories, query).flatMap(({ snippet, score }) => {
      const near = this.#nearTo(snippet, there);
      const isMade = this.#isMadeFor(snippet, categories) && (!makesPart || !snippet.when || near >= NEAR);
      const fits = isMade || (at && !makesPart && near >= NEAR) || this.#nearTo(snippet, this.#draftTopics()) >= NEAR_TO_ALL;
      return fits ? [{ snippet, rating: score / BEST_SCORE + near - (snippet.when?.length ?? 0) * PER_CASE }] : [];
    });
    return rated.sort((a, b) => b.rating - a.rating).slice(0, limit).map(({ snippet }) => snippet);
  }

  /** Those that fit, parted by what goes between them: words of our own. */
  offered(categories: readonly string[], query: Omit<SnippetQuery, 'when' | 'categories'>, at?: Range): Offered {
    const isTeams = (snippet: Snippet): boolean => answersFirst(snippet, categories, 1) && !this.library.isShipped(snippet);
    const isForThis = (snippet: Snippet): boolean => answersFirst(snippet, categories) && this.#isForCase(snippet) && this.#nearTo(snippet, this.#draftTopics()) >= NEAR;
    const isBetter = (snippet: Snippet): boolean => (snippet.when ? isForThis(snippet) : isTeams(snippet));
    const fitting = this.fitting(categories, query, at);
    return { before: fitting.filter(isBetter), after: fitting.filter((snippet) => !isBetter(snippet)) };
  }

  /** Searched for once: the findings of one rule all ask for the same. What is for another case than the customer's is left out. */
  #answering(categories: readonly string[], query: Omit<SnippetQuery, 'when' | 'categories' | 'limit'>): readonly SnippetHit[] {
    const key = [query.text, query.kind, query.channel, query.audience, ...categories].join('\n');
    const found = this.#found.get(key) ?? this.search({ ...query, categories }).filter(({ snippet }) => !snippet.when || this.situations.length === 0 || this.#isForCase(snippet));
    this.#found.set(key, found);
    return found;
  }

  /** Whether a snippet is made for what is asked first of all, in the customer's case or in any. */
  #isMadeFor(snippet: Snippet, categories: readonly string[]): boolean {
    return answersFirst(snippet, categories) && (!snippet.when || this.#isForCase(snippet));
  }

  #isForCase({ when = [] }: Snippet): boolean {
    return when.some((situation) => this.situations.includes(situation));
  }

  /** Where nobody knows the case, what is for one is for a customer whose message is about just that. */
  #isForCustomer(snippet: Snippet): boolean {
    if (this.situations.length > 0) return this.#isForCase(snippet);
    return snippet.when !== undefined && this.reading.quoted.length > 0 && this.#nearTo(snippet, this.#draftTopics()) >= NEAR_TO_ALL;
  }

  /** What the draft is about, with what the customer wrote. */
  #draftTopics(): Topics {
    return (this.#topics ??= stemsOf(this.reading.prose.text.slice(0, MOST_READ)));
  }

  #nearTo(snippet: Snippet, topics: Topics): number {
    return this.library.closeness.of(snippet, topics);
  }

  /** A passage of no pack, its fields filled in. */
  fill(body: string): string {
    return withApostrophesOf(this.reading, fillFields(body, this.known, fieldsOf({ fields: BUILTIN_FIELDS })));
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

/** What a draft is about stands in so many characters at its start: no letter has more. */
const MOST_READ = 50_000;

/** Whether a snippet is made for what is asked, and does not answer it by the way. @param most how many of its answers may be that */
function answersFirst({ answers }: Snippet, categories: readonly string[], most = MAIN_ANSWERS): boolean {
  return answers.slice(0, most).some((answer) => categories.includes(answer));
}
