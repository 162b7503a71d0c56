import type { Conditions, CueDefinition, RuleDefinition, RuleSet } from './definition.js';
import { LOCAL_CHECKS } from './check.js';
import { asksWhatIsDone } from './conditions.js';
import { askedBy, conditionsOf } from './written.js';

/**
 * How far a rule looks from the words it speaks of: `section` stays among the blocks around them and so many sentences
 * to either side, and knows whether they are the first or last of the text (its place, or what it does there, may depend on
 * that); `document` may look at anything.
 */
export type Reach = 'section' | 'document';

/** How many sentences to either side a rule that stays in its section may depend on: it asks what the next two do, which in turn depends on whether two more stand in their paragraph. */
export const NEIGHBOURS = 4;
/** How many characters to either side a check may look at. */
export const AROUND = 160;

/** Conditions that look at the whole text. */
const WHOLE: ReadonlySet<string> = new Set<keyof Conditions>(['document', 'opening', 'quoted', 'denies', 'has', 'length']);
/** What has been explained before is known to whoever follows a text, and who asked for it as well; but not what a cue asked. */
const FOLLOWED = 'explained';
/** Conditions that look at the sentences before and after. */
const BESIDE: ReadonlySet<string> = new Set<keyof Conditions>(['next', 'previous', 'near']);

/** Makes the test how far the rules of a set reach: by their conditions, and those of the cues they name. */
export function reachIn(set: RuleSet): (rule: RuleDefinition) => Reach {
  const cues = new Map(set.cues.map((cue) => [cue.id, cue]));
  const known = new Map<RuleDefinition, Reach>();
  return (rule) => {
    const reach = known.get(rule) ?? reachOf(rule, cues);
    known.set(rule, reach);
    return reach;
  };
}

function reachOf(rule: RuleDefinition, cues: ReadonlyMap<string, CueDefinition>): Reach {
  if (rule.absent !== undefined || (rule.check !== undefined && !LOCAL_CHECKS.has(rule.check))) return 'document';
  const isFar = keysOf(rule).some((key) => WHOLE.has(key)) || cuesOf(rule, cues).some(isFarCue);
  return isFar ? 'document' : 'section';
}

/** Makes the test whether what a rule that stays in its section finds depends on other sentences than its own. */
export function neighbourTest(): (rule: RuleDefinition) => boolean {
  const known = new Map<RuleDefinition, boolean>();
  return (rule) => {
    const looks = known.get(rule) ?? (conditionsOf(rule).some(asksWhatIsDone) || keysOf(rule).some((key) => BESIDE.has(key) || key === 'place'));
    known.set(rule, looks);
    return looks;
  };
}

/** Whether a cue of a set looks beyond the sentence it is asked about, if only at its place: what is known of that sentence then depends on others. */
export function hasFarCue(set: RuleSet): boolean {
  return set.cues.some(isFarCue);
}

function isFarCue(cue: CueDefinition): boolean {
  return conditionsOf(cue).some(asksWhatIsDone) || keysOf(cue).some((key) => WHOLE.has(key) || BESIDE.has(key) || key === FOLLOWED || key === 'place' || key === 'paragraph');
}

/** The cues that a rule names, and those that they name. */
function cuesOf(rule: RuleDefinition, cues: ReadonlyMap<string, CueDefinition>): readonly CueDefinition[] {
  const found = new Set<CueDefinition>();
  const follow = (owner: RuleDefinition | CueDefinition): void => {
    for (const { text } of askedBy(owner)) {
      const cue = text.startsWith('@') ? cues.get(text.slice(1)) : undefined;
      if (!cue || found.has(cue)) continue;
      found.add(cue);
      follow(cue);
    }
  };
  follow(rule);
  return [...found];
}

/** The keys of all conditions of a rule or cue. */
function keysOf(owner: RuleDefinition | CueDefinition): readonly string[] {
  return conditionsOf(owner).flatMap(keysIn);
}

function keysIn(conditions: Conditions | undefined): readonly string[] {
  if (!conditions) return [];
  const { any, all, not, ...own } = conditions;
  return [...Object.entries(own).flatMap(([key, value]) => (value === undefined ? [] : [key])), ...[any, all, not].flatMap(keysIn)];
}
