import { addS } from '../../phrase/inflect.js';
import type { Check, CheckHit, CheckInput } from '../check.js';
import type { RuleDefinition } from '../definition.js';
import { abbreviations, specialOf, type Occurrence, type Special } from './capitals.js';
import { isExplainedAt } from '../explained.js';
import { isEnglish, isOtherwiseCapital, isRoman } from './otherCapitals.js';
import { holds, wordSets, type WordSets } from './slotWords.js';

/** What there is to know about one abbreviation of a text. */
interface Use {
  /** Where a reader first meets it: headings count only when nothing else does. */
  first: Occurrence;
  /** The first place that says what it stands for. */
  defined: Occurrence | undefined;
}

/**
 * Abbreviations that a text uses before it says what they stand for: one finding each, at the first use.
 * The rule's words say which are known, to everyone or to technical readers; `plain` gives everyday words.
 */
export const acronyms: Check = (input) => {
  const sets = wordSets(input.rule);
  const uses = new Map<string, Use>();
  for (const one of abbreviations(input.reading, specials(input))) if (!isKnown(one.base, input, sets)) note(one, uses, input, sets);
  return [...uses.values()].filter(isUnexplained).map(({ first }) => withPlain(first, input));
};

const known = new WeakMap<RuleDefinition, Special>();

function specials({ rule }: CheckInput): Special {
  const special = known.get(rule) ?? specialOf(Object.keys(rule.plain ?? {}));
  known.set(rule, special);
  return special;
}

function isKnown(base: string, { config, rule: { plain = {} } }: CheckInput, sets: WordSets): boolean {
  const word = base.toLowerCase();
  const theirs = [...config.allow, ...Object.keys(config.terms)].some((entry) => entry.toLowerCase().split(/\s+/).includes(word));
  if (theirs || holds(sets, 'known', word) || (config.audience === 'technical' && holds(sets, 'technical', word))) return true;
  return plain[base] === undefined && (isEnglish(word) || isRoman(base) || /^(.)\1+$/.test(base));
}

function note(one: Occurrence, uses: Map<string, Use>, { reading }: CheckInput, sets: WordSets): void {
  if (isOtherwiseCapital(one, reading.prose.text) || isCode(one, sets)) return;
  const use = uses.get(one.base) ?? { first: one, defined: undefined };
  if (isHeading(use.first) && !isHeading(one)) use.first = one;
  if (use.defined === undefined && isDefined(one)) use.defined = one;
  uses.set(one.base, use);
}

function isDefined(one: Occurrence): boolean {
  return isExplainedAt(one, one.sentence) || isWholeCell(one);
}

/** "error ABX", "flight LHX" */
function isCode({ start, sentence: { reading } }: Occurrence, sets: WordSets): boolean {
  const before = /([a-z]+):? $/i.exec(reading.prose.text.slice(Math.max(0, start - 24), start))?.[1] ?? '';
  return holds(sets, 'codes', before.toLowerCase());
}

/** A definition helps from its own sentence on; a heading may come before it. */
function isUnexplained({ first, defined }: Use): boolean {
  return defined === undefined || (defined.sentence.index > first.sentence.index && !isHeading(first));
}

function isHeading({ sentence }: Occurrence): boolean {
  return sentence.block.kind === 'heading';
}

/** The first column of a table of terms. */
function isWholeCell({ start, end, sentence: { block } }: Occurrence): boolean {
  return block.kind === 'cell' && block.spans.every((span) => span.start >= start - 3 && span.end <= end + 3);
}

/** The fix that writes the everyday words first: "two-step sign-in (MFA)". */
function withPlain({ start, end, base, sentence }: Occurrence, { rule: { plain = {} } }: CheckInput): CheckHit {
  const written = sentence.reading.prose.text.slice(start, end);
  const words = plain[base];
  if (words === undefined) return { start, end };
  return { start, end, extra: { spelled: `${written.endsWith('s') && !base.endsWith('s') ? addS(words) : words} (${written})` } };
}
