import { join, relative } from 'pathe';
import type { Pack } from '../../core/index.js';
import { builtinPacks } from '../../core/packs/builtin.js';
import { isWithin } from '../../files/paths.js';
import type { Change, PackPlace, PackPlan } from '../../packs/index.js';
import { readArguments } from '../args.js';
import type { ExitCode, Io } from '../io.js';
import { UsageError } from '../io.js';
import { count, onOneLine } from '../report/plain.js';
import { shownPath } from '../shownPath.js';
import { loadPacks, placeFor, projectPlace, userPlace } from './places.js';

/** `deskside pack add SOURCE…`: gets packs and puts them in their place. */
export async function addPack(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { user: 'flag', yes: 'flag' });
  if (args.positionals.length === 0) throw new UsageError('Say where the pack is: deskside pack add npm:NAME, a git address, a .zip file or a folder.');
  const { planAdd } = await loadPacks();
  const place = await placeFor(io, args);
  let code: ExitCode = 0;
  for (const source of args.positionals) {
    const plan = await attempt(async () => planAdd(await io.packWorld(), place, source, io.cwd));
    const done = await carryOut(io, place, plan, plan.from === undefined || args.options.has('yes'), 'add');
    code = done ? code : 1;
  }
  return code;
}

/** `deskside pack update [NAME…]`: gets packs once more; shows what is new, and with `--yes` puts it in place. */
export async function updatePacks(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { user: 'flag', yes: 'flag', to: 'text' });
  const { planUpdate, readLock } = await loadPacks();
  const place = await placeFor(io, args);
  const names = args.positionals.length > 0 ? args.positionals : Object.keys(await attempt(() => readLock(io.fs, place.lock)));
  const to = args.options.get('to');
  if (to !== undefined && names.length !== 1) throw new UsageError('--to goes with one pack: deskside pack update NAME --to VERSION');
  if (names.length === 0) await io.out.write('No pack was added here.\n');
  let code: ExitCode = 0;
  for (const name of names) {
    const plan = await attempt(async () => planUpdate(await io.packWorld(), place, name, typeof to === 'string' ? to : undefined));
    const done = await carryOut(io, place, plan, args.options.has('yes'), 'update');
    code = done ? code : 1;
  }
  return code;
}

/** `deskside pack remove NAME…`: takes packs that were added away; those whose files were changed here only with `--yes`. */
export async function removePacks(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { user: 'flag', yes: 'flag' });
  if (args.positionals.length === 0) throw new UsageError('Name the pack: deskside pack remove NAME');
  const { removePack, packsIn } = await loadPacks();
  const place = await placeFor(io, args);
  const world = await io.packWorld();
  const changed = new Set((await attempt(() => packsIn(world, place))).filter(({ changedHere }) => changedHere).map(({ name }) => name));
  let code: ExitCode = 0;
  for (const name of args.positionals) {
    if (changed.has(name) && !args.options.has('yes')) {
      await io.out.write(`${name}: its files were changed here since it was added, and those changes would be lost. To keep them, copy them into a pack of your own.\n  Nothing is removed yet. To remove it all the same: deskside pack remove ${name} --yes\n`);
      code = 1;
      continue;
    }
    await attempt(() => removePack(world, place, name));
    await io.out.write(`${name} is removed.\n`);
  }
  return code;
}

/** `deskside pack list`: the packs there are, and where they came from. */
export async function listPacks(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { format: ['text', 'json'] });
  const own = await projectPlace(io);
  const listed: Listed[] = builtinPacks().map((pack) => ({ ...about(pack), from: 'built in', changedHere: false }));
  for (const place of [own, await userPlace(io)]) if (place) listed.push(...(await listPlace(io, place)));
  await io.out.write(args.options.get('format') === 'json' ? `${JSON.stringify(listed, undefined, 2)}\n` : listed.map(line).join(''));
  return 0;
}

interface Listed {
  readonly name: string;
  readonly version: string | null;
  readonly snippets: number;
  readonly rules: number;
  readonly from: string;
  /** Somebody has changed its files since it was added. */
  readonly changedHere: boolean;
}

