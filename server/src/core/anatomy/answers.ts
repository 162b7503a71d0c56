import { hasFact } from '../rules/conditions.js';
import type { Program } from '../rules/program.js';
import { contentOf } from '../reading/contentWords.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { finding, type Steps } from '../steps.js';
import type { Move } from './anatomy.js';
import { ANSWERING_FACTS, formsFor } from './answerForms.js';
import { mattersOf, type Matters } from './matters.js';
import { moveOf } from './moves.js';
import { comesBack } from './puttingOff.js';

/** Moves that show that somebody was heard, and tell them nothing. */
const HEARD: ReadonlySet<Move> = new Set(['thank', 'acknowledge', 'apologise']);

/** Whether a sentence only shows that somebody was heard. */
export function onlyHears(sentence: Sentence): boolean {
  return HEARD.has(moveOf(sentence));
}

/** A question of so many words that carry meaning shares one of them with almost anything. */
const MANY_STEMS = 9;

/** The sentences of a reply that may answer something. What is learned of them for one question holds for all: a thread may ask thousands. */
export class Answers {
  readonly #matters: Matters;
  /** Of so many at the start it is known what they are about: the first that has a stem, or speaks of a matter. */
  #read = 0;
  readonly #byStem = new Map<string, number>();
  readonly #byMatter = new Map<number, number>();
  /** The first that has a form. */
  readonly #byForm = new Map<string, Sentence | undefined>();
  #facts: ReadonlyMap<string, boolean> | undefined;

  constructor(
    readonly sentences: readonly Sentence[],
    readonly program: Program,
  ) {
    this.#matters = mattersOf(program.set.words['same-matter'] ?? []);
  }

  /** The first that shares a word that carries meaning with a question, or has words for the same matter. What several questions have in common tells none of them from the others. */
  *takingUp(question: Sentence, common: ReadonlySet<string>): Steps<Sentence | undefined> {
    const all = contentOf(question);
    const own = [...all].filter((stem) => !common.has(stem));
    // One that asks most of it again is the same question in other words.
    const stems = own.length > 0 && own.length * 2 >= all.size ? new Set(own) : all;
    const needed = stems.size >= MANY_STEMS ? 2 : 1;
    const found: number[] = [];
    for (const stem of stems) {
      const at = yield* this.#firstAbout(stem);
      if (at !== undefined) found.push(at);
      if (found.length === needed) return this.#answerFrom(Math.min(...found));
    }
    return undefined;
  }

  /** "You asked about the refund. It is on its way": what only shows that they were heard leads on to what answers them; a way back is no answer. */
  #answerFrom(at: number): Sentence | undefined {
    const telling = this.sentences.slice(at, at + 3).filter((sentence) => !onlyHears(sentence));
    return telling.find((sentence) => moveOf(sentence) !== 'invite' && !comesBack(sentence, this.program)) ?? telling[0];
  }

  /** The first that has a stem, or words for a matter that it belongs to. */
  *#firstAbout(stem: string): Steps<number | undefined> {
    yield* this.#reading();
    const matters = this.#matters.get(stem) ?? [];
    const first = Math.min(this.#byStem.get(stem) ?? Infinity, ...matters.map((matter) => this.#byMatter.get(matter) ?? Infinity));
    return first < Infinity ? first : undefined;
  }

  /** Takes note, once, of what each sentence is about. */
  *#reading(): Steps<void> {
    for (let sentence = this.sentences[this.#read]; sentence; sentence = this.sentences[this.#read]) {
      this.#readNext(sentence);
      yield;
    }
  }

  #readNext(sentence: Sentence): void {
    const at = this.#read++;
    for (const stem of contentOf(sentence)) {
      if (!this.#byStem.has(stem)) this.#byStem.set(stem, at);
      for (const matter of this.#matters.get(stem) ?? []) {
        if (!this.#byMatter.has(matter)) this.#byMatter.set(matter, at);
      }
    }
  }

  /** The first that has the form of an answer to a question. */
  *inFormFor(question: Sentence): Steps<Sentence | undefined> {
    const fits = formsFor(question);
    if (fits.some(({ fact }) => fact !== undefined && this.#has(fact, question.reading))) return this.sentences[0];
    const cues = fits.flatMap((form) => form.cues ?? []);
    const moves = fits.flatMap((form) => form.moves ?? []);
    const probes = cues.flatMap((name) => this.program.cue(name) ?? []);
    return (yield* this.#firstWith(cues, (sentence) => probes.some((cue) => cue.holds(sentence)))) ?? (yield* this.#firstWith(moves, (sentence) => moves.includes(moveOf(sentence))));
  }

  #has(fact: string, reading: Reading): boolean {
    this.#facts ??= new Map(ANSWERING_FACTS.map((one) => [one, hasFact(reading, one)]));
    return this.#facts.get(fact) === true;
  }

  /** The first that passes a test, which is known by the names of what it looks for. */
  *#firstWith(names: readonly string[], test: (sentence: Sentence) => boolean): Steps<Sentence | undefined> {
    const key = names.join(' ');
    if (names.length > 0 && !this.#byForm.has(key)) this.#byForm.set(key, yield* finding(this.sentences, test));
    return this.#byForm.get(key);
  }
}
