import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { repository } from '../test/e2e/host/paths.js';
import manifest from '../package.json' with { type: 'json' };

/**
 * Packs the built extension. Everything is in the bundles, so that no package is needed beside them.
 * @returns the path of the `.vsix`
 */
export async function makePackage({ quiet = false } = {}): Promise<string> {
  const packagePath = join(repository, `deskside-${manifest.version}.vsix`);
  await createVSIX({
    cwd: repository,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    // there is no public address yet for the pictures of the README to be loaded from
    rewriteRelativeLinks: false,
    // the page of `sensitive-data` shows what leaked tokens look like
    allowPackageSecrets: ['github', 'slack'],
  });
  if (!quiet) console.log(`${packagePath}: ${String(Math.round((await stat(packagePath)).size / 1024))} KB`);
  return packagePath;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await makePackage();
