import { WordClass } from '../phrase/lexicon.js';
import { Id } from '../phrase/vocabulary.js';
import { hasFact } from '../rules/conditions.js';
import type { Program } from '../rules/program.js';
import type { Reading, Sentence } from '../rules/reading.js';
import type { CustomerQuestion, Move } from './anatomy.js';
import { moveOf } from './moves.js';
import { slights } from './slights.js';

/**
 * The questions of the message that is answered, each with the sentence of the reply that takes it up: one that
 * speaks of the same things (be it in other words), does what answers such a question, or has the form of an answer to it. A single question is what the
 * whole reply is about, unless it asks for a time and gets none. What blames the customer or sends them to the manual
 * answers nothing. Cries for help ("What am I supposed to do?") are no questions.
 * @param isSlight tells such a sentence, where somebody knows already
 */
export function questionsOf(reading: Reading, program: Program, isSlight = (sentence: Sentence): boolean => slights(sentence, program)): readonly CustomerQuestion[] {
  const asked = reading.quoted.filter((sentence) => isQuestion(sentence, program) && !program.cue('plea')?.holds(sentence));
  if (asked.length === 0) return [];
  const matters = mattersOf(program.set.words['same-matter'] ?? []);
  const answers = reading.body.filter((sentence) => !isSlight(sentence));
  return asked.map((question) => {
    const answer = answers.find((sentence) => takesUp(sentence, question, matters)) ?? answerByForm(question, answers, program) ?? (asked.length === 1 && !wantsTime(question) ? answers[0] : undefined);
    return { start: question.start, end: question.end, ...(answer && { answer: { start: answer.start, end: answer.end } }) };
  });
}

/** By its mark, or where the customer has left that out by the order of its words. */
function isQuestion(sentence: Sentence, program: Program): boolean {
  const { ids, wordCount } = sentence;
  return wordCount >= 3 && (ids.slice(-2).includes(Id.question) || program.cue('asked')?.holds(sentence) === true);
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

/** Whether two sentences share a word that carries meaning, or have words for the same matter. */
function takesUp(sentence: Sentence, question: Sentence, matters: Matters): boolean {
  const wanted = contentOf(question);
  const wantedMatters = new Set([...wanted].flatMap((stem) => matters.get(stem) ?? []));
  return [...contentOf(sentence)].some((stem) => wanted.has(stem) || matters.get(stem)?.some((matter) => wantedMatters.has(matter)));
}

const { pronoun, det, aux, modal, preposition, wh, subordinator, coordinator, neg, filler, adverb, punct, number } = WordClass;
const STRUCTURE = pronoun | det | aux | modal | preposition | wh | subordinator | coordinator | neg | filler | adverb | punct | number | WordClass.object;
const EMPTY = new Set('please thank know want need get got help can could would like just also tell let go make sure thing way much many long time possible now still there here about question work use try'.split(' '));

/** The stems of the words that say what a sentence is about. */
function contentOf({ words, classes }: Sentence): ReadonlySet<string> {
  const content = words.filter((word, i) => word.length > 2 && ((classes[i] ?? 0) & STRUCTURE) === 0).map(stemOf);
  return new Set(content.filter((word) => !EMPTY.has(word)));
}

function stemOf(word: string): string {
  return word.replace(/(?<=\p{L}{3})(?:ies|ied|ing|ed|es|s|e|y)$/u, '').replace(/(\p{L})\1$/u, '$1');
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

/** The first of some sentences that has the form of an answer. */
function answerByForm(question: Sentence, sentences: readonly Sentence[], program: Program): Sentence | undefined {
  const opening = openingOf(question);
  const fits = FORMS.filter(({ asks }) => asks.some((start) => opening.startsWith(`${start} `)));
  if (fits.some(({ fact }) => fact !== undefined && hasFact(question.reading, fact))) return sentences[0];
  const cues = fits.flatMap((form) => form.cues ?? []).flatMap((name) => program.cue(name) ?? []);
  const moves = fits.flatMap((form) => form.moves ?? []);
  return sentences.find((sentence) => cues.some((cue) => cue.holds(sentence))) ?? (moves.length > 0 ? sentences.find((sentence) => moves.includes(moveOf(sentence))) : undefined);
}
