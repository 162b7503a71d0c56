import type { BaselineCounts } from '../core/baseline.js';
import type { BlockFinder } from '../core/sentencesAt.js';
import type { Ignore } from '../core/ignore.js';
import type { PackService } from './packService.js';
import type { Problem } from '../files/problem.js';
import type { PackFinding } from '../core/packs/check/checkPack.js';
import type { ConfigInput, Kind, Linter, LinterOptions, Pack, Range, Source, TextEdit } from '../core/index.js';

/**
 * All that the server needs from where it runs. A host with a disk gives `project`; in a web worker
 * there is none, and the client sends settings and ignores instead.
 */
export interface RuntimeEnvironment {
  readonly version: string;
  readonly engine: Engine;
  /** The packs shipped with Deskside. */
  readonly builtinPacks: readonly Pack[];
  /** Address of the folder of rule pages shipped with Deskside, if there is one. */
  readonly rulePageBase?: string;
  readonly project?: ProjectFiles;
  /** Missing where there is no disk. */
  readonly packs?: PackService;
  /** Lets one message that has arrived be taken up, where the host knows how to do so without delay. */
  readonly turn?: () => Promise<void>;
  /** How long to wait after a keystroke before diagnostics are pushed, in milliseconds; default 200. */
  readonly pushDelay?: number;
}

/** The parts of core that the server uses, in one place so that a test can put others there. */
export interface Engine {
  createLinter(options: LinterOptions): Linter;
  /** Whether the writer's own words are English (or too few to tell). */
  isEnglish(source: Source): boolean;
  /** The sentence (or block) that each range stands in, in the ranges' order. @param blockAt for whoever has read the text already */
  sentencesAt(source: Source, ranges: readonly Range[], blockAt?: BlockFinder): readonly string[];
  /** What the customer should get, as it is written, and the tab stops that are still open in the source. */
  cleanReply(source: Source): { readonly text: string; readonly open: readonly Range[] };
  /** The link that stands at a range of the source. */
  linkAt(source: Source, range: Range): { readonly label: Range; readonly target: string } | undefined;
  /** The title of a text, or of the part of it that the fragment of a link leads to. */
  titleFor(source: Source, fragment: string): string | undefined;
}

/** A document, and what the editor's settings say where a project's files are silent. */
export interface ProjectQuery {
  readonly uri: string;
  /** URIs of the open workspace folders. */
  readonly folders: readonly string[];
  /** Whether somebody vouches for the workspace: packs of one that nobody trusts bring snippets, and no rules. */
  readonly trusted: boolean;
  readonly editor: {
    readonly config: ConfigInput;
    readonly kinds: Readonly<Record<string, Kind>>;
    /** Folders with packs, absolute or relative to the workspace folder. */
    readonly packs: readonly string[];
  };
}

/** What the files of a project and the editor's settings say together about one document. */
export interface ProjectSettings {
  readonly config: ConfigInput;
  /** Packs beside the built-in ones. */
  readonly packs: readonly Pack[];
  /** URIs of their folders, by name. */
  readonly packFolders?: ReadonlyMap<string, string>;
  /** What `kinds` say the document is. */
  readonly kind: Kind | undefined;
  /** What the navigation of its site calls the document. */
  readonly title?: string;
  /** The pattern of `ignore` that leaves the document out. */
  readonly leftOutBy: string | undefined;
  readonly ignores: readonly Ignore[];
  /** The document's name in the ignores. */
  readonly ignoreName: string | undefined;
  /** URI of the file that they stand in. */
  readonly ignoreFile: string | undefined;
  /** Names the place of one of the ignores before what there is to say of it. */
  readonly sayOfIgnore?: (ignore: Ignore, message: string) => string;
  /** What the project's baseline knows of the document. */
  readonly baseline: BaselineCounts | undefined;
  /** What is wrong with the files, a sentence each. */
  readonly problems: readonly string[];
  /** The same by file, packs apart; none where nothing is wrong. */
  readonly fileProblems?: FileProblems;
}

/** What is wrong with settings files, by the URI of the file. */
export type FileProblems = ReadonlyMap<string, readonly Problem[]>;

/** What is wrong with a pack. */
export interface PackProblems {
  /** URI of its folder. */
  readonly folder: string;
  /** By the URI of the file. */
  readonly files: ReadonlyMap<string, readonly PackFinding[]>;
}

/** The files of a project: `.deskside.yaml`, `.deskside-ignore.yaml` and packs. */
export interface ProjectFiles {
  /** May remember what it has read until `forget`. */
  read(query: ProjectQuery): Promise<ProjectSettings>;
  forget(): void;
  /** The addresses of the texts below a folder of the workspace that could say what they are. */
  find(folder: string, folders: readonly string[], editor: ProjectQuery['editor']): Promise<readonly string[]>;
  /** What stands in a file; undefined where that is no text that can be read. */
  textOf(uri: string): Promise<string | undefined>;
  /** Adds to the project's ignores; an entry for the whole document comes without its name. False: there is no project to write to. */
  addIgnore(query: ProjectQuery, ignore: Ignore): Promise<boolean>;
  /**
   * What to change in the file of ignores when a document or folder gets another address; undefined where there is none that
   * could name it. @param query about the old address
   */
  ignoresRenamed?(query: ProjectQuery, newUri: string): Promise<{ readonly uri: string; readonly text: string; readonly edits: readonly TextEdit[] } | undefined>;
  /** Turns a rule or category off in the project. False: there is no project to write to. */
  turnOff(query: ProjectQuery, rule: string): Promise<boolean>;
  /**
   * What is wrong with the pack that a document is a snippet of, its wording apart; undefined where it is none, or where nobody
   * vouches for it.
   * @param createLinter makes the linter that the pack's own tests run with
   */
  checkPack?(query: ProjectQuery, createLinter: RuntimeEnvironment['engine']['createLinter']): Promise<PackProblems | undefined>;
  /** Globs of the files that `read` depends on, to be watched. */
  readonly watch: readonly string[];
}
