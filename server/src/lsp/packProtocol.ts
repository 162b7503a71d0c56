/** The part of the protocol that is about packs and snippets; `protocol.ts` has the rest, and passes this on. */
import type { Range, WorkDoneProgressParams } from 'vscode-languageserver';
import type { Channel } from '../core/anatomy/anatomy.js';
import type { CalledFor } from '../core/packs/calledFor.js';
import type { Field, Situation } from '../core/packs/pack.js';
import type { ParticularKind } from '../core/packs/particulars.js';
import type { Audience } from '../core/types.js';
import type { DocumentParams } from './protocol.js';

/** `deskside/listSnippets`. */
export interface ListSnippetsParams {
  /** Only snippets of this document's kind and of its packs. */
  readonly uri?: string;
}

/** A snippet of a pack, ready to be shown in a list and inserted. */
export interface SnippetItem {
  readonly id: string;
  readonly title: string;
  readonly prefix: readonly string[];
  readonly description: string;
  readonly moment: string;
  readonly answers: readonly string[];
  readonly kinds: readonly ('reply' | 'article')[];
  /** In VS Code's snippet syntax. */
  readonly body: string;
  /** How it reads with every tab stop left as it is. */
  readonly preview: string;
  /** The name of its pack. */
  readonly pack: string;
  /** The named fields that its text has, in order; a form asks for those that are not known. */
  readonly fields: readonly Field[];
  readonly when?: readonly Situation[];
  readonly channel?: readonly Channel[];
  readonly audience?: Audience;
  readonly tags?: readonly string[];
  /** Ids of snippets that go with it. */
  readonly see?: readonly string[];
  readonly owner?: string;
  readonly reviewed?: string;
  /** URI of its file; undefined where it is built in. */
  readonly file?: string;
}

/** `deskside/findSnippets`. */
export interface FindSnippetsParams {
  /** For this draft; without one, of all packs in use. */
  readonly uri?: string;
  /** Words to look for in titles, texts, tags and descriptions; without any, what fits the draft comes first. */
  readonly text: string;
  /** Where in the draft: what is found there is to be answered. */
  readonly at?: Range;
  /** Default: 200. */
  readonly limit?: number;
}

/** A snippet found, and why it stands before others: it answers a finding, makes a missing part, or is for what the customer wrote. */
export interface FoundSnippet extends SnippetItem {
  readonly because?: CalledFor['because'];
}

/** `deskside/fillSnippet`'s answer. */
export interface FilledSnippet {
  readonly title: string;
  /** In VS Code's snippet syntax: what is known is filled in, the rest are tab stops. */
  readonly body: string;
  /** The fields that nobody has said anything about, in their order. */
  readonly unknown: readonly Field[];
}

/** `deskside/setFields`: what a person has said of a conversation, by field. Adds to what was said before; holds until the document is closed. */
export interface SetFieldsParams extends DocumentParams {
  readonly values: Readonly<Record<string, string>>;
}

/** `deskside/planSnippet`: what there is to know before a passage becomes a snippet. */
export interface PlanSnippetParams extends DocumentParams {
  readonly range: Range;
}

/** `deskside/planSnippet`'s answer. */
export interface PlannedSnippet {
  /** As it could be called. */
  readonly title: string;
  /** What belongs to this conversation alone, and what would take its place in the snippet. */
  readonly particulars: readonly { readonly kind: ParticularKind; readonly text: string; readonly becomes: string }[];
  /** Snippets that say much the same, the most like first; `likeness` is from 0 to 1. */
  readonly alike: readonly (Pick<SnippetItem, 'id' | 'title' | 'pack' | 'preview' | 'file'> & { readonly likeness: number })[];
}

/** `deskside/saveSnippet`. */
export interface SaveSnippetParams extends PlanSnippetParams {
  readonly title: string;
  /** Which of the planned particulars to replace, by their numbers from 0. */
  readonly replace: readonly number[];
  readonly to: PackTarget;
}

/** A pack that something is written into: by the URI of its folder, or a new one of that title. */
export type PackTarget = { readonly folder: string } | { readonly owner: PackOwner; readonly title: string };

/** `deskside/copySnippet`: a built-in snippet, by its id, is to be somebody's own. */
export interface CopySnippetParams {
  readonly id: string;
  readonly to: PackTarget;
}

/** The file that `deskside/saveSnippet` or `deskside/copySnippet` wrote, and what in it the writer should see to first. */
export interface SavedSnippet {
  readonly file: string;
  readonly select: Range;
}

/** Whose packs are meant: a person's own, or those of a workspace folder (by its URI). */
export type PackOwner = 'own' | { readonly folder: string };

/** `deskside/listPacks`: a pack that can be used. */
export interface PackItem {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly snippets: number;
  readonly rules: number;
  /** Where it was added from; undefined where it is built in or was written here, and so can be written to. */
  readonly source?: string;
  /** URI of its folder; undefined where it is built in. */
  readonly folder?: string;
  /** Its files were changed here since it was added: an update would take that away. */
  readonly changedHere: boolean;
  /** Whose it is; undefined where it is built in or named in the settings. */
  readonly owner?: PackOwner;
}

/** `deskside/planPack`: gets a pack from a source as people write it, or one that was added once more. Reports progress, and can be cancelled. */
export interface PlanPackParams extends WorkDoneProgressParams {
  readonly owner: PackOwner;
  readonly wish: { readonly add: string } | { readonly update: string; readonly to?: string };
}

/** What adding or updating a pack would change. Nothing is changed before `deskside/applyPack`. */
export interface PlannedPack {
  /** For `deskside/applyPack`, once. */
  readonly plan: string;
  readonly name: string;
  readonly title: string;
  /** The version that stands there now; undefined where it is new. */
  readonly from?: string;
  readonly to: string;
  readonly changes: readonly { readonly what: 'snippet' | 'rule'; readonly change: 'added' | 'removed' | 'changed'; readonly id: string; readonly title: string }[];
  /** What could not be read of it, a sentence each. */
  readonly problems: readonly string[];
  readonly changedHere: boolean;
  /** False: it is the same, file by file. */
  readonly isNew: boolean;
}

/** `deskside/removePack`. */
export interface RemovePackParams {
  readonly owner: PackOwner;
  readonly name: string;
}
