import * as v from 'valibot';
import type { AssistantIo } from '../cli/assistantIo.js';
import { applySafeFixes } from '../cli/fixing.js';
import { findingsInWords } from '../core/assistants/findings.js';
import { DRAFT_ARGUMENTS, notEnglish, readDraft, whyOf } from './drafts.js';
import { found, FOUND } from './found.js';
import { NOTES, withNotes } from './notes.js';
import { tool } from './tool.js';
import { breathe } from './turns.js';

/** `fix_text`: the text with its safe fixes applied. */
export const fixText = (io: AssistantIo) =>
  tool({
    name: 'fix_text',
    title: 'Apply the safe fixes',
    description:
      'Applies to a support reply or help article the fixes that are right in any context, and answers with the new text and what is left to mend. It changes no file: use the text it answers with in place of the old one. Most findings need a judgement and are left; lint_text tells all of them without changing anything.',
    args: DRAFT_ARGUMENTS,
    data: { kind: v.string(), text: v.pipe(v.string(), v.description('The whole text as it now is.')), fixed: v.pipe(v.number(), v.integer(), v.description('How many fixes were applied.')), ...FOUND, notes: NOTES },
    run: async (args, signal) => {
      const draft = await readDraft(io, args);
      const { kind } = draft.source;
      const { text, fixed, reading } = await applySafeFixes(draft.source.text, async (now) => {
        await breathe(signal);
        return { findings: await draft.findings(now) };
      });
      const notes = [...draft.notes()];
      const done = fixed === 0 ? 'No fix of this text is safe to apply; it is as it was.' : `${fixed} ${fixed === 1 ? 'fix' : 'fixes'} applied. The text is now:\n\n${text}`;
      const left = findingsInWords({ text, kind, findings: reading.findings, whyOf: whyOf(draft) });
      const words = notEnglish(draft, reading.findings.length) ?? `${done}\n\n---\n\n${left}`;
      return { words: withNotes(words, notes), data: { kind, text, fixed, ...found(text, reading.findings, whyOf(draft)), notes } };
    },
  });