function about({ name, version, snippets, rules = [] }: Pack): Pick<Listed, 'name' | 'version' | 'snippets' | 'rules'> {
  return { name, version, snippets: snippets.length, rules: rules.length };
}

async function listPlace(io: Io, place: PackPlace): Promise<readonly Listed[]> {
  const { packsIn } = await loadPacks();
  const world = await io.packWorld();
  const packs = await attempt(() => packsIn(world, place));
  return packs.map(({ name, folder, pack, entry, changedHere }) => ({
    ...(pack ? about(pack) : { name, version: null, snippets: 0, rules: 0 }),
    from: entry?.source ?? shownPath(io.cwd, folder),
    changedHere,
  }));
}

function line({ name, version, snippets, rules, from, changedHere }: Listed): string {
  return `${name}  ${version ?? 'cannot be read'}  ${count(snippets, 'snippet')}${rules > 0 ? `, ${count(rules, 'rule')}` : ''}  ${from}${changedHere ? '  (changed here)' : ''}\n`;
}

/** Shows what a plan changes, and carries it out. @returns false where that is still to be said yes to, or a file of the pack had to be left out */
async function carryOut(io: Io, place: PackPlace, plan: PackPlan, agreed: boolean, command: 'add' | 'update'): Promise<boolean> {
  const { name, from, to, changes, problems, changedHere, isNew } = plan;
  for (const { file, line: at = 1, severity, message } of problems) await io.err.write(`${nearby(io, join(place.packs, name, file))}:${at}: ${severity}: ${onOneLine(message)}\n`);
  const left = new Set(problems.flatMap(({ file, severity }) => (severity === 'error' ? [file] : [])));
  if (from && !isNew) {
    await io.out.write(`${name} ${to.version} is up to date.\n${leftLine(left)}`);
    return left.size === 0;
  }
  await io.out.write(`${name} ${from ? `${from.version} → ` : ''}${to.version}${to.revision === undefined || to.revision === to.version ? '' : ` (${to.revision.slice(0, 12)})`}\n${from ? changes.map(changeLine).join('') : countLine(changes)}`);
  if (!agreed) {
    if (changedHere) await io.out.write('  Its files were changed here since it was added, and those changes would be lost. To keep them, copy them into a pack of your own.\n');
    await io.out.write(`  Nothing is changed yet. To put it in place: deskside pack ${command} ${command === 'add' ? plan.to.source : name} --yes\n`);
    return false;
  }
  await attempt(() => plan.apply());
  await io.out.write(`  ${from ? 'Updated in' : 'Added to'} ${nearby(io, join(place.packs, name))}.${changedHere ? ' What was changed here is gone.' : ''}\n`);
  await io.out.write(leftLine(left));
  return left.size === 0;
}

/** What to say of the files that had to be left out. */
function leftLine({ size }: ReadonlySet<string>): string {
  return size === 0 ? '' : `  ${count(size, 'file')} of it cannot be used, for the reasons above; tell whoever keeps the pack.\n`;
}

/** A path as people would type it: from the working folder where it is below, else in full. */
function nearby({ cwd }: Io, path: string): string {
  return isWithin(path, cwd) ? relative(cwd, path) : path;
}

const SIGN = { added: '+', removed: '-', changed: '~' } as const;

function changeLine({ what, change, id, title }: Change): string {
  return `  ${SIGN[change]} ${what} ${id}${title === id ? '' : ` (${title})`}\n`;
}

function countLine(changes: readonly Change[]): string {
  const number = (what: Change['what']) => changes.filter((change) => change.what === what).length;
  return `  ${count(number('snippet'), 'snippet')}${number('rule') > 0 ? `, ${count(number('rule'), 'rule')}` : ''}\n`;
}

/** What is wrong with a pack or its source is said plainly. @throws UsageError */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  const { PackError } = await loadPacks();
  try {
    return await work();
  } catch (error) {
    if (error instanceof PackError) throw new UsageError(error.message);
    throw error;
  }
}
