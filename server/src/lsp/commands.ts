import type { ExecuteCommandParams } from 'vscode-languageserver';
import type { Ignore } from '../core/ignore.js';
import type { ClientFeatures } from './clientFeatures.js';
import { commands, type FindingReference, type RuleReference } from './protocol.js';
import { rulePageAddress } from './rulePages.js';
import type { Session } from './session.js';
import { shortened } from '../core/shortened.js';

/** The commands that the server carries out itself, because the client does not. */
export function serverCommands(client: ClientFeatures): string[] {
  return Object.values(commands).filter((command) => !client.commands.has(command));
}

/** Whether anybody can carry out a command, so that it may be offered. */
export function canRun({ client, runtime }: Session, command: string): boolean {
  if (client.commands.has(command)) return true;
  if (command === commands.showRule) return client.showDocument && (client.rulePageBase ?? runtime.rulePageBase) !== undefined;
  // Ignores last for the session where they cannot be written; turning a rule off has to last.
  return command !== commands.turnRuleOff || runtime.project !== undefined;
}

/** Carries out the commands of code actions for clients that have none of their own. */
export function provideCommands(session: Session): void {
  session.connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }: ExecuteCommandParams) => {
    if (command === commands.showRule && isRule(argument)) return show(session, argument);
    if (!isFinding(argument)) throw new Error(`“${command}” needs to be told which finding is meant.`);
    if (command === commands.ignoreHere) await ignore(session, argument, { rule: argument.category, fingerprint: argument.fingerprint, reason: shortened(argument.sentence, 60) });
    else if (command === commands.ignoreInDraft) await ignore(session, argument, { rule: argument.category });
    else if (command === commands.turnRuleOff) await turnOff(session, argument);
    return null;
  });
}

async function show(session: Session, { rule, category, href = rulePageAddress(session, rule, category) }: RuleReference): Promise<null> {
  if (href === undefined) throw new Error(`There is no page about “${rule}”.`);
  await session.connection.window.showDocument({ uri: href, external: !href.startsWith('file:'), takeFocus: true });
  return null;
}

/** Writes to the project's ignores, or remembers for the session where there is no project. */
async function ignore(session: Session, { uri }: FindingReference, entry: Ignore): Promise<void> {
  const { query } = await session.settings.of(uri);
  if (await session.runtime.project?.addIgnore(query, entry)) session.invalidate();
  else session.setIgnores((ignores) => [...ignores, entry.fingerprint === undefined ? { ...entry, file: uri } : entry]);
}

async function turnOff(session: Session, { uri, rule }: FindingReference): Promise<void> {
  const { query } = await session.settings.of(uri);
  const written = await session.runtime.project?.turnOff(query, rule);
  if (!written) throw new Error(`“${rule}” cannot be turned off here: there is no project folder to write .deskside.yaml to. Set it to “off” in your editor’s setting deskside.rules.`);
  session.invalidate();
}

function isFinding(value: unknown): value is FindingReference {
  return hasStrings(value, ['uri', 'rule', 'category', 'fingerprint', 'sentence']);
}

function isRule(value: unknown): value is RuleReference {
  return hasStrings(value, ['rule', 'category']);
}

function hasStrings(value: unknown, keys: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && keys.every((key) => typeof Reflect.get(value, key) === 'string');
}
