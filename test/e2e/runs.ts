import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePackage, stage } from '../../scripts/package.js';
import { repository } from './host/paths.js';

/** Windows to open one after the other, and the suite to run in each. */
export interface Run {
  readonly name: string;
  /** For people to read. */
  readonly title: string;
  /** Only when it is asked for by its name. */
  readonly slow?: boolean;
  /** The bundled suites, below the repository: a window with a folder of its own for each. */
  readonly suites: readonly string[];
  /** Not for the desktop build: its test runner vouches for every folder. */
  readonly webOnly?: boolean;
  /** Whether a folder is open. */
  readonly folder: boolean;
  /** The extension under development. */
  extension(): Promise<string>;
  arguments(): Promise<readonly string[]>;
}

const fromSource = { extension: () => Promise.resolve(repository), arguments: () => Promise.resolve([]) };

export const runs: readonly Run[] = [
  { name: 'folder', title: 'A folder', suites: ['.vscode-test/suite/folder.cjs'], folder: true, ...fromSource },
  { name: 'empty', title: 'No folder', suites: ['.vscode-test/suite/empty.cjs'], folder: false, ...fromSource },
  { name: 'packs', title: 'A pack on its way from one workspace to another', suites: ['.vscode-test/suite/packsMake.cjs', '.vscode-test/suite/packsUse.cjs'], folder: true, ...fromSource },
  { name: 'restricted', title: 'A folder in Restricted Mode', suites: ['.vscode-test/suite/restricted.cjs'], folder: true, webOnly: true, extension: fromSource.extension, arguments: () => Promise.resolve(['--restricted']) },
  { name: 'large', title: 'A help centre of 5,000 files', slow: true, suites: ['.vscode-test/suite/large.cjs'], folder: true, ...fromSource },
  {
    name: 'web',
    title: 'The web extension host',
    suites: ['.vscode-test/web/web.js'],
    folder: true,
    extension: () => stage('.vscode-test/web'),
    arguments: () => Promise.resolve(['--extensionDevelopmentKind=web']),
  },
  {
    name: 'package',
    title: 'The package, installed',
    suites: ['.vscode-test/suite/package.cjs'],
    folder: false,
    extension: bystander,
    arguments: async () => ['--install-extension', await makePackage()],
  },
];

/** Tests run beside an extension under development; here that is an empty one, for ours is installed. */
async function bystander(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-bystander-'));
  const manifest = { name: 'bystander', publisher: 'test', version: '0.0.1', engines: { vscode: '^1.99.0' } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
