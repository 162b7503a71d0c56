import { categoryOf } from '../rules/fixes.js';
import { asksFor, type Probe } from '../rules/conditions.js';
import { matchedIn, type Matched } from '../rules/findings.js';
import type { Program } from '../rules/program.js';
import type { Sentence } from '../reading/reading.js';
import { Selection } from '../rules/selection.js';
import { conditionsOf } from '../rules/written.js';
import { remembered } from '../remembered.js';
import { TOLD, type Move, type Told } from './anatomy.js';

/** By category, or by rule where a category is of two minds. */
export const TOLD_BY: Readonly<Record<string, Told>> = {
  'blame-language': 'rebuff',
  disbelief: 'rebuff',
  condescension: 'rebuff',
  'passive-aggressive': 'rebuff',
  'works-for-me': 'rebuff',
  'by-design-dismissal': 'rebuff',
  'buck-passing': 'rebuff',
  'cold-referral': 'rebuff',
  'policy-shield': 'rebuff',
  'command-tone/do-not-contact': 'rebuff',
  'command-tone/live-with-it': 'rebuff',
  'premature-closure/closing-the-case': 'closure',
  'premature-closure/no-further-action': 'closure',
  'premature-closure/that-is-that': 'closure',
  'dead-end-no': 'refusal',
  'hollow-apology': 'hollow',
  'canned-filler/letter-formula': 'courtesy',
  'canned-filler/received-and-noted': 'hollow',
  'vague-timeframe/soon': 'vague',
  'vague-timeframe/no-time': 'vague',
  'vague-timeframe/waiting': 'vague',
};

function toldBy(rule: string): Told | undefined {
  return TOLD_BY[rule] ?? TOLD_BY[categoryOf(rule)];
}

/** Where the rules that tell something match. It depends on the sentence alone, and is kept with it while a text is being written. */
type Matcher = (sentence: Sentence) => readonly Matched[];

const matchers = new WeakMap<Program, Matcher>();

function matcherOf(program: Program): Matcher {
  const known = matchers.get(program);
  if (known) return known;
  // A rule that asks what is told tells nothing itself: it would ask in circles.
  const selection = new Selection(program, (rule) => (toldBy(rule.id) && !conditionsOf(rule).some((one) => asksFor(one, 'told')) ? 'warning' : undefined));
  const matcher = remembered((sentence: Sentence) => matchedIn(selection, sentence));
  matchers.set(program, matcher);
  return matcher;
}

/** What the rules, be they on or off, find out about what a sentence does; undefined where they find nothing. */
export function toldOf(sentence: Sentence, program: Program): Told | undefined {
  const found = matcherOf(program)(sentence)
    .filter(({ pattern: { phrase, holds }, matches }) => matches.some((match) => holds({ sentence, match, phrase })))
    .map(({ pattern }) => toldBy(pattern.rule.id));
  const worst = TOLD.find((told) => found.includes(told));
  if (worst === 'rebuff' || worst === 'closure') return worst;
  if (program.cue('scolding')?.holds(sentence)) return 'rebuff';
  return worst ?? (program.cue('pleasantry')?.holds(sentence) ? 'courtesy' : undefined);
}

/** The probe of what is told: whether findings tell one of these of a sentence. */
export function toldProbe(kinds: readonly Told[], program: Program): Probe {
  return (sentence) => {
    const told = toldOf(sentence, program);
    return told !== undefined && kinds.includes(told);
  };
}

/** Whether a sentence turns the customer away: it answers nothing then, and is no part of a good reply. */
export function turnsAway(told: Told | undefined): boolean {
  return told === 'rebuff' || told === 'closure';
}

/** What only somebody does who means the customer well. */
const WELL_MEANT: ReadonlySet<Move> = new Set(['thank', 'acknowledge', 'apologise', 'confirm', 'invite']);

/** What a sentence does in the light of what is told of it: blame is no apology, mockery no thanks, and a closed case no promise, however they are worded. */
export function moveAsTold(move: Move, told: Told | undefined): Move {
  if (told === 'hollow') return move === 'acknowledge' ? 'other' : move;
  if (told === 'closure' && move === 'commit') return 'explain';
  return (told === 'refusal' || turnsAway(told)) && WELL_MEANT.has(move) ? 'explain' : move;
}
