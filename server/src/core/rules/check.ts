import type { ArticleTemplates } from '../articles/templates.js';
import type { Config } from '../config.js';
import type { Fix, Range, Source } from '../types.js';
import { acronyms } from './checks/acronyms.js';
import { missingSections, sectionContents, sectionOrder } from './checks/articleTemplate.js';
import { missingHelpPath, missingPrerequisites, missingResult } from './checks/articleParts.js';
import { caseNumbers } from './checks/caseNumbers.js';
import { emptyGreeting } from './checks/emptyGreeting.js';
import { oneTimeCodes, passwords } from './checks/passwords.js';
import { slots } from './checks/placeholders.js';
import { misspeltName, otherName } from './checks/customerName.js';
import { frontMatterWords } from './checks/frontMatterWords.js';
import { longSentence, wallOfText } from './checks/length.js';
import { missingAlt, vagueLinks } from './checks/links.js';
import { macroFallbacks, macroNames, macroPairs } from './checks/macroPlaceholders.js';
import { repeatedMarks } from './checks/repeatedMarks.js';
import { sampleText } from './checks/sampleText.js';
import { accessKeys, recoveryPhrases } from './checks/keys.js';
import { bankAccounts, cardNumbers, ibans, nationalIds } from './checks/secrets.js';
import { stepsInBullets } from './checks/bulletSteps.js';
import { stepsInProse } from './checks/steps.js';
import { emphasis, shouting } from './checks/shouting.js';
import { titleBlame, titleCapitals, titleCode, titleDraft, titleInternal, titleLong, titleMissing, titleStub, titleTicket } from './checks/titles.js';
import { unansweredQuestions } from './checks/unansweredQuestions.js';
import type { RuleDefinition } from './definition.js';
import type { Program } from './program.js';
import type { Reading } from './reading.js';

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

/** The checks a rule file can name under `check`. */
export const CHECKS: Readonly<Record<string, Check>> = {
  accessKeys,
  acronyms,
  bankAccounts,
  cardNumbers,
  caseNumbers,
  emphasis,
  emptyGreeting,
  frontMatterWords,
  ibans,
  longSentence,
  macroFallbacks,
  macroNames,
  macroPairs,
  misspeltName,
  missingAlt,
  missingHelpPath,
  missingPrerequisites,
  missingResult,
  missingSections,
  nationalIds,
  oneTimeCodes,
  otherName,
  passwords,
  recoveryPhrases,
  repeatedMarks,
  sampleText,
  sectionContents,
  sectionOrder,
  shouting,
  slots,
  stepsInBullets,
  stepsInProse,
  titleBlame,
  titleCapitals,
  titleCode,
  titleDraft,
  titleInternal,
  titleLong,
  titleMissing,
  titleStub,
  titleTicket,
  unansweredQuestions,
  // Which comments are needed shows when all other rules have spoken: the linter tells
  unusedIgnores: () => [],
  vagueLinks,
  wallOfText,
};
