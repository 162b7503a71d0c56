import * as v from 'valibot';
import type { AssistantIo } from '../cli/assistantIo.js';
import { plainAnatomy } from '../cli/report/plainAnatomy.js';
import { partNames } from '../core/anatomy/names.js';
import { checklistInWords, exampleOf } from '../core/assistants/checklist.js';
import { DRAFT_ARGUMENTS, readDraft } from './drafts.js';
import { NOTES, withNotes } from './notes.js';
import { tool } from './tool.js';
import { ToolError } from './toolError.js';

/** What a text can be that is no reply. */
const NO_REPLY = { article: 'an article', macro: 'a snippet, and no whole reply', note: 'an internal note' } as const;

const ANATOMY = v.pipe(v.looseObject({ channel: v.string(), words: v.number(), parts: v.array(v.looseObject({ id: v.string(), state: v.string() })) }), v.description('As “deskside anatomy --format json” gives it: channel, words, grade, sentences with their moves and promises, parts, and the customer’s questions.'));

const MISSING = v.object({ id: v.string(), title: v.string(), hint: v.string(), why: v.string(), examples: v.pipe(v.array(v.string()), v.description('Passages that make this part, the best first; ‹…› is to be filled in.')) });

/** `reply_checklist`: what a reply has and lacks. */
export const replyChecklist = (io: AssistantIo) =>
  tool({
    name: 'reply_checklist',
    title: 'Reply checklist',
    description:
      'Reads a support reply as a whole: which parts of a good reply it has and lacks (greeting, acknowledgement, the answer, the customer’s questions, next step, way back, sign-off), which questions of the customer nothing takes up, who promises what by when, and what each sentence does. Quote the customer’s message above or below the reply with “>” so that it is seen. Use it while drafting, with lint_text for the wording; add what is missing with find_snippets or the examples given.',
    args: DRAFT_ARGUMENTS,
    data: { kind: v.pipe(v.string(), v.description('What the text is; whatever it is, it is told as if it were a reply.')), anatomy: ANATOMY, missing: v.array(MISSING), notes: NOTES },
    run: async (args) => {
      const draft = await readDraft(io, args, 'reply');
      const { text, kind } = draft.source;
      const anatomy = draft.linter.anatomy({ ...draft.source, kind: 'reply' });
      if (!anatomy) throw new ToolError('This text is not in English, and so it was not read.');
      const missing = anatomy.parts.filter(({ state }) => state === 'missing').map(({ id, inserts }) => ({ id, ...partNames[id], examples: inserts.map(exampleOf) }));
      const notes = [...draft.notes()];
      return { words: withNotes(`${kind === 'reply' ? '' : asIfReply(NO_REPLY[kind])}${checklistInWords(text, anatomy)}`, notes), data: { kind, anatomy: plainAnatomy(text, anatomy), missing, notes } };
    },
  });

/** What to say of a text that is no reply, and is read as one because somebody asked. */
function asIfReply(what: string): string {
  return `This is ${what}. Its parts are told here as if it were a reply, which says little; lint_text reads it as what it is.\n\n`;
}
