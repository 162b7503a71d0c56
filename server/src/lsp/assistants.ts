import type { CancellationToken } from 'vscode-languageserver';
import { checklistInWords } from '../core/assistants/checklist.js';
import { findingsInWords } from '../core/assistants/findings.js';
import type { Anatomy, Finding, Kind, Linter } from '../core/index.js';
import { findingsIn, sourceOf } from './draft.js';
import { settingsInUse } from './settingsInUse.js';
import { answer } from './messages.js';
import { failure } from './plainly.js';
import type { TellAssistantParams } from './protocol.js';
import type { Session } from './session.js';
import type { ResourceSettings } from './settings.js';

/** A text that an assistant asks about, read. */
interface Told {
  readonly text: string;
  readonly kind: Kind;
  readonly english: boolean;
  readonly findings: readonly Finding[];
  readonly anatomy: () => Anatomy | undefined;
  readonly linter: Linter;
}

/** Answers `deskside/tellAssistant`. */
export function provideAssistants(session: Session): void {
  answer(session, 'deskside/tellAssistant', async (params, token) => {
    const told = await read(session, params, token);
    if (!told.english) return 'This text is not in English, and so it was not read.';
    return params.what === 'checklist' ? checklist(told) : findings(told);
  });
}

function findings({ text, kind, findings, linter }: Told): string {
  return findingsInWords({ text, kind, findings, whyOf: (rule) => linter.rule(rule)?.why });
}

function checklist({ text, kind, anatomy }: Told): string {
  const whole = anatomy();
  if (!whole) throw failure(`The checklist is for whole replies, and this is read as ${kind === 'reply' ? 'a part of one' : `“${kind}”`}. Hand the reply over as “text”.`);
  return checklistInWords(text, whole);
}

async function read(session: Session, params: TellAssistantParams, token: CancellationToken): Promise<Told> {
  const { uri, text, kind } = params;
  if (text === undefined && kind === undefined) return readOpen(session, uri, token);
  const open = uri === undefined ? undefined : session.documents.get(uri);
  if (text !== undefined) return readAs(session, await settingsBeside(session, open?.uri), text, { kind: kind ?? 'reply', languageId: 'markdown' });
  if (!open) throw failure(NOTHING);
  return readAs(session, await session.settings.of(open.uri), open.getText(), { kind: kind ?? 'reply', languageId: open.languageId });
}

/** Those of a new file beside a draft: what its name, its site and its baseline say of the draft holds for no other text. */
async function settingsBeside(session: Session, uri: string | undefined): Promise<ResourceSettings> {
  const beside = uri?.replace(/[^/]*$/u, 'untitled.md');
  const [settings] = beside?.includes('/') ? [await session.settings.ofFile(beside, await session.settings.editorSettings(beside))] : await settingsInUse(session);
  if (!settings) throw failure(NOTHING);
  return settings;
}

/** A document as the editor shows it. */
async function readOpen(session: Session, uri: string | undefined, token: CancellationToken): Promise<Told> {
  const told = uri === undefined ? undefined : await session.readWhole(uri, ({ text, lens, status, findings, anatomy, settings }) => {
    if (!lens) throw failure(`${status.why} Say what it is with “kind”.`);
    if (status.paused) throw failure('Reading is paused or off for this file. Only a person can go on with it; or hand its text over as “text”.');
    return { text, kind: lens.kind, english: status.english, findings, anatomy, linter: settings.linter };
  }, token);
  if (!told) throw failure(NOTHING);
  return told;
}

/** A text with the settings of the place that it is for, as what the model says it is. */
function readAs({ runtime: { engine }, ignores }: Session, settings: ResourceSettings, text: string, { kind, languageId }: { readonly kind: Kind; readonly languageId: string }): Told {
  const lens = { engine, settings, uri: settings.query.uri, kind, languageId, ignores };
  const source = sourceOf(lens, text);
  if (text.length > MOST) throw failure(`A text of more than ${MOST.toLocaleString('en')} characters is too long to be handed over. Have a person open its file, or run “deskside lint” on it.`);
  return { text, kind, english: engine.isEnglish(source), findings: findingsIn(lens, text).findings, anatomy: () => settings.linter.anatomy(source), linter: settings.linter };
}

/** What is in no editor is read in one go. */
const MOST = 300_000;

const NOTHING = 'There is no draft in front. Hand it over as “text”, or have a person bring it to the front.';
