import { addS } from '../../phrase/inflect.js';
import type { Config } from '../../config.js';
import type { Range } from '../../types.js';
import type { CheckHit, CheckInput, Summary } from '../check.js';
import type { RuleDefinition } from '../definition.js';
import { AbbreviationReader, isShouted, specialOf, type Occurrence } from './capitals.js';
import { isExplainedAt } from '../../reading/explained.js';
import type { Reading, Sentence } from '../../reading/reading.js';
import { isEnglish, isOtherwiseCapital, isRoman } from './otherCapitals.js';
import { holds, wordSets, type WordSets } from './wordSets.js';

/** An abbreviation in a sentence, wherever that has moved to. */
class Mention {
  readonly base: string;
  readonly sentence: Sentence;
  readonly isHeading: boolean;
  readonly #at: Range;
  #isDefined: boolean | undefined;

  constructor({ base, sentence, start, end }: Occurrence) {
    this.base = base;
    this.sentence = sentence;
    this.isHeading = sentence.block.kind === 'heading';
    this.#at = { start: start - sentence.start, end: end - sentence.start };
  }

  get range(): Range {
    const { start } = this.sentence;
    return { start: start + this.#at.start, end: start + this.#at.end };
  }

  /** Whether it is said there what it stands for. */
  get isDefined(): boolean {
    return (this.#isDefined ??= isExplainedAt(this.range, this.sentence) || isWholeCell(this.range, this.sentence));
  }
}

/** What there is to know about one abbreviation of a text. */
interface Use {
  /** Where a reader first meets it: headings count only when nothing else does. */
  first: Mention;
  /** The first place that says what it stands for. */
  defined: Mention | undefined;
}

/**
 * Abbreviations that a text uses before it says what they stand for: one finding each, at the first use.
 * The rule's words say which are known, to everyone or to technical readers; `plain` gives everyday words.
 */
export const acronyms: Summary<Mention> = {
  gather(input) {
    const sets = wordSets(input.rule);
    const { text } = input.reading.prose;
    const met = new Map<string, Sentence>();
    const mentions: Mention[] = [];
    for (const one of readerFor(input, sets).read(input.reading)) {
      // What comes after the sentence of a first use changes nothing: of ten abbreviations of articles six do.
      const first = met.get(one.base);
      if ((first && first !== one.sentence) || isOtherwiseCapital(one, text) || isCode(one, sets) || isShouted(one.sentence)) continue;
      const mention = new Mention(one);
      mentions.push(mention);
      if (!mention.isHeading) met.set(one.base, one.sentence);
    }
    return mentions;
  },
  subjectOf: ({ base }) => base,
  conclude(mentions, input) {
    const uses = new Map<string, Use>();
    for (const one of mentions) note(one, uses);
    return [...uses.values()].filter((use) => isUnexplained(use) && !isAskedWith(use.first, input.reading)).map(({ first }) => withPlain(first, input));
  },
};

/** What is known to everybody depends on the rule and the configuration, and both outlast the text. */
const readers = new WeakMap<Config, WeakMap<RuleDefinition, AbbreviationReader>>();

function readerFor({ rule, config }: CheckInput, sets: WordSets): AbbreviationReader {
  const ofConfig = readers.get(config) ?? new WeakMap<RuleDefinition, AbbreviationReader>();
  const reader = ofConfig.get(rule) ?? new AbbreviationReader(specialOf(Object.keys(rule.plain ?? {})), (base) => !isKnown(base, { rule, config }, sets));
  readers.set(config, ofConfig.set(rule, reader));
  return reader;
}

/** Readers to whom no word of the trade is jargon know its abbreviations as well. */
function knowsTheTrade({ audience, rules }: Config): boolean {
  return audience === 'technical' || rules.jargon === 'off';
}

function isKnown(base: string, { config, rule: { plain = {} } }: Pick<CheckInput, 'config' | 'rule'>, sets: WordSets): boolean {
  const word = base.toLowerCase();
  const theirs = [...config.allow, ...Object.keys(config.terms)].some((entry) => entry.toLowerCase().split(/\s+/).includes(word));
  if (theirs || holds(sets, 'known', word) || (knowsTheTrade(config) && holds(sets, 'technical', word))) return true;
  return plain[base] === undefined && (isEnglish(word) || isRoman(base) || /^(.)\1+$/.test(base));
}

function note(one: Mention, uses: Map<string, Use>): void {
  const use = uses.get(one.base) ?? { first: one, defined: undefined };
  if (use.first.isHeading && !one.isHeading) use.first = one;
  // What is told later than the first use, unless that is a heading, helps nobody: it need not be looked for.
  if (use.defined === undefined && (use.first.isHeading || one.sentence.index <= use.first.sentence.index) && one.isDefined) use.defined = one;
  uses.set(one.base, use);
}

/** The first or last letters of a longer word: "the serial number starts with SN". */
const PART_OF_CODE = /\b(?:start|begin|end|prefix|mark)(?:s|ed|ing|ning)? (?:with|in) $/i;

/** "error ABX", "flight LHX", "starts with SN" */
function isCode({ start, sentence: { reading } }: Occurrence, sets: WordSets): boolean {
  const lead = reading.prose.text.slice(Math.max(0, start - 24), start);
  return PART_OF_CODE.test(lead) || holds(sets, 'codes', (/([a-z]+):? $/i.exec(lead)?.[1] ?? '').toLowerCase());
}

/** A definition helps from its own sentence on; a heading may come before it. */
function isUnexplained({ first, defined }: Use): boolean {
  return defined === undefined || (defined.sentence.index > first.sentence.index && !first.isHeading);
}

/** The customer's own abbreviation. An article answers no customer. */
function isAskedWith({ base }: Mention, reading: Reading): boolean {
  return reading.prose.kind !== 'article' && reading.quotedWords.has(base.toLowerCase());
}

/** The first column of a table of terms. */
function isWholeCell({ start, end }: Range, { block }: Sentence): boolean {
  return block.kind === 'cell' && block.spans.every((span) => span.start >= start - 3 && span.end <= end + 3);
}

const LONGEST_WORD = 24;

/** "SEPA transfer" is a "euro bank (SEPA) transfer": what the words end with is not said twice. */
function withoutNext(words: string, after: string): string {
  const next = /^ (\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? '';
  const last = words.slice(words.lastIndexOf(' ') + 1);
  return next !== '' && last !== words && (next === last || next === addS(last)) ? words.slice(0, -last.length - 1) : words;
}

/** The fix that writes the everyday words first: "two-step sign-in (MFA)". */
function withPlain({ range, base, sentence }: Mention, { rule: { plain = {} } }: CheckInput): CheckHit {
  const written = sentence.reading.prose.text.slice(range.start, range.end);
  const known = plain[base];
  if (known === undefined) return range;
  const words = withoutNext(known, sentence.reading.prose.text.slice(range.end, range.end + LONGEST_WORD));
  return { ...range, extra: { spelled: `${written.endsWith('s') && !base.endsWith('s') ? addS(words) : words} (${written})` } };
}
