/**
 * What Deskside's server and its clients say to each other beyond the language server protocol.
 * Types, names, and three functions that send and hear by them, so that a client can import it without pulling in the server.
 * `docs/editors.md` tells the same for people who write a client in another language.
 */
import type { CancellationToken, Diagnostic, Range } from 'vscode-languageserver';
import type { Channel, Move, PartId } from '../core/anatomy/anatomy.js';
import type { Ignore } from '../core/ignore.js';
import type { Audience, Kind, Severity } from '../core/types.js';
import type { CopySnippetParams, FilledSnippet, FindSnippetsParams, FoundSnippet, ListSnippetsParams, PackItem, PackOwner, PlannedPack, PlannedSnippet, PlanPackParams, PlanSnippetParams, RemovePackParams, SavedSnippet, SaveSnippetParams, SetFieldsParams, SnippetItem } from './packProtocol.js';

export type * from './packProtocol.js';

/** What a client may send as `initializationOptions`. Everything is optional. */
export interface ClientOptions {
  /** The commands of `commands` that the client itself carries out. The server carries out the others where it can. */
  readonly commands?: readonly string[];
  /** The client wants `deskside/didChangeStatus`. */
  readonly status?: boolean;
  /** The client wants `deskside/didChangeAnatomy`. */
  readonly anatomy?: boolean;
  /** The client wants `deskside/didChangePacks`. */
  readonly packs?: boolean;
  /**
   * Where the rule pages stand: `<rulePageBase>/<category>.md`, or, where it holds `{category}` or `{rule}`, the address
   * with these replaced (VS Code: a `command:` address, as a page opens inside the editor). Default: the pages
   * shipped with the server.
   */
  readonly rulePageBase?: string;
  /** False: nobody vouches for the workspace yet, so that rules of its packs are not used until `deskside/trust`. Default: true. */
  readonly trusted?: boolean;
  /** Used as settings by clients that do not answer `workspace/configuration`. */
  readonly settings?: unknown;
  /** Ignores that the client keeps, as `deskside/setIgnores` would send them. */
  readonly ignores?: readonly Ignore[];
}

/** The commands that code actions carry. Each takes one argument. */
export const commands = {
  /** Takes a {@link FindingReference}: this finding, in this sentence, is fine. */
  ignoreHere: 'deskside.ignoreHere',
  /** Takes a {@link FindingReference}: its category is fine in the whole draft. */
  ignoreInDraft: 'deskside.ignoreInDraft',
  /** Takes a {@link FindingReference}: its rule is off for the project, or for this person. */
  turnRuleOff: 'deskside.turnRuleOff',
  /** Takes a {@link RuleReference}: opens the rule's page. */
  showRule: 'deskside.showRule',
} as const;

/** Names a finding without positions, so that it stays good whatever is typed meanwhile. */
export interface FindingReference {
  readonly uri: string;
  readonly rule: string;
  readonly category: string;
  /** Of `core/ignore`: category and normalised sentence. */
  readonly fingerprint: string;
  /** The text of the sentence the finding stands in, to remember it by. */
  readonly sentence: string;
}

/** Names a rule and its page. */
export interface RuleReference {
  readonly rule: string;
  readonly category: string;
  readonly href?: string;
}

/** Names an open document. */
export interface DocumentParams {
  readonly uri: string;
}

/** What Deskside does with an open document, and why. */
export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  /** What the text is read as; null: it is left alone. */
  readonly kind: Kind | null;
  /** A sentence that says why it is read so, or left alone. */
  readonly why: string;
  /** Whom the text is read for, and with which rules; shown in the editor's status item. */
  readonly audience: Audience;
  readonly preset: 'recommended' | 'all';
  /** How many findings there are. */
  readonly findings: number;
  /** How many of them are hints, which editors hardly show. */
  readonly hints: number;
  /** False: the text is in another language and gets no findings. */
  readonly english: boolean;
  /** Reading is paused for this document, or off altogether. */
  readonly paused: boolean;
  /** Only a selection of the document is read. */
  readonly selection: boolean;
  /** What is wrong with the settings, a sentence each that names the way out. */
  readonly problems: readonly string[];
}

/** `deskside/setKind`: Lint This as…. Holds until the document is closed. */
export interface SetKindParams extends DocumentParams {
  /** `off`: leave it alone. `auto`: decide by its name, front matter and settings again. */
  readonly kind: Kind | 'off' | 'auto';
}

/** `deskside/pause`. Holds until the document is closed. */
export interface PauseParams extends DocumentParams {
  readonly paused: boolean;
}

/** `deskside/lintSelection`: read this range alone. It moves with the text as that is edited. */
export interface LintSelectionParams extends DocumentParams {
  /** null: read the whole document again. */
  readonly range: Range | null;
  /** Default: the document's own kind, or else `reply`. */
  readonly kind?: Kind;
}

