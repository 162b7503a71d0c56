import { clausesOf, type Clause } from '../phrase/clauses.js';
import type { Matchable } from '../phrase/match.js';
import { classify, tokenise, type MovableTokens, type Tokens } from '../phrase/tokens.js';
import { Id, type Vocabulary } from '../phrase/vocabulary.js';
import type { Block, Prose } from '../text/prose.js';
import { KnownExplanations, type Explanations } from './explained.js';
import { quotedBlocks } from '../text/quoted.js';
import { withoutEntities } from '../text/inline/entities.js';
import { sentencesOf } from '../text/sentences.js';
import type { Range } from '../types.js';

/** What is known of a reading before it is made, because most of the text was read before. */
export interface KnownParts {
  readonly sentences?: (reading: Reading) => readonly Sentence[];
  readonly explanations?: Explanations;
  /** Reads a sentence, or takes over one that was read before. */
  readonly makeSentence?: SentenceMaker;
}

/** Makes the sentence of a reading that stands at a range of a block. */
export type SentenceMaker = (reading: Reading, block: Block, range: Range, index: number) => Sentence;

/** A text as rules see it: its sentences in order, and whatever the prose knows besides. */
export class Reading {
  readonly sentences: readonly Sentence[];
  /** Sentences that are neither greeting nor sign-off. */
  readonly body: readonly Sentence[];
  readonly explanations: Explanations;
  #wordCount: number | undefined;
  #quoted: readonly Sentence[] | undefined;
  #byBlock: ReadonlyMap<Block, readonly Sentence[]> | undefined;
  readonly #make: SentenceMaker;

  constructor(
    readonly prose: Prose,
    readonly vocabulary: Vocabulary,
    { sentences, explanations, makeSentence = makeNew }: KnownParts = {},
  ) {
    this.#make = makeSentence;
    this.sentences = sentences?.(this) ?? this.sentencesOf(prose.blocks);
    this.explanations = explanations ?? new KnownExplanations(this.sentences);
    this.body = this.sentences.filter(({ block }) => block.kind !== 'greeting' && block.kind !== 'signoff');
  }

  /** Reads the sentences of some blocks, which count from 0. */
  sentencesOf(blocks: readonly Block[]): readonly Sentence[] {
    const { text, kind } = this.prose;
    const sentences: Sentence[] = [];
    for (const block of blocks) {
      for (const range of sentencesOf(text, block, { lines: kind === 'reply' })) sentences.push(this.#make(this, block, range, sentences.length));
    }
    return sentences;
  }

  /** How many words the body has. */
  get wordCount(): number {
    return (this.#wordCount ??= this.body.reduce((sum, { wordCount }) => sum + wordCount, 0));
  }

  /** The sentences of a block. */
  sentencesIn(block: Block): readonly Sentence[] {
    this.#byBlock ??= groupByBlock(this.sentences);
    return this.#byBlock.get(block) ?? [];
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
    return (this.#quoted ??= quotedBlocks(this.prose).flatMap((block) =>
      sentencesOf(this.prose.text, block).map((range) => this.#make(this, block, range, NaN))));
  }
}

function makeNew(reading: Reading, block: Block, range: Range, index: number): Sentence {
  return new Sentence(reading, block, range, index, reading.vocabulary);
}

function groupByBlock(sentences: readonly Sentence[]): ReadonlyMap<Block, readonly Sentence[]> {
  const groups = new Map<Block, Sentence[]>();
  for (const sentence of sentences) {
    const group = groups.get(sentence.block);
    if (group) group.push(sentence);
    else groups.set(sentence.block, [sentence]);
  }
  return groups;
}

/** What markup is written with. */
const MARKUP = /[<*_~[\]{}&`]/;

/** What a reader sees of a range of a block. */
function shownOf(text: string, { spans }: Block, { start, end }: Range): string {
  const within = spans.filter((span) => span.start < end && span.end > start);
  return within.map((span) => span.says ?? text.slice(Math.max(span.start, start), Math.min(span.end, end))).join('');
}

/** One sentence; what costs something is worked out when a rule first asks. */
export class Sentence implements Matchable, Range {
  #start: number;
  #end: number;
  #reading: Reading;
  #block: Block;
  #index: number;
  readonly #tokens: MovableTokens;
  /** How far the sentence has moved since its tokens were last looked at. */
  #behind = 0;
  #wordCount: number | undefined;
  #classes: readonly number[] | undefined;
  #words: readonly string[] | undefined;
  #clauses: readonly Clause[] | undefined;

  constructor(
    reading: Reading,
    block: Block,
    range: Range,
    index: number,
    readonly vocabulary: Vocabulary,
  ) {
    this.#start = range.start;
    this.#end = range.end;
    this.#reading = reading;
    this.#block = block;
    this.#index = index;
    // Without the reader, which holds on to the text that it read.
    const { id, start, end, forms, length } = tokenise(reading.prose.text, block, range, vocabulary);
    this.#tokens = { id, start, end, forms, length };
  }

  get start(): number {
    return this.#start;
  }

  get end(): number {
    return this.#end;
  }

  get reading(): Reading {
    return this.#reading;
  }

  get block(): Block {
    return this.#block;
  }

  /** Its place among the sentences of the reading. */
  get index(): number {
    return this.#index;
  }

  get ids(): readonly number[] {
    return this.#tokens.id;
  }

  get tokens(): Tokens {
    if (this.#behind !== 0) moveTokens(this.#tokens, this.#behind);
    this.#behind = 0;
    return this.#tokens;
  }

  /** The same sentence further on in a text: what is known of it stays, and its tokens follow when somebody asks for them. */
  move(by: number): void {
    this.#start += by;
    this.#end += by;
    this.#behind += by;
  }

  /** Makes it a sentence of another reading, as when the text around it has changed. */
  join(reading: Reading, index: number): void {
    this.#reading = reading;
    this.#index = index;
  }

  /** Makes it the sentence of another block, in which the same words stand in the same markup. */
  standIn(block: Block, start: number): void {
    this.#block = block;
    this.move(start - this.#start);
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
    const start = this.tokens.start[from] ?? this.start;
    return { start, end: this.tokens.end[to - 1] ?? start };
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

function moveTokens({ start, end, length }: MovableTokens, by: number): void {
  for (let i = 0; i < length; i++) {
    start[i] = (start[i] ?? 0) + by;
    end[i] = (end[i] ?? 0) + by;
  }
}
