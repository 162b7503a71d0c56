// The extension twice, for Node and for browsers. A browser takes one file alone, so that this holds all that both need
// (dist/client.web.js), and the other only what Node needs besides (dist/client.cjs).
import { relative, resolve } from 'node:path';

const WEB = 'client/src/web.ts';
const NODE = 'client/src/node.ts';
const STARTUP = 'server/src/startup/keptCode.ts';

/**
 * @param {typeof import('esbuild')} esbuild
 * @param {import('esbuild').BuildOptions} options of any bundle
 * @param {{ web: import('esbuild').BuildOptions, node: import('esbuild').BuildOptions }} hosts
 * @returns {Promise<{files: {name: string, text: string}[], metafile: import('esbuild').Metafile}>}
 */
export async function buildClient({ build }, options, hosts) {
  const root = options.absWorkingDir;
  const forBrowsers = { ...options, ...hosts.web, mainFields: ['browser', ...options.mainFields], format: 'cjs', external: ['vscode'] };
  const alone = await build({ ...forBrowsers, entryPoints: [WEB] });
  const shared = new Set(Object.keys(alone.metafile.inputs).filter((path) => path !== WEB).map((path) => resolve(root, path)));
  const asked = new Set();
  const node = await build({ ...options, ...hosts.node, entryPoints: [NODE], external: ['vscode'], plugins: [fromBoth(shared, asked, root)] });
  const lent = [...asked].map((path) => `${JSON.stringify(relative(root, path))}: require(${JSON.stringify(path)})`);
  const contents = `export { activate } from './${WEB}'; export const shared = { ${lent.join(', ')} };`;
  const web = await build({ ...forBrowsers, stdin: { contents, resolveDir: root } });
  const files = [{ name: 'client.web.js', text: web.outputFiles[0].text }, { name: 'client.cjs', text: node.outputFiles[0].text }];
  const own = Object.entries(node.metafile.inputs).filter(([path]) => !/^(?:shared|both):/.test(path));
  return { files, metafile: { inputs: { ...web.metafile.inputs, ...Object.fromEntries(own) } } };
}

/**
 * Takes modules from `shared` of the bundle for browsers. It is run as a script, as Node would take its name for that of a
 * module where `package.json` says so, and from kept code. @param asked is filled with what is taken
 */
function fromBoth(shared, asked, root) {
  return {
    name: 'from both',
    setup({ onResolve, onLoad, resolve: find }) {
      onResolve({ filter: /^deskside-both$/ }, ({ path }) => ({ path, namespace: 'both' }));
      onLoad({ filter: /./, namespace: 'both' }, () => ({
        contents: `import { join } from 'node:path'; import { runKept } from './${STARTUP}'; export const { shared } = runKept(join(__dirname, 'client.web.js'), 1, require);`,
        resolveDir: root,
      }));
      onResolve({ filter: /./ }, async ({ path, pluginData, ...how }) => {
        if (pluginData === 'sought' || how.kind === 'entry-point' || how.namespace === 'both') return undefined;
        const found = await find(path, { ...how, pluginData: 'sought' });
        return shared.has(found.path) ? { path: found.path, namespace: 'shared' } : found;
      });
      onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => {
        asked.add(path);
        return { contents: `module.exports = require('deskside-both').shared[${JSON.stringify(relative(root, path))}];`, loader: 'js', resolveDir: root };
      });
    },
  };
}
