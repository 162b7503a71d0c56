import { Id } from '../phrase/vocabulary.js';
import { hasFact } from '../rules/conditions.js';
import type { Program } from '../rules/program.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { filtering, finding, type Steps } from '../steps.js';
import type { Range } from '../types.js';
import type { CustomerQuestion, Move, Told } from './anatomy.js';
import { contentOf, stemOf } from '../reading/contentWords.js';
import { moveOf } from './moves.js';
import { toldOf, turnsAway } from './told.js';
import { answersBelow } from './turns.js';

/** So many questions are looked at in one step. */
const A_FEW = 10;

/** As many of the last words and signs as a question's mark is among: a bracket or a quotation mark may follow it. */
const LAST_SIGNS = 2;

/**
 * The questions of the message that is answered, each with the sentence of the reply that takes it up: one that
 * stands right below it, where the reply goes through the message passage by passage, speaks of the same things (be it in other words), does what answers
 * such a question, or has the form of an answer to it. What promises something without a time answers no "when". A single question is what the whole reply is about, unless it asks for a time and gets none. Where
 * the answers are said to stand in the quoted mail, nobody can tell them from the questions, and that sentence takes them all up. What blames the customer or sends them to the manual
 * answers nothing. Where nothing is answered, who asks back or will come back puts all of it off. Cries for help ("What am I supposed to do?") are no questions.
 * Step by step: a thread may be long, and ask much.
 * @param tell what the rules tell of a sentence, where somebody knows already
 */
export function* findingQuestions(reading: Reading, program: Program, tell = (sentence: Sentence): Told | undefined => toldOf(sentence, program)): Steps<readonly CustomerQuestion[]> {
  const asked = yield* filtering(yield* reading.readingQuoted(), (sentence) => isQuestion(sentence, program) && !program.cue('plea')?.holds(sentence));
  if (asked.length === 0) return [];
  const isNoAnswer = (sentence: Sentence): boolean => turnsAway(tell(sentence));
  const sentences = yield* filtering(reading.body, (sentence) => !isNoAnswer(sentence));
  const about = new Answers(sentences, program);
  const timely = asked.some(wantsTime) ? yield* filtering(sentences, (sentence) => tell(sentence) !== 'vague') : sentences;
  const aboutTime = timely.length < sentences.length ? new Answers(timely, program) : about;
  const below = yield* answersBelow(reading, asked);
  const announced = isTailQuoted(reading) ? yield* finding(sentences, (sentence) => program.cue('answers-below')?.holds(sentence) === true) : undefined;
  const common = commonIn(asked);
  const takenUp: (Sentence | undefined)[] = [];
  for (const [i, question] of asked.entries()) {
    takenUp.push(below[i] ?? (yield* (wantsTime(question) ? aboutTime : about).takingUp(question, common)));
    if (takenUp.length % A_FEW === 0) yield;
  }
  // What takes up one question by its words answers no other by its form alone.
  const spoken = new Set(takenUp);
  const others = new Answers(sentences.filter((sentence) => !spoken.has(sentence)), program);
  const isBeside = (sentence: Sentence): boolean => HEARD.has(moveOf(sentence)) || tell(sentence) === 'courtesy';
  const whens = asked.some(wantsTime) ? new Answers(yield* filtering(timely, (sentence) => !spoken.has(sentence) && !isBeside(sentence)), program) : others;
  const first = asked.length === 1 ? yield* finding(sentences, (sentence) => !isBeside(sentence)) : undefined;
  const questions: CustomerQuestion[] = [];
  for (const [i, question] of asked.entries()) {
    const answer = takenUp[i] ?? (yield* (wantsTime(question) ? whens : others).inFormFor(question)) ?? announced;
    if (answer || wantsTime(question)) questions.push(answer && !isNoAnswer(answer) ? questionWith(question, answer, asksBack(answer) || onlyComesBack(question, answer, program)) : questionWith(question, undefined));
    else questions.push(questionWith(question, first, first && comesBack(first, program)));
    if (questions.length % A_FEW === 0) yield;
  }
  return questions.some(({ answer }) => answer) ? questions : yield* puttingOff(questions, timely.filter((sentence) => tell(sentence) !== 'courtesy'), program);
}

/** A question with what takes it up, if anything does: who asks back puts it off. */
function questionWith({ start, end }: Range, by: Sentence | undefined, isPutOff = by && asksBack(by)): CustomerQuestion {
  if (!by) return { start, end };
  const at = { start: by.start, end: by.end };
  return isPutOff ? { start, end, putOff: at } : { start, end, answer: at };
}

/** Whether a sentence asks back or promises to come back: what answers a question may stand below it. */
function comesBack(sentence: Sentence, program: Program): boolean {
  return asksBack(sentence) || (moveOf(sentence) === 'commit' && program.cue('comes-back')?.holds(sentence) === true);
}

/** Whether a sentence promises no more than an answer to come: “I'll look into it and let you know by noon” says when that is, and not what was asked. */
function onlyComesBack(question: Sentence, sentence: Sentence, program: Program): boolean {
  return program.cue('puts-off')?.holds(sentence) === true && program.cue('wants-news')?.holds(question) !== true;
}

/** Whether a sentence of the reply wants an answer, be it to several questions in a row; `Please send us the log` may be one itself. */
function asksBack(sentence: Sentence): boolean {
  return moveOf(sentence) === 'ask' && sentence.ids.slice(-LAST_SIGNS).includes(Id.question);
}

/** Moves after which the answer is on its way. */
const PUTS_OFF: ReadonlySet<Move> = new Set<Move>(['ask', 'hand-over']);

/**
 * Where none of some questions is answered, a reply that asks back or will come back puts them all off; a promise of something else ("I'll send the
 * new card") puts off a single one. @param sentences without those that promise something without a time, where one asks for it
 */
