import type { ArticleTemplates } from '../articles/templates.js';
import type { Config } from '../config.js';
import type { Fix, Range, Source } from '../types.js';
import { acronyms } from './checks/acronyms.js';
import { missingSections, sectionContents, sectionOrder } from './checks/articleTemplate.js';
import { missingHelpPath, missingPrerequisites, missingResult } from './checks/articleParts.js';
import { caseNumbers } from './checks/caseNumbers.js';
import { emptyGreeting } from './checks/emptyGreeting.js';
import { oneTimeCodes, passwords } from './checks/passwords.js';
import { internalNotes } from './checks/internalNotes.js';
import { slots } from './checks/placeholders.js';
import { misspeltName, otherName } from './checks/customerName.js';
import { frontMatterAnswer, frontMatterChannel, frontMatterDue, frontMatterFields, frontMatterTemplate } from './checks/frontMatterFields.js';
import { frontMatterEnd, frontMatterLines } from './checks/frontMatterShape.js';
import { frontMatterWords } from './checks/frontMatterWords.js';
import { longSentence, wallOfText } from './checks/length.js';
import { missingAlt, vagueLinks } from './checks/links.js';
import { macroFallbacks, macroNames, macroPairs } from './checks/macroPlaceholders.js';
import { repeatedMarks } from './checks/repeatedMarks.js';
import { sampleText } from './checks/sampleText.js';
import { searchLinks } from './checks/searchLinks.js';
import { accessKeys, recoveryPhrases } from './checks/keys.js';
import { bankAccounts, cardNumbers, ibans, nationalIds } from './checks/secrets.js';
import { stepsInBullets } from './checks/bulletSteps.js';
import { stepsInProse } from './checks/steps.js';
import { emphasis, shouting, stressed } from './checks/shouting.js';
import { otherTicket, promiseAfterDue } from './checks/thread.js';
import { titleBlame, titleCapitals, titleCode, titleDraft, titleInternal, titleLong, titleMissing, titleStub, titleTicket } from './checks/titles.js';
import { unansweredQuestions } from './checks/unansweredQuestions.js';
import { finish, type Steps } from '../steps.js';
import type { RuleDefinition } from './definition.js';
import type { Program } from './program.js';
import type { Reading } from '../reading/reading.js';

/** Something a check found. */
export interface CheckHit extends Range {
  /** Fills the rule's templates. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Places by name, for the rule's fixes to replace; `place` is where a passage from a pack goes in. */
  readonly spans?: Readonly<Record<string, Range>>;
  /** Ways to mend it that depend on more than a rule file can say; they come before the rule's own. */
  readonly fixes?: readonly Fix[];
}

/** What a check may look at: the reading, and the source for what is no prose. */
export interface CheckInput {
  readonly source: Source;
  readonly reading: Reading;
  readonly config: Config;
  /** What articles may be held against. */
  readonly templates: ArticleTemplates;
  /** To ask for cues. */
  readonly program: Program;
  /** The rule that names the check: its `words` are what the check knows. */
  readonly rule: RuleDefinition;
}

/** A rule that needs more than words. Its message, reasons, fixes and examples are data all the same. */
export type Check = (input: CheckInput) => readonly CheckHit[];

/** A check that looks at the whole text at once and takes its time, step by step. */
export type SteppedCheck = (input: CheckInput) => Steps<readonly CheckHit[]>;

/** A check of a whole text that goes through its parts one by one, and keeps of them what it needs to know. */
export interface Summary<Mention> {
  /** What there is in a text, or a part of it, in order. What it says must hold when the part has moved. */
  gather(input: CheckInput): readonly Mention[];
  /** What is mentioned: what there is to say of it depends on its own mentions alone. */
  subjectOf(mention: Mention): string;
  /** What to say about everything that was gathered. */
  conclude(gathered: readonly Mention[], input: CheckInput): readonly CheckHit[];
}

/** The checks that are sums of what stands in parts of a text. */
export const SUMMARIES: Readonly<Record<string, Summary<unknown>>> = { acronyms };

function summed<Mention>(summary: Summary<Mention>): Check {
  return (input) => summary.conclude(summary.gather(input), input);
}

/** The checks that are done in steps. */
export const STEPPED: Readonly<Record<string, SteppedCheck>> = { misspeltName, otherName, unansweredQuestions };

function inOneGo(check: SteppedCheck): Check {
  return (input) => finish(check(input));
}

/** The checks a rule file can name under `check`. */
export const CHECKS: Readonly<Record<string, Check>> = {
  accessKeys,
  acronyms: summed(acronyms),
  bankAccounts,
  cardNumbers,
  caseNumbers,
  emphasis,
  emptyGreeting,
  frontMatterAnswer,
  frontMatterChannel,
  frontMatterDue,
  frontMatterEnd,
  frontMatterFields,
  frontMatterLines,
  frontMatterTemplate,
  frontMatterWords,
  ibans,
  internalNotes,
  longSentence,
  macroFallbacks,
  macroNames,
  macroPairs,
  misspeltName: inOneGo(misspeltName),
  missingAlt,
  missingHelpPath,
  missingPrerequisites,
  missingResult,
  missingSections,
  nationalIds,
  oneTimeCodes,
  otherName: inOneGo(otherName),
  otherTicket,
  passwords,
  promiseAfterDue,
  recoveryPhrases,
  repeatedMarks,
  sampleText,
  searchLinks,
  sectionContents,
  sectionOrder,
  shouting,
  slots,
  stepsInBullets,
  stepsInProse,
  stressed,
  titleBlame,
  titleCapitals,
  titleCode,
  titleDraft,
  titleInternal,
  titleLong,
  titleMissing,
  titleStub,
  titleTicket,
  unansweredQuestions: inOneGo(unansweredQuestions),
  // Which comments are needed shows when all other rules have spoken: the linter tells
  unusedIgnores: () => [],
  vagueLinks,
  wallOfText,
};

/**
 * The checks that look at one section of an article at a time, from a paragraph or heading up to the next, and at most
 * `AROUND` characters beyond it. Any other is taken to look at the whole text.
 */
export const LOCAL_CHECKS: ReadonlySet<string> = new Set([
  'accessKeys', 'bankAccounts', 'cardNumbers', 'caseNumbers', 'emphasis', 'ibans', 'longSentence', 'missingAlt', 'nationalIds', 'oneTimeCodes', 'passwords',
  'recoveryPhrases', 'repeatedMarks', 'sampleText', 'searchLinks', 'shouting', 'slots', 'stepsInBullets', 'stepsInProse', 'stressed', 'vagueLinks', 'wallOfText',
]);
