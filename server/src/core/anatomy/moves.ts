import type { Clause } from '../phrase/clauses.js';
import { WordClass } from '../phrase/lexicon.js';
import { Id } from '../phrase/vocabulary.js';
import { standsAt } from '../rules/conditions.js';
import type { Program } from '../rules/program.js';
import type { Sentence } from '../rules/reading.js';
import type { Move } from './anatomy.js';

/** Moves that phrases tell, the more telling first: of two in one clause the first counts. */
const TOLD = ['sign-off', 'greet', 'other', 'thank', 'apologise', 'invite', 'hand-over', 'ask', 'commit', 'confirm', 'instruct', 'acknowledge'] as const satisfies readonly Move[];

/** Moves that are the frame of a sentence rather than what it is for: "Sorry, *I'll resend it*." */
const COURTESY: ReadonlySet<Move> = new Set<Move>(['acknowledge', 'apologise', 'thank', 'greet', 'other']);

/** What a clause does, in the order in which the clauses stand. */
interface ClauseMove {
  readonly move: Move;
  /** A phrase told it; else it is what a clause of that mood usually does. */
  readonly told: boolean;
}

/**
 * What a sentence of a reply does: what its last clause does that does something. The frame of the letter is told
 * by its place, a question and a command by their mood, everything else by the phrases of `server/rules/moves/`;
 * a plain statement explains.
 */
export function moveOf(sentence: Sentence, program: Program): Move {
  if (sentence.block.kind === 'greeting') return 'greet';
  if (sentence.block.kind === 'signoff') return 'sign-off';
  const clauses = clauseMoves(sentence, program);
  const last = (holds: (clause: ClauseMove) => boolean): Move | undefined => clauses.filter(holds).at(-1)?.move;
  return last(({ move, told }) => !COURTESY.has(move) && (told || move !== 'explain'))
    ?? last(({ told }) => told)
    ?? untold(sentence);
}

function clauseMoves(sentence: Sentence, program: Program): readonly ClauseMove[] {
  const signs = signsOf(sentence, program);
  return sentence.clauses.flatMap((clause): readonly ClauseMove[] => {
    const told = signs.filter((sign) => sign.clause === clause).reduce<Sign | undefined>(moreTelling, undefined);
    if (told) return [{ move: told.move, told: true }];
    const usual = usualMove(clause, sentence);
    return usual ? [{ move: usual, told: false }] : [];
  });
}

/** A phrase that tells a move, and the token it begins with. */
interface Sign {
  readonly move: Move;
  readonly clause: Clause;
  readonly start: number;
}

/** Every sign in a sentence, in the order of {@link TOLD}. */
function signsOf(sentence: Sentence, program: Program): readonly Sign[] {
  return TOLD.flatMap((move) => (program.cue(move)?.find(sentence) ?? []).flatMap(({ start }): readonly Sign[] => {
    const clause = sentence.clauseAt(start);
    return clause ? [{ move, clause, start }] : [];
  }));
}

/** So many tokens on, another deed has begun: "I've asked the warehouse *and will write* to you." */
const ANOTHER = 4;

function moreTelling(best: Sign | undefined, next: Sign): Sign {
  return best && (COURTESY.has(next.move) || next.start < best.start + ANOTHER) ? best : next;
}

/** What a clause does that no phrase knows. */
function usualMove({ mood, start, end }: Clause, { ids }: Sentence): Move | undefined {
  if (mood === 'question') return 'ask';
  if (mood === 'command') return 'instruct';
  if (mood !== 'statement') return undefined;
  return ids.slice(start, end).includes(Id.question) ? 'ask' : 'explain';
}

/**
 * What a plain statement does. At the head of a reply, what is said of the customer, or said without a verb,
 * gives their own trouble back to them; further down, words without a verb are by the way. `^Bev` is a name.
 */
function untold(sentence: Sentence): Move {
  if (/[\^–—~-]$/.test(sentence.reading.prose.text.slice(0, sentence.tokens.start[0])) && sentence.wordCount <= 3) return 'sign-off';
  const first = standsAt('first', sentence);
  if (!hasVerb(sentence)) return first ? 'acknowledge' : 'other';
  return first && sentence.clauses[0]?.subject === 'you' ? 'acknowledge' : 'explain';
}

const { verb, past, third, be, aux, modal, participle } = WordClass;

/** Any word that is a verb there; "a letter *like* that" needs a subject before it to be one. */
function hasVerb({ classes }: Sentence): boolean {
  return classes.some((bits, i) => (bits & (past | third | be | aux | modal | participle)) !== 0 || ((bits & verb) !== 0 && (i === 0 || ((classes[i - 1] ?? 0) & (WordClass.pronoun | WordClass.neg | WordClass.filler | WordClass.adverb | WordClass.punct)) !== 0)));
}
