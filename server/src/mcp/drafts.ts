import { extname } from 'pathe';
import * as v from 'valibot';
import type { AssistantIo } from '../cli/assistantIo.js';
import { KeptErrors } from '../cli/errors.js';
import type { NamedFinding } from '../core/baseline.js';
import type { ConfigInput, Kind, Linter, Source } from '../core/index.js';
import { AUDIENCES, KINDS } from '../core/types.js';
import { isHtml, isText, otherFormat } from '../files/kinds.js';
import type { Language } from '../files/kinds.js';
import type { Draft } from '../files/resolve.js';
import type { Settings } from '../files/settings.js';
import { sourceOfFile } from '../files/source.js';
import { readText } from '../files/text.js';
import { pathBelow } from './folders.js';
import { ToolError } from './toolError.js';

/** A longer text would keep everybody else waiting for seconds. In UTF-16 code units. */
export const LONGEST_TEXT = 100_000;

const LANGUAGES: readonly Language[] = ['markdown', 'mdx', 'html', 'plaintext', 'support-reply'];
const LONGEST_PATH = 4096;

/** The arguments that say which text is meant and how to read it. */
export const DRAFT_ARGUMENTS = {
  text: v.optional(v.pipe(v.string('must be a text'), v.description('The whole text, as it stands. Leave it out to have the file at “path” read instead.'))),
  path: v.optional(v.pipe(v.string('must be a path'), v.maxLength(LONGEST_PATH, `is longer than ${LONGEST_PATH} characters`), v.description('Where the text lies or would lie, from the working folder, for example “drafts/refund.reply.md”. The project’s settings, ignores and packs for that place hold. With “text” there need be no such file; where neither its name, its front matter nor the settings say what it is, say so with “kind”.'))),
  kind: v.optional(v.pipe(v.picklist(KINDS, `must be one of ${KINDS.join(', ')}`), v.description('What the text is: “reply” to a customer, help “article”, “macro” (a saved passage, no whole reply), or internal “note”. Left out: what the file’s name, its front matter or the project’s settings say, and a reply where there is no path.'))),
  languageId: v.optional(v.pipe(v.picklist(LANGUAGES, `must be one of ${LANGUAGES.join(', ')}`), v.description('How it is written; left out: by the path’s ending, or else Markdown, which plain text is, too.'))),
  audience: v.optional(v.pipe(v.picklist(AUDIENCES, `must be one of ${AUDIENCES.join(', ')}`), v.description('Who will read it: “general”, or “technical” for readers who know the trade’s words. Left out: as the project’s settings say.'))),
};

/** What those arguments say. */
export type DraftArguments = v.InferOutput<v.ObjectSchema<typeof DRAFT_ARGUMENTS, undefined>>;

/** A text that is ready to be read, as the command line would read it. */
export interface ReadDraft {
  readonly source: Source & { readonly kind: Kind };
  readonly linter: Linter;
  readonly isEnglish: boolean;
  /** Everything there is to say about it, or about another state of it, without what is ignored or stands in the baseline. */
  findings(text?: string): Promise<readonly NamedFinding[]>;
  /** What is wrong with the project's settings and packs, a sentence each. */
  notes(): readonly string[];
}

/** What is said by an argument. Models say nothing by an empty one, too. */
export function said(argument: string | undefined): string | undefined {
  return argument?.trim() ? argument : undefined;
}

/** Whether no text is meant. */
export function isWithoutText({ text, path }: DraftArguments): boolean {
  return said(path) === undefined && said(text) === undefined;
}

/**
 * Reads what is asked for, with the settings of its place as they are now.
 * @param spare what a file is of which nothing says so
 * @throws ToolError with the way out
 */
