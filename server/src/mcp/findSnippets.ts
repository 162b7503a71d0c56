import * as v from 'valibot';
import type { AssistantIo } from '../cli/assistantIo.js';
import { filledIn } from '../core/rewording.js';
import type { Finding, Kind, Linter, PartId, Source } from '../core/index.js';
import { calledFor, kindOfSnippets } from '../core/packs/calledFor.js';
import type { CalledFor } from '../core/packs/calledFor.js';
import type { SnippetsForDraft } from '../core/packs/draftSnippets.js';
import { fieldsIn, isEditorField } from '../core/packs/fields.js';
import type { Snippet } from '../core/packs/pack.js';
import { BLANKS } from '../core/assistants/findings.js';
import { DRAFT_ARGUMENTS, isWithoutText, readDraft, readPlace, said } from './drafts.js';
import type { DraftArguments } from './drafts.js';
import { NOTES, withNotes } from './notes.js';
import { tool } from './tool.js';
import { ToolError } from './toolError.js';
import { unknownRule } from './unknownRule.js';

const FEW = 5;
const MOST = 20;
const LONGEST_QUERY = 500;

const SNIPPET = v.object({
  id: v.string(),
  title: v.string(),
  description: v.string(),
  moment: v.string(),
  because: v.optional(v.pipe(v.picklist(['finding', 'part', 'customer']), v.description('It answers a finding, makes a part that is missing, or is for what the customer wrote.'))),
  text: v.pipe(v.string(), v.description('Its text for this draft: what is known is filled in, the rest stands between ‹ and ›.')),
  body: v.pipe(v.string(), v.description('The same in VS Code’s snippet syntax, with tab stops.')),
  unknown: v.pipe(v.array(v.string()), v.description('The fields nobody has said anything about, such as “ticket”.')),
});