function* puttingOff(questions: readonly CustomerQuestion[], sentences: readonly Sentence[], program: Program): Steps<readonly CustomerQuestion[]> {
  const putsOff = (sentence: Sentence): boolean => PUTS_OFF.has(moveOf(sentence)) || (moveOf(sentence) === 'commit' && questions.length === 1) || comesBack(sentence, program);
  const by = yield* finding(sentences, putsOff);
  return by ? questions.map((question) => (question.putOff ? question : questionWith(question, by, true))) : questions;
}

/** Whether a quoted mail ends the text: below a reply that says so, it may hold the answers. */
function isTailQuoted({ prose: { quotes, blocks } }: Reading): boolean {
  return (quotes.at(-1)?.start ?? -1) > (blocks.at(-1)?.start ?? Infinity);
}

/** Moves that show that somebody was heard, and tell them nothing. */
const HEARD: ReadonlySet<Move> = new Set(['thank', 'acknowledge', 'apologise']);

/** A question of so many words that carry meaning shares one of them with almost anything. */
const MANY_STEMS = 9;

/** The sentences of a reply that may answer something. What is learned of them for one question holds for all: a thread may ask thousands. */
class Answers {
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
    const telling = this.sentences.slice(at, at + 3).filter((sentence) => !HEARD.has(moveOf(sentence)));
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
    const opening = openingOf(question);
    const fits = FORMS.filter(({ asks }) => asks.some((start) => opening.startsWith(`${start} `)));
    if (fits.some(({ fact }) => fact !== undefined && this.#has(fact, question.reading))) return this.sentences[0];
    const cues = fits.flatMap((form) => form.cues ?? []);
    const moves = fits.flatMap((form) => form.moves ?? []);
    const probes = cues.flatMap((name) => this.program.cue(name) ?? []);
    return (yield* this.#firstWith(cues, (sentence) => probes.some((cue) => cue.holds(sentence)))) ?? (yield* this.#firstWith(moves, (sentence) => moves.includes(moveOf(sentence))));
  }

  #has(fact: string, reading: Reading): boolean {
    this.#facts ??= new Map(FORMS.flatMap((form) => (form.fact === undefined ? [] : [[form.fact, hasFact(reading, form.fact)]])));
    return this.#facts.get(fact) === true;
  }

  /** The first that passes a test, which is known by the names of what it looks for. */
  *#firstWith(names: readonly string[], test: (sentence: Sentence) => boolean): Steps<Sentence | undefined> {
    const key = names.join(' ');
    if (names.length > 0 && !this.#byForm.has(key)) this.#byForm.set(key, yield* finding(this.sentences, test));
    return this.#byForm.get(key);
  }
}

/** What more than one of some questions is about. */
function commonIn(questions: readonly Sentence[]): ReadonlySet<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const question of questions) for (const stem of contentOf(question)) (once.has(stem) ? again : once).add(stem);
  return again;
}

/** By its mark, or where the customer has left that out by the order of its words. */
function isQuestion(sentence: Sentence, program: Program): boolean {
  const { ids, wordCount } = sentence;
  return wordCount >= 3 && (ids.slice(-LAST_SIGNS).includes(Id.question) || program.cue('asked')?.holds(sentence) === true);
}

/** For every stem the lines of the thesaurus that it stands in. */
type Matters = ReadonlyMap<string, readonly number[]>;

const known = new WeakMap<readonly string[], Matters>();

function mattersOf(lines: readonly string[]): Matters {
  const matters = known.get(lines) ?? readMatters(lines);
  known.set(lines, matters);
  return matters;
}

function readMatters(lines: readonly string[]): Matters {
  const matters = new Map<string, number[]>();
  lines.forEach((line, i) => {
    for (const word of line.match(/[\p{L}-]+/gu) ?? []) {
      const stem = stemOf(word);
      matters.set(stem, [...(matters.get(stem) ?? []), i]);
    }
  });
  return matters;
}

/** The forms of answers: what a question begins with, and what answers it: a cue, what a sentence does, or a fact of the whole text. */
const FORMS: readonly { readonly asks: readonly string[]; readonly cues?: readonly string[]; readonly moves?: readonly Move[]; readonly fact?: string }[] = [
  { asks: ['when', 'how long', 'how soon', 'by when', 'what time', 'which day'], cues: ['time', 'says-when'] },
  { asks: ['why', 'how come', 'what happened', 'what went'], cues: ['cause', 'reason'] },
  { asks: ['how', 'where', 'what should', 'what do', 'can i', 'could i', 'is there'], moves: ['instruct'], fact: 'steps' },
  { asks: ['who', 'whom'], moves: ['hand-over'] },
  { asks: ['can you', 'could you', 'will you', 'would you', 'can someone', 'could someone', 'can anyone'], moves: ['commit', 'confirm', 'hand-over'] },
  { asks: ['is', 'are', 'do', 'does', 'did', 'has', 'have', 'can', 'could', 'will', 'would', 'should', 'may', 'am', 'was'], cues: ['yes-no'] },
];

const [TIME] = FORMS;

function wantsTime(question: Sentence): boolean {
  return TIME?.asks.some((start) => openingOf(question).startsWith(`${start} `)) ?? false;
}

/** "Can you tell me *when* …": a question in the question. */
const ROUNDABOUT = /^(?:(?:can|could|will|would) you (?:please |kindly )?(?:tell (?:me|us)|let (?:me|us) know|say|explain)|do you know) (?=when|by when|how|why|what|where|who)/;

/** How a question begins. */
function openingOf({ words }: Sentence): string {
  return words.filter(Boolean).join(' ').replace(/^(?:and|so|but|also|ok|well|please) /, '').replace(ROUNDABOUT, '');
}
