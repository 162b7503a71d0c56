import { clausesOf, type Clause } from '../phrase/clauses.js';
import { classify } from '../phrase/classify.js';
import type { Matchable } from '../phrase/matchable.js';
import { tokenise, type Tokens } from '../phrase/tokens.js';
import { Id, type Vocabulary } from '../phrase/vocabulary.js';
import type { Block, Link, Prose } from '../text/prose.js';
import { firstAfter, rangeAt } from '../ranges.js';
import type { Memory, Remembering } from '../remembered.js';
import { KnownExplanations, type Explanations } from './explained.js';
import { QuotedWords } from './quotedWords.js';
import { quotedBlocks } from '../text/quotedMessage.js';
import { withoutEntities } from '../text/inline/entities.js';
import { sentencesOf } from '../text/sentences.js';
import { each, finish, type Steps } from '../steps.js';
import type { Range } from '../types.js';

/** Where sentences stand. Those of a text that is being written move with the part of it that they stand in. */
export interface Home {
  readonly reading: Reading;
  /** The offset that places of the part count from. */
  readonly start: number;
  /** How many sentences stand before the part. */
  readonly first: number;
  /** Moves the blocks of the part to where they stand now. */
  settle(): void;
}

/** Makes the sentence that stands at a range of a block. */
export type SentenceMaker = (home: Home, block: Block, range: Range, index: number) => Sentence;

/** What is known of a reading before it is made, because most of the text was read before. */
export interface KnownParts {
  readonly sentences?: readonly Sentence[];
  readonly explanations?: Explanations;
  /** Reads a sentence, or takes over one that was read before. */
  readonly makeSentence?: SentenceMaker;
  /** Finds the link at an offset without gathering all links. */
  readonly linkAt?: (offset: number) => Link | undefined;
}

/** A text as the rules and the anatomy see it: the prose with its sentences in order. */
export class Reading implements Remembering {
  readonly memory: Memory = new Map();
  readonly sentences: readonly Sentence[];
  readonly explanations: Explanations;
  #body: readonly Sentence[] | undefined;
  #wordCount: number | undefined;
  #quoted: readonly Sentence[] | undefined;
  #quotedWords: QuotedWords | undefined;
  /** Where the sentences end that were asked for last: who goes through blocks goes on there, and need not search for the next. */
  #next = 0;
  /** The block that was asked for last, and its sentences: each of them may ask for all. */
  #asked: { readonly block: Block; readonly sentences: readonly Sentence[] } | undefined;
  readonly #make: SentenceMaker;
  readonly #linkAt: KnownParts['linkAt'];

  constructor(
    readonly prose: Prose,
    readonly vocabulary: Vocabulary,
    { sentences, explanations, makeSentence = makeNew, linkAt }: KnownParts = {},
  ) {
    this.#make = makeSentence;
    this.#linkAt = linkAt;
    this.sentences = sentences ?? this.sentencesOf(prose.blocks, { reading: this, start: 0, first: 0, settle });
    this.explanations = explanations ?? new KnownExplanations(this.sentences);
  }

