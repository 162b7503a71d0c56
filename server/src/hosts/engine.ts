import { createLinter, sentencesAt } from '../core/index.js';
import { cleanReply } from '../core/text/clean.js';
import { isEnglish } from '../core/text/language.js';
import { readProse } from '../core/text/read.js';
import type { Engine } from '../lsp/runtime.js';

/** The real engine, as the server asks for it. */
export const engine: Engine = {
  createLinter,
  sentencesAt,
  isEnglish: (source) => isEnglish(readProse(source)),
  cleanReply,
};