/** `deskside/lintSelection`'s answer; the same diagnostics also arrive the usual way. */
export interface LintSelectionResult {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** `deskside/cleanReply`: what the customer should get. */
export interface CleanReplyParams extends DocumentParams {
  readonly format: 'text' | 'html';
}

/** `deskside/cleanReply`'s answer: the clean text, or what is still open in it and where. */
export type CleanReplyResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly open: readonly OpenPlace[] };

/** A place that must be filled in before a reply is sent. */
export interface OpenPlace {
  readonly range: Range;
  /** What stands there. */
  readonly text: string;
}

/** `deskside/rulePage`. */
export interface RulePageParams {
  /** A rule's or a category's id. */
  readonly rule: string;
  /** Whose settings decide about the severity. */
  readonly uri?: string;
}

/** What there is to know about a rule. */
export interface RulePage {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly why: string;
  readonly source: string;
  /** null: it is off. */
  readonly severity: Severity | null;
  /** Address of its page, if there is one. */
  readonly href: string | null;
}

/** `deskside/anatomy`'s answer: what the reply does, sentence by sentence, and which parts it lacks. */
export interface AnatomyResult {
  readonly uri: string;
  /** The version of the document that was read. */
  readonly version: number;
  readonly channel: Channel;
  readonly sentences: readonly MoveItem[];
  /** In the order in which they usually stand; parts that this reply does not need are left out. */
  readonly parts: readonly PartItem[];
  /** How many of the parts are missing. */
  readonly missing: number;
  /** Of the writer's own words. */
  readonly words: number;
  /** Flesch-Kincaid grade; null below twenty words. */
  readonly grade: number | null;
}

/** A sentence of a reply and what it does. */
export interface MoveItem {
  readonly move: Move;
  readonly range: Range;
  /** Of a sentence that promises something: the words that say who, what and when. */
  readonly commitment: { readonly who: string | null; readonly what: string; readonly when: string | null } | null;
}

/** A part of a reply, found or missing. */
export interface PartItem {
  readonly id: PartId;
  /** To be shown: “Next step”, or, of each question left open, “Answer “Will it cost me anything?””, and of each put off, “To answer later: “When does it come?””. */
  readonly title: string;
  readonly found: boolean;
  /** A question whose answer is still to come, be it that one is promised or that the reply asks back. */
  readonly putOff?: true;
  /** What it would be, in a few words: “who does what by when”. */
  readonly hint: string;
  /** Why a customer wants this part, in a sentence or two. */
  readonly why: string;
  /** The words that it was found by, shortened; null where it is missing. */
  readonly excerpt: string | null;
  /** Where it stands, or, of a question left open, where the customer asked it; null: nowhere. */
  readonly range: Range | null;
  /** Ways to add it, the best first. */
  readonly inserts: readonly PartInsert[];
}

/** A way to add a missing part. */
export interface PartInsert {
  readonly title: string;
  readonly range: Range;
  /** In VS Code's snippet syntax. */
  readonly snippet: string;
  /** How it reads with every tab stop left as it is. */
  readonly preview: string;
}

/** `deskside/lintWorkspace`'s answer, when every file has been read. What was found has arrived before, with `deskside/didLintFiles`. */
export interface LintWorkspaceResult {
  /** How many texts were read. */
  readonly files: number;
  readonly findings: number;
  /** Of these, hints and information that were not sent, as there are too many to show. */
  readonly left: number;
  /** Where texts were left alone because nothing says what they are. */
  readonly leftAlone: readonly LeftAlone[];
}

/** Texts of a workspace that nothing calls a reply or an article. */
export interface LeftAlone {
  /** The URI of a folder right below one of the workspace, or of that itself for the texts in it. */
  readonly folder: string;
  readonly texts: number;
}

/** `deskside/didLintFiles`: how far `deskside/lintWorkspace` is. */
export interface DidLintFilesParams {
  readonly files: readonly FileFindings[];
  /** Files looked at so far, and all of them. */
  readonly done: number;
  readonly total: number;
}