export async function readDraft(io: AssistantIo, given: DraftArguments, spare?: Kind): Promise<ReadDraft> {
  const args = { ...given, text: said(given.text), path: said(given.path) };
  const errors = new KeptErrors();
  const desk = io.desk(errors);
  const { draft, path } = await findDraft(io, args);
  const resolver = io.resolver(overriding(args));
  const resolution = await resolver.resolve(draft);
  if (args.text === undefined && resolution.leftOutBy !== undefined) throw new ToolError(`${args.path} is not read, as “${resolution.leftOutBy}” stands under “ignore” in the project’s .deskside.yaml. Hand its text over as “text” to have it read all the same.`);
  const kind = args.kind ?? resolution.kind ?? (path === undefined ? 'reply' : spare);
  if (kind === undefined) throw new ToolError(`Nothing says what ${args.path} is. Say so with “kind”: reply, article, macro or note.`);
  const { settings, ignoreName, languageId } = resolution;
  const source = await sourceOfFile({ text: draft.text, kind, languageId, ...(path !== undefined && { uri: desk.nameOf(path) }), path }, resolver.titleOf);
  const linter = await desk.linter(settings);
  return {
    source,
    linter,
    isEnglish: io.engine.isEnglish(source),
    findings: async (text = draft.text) => desk.sift(await desk.lint({ ...source, text }, settings, path), settings, ignoreName, path).findings,
    notes: notesOf(errors),
  };
}

/** “Nothing to mend” would be no news of a text that nobody could read. */
export function notEnglish({ isEnglish }: ReadDraft, findings: number): string | undefined {
  return isEnglish || findings > 0 ? undefined : 'This text is not in English, and so it was not read.';
}

/** Why customers mind what a rule finds. */
export function whyOf({ linter }: ReadDraft): (rule: string) => string | undefined {
  return (rule) => linter.rule(rule)?.why;
}

/** A linter for the place of a path, or for the working folder. */
export async function readPlace(io: AssistantIo, { path: asked, audience }: Pick<DraftArguments, 'path' | 'audience'>): Promise<{ readonly linter: Linter; readonly settings: Settings; notes(): readonly string[] }> {
  const errors = new KeptErrors();
  const path = said(asked);
  const at = path === undefined ? undefined : await pathBelow(io, path);
  const { settings } = await io.resolver(overriding({ audience })).resolve({ text: '', ...(at === undefined ? { folder: io.roots[0] } : { path: at }) });
  return { linter: await io.desk(errors).linter(settings), settings, notes: notesOf(errors) };
}

function overriding({ audience }: Pick<DraftArguments, 'audience'>): ConfigInput {
  return { ...(audience && { audience }) };
}

function notesOf(errors: KeptErrors): () => readonly string[] {
  const notes: string[] = [];
  return () => {
    notes.push(...errors.take().map(({ text }) => text.trim()));
    return notes;
  };
}

async function findDraft(io: AssistantIo, { text, path: asked, languageId }: DraftArguments): Promise<{ readonly draft: Draft; readonly path: string | undefined }> {
  const path = asked === undefined ? undefined : await pathBelow(io, asked);
  if (text === undefined && path === undefined) throw new ToolError('There is nothing to read. Give the text itself as “text”, or the “path” of a file.');
  const whole = text ?? (await fileText(io, path ?? '', asked ?? ''));
  if (whole.length > LONGEST_TEXT) throw new ToolError(`The text has ${whole.length.toLocaleString('en')} characters, and at most ${LONGEST_TEXT.toLocaleString('en')} are read at once. Hand over a part of it, or have a person run: deskside lint ${asked ?? 'FILE'}`);
  return { draft: { text: whole, ...(languageId && { languageId }), ...(path === undefined ? { folder: io.roots[0] } : { path }) }, path };
}

async function fileText(io: AssistantIo, path: string, asked: string): Promise<string> {
  const other = otherFormat(path);
  if (other !== undefined) throw new ToolError(`${asked} ${other}.`);
  if (!isText(path) && !isHtml(path)) throw new ToolError(`${asked} is no text that Deskside reads: ${extname(path) || 'its name'} is none of .md, .mdx, .txt, .reply and .html. Hand the text over as “text”.`);
  const decoded = await readText(io.fs, path);
  if ('problem' in decoded) throw new ToolError(`${asked} ${decoded.problem}.`);
  return decoded.text;
}
