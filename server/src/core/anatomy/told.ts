import { categoryOf } from '../rules/fixes.js';
import { matchedIn, type Matched } from '../rules/findings.js';
import type { Program } from '../rules/program.js';
import type { Sentence } from '../rules/reading.js';
import { Selection } from '../rules/selection.js';
import { remembered } from '../remembered.js';
import type { Move } from './anatomy.js';

/**
 * What a finding tells of what its sentence does for the customer.
 * `rebuff`: blame, doubt, contempt, rules held up, being sent away: it does them no good, whatever else it says.
 * `refusal`: a no with nothing beside it; it takes a question up, and is not what they wrote for.
 * `hollow`: an apology for nothing; it shows nobody that they were heard.
 */
export type Told = 'rebuff' | 'refusal' | 'hollow';

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
  'premature-closure/closing-the-case': 'rebuff',
  'premature-closure/no-further-action': 'rebuff',
  'premature-closure/that-is-that': 'rebuff',
  'dead-end-no': 'refusal',
  'hollow-apology/you-feel': 'hollow',
  'hollow-apology/sorry-if': 'hollow',
};

/** The worst first: it is what counts of several. */
const WORST: readonly Told[] = ['rebuff', 'refusal', 'hollow'];

function toldBy(rule: string): Told | undefined {
  return TOLD_BY[rule] ?? TOLD_BY[categoryOf(rule)];
}

/** Where the rules that tell something match. It depends on the sentence alone, and is kept with it while a text is being written. */
type Matcher = (sentence: Sentence) => readonly Matched[];

const matchers = new WeakMap<Program, Matcher>();

function matcherOf(program: Program): Matcher {
  const known = matchers.get(program);
  if (known) return known;
  const selection = new Selection(program, ({ id }) => (toldBy(id) ? 'warning' : undefined));
  const matcher = remembered((sentence: Sentence) => matchedIn(selection, sentence));
  matchers.set(program, matcher);
  return matcher;
}

/** What the rules, be they on or off, find out about what a sentence does; undefined where they find nothing. */
export function toldOf(sentence: Sentence, program: Program): Told | undefined {
  const found = matcherOf(program)(sentence)
    .filter(({ pattern: { phrase, holds }, matches }) => matches.some((match) => holds({ sentence, match, phrase })))
    .map(({ pattern }) => toldBy(pattern.rule.id));
  return WORST.find((told) => found.includes(told)) ?? (program.cue('scolding')?.holds(sentence) ? 'rebuff' : undefined);
}

/** Whether a sentence turns the customer away: it answers nothing then, and is no part of a good reply. */
export function isRebuff(sentence: Sentence, program: Program): boolean {
  return toldOf(sentence, program) === 'rebuff';
}

/** What only somebody does who means the customer well. */
const WELL_MEANT: ReadonlySet<Move> = new Set(['thank', 'acknowledge', 'apologise', 'confirm', 'invite']);

/** What a sentence does in the light of what is told of it: blame is no apology, and mockery no thanks, however they are worded. */
export function moveAsTold(move: Move, told: Told | undefined): Move {
  return told && told !== 'hollow' && WELL_MEANT.has(move) ? 'explain' : move;
}