/** What was found in a file that is not open; it takes the place of what was found there before. */
export interface FileFindings {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** `deskside/setIgnores`: replaces all ignores that the client keeps. Their `file` is a document's URI. */
export interface SetIgnoresParams {
  readonly ignores: readonly Ignore[];
}

/** `deskside/addToIgnores`: an entry for an ignore file that the client keeps. */
export interface AddToIgnoresParams {
  /** Of the whole file; empty where there is none yet. */
  readonly text: string;
  readonly ignore: Ignore;
  /** Stands above the entry, on one line and shortened. */
  readonly comment?: string;
}

/** `deskside/tellAssistant`: what there is to say of a text, for a language model that works for the person. */
export interface TellAssistantParams {
  readonly what: 'findings' | 'checklist';
  /** An open document; where there is a text as well, the one that it is for. */
  readonly uri?: string;
  /** Read instead of the document. */
  readonly text?: string;
  /** What it is; default: what the document is read as, and a text as a reply. */
  readonly kind?: Kind;
}

interface Call<Params, Result> {
  readonly params: Params;
  readonly result: Result;
}

/** The custom requests a client may send. `null` answers for documents that are not open. */
export interface Requests {
  'deskside/status': Call<DocumentParams, DocumentStatus | null>;
  'deskside/setKind': Call<SetKindParams, DocumentStatus | null>;
  'deskside/pause': Call<PauseParams, DocumentStatus | null>;
  'deskside/lintSelection': Call<LintSelectionParams, LintSelectionResult | null>;
  'deskside/listSnippets': Call<ListSnippetsParams, readonly SnippetItem[]>;
  /** Without an owner: all that are in use. */
  'deskside/listPacks': Call<{ readonly owner?: PackOwner }, readonly PackItem[]>;
  /** These three fail with a sentence for people where a pack cannot be had, is refused, or there is no disk. */
  'deskside/planPack': Call<PlanPackParams, PlannedPack>;
  'deskside/applyPack': Call<{ readonly plan: string }, null>;
  'deskside/removePack': Call<RemovePackParams, null>;
  'deskside/findSnippets': Call<FindSnippetsParams, readonly FoundSnippet[]>;
  /** null where there is no such snippet. */
  'deskside/fillSnippet': Call<{ readonly uri?: string; readonly id: string }, FilledSnippet | null>;
  'deskside/setFields': Call<SetFieldsParams, null>;
  'deskside/planSnippet': Call<PlanSnippetParams, PlannedSnippet | null>;
  /** Fails with a sentence for people where it cannot be written. */
  'deskside/saveSnippet': Call<SaveSnippetParams, SavedSnippet | null>;
  /** `null`: no built-in snippet has that id. */
  'deskside/copySnippet': Call<CopySnippetParams, SavedSnippet | null>;
  'deskside/cleanReply': Call<CleanReplyParams, CleanReplyResult | null>;
  /** In words. Fails with a sentence that says the way out. */
  'deskside/tellAssistant': Call<TellAssistantParams, string>;
  /** null also where nothing is read as a whole reply: an article, another language, a selection, while paused. */
  'deskside/anatomy': Call<DocumentParams, AnatomyResult | null>;
  'deskside/rulePage': Call<RulePageParams, RulePage | null>;
  /** URI of the ignore file that holds for a document, open or not; null where there is none yet. */
  'deskside/ignoreFile': Call<DocumentParams, string | null>;
  /** The new text of the file. Fails with a sentence for people where it holds something else than a list. */
  'deskside/addToIgnores': Call<AddToIgnoresParams, string>;
  /** Can be cancelled. null where the server has no files to read. */
  'deskside/lintWorkspace': Call<object, LintWorkspaceResult | null>;
}

/** What stands in a folder of the workspace. */
export interface FolderEntry {
  readonly name: string;
  /** `link`: a link to a folder, which may lead in a circle. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/**
 * The custom requests the server sends, about the files of workspaces that are on no disk. `null` answers for what is not
 * there, cannot be read, or lies outside the workspace.
 */
export interface ServerRequests {
  /** A character for each byte. `most`: the bytes it may have. */
  'deskside/readFile': Call<{ readonly uri: string; readonly most?: number }, string | null>;
  'deskside/listFolder': Call<{ readonly uri: string }, readonly FolderEntry[] | null>;
}

/** The custom notifications a client may send. */
export interface ClientNotifications {
  'deskside/setIgnores': SetIgnoresParams;
  /** Somebody vouches for the workspace now. */
  'deskside/trust': Record<string, never>;
}

/** The custom notifications the server sends. */
export interface ServerNotifications {
  'deskside/didChangeStatus': DocumentStatus;
  /** The anatomy of a document may be another one now; who shows it asks for it. */
  'deskside/didChangeAnatomy': DocumentParams;
  'deskside/didLintFiles': DidLintFilesParams;
  /** Packs, or which of them are used, may be others now; who shows them asks for them. */
  'deskside/didChangePacks': Record<string, never>;
}

/** Wherever messages may be sent from: the client's `LanguageClient`, a test's connection. */
interface Sender {
  sendRequest<R>(method: string, params: unknown, token?: CancellationToken): Promise<R>;
  sendNotification(method: string, params: unknown): Promise<void>;
}

/** Wherever messages of the server arrive. */
interface Receiver {
  onNotification<P>(method: string, handler: (params: P) => void): { dispose(): void };
}

/** Sends a custom request, typed on both ends. */
export function request<M extends keyof Requests>(to: Pick<Sender, 'sendRequest'>, method: M, params: Requests[M]['params'], token?: CancellationToken): Promise<Requests[M]['result']> {
  return to.sendRequest<Requests[M]['result']>(method, params, token);
}

/** Sends the server a custom notification, typed on both ends. The promise is kept when it is on its way. */
export function notify<M extends keyof ClientNotifications>(to: Pick<Sender, 'sendNotification'>, method: M, params: ClientNotifications[M]): Promise<void> {
  return to.sendNotification(method, params);
}

/** Hears a custom notification of the server's, typed on both ends. */
export function hear<M extends keyof ServerNotifications>(from: Receiver, method: M, handler: (params: ServerNotifications[M]) => void): { dispose(): void } {
  return from.onNotification(method, handler);
}
