import type { Program } from '../rules/program.js';
import { contentOf } from '../reading/contentWords.js';
import type { Reading, Sentence } from '../reading/reading.js';
import { filtering, finding, type Steps } from '../steps.js';
import type { Range } from '../types.js';
import type { CustomerQuestion, Told } from './anatomy.js';
import { wantsTime } from './answerForms.js';
import { Answers, onlyHears } from './answers.js';
import { asksBack, comesBack, hasQuestionMark, onlyComesBack, puttingOff } from './puttingOff.js';
import { toldOf, turnsAway } from './told.js';
import { answersBelow } from './turns.js';

/** So many questions are looked at in one step. */
const A_FEW = 10;

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
  return asked.length === 0 ? [] : yield* new Exchange(reading, program, asked, tell).findingAnswers();
}

/** What a customer asks, and the reply to it. */
class Exchange {
  constructor(
    readonly reading: Reading,
    readonly program: Program,
    readonly asked: readonly Sentence[],
    readonly tell: (sentence: Sentence) => Told | undefined,
  ) {}

  *findingAnswers(): Steps<readonly CustomerQuestion[]> {
    const { tell } = this;
    const sentences = yield* filtering(this.reading.body, (sentence) => !turnsAway(tell(sentence)));
    const timely = this.asked.some(wantsTime) ? yield* filtering(sentences, (sentence) => tell(sentence) !== 'vague') : sentences;
    const questions = yield* this.#answering(sentences, timely);
    return questions.some(({ answer }) => answer) ? questions : yield* puttingOff(questions, timely.filter((sentence) => tell(sentence) !== 'courtesy'), this.program);
  }

  /** @param timely those of the sentences that may answer a "when" */
  *#answering(sentences: readonly Sentence[], timely: readonly Sentence[]): Steps<readonly CustomerQuestion[]> {
    const { reading, program, asked } = this;
    const about = new Answers(sentences, program);
    const takenUp = yield* this.#takingUp(about, timely.length < sentences.length ? new Answers(timely, program) : about);
    const announced = isTailQuoted(reading) ? yield* finding(sentences, (sentence) => program.cue('answers-below')?.holds(sentence) === true) : undefined;
    // What takes up one question by its words answers no other by its form alone.
    const spoken = new Set(takenUp);
    const others = new Answers(sentences.filter((sentence) => !spoken.has(sentence)), program);
    const whens = asked.some(wantsTime) ? new Answers(yield* filtering(timely, (sentence) => !spoken.has(sentence) && !this.#isBeside(sentence)), program) : others;
    const first = asked.length === 1 ? yield* finding(sentences, (sentence) => !this.#isBeside(sentence)) : undefined;
    const questions: CustomerQuestion[] = [];
    for (const [i, question] of asked.entries()) {
      const answer = takenUp[i] ?? (yield* (wantsTime(question) ? whens : others).inFormFor(question)) ?? announced;
      questions.push(this.#settled(question, answer, first));
      if (questions.length % A_FEW === 0) yield;
    }
    return questions;
  }

  /** For each question the sentence that takes it up by where it stands or what it speaks of. */
  *#takingUp(about: Answers, aboutTime: Answers): Steps<readonly (Sentence | undefined)[]> {
    const below = yield* answersBelow(this.reading, this.asked);
    const common = commonIn(this.asked);
    const takenUp: (Sentence | undefined)[] = [];
    for (const [i, question] of this.asked.entries()) {
      takenUp.push(below[i] ?? (yield* (wantsTime(question) ? aboutTime : about).takingUp(question, common)));
      if (takenUp.length % A_FEW === 0) yield;
    }
    return takenUp;
  }

  /** What is said for courtesy's sake. */
  #isBeside(sentence: Sentence): boolean {
    return onlyHears(sentence) || this.tell(sentence) === 'courtesy';
  }

  /** @param first what a single question is answered by where nothing takes it up */
  #settled(question: Sentence, answer: Sentence | undefined, first: Sentence | undefined): CustomerQuestion {
    const { program } = this;
    if (answer) return turnsAway(this.tell(answer)) ? open(question) : questionWith(question, answer, asksBack(answer) || onlyComesBack(question, answer, program));
    return first && !wantsTime(question) ? questionWith(question, first, comesBack(first, program)) : open(question);
  }
}

function open({ start, end }: Range): CustomerQuestion {
  return { start, end };
}

/** A question with what takes it up, or puts it off. */
function questionWith(question: Range, by: Range, isPutOff: boolean): CustomerQuestion {
  const at = { start: by.start, end: by.end };
  return isPutOff ? { ...open(question), putOff: at } : { ...open(question), answer: at };
}

/** Whether a quoted mail ends the text: below a reply that says so, it may hold the answers. */
function isTailQuoted({ prose: { quotes, blocks } }: Reading): boolean {
  return (quotes.at(-1)?.start ?? -1) > (blocks.at(-1)?.start ?? Infinity);
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
  return sentence.wordCount >= 3 && (hasQuestionMark(sentence) || program.cue('asked')?.holds(sentence) === true);
}
