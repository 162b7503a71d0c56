import { Emitter, LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Ignore } from '../core/ignore.js';
import type { Anatomy, Finding, Kind, Range } from '../core/index.js';
import type { ClientFeatures } from './clientFeatures.js';
import { openDocuments, shiftRange, type DocumentChange, type OpenDocuments } from './documents.js';
import { findingsIn, moveFinding, sourceOf, type Found, type Lens } from './draft.js';
import type { LiveText } from '../core/live/liveText.js';
import { later } from '../core/later.js';
import type { Steps } from '../core/steps.js';
import { LiveTexts } from './liveTexts.js';
import { decideKind, type KindDecision } from './kinds.js';
import { kindSlip } from './kindSlip.js';
import type { DocumentStatus } from './protocol.js';
import type { RuntimeEnvironment } from './runtime.js';
import { inSlices } from './slices.js';
import { SettingsStore, type ResourceSettings } from './settings.js';

/** What a person has chosen for one open document. A new one takes its place when that changes. */
export interface Choices {
  readonly kind?: Kind | 'off';
  readonly paused?: boolean;
  /** Read this part alone. */
  readonly range?: Range;
  /** As this; default: as what the document is, or else a reply. */
  readonly selectionKind?: Kind | undefined;
  /** What fills the fields of snippets here, by field. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** One version of a document, read. */
export interface Reading {
  /** Another one whenever anything in it may be different. */
  readonly id: string;
  readonly document: { readonly uri: string; readonly version: number };
  readonly text: string;
  /** The part that is read; all of it, unless a selection was chosen. */
  readonly range: Range;
  /** How it is read; undefined where the document is left alone. */
  readonly lens: Lens | undefined;
  /** None while reading is paused, or where the text is not English. */
  readonly findings: readonly Finding[];
  /** Findings that stand in the project's baseline. */
  readonly known: readonly Finding[];
  /** The reply as a whole, read when it is first asked for; undefined where a whole reply is not what is read. */
  readonly anatomy: () => Anatomy | undefined;
  /** Works that out step by step; undefined where it is known, or soon done. */
  readonly anatomySteps: () => Steps<void> | undefined;
  readonly settings: ResourceSettings;
  /** What a person has said of the conversation, by field. */
  readonly fields: Choices['fields'];
  readonly status: DocumentStatus;
}

interface Memo {
  readonly reading: Reading;
  readonly settings: ResourceSettings;
  readonly choices: Choices;
  readonly ignores: readonly Ignore[];
}

/** Between an edit and the next one that has arrived stands one request. */
const QUIET_TURNS = 2;
/** Whoever edits without end gets an answer all the same. */
const MOST_TURNS = 200;

const NO_CHOICES: Choices = {};
const NOTHING: Found = { findings: [], known: [] };

/** Everything that lives as long as the connection: the open documents and what is known about them. */
export class Session {
  readonly documents: OpenDocuments = openDocuments({
    willChange: (change) => {
      this.edits++;
      this.willEdit.fire(change);
    },
    didChange: ({ uri, replaced, inserted }, text) => {
      this.live.replace(uri, replaced, inserted, text);
      this.moveSelection(uri, replaced, inserted.length);
    },
  });
  readonly settings: SettingsStore;
  private readonly choices = new Map<string, Choices>();
  private readonly live = new LiveTexts((name) => this.memos.delete(documentOf(name)));
  /** Long documents that are being read, and who waits for it; undefined for somebody who will not give up. */
  private readonly slices = new Map<string, { readonly done: Promise<void>; readonly waiting: Set<CancellationToken | undefined> }>();
  private readonly memos = new Map<string, Memo>();
  private readonly willEdit = new Emitter<DocumentChange>();
  private readonly didRead = new Emitter<Reading>();
  private readonly didInvalidate = new Emitter<string | undefined>();
  private kept: readonly Ignore[];
  private serial = 0;
  /** How many there were so far. */
  private edits = 0;

  constructor(
    readonly connection: Connection,
    readonly runtime: RuntimeEnvironment,
    readonly client: ClientFeatures,
  ) {
    this.kept = client.ignores;
    this.settings = new SettingsStore(connection, runtime, client);
    this.documents.onDidClose(({ document }) => this.forget(document.uri));
  }

  /** Fires before a range of a document is replaced. */
  readonly onWillEdit = this.willEdit.event;
  /** Fires when a document has been read anew. */
  readonly onDidRead = this.didRead.event;
  /** Fires when documents (one, or all) must be read anew though their text is the same. */
  readonly onDidInvalidate = this.didInvalidate.event;

