import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { repository } from './paths.js';

const common: BuildOptions = {
  absWorkingDir: repository,
  bundle: true,
  external: ['vscode'],
  // mocha's browser build takes `module.exports` for itself: ours is set after it
  format: 'iife',
  globalName: 'suite',
  footer: { js: 'module.exports = suite;' },
  outdir: '.vscode-test/suite',
  sourcemap: 'inline',
  logLevel: 'warning',
};

/**
 * Bundles the suites for the extension hosts. Node, in a package of modules, needs `.cjs`; the web's host
 * loads `.js`, from beside the staged extension.
 */
export async function buildSuite(): Promise<void> {
  const suite = (name: string): string => join('test/e2e/suite', `${name}.ts`);
  await Promise.all([
    build({ ...common, entryPoints: ['folder', 'empty', 'package', 'packsMake', 'packsUse', 'restricted', 'large'].map(suite), platform: 'node', outExtension: { '.js': '.cjs' } }),
    build({ ...common, entryPoints: ['web'].map(suite), platform: 'browser', outdir: '.vscode-test/web' }),
  ]);
}
