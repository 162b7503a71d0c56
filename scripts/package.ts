import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { repository } from '../test/e2e/host/paths.js';
import { isMain } from './isMain.js';
import { squeeze } from './squeeze.js';

/** What VS Code gets: everything that runs is in the bundles. */
const shipped = [
  ...['client.cjs', 'client.web.js', 'server.cjs', 'server.main.cjs', 'server.shared.js', 'server.worker.js', 'replyFormats.shared.js', 'rulePages.json', 'tables.js', 'yaml.shared.js', 'LICENSES.txt'].map((name) => `dist/${name}`),
  ...['docs/schemas/config.schema.json', 'docs/schemas/ignores.schema.json', 'images/icon.png', 'l10n', 'syntaxes', 'package.nls.json', 'README.md', 'CHANGELOG.md', 'LICENSE'],
];

/** What of the manifest is for npm and for developers. `type: module` must not ship: VS Code's web host then refuses its entry. */
const notForEditors = ['type', 'exports', 'types', 'bin', 'files', 'scripts', 'devDependencies', 'private'];

/**
 * Lays out the built extension as it ships.
 * @param folder below the repository; what is in it and not replaced stays
 * @returns its path
 */
export async function stage(folder: string): Promise<string> {
  const target = join(repository, folder);
  for (const path of shipped) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await cp(join(repository, path), join(target, path), { recursive: true });
  }
  const manifest = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(manifest).filter(([key]) => !notForEditors.includes(key)));
  await writeFile(join(target, 'package.json'), JSON.stringify(kept, null, 2));
  // All that is here ships; without this file the packager asks for one.
  await writeFile(join(target, '.vscodeignore'), '');
  return target;
}

/**
 * Packs the built extension.
 * @returns the path of the `.vsix`
 */
export async function makePackage(): Promise<string> {
  await rm(join(repository, '.vscode-test/package'), { recursive: true, force: true });
  const cwd = await stage('.vscode-test/package');
  const { version } = JSON.parse(await readFile(join(cwd, 'package.json'), 'utf8')) as { version: string };
  const packagePath = join(repository, `deskside-${version}.vsix`);
  await createVSIX({
    cwd,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    // there is no public address yet for the pictures of the README to be loaded from
    rewriteRelativeLinks: false,
    // the page of `sensitive-data` shows what leaked tokens look like
    allowPackageSecrets: ['github', 'slack'],
  });
  await squeeze(packagePath);
  return packagePath;
}

if (isMain(import.meta.url)) {
  const path = await makePackage();
  console.log(`${path}: ${String(Math.round((await stat(path)).size / 1024))} KB`);
}
