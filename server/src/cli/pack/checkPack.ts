import { join, resolve } from 'pathe';
import type { PackFinding } from '../../core/packs/check/checkPack.js';
import type { Pack } from '../../core/index.js';
import type { Resolver } from '../../files/resolve.js';
import { readArguments } from '../args.js';
import type { ExitCode, Io } from '../io.js';
import { UsageError } from '../io.js';
import { CONFIG_OPTIONS, readConfigOptions } from '../lintOptions.js';
import { count, onOneLine } from '../report/plain.js';
import { resolverFor } from '../resolver.js';
import { fails, SEVERITIES } from '../severity.js';
import { shownPath } from '../shownPath.js';

/** `deskside pack check [DIR…]`, by default the pack here or else those of the project: everything there is to say about packs, for people and for CI. */
export async function checkPack(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { ...CONFIG_OPTIONS, format: ['text', 'json'], 'fail-on': [...SEVERITIES, 'never'] });
  const { checkPackFolder } = await import('../../files/packCheck.js');
  const resolver = resolverFor(io, readConfigOptions(args, io.cwd));
  const folders = args.positionals.length > 0 ? args.positionals.map((path) => resolve(io.cwd, path)) : await packsHere(io, resolver);
  const checked: Checked[] = [];
  for (const folder of folders) {
    if ((await io.fs.stat(folder)) !== 'folder') throw new UsageError(`${shownPath(io.cwd, folder)} is no folder; name the one with the pack.yaml.`);
    const { config, packs } = await resolver.settings(folder);
    const others = await readOthers(io, [...packs, ...folders].filter((one) => one !== folder));
    checked.push({ folder, ...(await checkPackFolder(io.fs, folder, { createLinter: io.engine.createLinter, config, others, today: io.today() })) });
  }
  await io.out.write(args.options.get('format') === 'json' ? asJson(io, checked) : asText(io, checked));
  return exitCode(checked, args.options.get('fail-on'));
}

/** The pack that stands here, or those of the project. */
async function packsHere({ fs, cwd }: Io, resolver: Resolver): Promise<readonly string[]> {
  if ((await fs.stat(join(cwd, 'pack.yaml'))) === 'file') return [cwd];
  const { packs } = await resolver.settings(cwd);
  return packs.length > 0 ? packs : [cwd];
}

interface Checked {
  readonly folder: string;
  readonly pack: Pack | undefined;
  readonly findings: readonly PackFinding[];
}

async function readOthers(io: Io, folders: readonly string[]): Promise<readonly Pack[]> {
  const { readPackFolder } = await import('../../files/packs.js');
  const readings = await Promise.all([...new Set(folders)].map((folder) => readPackFolder(io.fs, folder)));
  return readings.flatMap(({ pack }) => pack ?? []);
}

/** A line a finding, as compilers write them, so that terminals and CI make links of them. */
function asText(io: Io, checked: readonly Checked[]): string {
  return checked.map(({ folder, pack, findings }) => {
    const lines = findings.map(({ file, line, column, severity, message, code }) => `${shownPath(io.cwd, join(folder, file))}:${line}:${column}: ${severity}: ${onOneLine(message)} (${code})\n`);
    return `${lines.join('')}${summary(io, folder, pack, findings.length)}\n`;
  }).join('');
}

function summary(io: Io, folder: string, pack: Pack | undefined, findings: number): string {
  const what = `${shownPath(io.cwd, folder)}: ${pack ? `${count(pack.snippets.length, 'snippet')}, ${count(pack.rules?.length ?? 0, 'rule')}` : 'no pack that can be read'}`;
  return `${what}, ${findings === 0 ? 'and nothing to mend.' : `${findings} to look at.`}`;
}

function asJson(io: Io, checked: readonly Checked[]): string {
  const packs = checked.map(({ folder, pack, findings }) => ({ folder: shownPath(io.cwd, folder), name: pack?.name ?? null, version: pack?.version ?? null, findings }));
  return `${JSON.stringify(packs, undefined, 2)}\n`;
}

function exitCode(checked: readonly Checked[], word: string | true | undefined): ExitCode {
  if (checked.some(({ pack }) => pack === undefined)) return 2;
  const failOn = word === 'never' ? word : (SEVERITIES.find((severity) => severity === word) ?? 'warning');
  return checked.some(({ findings }) => findings.some(({ severity }) => fails(severity, failOn))) ? 1 : 0;
}
