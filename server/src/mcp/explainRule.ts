import { join } from 'pathe';
import * as v from 'valibot';
import type { AssistantIo } from '../cli/assistantIo.js';
import type { RuleInfo } from '../core/index.js';
import { readText } from '../files/text.js';
import { DRAFT_ARGUMENTS, readPlace } from './drafts.js';
import { unknownRule } from './unknownRule.js';
import { NOTES, withNotes } from './notes.js';
import { tool } from './tool.js';
import { ToolError } from './toolError.js';

/** Of the page of a large category, so much is enough. In UTF-16 code units. */
const LONGEST_PAGE = 12_000;
const LONGEST_ID = 200;

/** `explain_rule`: why there is a rule, and what it finds and lets pass. */
export const explainRule = (io: AssistantIo, pages: string) =>
  tool({
    name: 'explain_rule',
    title: 'Explain a rule',
    description: 'Tells what a rule looks for, why customers mind, what it rests on, and examples of what it finds and of what is fine. Use it where somebody doubts a finding of lint_text, or to learn a category before writing.',
    args: {
      rule: v.pipe(v.string('must be the id of a rule'), v.maxLength(LONGEST_ID, `is longer than ${LONGEST_ID} characters`), v.description('A rule, such as “blame-language/should-have”, or a category, such as “blame-language”.')),
      path: DRAFT_ARGUMENTS.path,
    },
    data: { id: v.string(), category: v.string(), title: v.string(), why: v.string(), source: v.string(), severity: v.pipe(v.nullable(v.string()), v.description('As the project’s settings have it; null: off.')), page: v.pipe(v.nullable(v.string()), v.description('In Markdown.')), notes: NOTES },
    run: async ({ rule: wanted, path }) => {
      const { linter, notes: ask } = await readPlace(io, { path });
      const rule = linter.rule(wanted);
      if (!rule) throw new ToolError(unknownRule(linter, wanted) ?? `There is no rule “${wanted}”.`);
      const { category, title, why, source, severity = null } = rule;
      const id = wanted === category ? category : rule.id;
      const page = await pageOf(io, join(pages, `${rule.category}.md`), rule, id);
      const notes = [...ask()];
      const head = `${id}: ${severity ?? 'off'} in this project.`;
      return { words: withNotes(`${head}\n\n${page ?? `${title}\n\n${why}${source && `\n\nRests on: ${source}`}`}`, notes), data: { id, category, title, why, source, severity, page, notes } };
    },
  });

/** What the category's page says of one rule, or all of it; null for what a pack brought, as that has no page. */
async function pageOf({ fs }: AssistantIo, file: string, { category }: RuleInfo, id: string): Promise<string | null> {
  const read = await readText(fs, file);
  if ('problem' in read) return null;
  const page = read.text.replace(/^<!--.*?-->\s*/su, '');
  if (id !== category) return page.split(/^(?=## )/mu).find((section) => section.includes(`\n\`${id}\`\n`))?.trim() ?? null;
  return page.length <= LONGEST_PAGE ? page : `${page.slice(0, page.lastIndexOf('\n## ', LONGEST_PAGE)).trim()}\n\nMore rules of this category are left out; ask for one by its id.`;
}