  /**
   * Reads the version on screen and hands it to `use` at once, so that nothing can be typed in between.
   * @returns undefined when the document is not open (any more)
   * @throws ResponseError when the request was cancelled meanwhile
   */
  async read<T>(uri: string, use: (reading: Reading, document: TextDocument) => T, token?: CancellationToken): Promise<T | undefined> {
    for (let hasWaited = false; ; ) {
      if (!this.documents.get(uri)) return undefined;
      const asked = this.settings.of(uri);
      const settings = await asked;
      if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The editor has moved on.');
      const document = this.documents.get(uri);
      if (!document) return undefined;
      if (!hasWaited && !this.memoOf(document, settings)) {
        await this.takeUpEdits();
        hasWaited = true;
        continue;
      }
      if (this.settings.of(uri) !== asked || (this.live.isLong(document.getText()) && (await this.isPutOff(document, settings, token)))) continue;
      return use(this.readingOf(document, settings), document);
    }
  }

  /** The same for who asks about the reply as a whole: of a long one, that is worked out bit by bit as well. */
  async readWhole<T>(uri: string, use: (reading: Reading, document: TextDocument) => T, token?: CancellationToken): Promise<T | undefined> {
    for (let steps = await this.read(uri, anatomySteps, token); steps; steps = await this.read(uri, anatomySteps, token)) {
      const version = this.documents.get(uri)?.version;
      try {
        await inSlices(steps, () => this.documents.get(uri)?.version !== version || token?.isCancellationRequested === true, this.runtime.turn);
      } catch {
        // That will show when it is worked out in one go.
        break;
      }
    }
    return this.read(uri, use, token);
  }

  /** Takes up the edits that have already arrived: a version that they make out of date is not read, and who asked for it is told of theirs. */
  private async takeUpEdits(): Promise<void> {
    const { turn } = this.runtime;
    for (let turns = 0, quiet = 0; turn && turns < MOST_TURNS && quiet < QUIET_TURNS; turns++) {
      const { edits } = this;
      await turn();
      quiet = edits === this.edits ? quiet + 1 : 0;
    }
  }

  /** Reads a long document bit by bit. @returns true once others have had their turn: then everything may be different */
  private async isPutOff(document: TextDocument, settings: ResourceSettings, token: CancellationToken | undefined): Promise<boolean> {
    const { uri } = document;
    if (this.memoOf(document, settings)) return false;
    const { live, paused } = this.viewOf(document, settings);
    if (!live?.hasMuchToRead || paused) return false;
    const slices = this.slices.get(uri) ?? this.startSlices(document, live, token);
    slices.waiting.add(token);
    await slices.done;
    return true;
  }

  private startSlices(document: TextDocument, live: LiveText, token: CancellationToken | undefined) {
    const waiting = new Set([token]);
    const slices = { waiting, done: this.readInSlices(document, live, waiting) };
    this.slices.set(document.uri, slices);
    return slices;
  }

  /**
   * Stops when the text is another or read as something else, when nobody waits any longer, and where reading it fails: that will show when it is read in one go.
   * What is done by then is not done again.
   */
  private async readInSlices({ uri, version }: TextDocument, live: LiveText, waiting: ReadonlySet<CancellationToken | undefined>): Promise<void> {
    const asked = this.settings.of(uri);
    const chosen = this.choicesFor(uri);
    const isAnother = (): boolean => this.documents.get(uri)?.version !== version || this.settings.of(uri) !== asked || this.choicesFor(uri) !== chosen;
    const isPointless = (): boolean => isAnother() || [...waiting].every((token) => token?.isCancellationRequested === true);
    try {
      await inSlices(live.steps(), isPointless, this.runtime.turn);
    } catch {
      this.live.fail(followedAs(uri, chosen));
    }
    this.slices.delete(uri);
  }

  choicesFor(uri: string): Choices {
    return this.choices.get(uri) ?? NO_CHOICES;
  }

  /** Changes what a person has chosen for an open document. */
  choose(uri: string, change: (choices: Choices) => Choices): void {
    if (!this.documents.get(uri)) return;
    this.choices.set(uri, change(this.choicesFor(uri)));
    this.didInvalidate.fire(uri);
  }

  /** Ignores that the client keeps, and those of this session. */
  get ignores(): readonly Ignore[] {
    return this.kept;
  }

  /** Changes the ignores that the client keeps, or that were made for as long as the session lasts. */
  setIgnores(change: (ignores: readonly Ignore[]) => readonly Ignore[]): void {
    this.kept = change(this.kept);
    this.didInvalidate.fire(undefined);
  }

  /** Settings or files have changed. */
  invalidate(): void {
    this.settings.clear();
    this.didInvalidate.fire(undefined);
  }

  /** How many documents anything is remembered about. */
  get remembered(): number {
    return Math.max(this.settings.size, this.memos.size, this.choices.size, this.live.size);
  }

  private forget(uri: string): void {
    this.memos.delete(uri);
    this.live.forget(uri);
    this.live.forget(followedAs(uri, { range: NO_RANGE }));
    this.choices.delete(uri);
    this.settings.forget(uri);
  }

  private moveSelection(uri: string, replaced: Range, inserted: number): void {
    const choices = this.choicesFor(uri);
    if (choices.range) this.choices.set(uri, { ...choices, range: shiftRange(choices.range, replaced, inserted) });
  }