const ARGUMENTS = {
  ...DRAFT_ARGUMENTS,
  query: v.optional(v.pipe(v.string('must be words'), v.maxLength(LONGEST_QUERY, `is longer than ${LONGEST_QUERY} characters`), v.description('Words to look for, such as “refund delay”. Every word must begin a word of the snippet.'))),
  finding: v.optional(v.pipe(v.string('must be the id of a rule'), v.maxLength(LONGEST_QUERY, `is longer than ${LONGEST_QUERY} characters`), v.description('A rule or category that lint_text has named, such as “missing-next-step”: only snippets that answer it.'))),
  limit: v.optional(v.pipe(v.number('must be a number, without quotes'), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1'), v.maxValue(MOST, `must be at most ${MOST}`), v.description(`How many snippets to answer with at most. Default: ${FEW}.`))),
};

/** `find_snippets`: passages that somebody has thought about, from the team's packs and the built-in ones. */
export const findSnippets = (io: AssistantIo) =>
  tool({
    name: 'find_snippets',
    title: 'Find snippets',
    description:
      'Finds passages for a support reply or article in the team’s own packs and the built-in ones. With a draft alone: what answers its findings, makes its missing parts, or is for what its customer wrote, the best first. With “query”: what has these words. With “finding”: what answers that rule. Prefer these wordings to your own, and adapt them to the customer’s case.',
    args: ARGUMENTS,
    data: { snippets: v.array(SNIPPET), leftOut: v.pipe(v.number(), v.integer(), v.description('How many more there are.')), notes: NOTES },
    run: async ({ limit = FEW, ...args }) => {
      const [query, finding] = [said(args.query)?.trim(), said(args.finding)];
      if (isWithoutText(args) && query === undefined && finding === undefined) throw new ToolError('Say what the snippets are for: a draft as “text” or “path”, words as “query”, or a rule as “finding”.');
      const place = await placeOf(io, args);
      const all = await place.choose({ query: query ?? '', finding });
      const snippets = all.slice(0, limit).map((one) => plain(place.snippets, one));
      const notes = [...place.notes()];
      const leftOut = all.length - snippets.length;
      return { words: withNotes(inWords(snippets, leftOut), notes), data: { snippets, leftOut, notes } };
    },
  });

type Found = Pick<CalledFor, 'snippet'> & Partial<CalledFor>;

interface Wish {
  readonly query: string;
  readonly finding: string | undefined;
}

interface Place {
  readonly snippets: SnippetsForDraft;
  choose(wish: Wish): Promise<readonly Found[]>;
  notes(): readonly string[];
}

/** Where snippets go: a draft, or none yet. */
async function placeOf(io: AssistantIo, args: DraftArguments): Promise<Place> {
  if (isWithoutText(args)) {
    const { linter, notes } = await readPlace(io, args);
    return placeIn(linter, { text: '' }, args.kind, async () => [], notes);
  }
  const { linter, source, findings, notes } = await readDraft(io, args);
  return placeIn(linter, source, source.kind, findings, notes);
}

function placeIn(linter: Linter, source: Source, kind: Kind | undefined, findings: () => Promise<readonly Finding[]>, notes: Place['notes']): Place {
  const snippets = linter.snippets(source);
  const kinds = kindOfSnippets(kind);
  const suits = ({ snippet }: Found): boolean => kinds !== null && (kinds === undefined || snippet.kinds.includes(kinds));
  const choose = async ({ query, finding }: Wish): Promise<readonly Found[]> => {
    if (finding !== undefined) return answering(linter, snippets, finding, await findings(), query);
    if (query !== '') return snippets.search({ text: query });
    return calledFor(snippets, await findings(), missingParts(linter, source));
  };
  return { snippets, notes, choose: async (wish) => (await choose(wish)).filter(suits) };
}

/** What answers a rule: for the places where the draft breaks it, or else wherever it is broken. */
function answering(linter: Linter, snippets: SnippetsForDraft, wanted: string, findings: readonly Finding[], query: string): readonly Found[] {
  const unknown = unknownRule(linter, wanted);
  if (unknown !== undefined) throw new ToolError(`${unknown} lint_text names the rules of what it finds.`);
  const here = findings.filter(({ rule, category }) => rule === wanted || category === wanted);
  const called = query === '' ? calledFor(snippets, here, []).filter(({ because }) => because === 'finding') : [];
  if (called.length > 0) return called;
  const category = linter.rule(wanted)?.category ?? wanted;
  const within = linter.rules.flatMap((rule) => (rule.category === wanted ? [rule.id] : []));
  return snippets.search({ categories: [...new Set([wanted, category, ...within])], ...(query !== '' && { text: query }) }).map(({ snippet }) => ({ snippet, because: 'finding' as const }));
}

function missingParts(linter: Linter, source: Source): readonly PartId[] {
  return linter.anatomy(source)?.parts.flatMap(({ id, state }) => (state === 'missing' ? [id] : [])) ?? [];
}

function plain(snippets: SnippetsForDraft, { snippet, because }: Found): v.InferOutput<typeof SNIPPET> {
  const { id, title, description, moment } = snippet;
  const body = snippets.bodyOf(snippet);
  return { id, title, description, moment, ...(because && { because }), text: filledIn(body), body, unknown: unknownFields(snippet, snippets) };
}

function unknownFields({ body }: Snippet, { known }: SnippetsForDraft): string[] {
  return [...new Set(fieldsIn(body).map(({ name }) => name))].filter((name) => !isEditorField(name) && !known.get(name));
}

const BECAUSE = { finding: 'answers a finding', part: 'makes a missing part', customer: 'for what the customer wrote' } as const;

function inWords(snippets: readonly v.InferOutput<typeof SNIPPET>[], leftOut: number): string {
  if (snippets.length === 0) return 'No snippet fits. Try fewer or other words, or write it yourself.';
  const entries = snippets.map(({ id, title, description, because, text }, i) => `${i + 1}. ${title} (${id})${because ? `, ${BECAUSE[because]}` : ''}: ${description}\n\n${text}`);
  const rest = leftOut > 0 ? [`${leftOut} more ${leftOut === 1 ? 'is' : 'are'} left out; a higher “limit” or a “query” brings them.`] : [];
  return [...entries, ...rest, ...(entries.some((entry) => entry.includes('‹')) ? [BLANKS] : [])].join('\n\n');
}
