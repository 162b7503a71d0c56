import type { Sentence } from '../reading/reading.js';
import type { Move } from './anatomy.js';

/** What a question begins with, and what answers it by its form: a cue, what a sentence does, or a fact of the whole text. */
interface AnswerForm {
  readonly asks: readonly string[];
  readonly cues?: readonly string[];
  readonly moves?: readonly Move[];
  readonly fact?: string;
}

const OF_TIME: AnswerForm = { asks: ['when', 'how long', 'how soon', 'by when', 'what time', 'which day'], cues: ['time', 'says-when'] };

const FORMS: readonly AnswerForm[] = [
  OF_TIME,
  { asks: ['why', 'how come', 'what happened', 'what went'], cues: ['cause', 'reason'] },
  { asks: ['how', 'where', 'what should', 'what do', 'can i', 'could i', 'is there'], moves: ['instruct'], fact: 'steps' },
  { asks: ['who', 'whom'], moves: ['hand-over'] },
  { asks: ['can you', 'could you', 'will you', 'would you', 'can someone', 'could someone', 'can anyone'], moves: ['commit', 'confirm', 'hand-over'] },
  { asks: ['is', 'are', 'do', 'does', 'did', 'has', 'have', 'can', 'could', 'will', 'would', 'should', 'may', 'am', 'was'], cues: ['yes-no'] },
];

/** The facts of a text that answer anything. */
export const ANSWERING_FACTS: readonly string[] = FORMS.flatMap(({ fact }) => fact ?? []);

/** The forms that an answer to a question may have. */
export function formsFor(question: Sentence): readonly AnswerForm[] {
  const opening = openingOf(question);
  return FORMS.filter((form) => isAskedBy(opening, form));
}

/** Whether a question asks when something is. */
export function wantsTime(question: Sentence): boolean {
  return isAskedBy(openingOf(question), OF_TIME);
}

function isAskedBy(opening: string, { asks }: AnswerForm): boolean {
  return asks.some((start) => opening.startsWith(`${start} `));
}

/** "Can you tell me *when* …": a question in the question. */
const ROUNDABOUT = /^(?:(?:can|could|will|would) you (?:please |kindly )?(?:tell (?:me|us)|let (?:me|us) know|say|explain)|do you know) (?=when|by when|how|why|what|where|who)/;

/** How a question begins. */
function openingOf({ words }: Sentence): string {
  return words.filter(Boolean).join(' ').replace(/^(?:and|so|but|also|ok|well|please) /, '').replace(ROUNDABOUT, '');
}
