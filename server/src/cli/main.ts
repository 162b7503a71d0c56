import { anatomyCommand } from './anatomyCommand.js';
import { meant, readArguments } from './args.js';
import { configCommand } from './configCommand.js';
import { ANATOMY_HELP, CONFIG_HELP, HELP, LINT_HELP, LSP_HELP, MCP_HELP, PACK_HELP, REPORT_HELP, RULES_HELP } from './help.js';
import { reportCommand } from './htmlReport/reportCommand.js';
import { UsageError } from './io.js';
import type { ExitCode, Io } from './io.js';
import { lintCommand } from './lintCommand.js';
import { mcpCommand } from './mcpCommand.js';
import { packCommand } from './packCommand.js';
import { rulesCommand } from './rulesCommand.js';

interface Command {
  readonly help: string;
  run(io: Io, argv: readonly string[]): Promise<ExitCode>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  lint: { help: LINT_HELP, run: lintCommand },
  report: { help: REPORT_HELP, run: reportCommand },
  anatomy: { help: ANATOMY_HELP, run: anatomyCommand },
  rules: { help: RULES_HELP, run: rulesCommand },
  pack: { help: PACK_HELP, run: packCommand },
  config: { help: CONFIG_HELP, run: configCommand },
  lsp: { help: LSP_HELP, run: lspCommand },
  mcp: { help: MCP_HELP, run: mcpCommand },
};

/** The command line. Reads and writes through `io` alone and never ends the process. */
export async function main(io: Io): Promise<ExitCode> {
  try {
    return await run(io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await io.err.write(`deskside: ${error.message}\n`);
    return 2;
  }
}

async function run(io: Io): Promise<ExitCode> {
  const [name = '--help', ...rest] = io.argv;
  if (name === '--version' || name === '-v') return print(io, `${io.version}\n`);
  if (name === '--help' || name === '-h') return print(io, HELP);
  if (name === 'help') return print(io, commandNamed(rest[0])?.help ?? HELP);
  const command = commandNamed(name);
  if (!command) throw new UsageError(unknownCommand(name));
  const options = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length);
  if (options.includes('--help') || options.includes('-h')) return print(io, command.help);
  return command.run(io, rest);
}

function commandNamed(name: string | undefined): Command | undefined {
  return name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}

/** A path or an option in the command's place is most likely meant for `lint`. */
function unknownCommand(name: string): string {
  const isPath = /[./\\]/.test(name) && !name.startsWith('-');
  if (isPath) return `There is no command “${name}”. To read it: deskside lint ${name}`;
  return `There is no command “${name}”.${meant(name, Object.keys(COMMANDS), 'deskside ') || ' deskside --help shows what there is.'}`;
}

async function lspCommand(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const { positionals } = readArguments(argv, { stdio: 'flag' });
  if (positionals.length) throw new UsageError(`deskside lsp takes no path: the editor says what is open. deskside lsp --stdio`);
  await io.startServer();
  return 0;
}

async function print(io: Io, text: string): Promise<ExitCode> {
  await io.out.write(text);
  return 0;
}