  private readingOf(document: TextDocument, settings: ResourceSettings): Reading {
    const known = this.memoOf(document, settings);
    if (known) return known;
    const { ignores } = this;
    const choices = this.choicesFor(document.uri);
    const reading = this.makeReading(document, settings, choices);
    this.memos.set(document.uri, { reading, settings, choices, ignores });
    this.didRead.fire(reading);
    return reading;
  }

  /** What the document was read as before, if nothing is different now. */
  private memoOf({ uri, version }: TextDocument, settings: ResourceSettings): Reading | undefined {
    const memo = this.memos.get(uri);
    const holds = memo?.reading.document.version === version && memo.settings === settings && memo.choices === this.choicesFor(uri) && memo.ignores === this.ignores;
    return holds ? memo.reading : undefined;
  }

  /** How a document is looked at. */
  private viewOf(document: TextDocument, settings: ResourceSettings) {
    const { uri, languageId } = document;
    const choices = this.choicesFor(uri);
    const text = document.getText();
    const range = choices.range ?? { start: 0, end: text.length };
    const part = text.slice(range.start, range.end);
    const { kind, why } = this.kindOf(uri, languageId, text, settings, choices);
    const lens = kind && { engine: this.runtime.engine, settings, uri, kind, languageId, ignores: this.ignores, ...(choices.fields && { fields: choices.fields }) };
    const paused = choices.paused === true || settings.editor.run === 'off';
    const live = lens && this.attempt(() => this.live.of(followedAs(uri, choices), settings.linter, sourceOf(lens, part)), undefined);
    return { text, range, part, kind, why, lens, paused, live };
  }

  private makeReading(document: TextDocument, settings: ResourceSettings, choices: Choices): Reading {
    const { uri, version } = document;
    const { text, range, part, kind, why, lens, paused, live } = this.viewOf(document, settings);
    const english = lens === undefined || (live?.isEnglish ?? this.runtime.engine.isEnglish(sourceOf(lens, part)));
    const reads = lens !== undefined && english && !paused;
    const found = reads ? this.attempt(() => findingsIn(lens, part, live), NOTHING) : NOTHING;
    const findings = kind === undefined && choices.kind === undefined ? kindSlip(text) : found.findings.map((finding) => moveFinding(finding, range.start));
    const known = found.known.map((finding) => moveFinding(finding, range.start));
    const anatomy = later(() => (reads && choices.range === undefined ? this.attempt(() => (live ? live.anatomy() : settings.linter.anatomy(sourceOf(lens, part))), undefined) : undefined));
    const steps = (): Steps<void> | undefined => (reads && choices.range === undefined ? this.attempt(() => live?.anatomySteps(), undefined) : undefined);
    const status = {
      uri,
      version,
      kind: kind ?? null,
      why: paused ? 'Paused for this file: nothing is read until you resume.' : why,
      findings: findings.length,
      hints: findings.filter(({ severity }) => severity === 'hint').length,
      english,
      paused,
      selection: choices.range !== undefined,
      ...settingsStatus(settings),
    };
    return { id: String(++this.serial), document: { uri, version }, text, range, lens, findings, known, anatomy, anatomySteps: steps, settings, fields: choices.fields, status };
  }

  /** A rule that fails must not take everything else down with it. */
  private attempt<T>(read: () => T, otherwise: T): T {
    try {
      return read();
    } catch (error) {
      this.connection.console.error(`This text could not be read, which is a mistake in Deskside: ${error instanceof Error ? error.stack : String(error)}`);
      return otherwise;
    }
  }

  private kindOf(uri: string, languageId: string, text: string, { project }: ResourceSettings, choices: Choices): KindDecision {
    const decision = decideKind({ chosen: choices.kind, uri, languageId, text, configured: project.kind, leftOutBy: project.leftOutBy });
    if (choices.range === undefined) return decision;
    return { kind: choices.selectionKind ?? decision.kind ?? 'reply', why: 'Only the passage that you chose with “Lint Selection” is read.' };
  }
}

const NO_RANGE: Range = { start: 0, end: 0 };
/** No address of a document ends in it. */
const PASSAGE = ' passage';

/** Under which name a text is followed: a passage that somebody chose is another text than its document, and edits of that are none of its own. */
function followedAs(uri: string, { range }: Choices): string {
  return range ? uri + PASSAGE : uri;
}

function documentOf(name: string): string {
  return name.endsWith(PASSAGE) ? name.slice(0, -PASSAGE.length) : name;
}

function anatomySteps(reading: Reading): Steps<void> | undefined {
  return reading.anatomySteps();
}

/** The part of the status that the settings decide. */
function settingsStatus({ editor, project: { config }, problems }: ResourceSettings): Partial<Pick<DocumentStatus, 'why'>> & Pick<DocumentStatus, 'audience' | 'preset' | 'problems'> {
  const off = editor.run === 'off' && { why: 'Off, as the setting “deskside.run” says.' };
  return { audience: config.audience ?? 'general', preset: config.preset ?? 'recommended', problems, ...off };
}
