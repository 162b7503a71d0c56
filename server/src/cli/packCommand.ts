import { meant } from './args.js';
import { PACK_HELP } from './help.js';
import type { ExitCode, Io } from './io.js';
import { UsageError } from './io.js';
import { checkPack } from './pack/checkPack.js';
import { exportPack } from './pack/exportPack.js';
import { importPack } from './pack/importPack.js';
import { addPack, listPacks, removePacks, updatePacks } from './pack/addedPacks.js';

/** What can be done with packs, by the word for it. */
const COMMANDS: Readonly<Record<string, (io: Io, argv: readonly string[]) => Promise<ExitCode>>> = {
  add: addPack,
  update: updatePacks,
  remove: removePacks,
  list: listPacks,
  check: checkPack,
  import: importPack,
  export: exportPack,
};

/** `deskside pack …`: everything about packs, one word after the other. */
export async function packCommand(io: Io, [name, ...rest]: readonly string[]): Promise<ExitCode> {
  if (name === undefined) {
    await io.out.write(PACK_HELP);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command(io, rest);
  throw new UsageError(`There is no command “pack ${name}”.${meant(name, Object.keys(COMMANDS), 'deskside pack ') || ' deskside pack --help shows what there is.'}`);
}
