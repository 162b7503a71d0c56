import * as v from 'valibot';
import type { AssistantIo } from '../cli/assistantIo.js';
import { findingsInWords, MOST_FINDINGS } from '../core/assistants/findings.js';
import { DRAFT_ARGUMENTS, notEnglish, readDraft, whyOf } from './drafts.js';
import { found, FOUND } from './found.js';
import { NOTES, withNotes } from './notes.js';
import { tool } from './tool.js';

/** The most findings that one answer has. */
const MOST = 200;

/** The argument that says how many findings are wanted. */
const LIMIT = v.optional(v.pipe(v.number('must be a number, without quotes'), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1'), v.maxValue(MOST, `must be at most ${MOST}`), v.description(`How many findings to answer with at most: the most severe ones are kept, in the order of the text. Default: ${MOST_FINDINGS}.`)));

/** `lint_text`: everything that could hurt the reader of a text. */
export const lintText = (io: AssistantIo) =>
  tool({
    name: 'lint_text',
    title: 'Lint a reply or article',
    description:
      'Finds what will hurt the reader of a support reply or help article: blame, talking down, jargon, hollow apologies, promises without a date, forgotten placeholders, leaked secrets and more. Use it on every reply before it is sent and every article before it is published, and again after you have changed one. Answers with each place, why it hurts and what to write instead; mend errors and warnings, weigh the rest. It does not check spelling or facts.',
    args: { ...DRAFT_ARGUMENTS, limit: LIMIT },
    data: { kind: v.string(), ...FOUND, notes: NOTES },
    run: async ({ limit, ...args }) => {
      const draft = await readDraft(io, args);
      const findings = await draft.findings();
      const { text, kind } = draft.source;
      const words = notEnglish(draft, findings.length) ?? findingsInWords({ text, kind, findings, whyOf: whyOf(draft), ...(limit !== undefined && { limit }) });
      const notes = [...draft.notes()];
      return { words: withNotes(words, notes), data: { kind, ...found(text, findings, whyOf(draft), limit), notes } };
    },
  });
