import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionContext, type CodeActionParams, type Command, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Range } from '../core/index.js';
import { canRun } from './commands.js';
import { toDiagnostic, toFaded } from './diagnostics.js';
import { toOffsets } from './documents.js';
import { referenceTo } from './draft.js';
import { changesAnything, fixEdit, workspaceEdit } from './edits.js';
import { fixAllEdits } from './fixAll.js';
import { linkTitleFix } from './linkTitles.js';
import { commands, type FindingReference } from './protocol.js';
import { ruleReference } from './rulePages.js';
import type { Reading, Session } from './session.js';

/** The kind under which all safe fixes are applied at once, for `editor.codeActionsOnSave`. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.deskside`;

/** What the server says about its code actions when it is greeted. */
export const codeActionOptions = { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] };

/** Quick fixes of the findings in a range, ways not to see them again, and fix all. */
export function provideCodeActions(session: Session): void {
  session.connection.onCodeAction(async (params, token) => {
    if (!session.client.codeActionLiterals) return [];
    const found = await session.read(params.textDocument.uri, (reading, document) => ({ own: actions(session, reading, document, params), titles: titleActions(session, reading, document, params) }), token);
    return found && [...(await found.titles), ...found.own];
  });
}

function actions(session: Session, reading: Reading, document: TextDocument, { range, context }: CodeActionParams): CodeAction[] {
  const out: CodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix)) {
    out.push(...quickFixes(session, reading, document, findingsAt(reading, toOffsets(document, range))));
  }
  // The light bulb asks at every move of the cursor and never shows these.
  if (wants(context, fixAllKind) && (context.only || context.triggerKind !== CodeActionTriggerKind.Automatic)) out.push(...fixAll(session, reading, document));
  return out;
}

/** What needs other files to be read. Its edits are of the version on screen when it was asked for. */
async function titleActions(session: Session, reading: Reading, document: TextDocument, { range, context }: CodeActionParams): Promise<CodeAction[]> {
  if (!wants(context, CodeActionKind.QuickFix)) return [];
  const links = findingsAt(reading, toOffsets(document, range)).filter(({ category }) => category === 'vague-link-text');
  const made = links.map(async (finding) => {
    const fix = await linkTitleFix(session, reading, finding);
    const edit = fix && fixEdit(session.client, document, fix);
    return edit ? [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(session, document, finding)], edit }] : [];
  });
  return (await Promise.all(made)).flat();
}

/** Whether a kind was asked for: nothing in particular, or the kind or one above it. */
function wants({ only }: CodeActionContext, kind: string): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function findingsAt({ findings, known }: Reading, range: Range): readonly Finding[] {
  return [...findings, ...known].filter((finding) => finding.start <= range.end && range.start <= finding.end);
}

/** Better words for all of the findings first, then the ways not to see them. */
function quickFixes(session: Session, reading: Reading, document: TextDocument, findings: readonly Finding[]): CodeAction[] {
  const named = findings.map((finding) => ({ finding, diagnostics: [(reading.known.includes(finding) ? toFaded : toDiagnostic)(session, document, finding)] }));
  return [
    ...named.flatMap(({ finding, diagnostics }) => fixes(session, document, finding, diagnostics)),
    ...named.flatMap(({ finding, diagnostics }) => [...dismissals(session, reading, finding, diagnostics, findings.length > 1), ...comments(session, reading, document, finding, diagnostics)]),
  ];
}

function fixes({ client }: Session, document: TextDocument, finding: Finding, diagnostics: Diagnostic[]): CodeAction[] {
  const preferred = client.preferredActions ? finding.fixes.find((fix) => fix.kind === 'safe') : undefined;
  return finding.fixes.filter((fix) => changesAnything(client, document, fix)).map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: fixEdit(client, document, fix),
    ...(fix === preferred && { isPreferred: true }),
  }));
}

/** The ways not to see a finding again, and to read about it. @param isOneOfSome whether it has to be told from others */
function dismissals(session: Session, reading: Reading, finding: Finding, diagnostics: Diagnostic[], isOneOfSome: boolean): CodeAction[] {
  const { rule, category } = finding;
  if (!reading.lens) return [];
  const text = reading.text.slice(reading.range.start, reading.range.end);
  const local = { ...finding, start: finding.start - reading.range.start, end: finding.end - reading.range.start };
  const reference: FindingReference = { uri: reading.document.uri, rule, category, ...referenceTo(reading.lens, text, local) };
  const [about, whole] = [titleOf(reading, rule), titleOf(reading, category)];
  const all: Command[] = [
    { title: isOneOfSome ? `Ignore “${about}” here` : 'Ignore this here', command: commands.ignoreHere, arguments: [reference] },
    { title: `Ignore “${whole}” in this ${reading.lens.kind === 'article' ? 'file' : 'draft'}`, command: commands.ignoreInDraft, arguments: [reference] },
    { title: `Turn off the rule “${about}”`, command: commands.turnRuleOff, arguments: [reference] },
    { title: `Read about “${about}”`, command: commands.showRule, arguments: [ruleReference(session, rule, category)] },
  ];
  return all
    .filter(({ command }) => canRun(session, command))
    .map((command) => ({ title: command.title, kind: CodeActionKind.QuickFix, diagnostics, command }));
}

/** What people call a rule or a category. */
function titleOf({ settings }: Reading, id: string): string {
  return settings.linter.rule(id)?.title ?? id;
}

/** A comment above the line: only in articles, as the readers of a reply would see it. */
function comments({ client }: Session, reading: Reading, document: TextDocument, { rule, start }: Finding, diagnostics: Diagnostic[]): CodeAction[] {
  if (reading.lens?.kind !== 'article') return [];
  const { line } = document.positionAt(start);
  const begin = document.offsetAt({ line, character: 0 });
  const text = reading.text.slice(begin, document.offsetAt({ line: line + 1, character: 0 }));
  const indent = /^[ \t]*/u.exec(text)?.[0] ?? '';
  // Between two rows of a table, a comment ends it
  if (text.startsWith('|', indent.length)) return [];
  const says = `deskside-ignore-next-line ${rule}`;
  const comment = document.uri.endsWith('.mdx') ? `{/* ${says} */}` : `<!-- ${says} -->`;
  const edit = { start: begin, end: begin, text: `${indent}${comment}${/\r?\n$/u.exec(text)?.[0] ?? '\n'}` };
  return [{ title: `Ignore “${titleOf(reading, rule)}” here with a comment`, kind: CodeActionKind.QuickFix, diagnostics, edit: workspaceEdit(client, document, [edit]) }];
}

function fixAll({ client }: Session, reading: Reading, document: TextDocument): CodeAction[] {
  const edits = fixAllEdits(reading);
  return edits.length === 0 ? [] : [{ title: 'Fix all that is safe to fix', kind: fixAllKind, edit: workspaceEdit(client, document, edits) }];
}