  /** Sentences that are neither greeting nor sign-off. */
  get body(): readonly Sentence[] {
    return (this.#body ??= bodyOf(this.prose, this.sentences));
  }

  /** Reads the sentences of some blocks. */
  sentencesOf(blocks: readonly Block[], home: Home): readonly Sentence[] {
    const { text, kind } = this.prose;
    const sentences: Sentence[] = [];
    for (const block of blocks) {
      for (const range of sentencesOf(text, block, { lines: kind === 'reply' })) sentences.push(this.#make(home, block, range, home.first + sentences.length));
    }
    return sentences;
  }

  /** The link that holds an offset. */
  linkAt(offset: number): Link | undefined {
    return this.#linkAt ? this.#linkAt(offset) : rangeAt(this.prose.links, offset);
  }

  /** How many words the body has. */
  get wordCount(): number {
    return (this.#wordCount ??= this.body.reduce((sum, { wordCount }) => sum + wordCount, 0));
  }

  /** The sentences of a block. */
  sentencesIn(block: Block): readonly Sentence[] {
    if (this.#asked?.block !== block) this.#asked = { block, sentences: this.#findIn(block) };
    return this.#asked.sentences;
  }

  #findIn(block: Block): readonly Sentence[] {
    const { sentences } = this;
    const first = sentences[this.#next]?.block === block && sentences[this.#next - 1]?.block !== block ? this.#next : firstAfter(sentences, block.start);
    let end = first;
    while (sentences[end]?.block === block) end++;
    this.#next = end;
    return sentences.slice(first, end);
  }

  /** What the reader sees first: the greeting and the first two sentences of the body. */
  get opening(): readonly Sentence[] {
    const last = this.body[Math.min(1, this.body.length - 1)];
    return this.sentences.slice(0, (last?.index ?? -1) + 1);
  }

  /** All sentences that were read so far, those of the message that is answered among them. */
  get read(): readonly Sentence[] {
    return this.#quoted ? [...this.sentences, ...this.#quoted] : this.sentences;
  }

  /** The sentences of the message that is answered; they have no neighbours. */
  get quoted(): readonly Sentence[] {
    return this.#quoted ?? finish(this.readingQuoted());
  }

  /** The same, step by step. */
  *readingQuoted(): Steps<readonly Sentence[]> {
    if (this.#quoted) return this.#quoted;
    const sentences: Sentence[] = [];
    const home = { reading: this, start: 0, first: 0, settle };
    yield* each(quotedBlocks(this.prose), (block) => {
      for (const range of sentencesOf(this.prose.text, block)) sentences.push(this.#make(home, block, range, NaN));
    });
    return (this.#quoted = sentences);
  }

  /** The words of these sentences. */
  get quotedWords(): QuotedWords {
    return this.#quotedWords ?? finish(this.readingQuotedWords());
  }

  /** The same, step by step. */
  *readingQuotedWords(): Steps<QuotedWords> {
    if (this.#quotedWords) return this.#quotedWords;
    const words = new QuotedWords();
    yield* each(yield* this.readingQuoted(), (sentence) => words.add(sentence));
    return (this.#quotedWords = words);
  }
}

function settle(): void {
  // What is not being written stays where it is.
}

function makeNew(home: Home, block: Block, range: Range, index: number): Sentence {
  return new Sentence(home, block, range, index);
}

/** Only what is written to somebody is greeted and signed. */
function bodyOf({ kind }: Prose, sentences: readonly Sentence[]): readonly Sentence[] {
  return kind === 'article' ? sentences : sentences.filter(({ block }) => block.kind !== 'greeting' && block.kind !== 'signoff');
}

/** What markup is written with. */
const MARKUP = /[<*_~[\]{}&`]/;

/** What a reader sees of a range of a block. */
function shownOf(text: string, { spans }: Block, { start, end }: Range): string {
  const within = spans.filter((span) => span.start < end && span.end > start);
  return within.map((span) => span.says ?? text.slice(Math.max(span.start, start), Math.min(span.end, end))).join('');
}

/** One sentence; what costs something is worked out when a rule first asks. */
export class Sentence implements Matchable, Range, Remembering {
  #home: Home;
  #block: Block;
  /** Counted from its home, as is its index. */
  #from: number;
  readonly #length: number;
  #index: number;
  readonly tokens: Tokens;
  #wordCount: number | undefined;
  #classes: readonly number[] | undefined;
  #words: readonly string[] | undefined;
  #clauses: readonly Clause[] | undefined;
  #memory: Memory | undefined;

  constructor(home: Home, block: Block, range: Range, index: number) {
    this.#home = home;
    this.#block = block;
    this.#from = range.start - home.start;
    this.#length = range.end - range.start;
    this.#index = index - home.first;
    const { prose, vocabulary } = home.reading;
    this.tokens = tokenise(prose.text, block, range, vocabulary);
  }

  get start(): number {
    return this.#home.start + this.#from;
  }

  get end(): number {
    return this.start + this.#length;
  }

  get reading(): Reading {
    return this.#home.reading;
  }

  get block(): Block {
    this.#home.settle();
    return this.#block;
  }

  /** Its place among the sentences of the reading. */
  get index(): number {
    return this.#home.first + this.#index;
  }

  get ids(): readonly number[] {
    return this.tokens.id;
  }

  /** Makes it a sentence of another version of the text, in which the same words stand in the same markup: what is known of them stays. */
  standIn(home: Home, block: Block, start: number, index: number): void {
    this.#home = home;
    this.#block = block;
    this.#from = start - home.start;
    this.#index = index - home.first;
  }

  get memory(): Memory {
    return (this.#memory ??= new Map());
  }

  get classes(): readonly number[] {
    return (this.#classes ??= classify(this.tokens));
  }

  /** The lower-case words; signs and opaque tokens are empty. */
  get words(): readonly string[] {
    return (this.#words ??= this.tokens.forms.map((form) => form?.word ?? ''));
  }

  get clauses(): readonly Clause[] {
    return (this.#clauses ??= clausesOf(this));
  }

  /** The clause a token belongs to. */
  clauseAt(token: number): Clause | undefined {
    return this.clauses.find((clause) => token < clause.end);
  }

  isClauseStart(token: number): boolean {
    return this.clauses.some((clause) => clause.start === token);
  }

  /** How many words the sentence has; a URL or a piece of code counts as one. */
  get wordCount(): number {
    return (this.#wordCount ??= this.ids.reduce((count, id) => count + (id <= Id.opaque || id > Id.s ? 1 : 0), 0));
  }

  /** The source range of the tokens `[from, to)`. */
  rangeOf(from: number, to: number): Range {
    const start = this.startOf(from) ?? this.start;
    return { start, end: this.endOf(to - 1) ?? start };
  }

  /** Where a token starts in the source; undefined where there is none. */
  startOf(token: number): number | undefined {
    const place = this.tokens.places[2 * token];
    return place === undefined ? undefined : this.start + place;
  }

  /** Where a token ends in the source; undefined where there is none. */
  endOf(token: number): number | undefined {
    const place = this.tokens.places[2 * token + 1];
    return place === undefined ? undefined : this.start + place;
  }

  /** The text of the tokens `[from, to)` as it is read: without markup in it, entities as what they stand for. */
  textOf(from: number, to: number): string {
    const source = this.sourceOf(from, to);
    return to - from > 1 && MARKUP.test(source) ? shownOf(this.reading.prose.text, this.block, this.rangeOf(from, to)) : withoutEntities(source);
  }

  /** The source of the tokens `[from, to)`. */
  sourceOf(from: number, to: number): string {
    const { start, end } = this.rangeOf(from, to);
    return this.reading.prose.text.slice(start, end);
  }

  /** The sentence so many places on, whichever paragraph it stands in. */
  neighbour(distance: number): Sentence | undefined {
    return this.reading.sentences[this.index + distance];
  }
}
