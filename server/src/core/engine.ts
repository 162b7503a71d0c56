import { linkAt, titleFor } from './linkAt.js';
import { createLinter } from './lint.js';
import { measure } from './measure.js';
import { sentencesAt } from './sentencesAt.js';
import { cleanReply } from './text/clean.js';
import { isEnglish } from './text/language.js';
import { readProse } from './text/read.js';
import type { Source } from './types.js';

/** The engine as the command line and the language server ask for it; their tests put another in its place. */
export const engine = {
  createLinter,
  measure,
  sentencesAt,
  cleanReply,
  linkAt,
  titleFor,
  /** Whether the writer's own words are English (or too few to tell). */
  isEnglish: (source: Source): boolean => isEnglish(readProse(source)),
};
