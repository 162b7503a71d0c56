// The language server twice, as a process and as a web worker, with all that both need once: dist/server.shared.js.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const SHARED = 'server.shared.js';
const ENTRIES = { 'server.main.cjs': 'server/src/hosts/node.ts', 'server.worker.js': 'server/src/hosts/worker.ts' };

/** Makes of a CommonJS script one that a web worker's `importScripts` leaves in `self.desksideModule`. */
export const WORKER_MODULE = ['(function(module,own){(function(exports){', '})(module.exports);if(own)self.desksideModule=module.exports})(typeof module==="object"?module:{exports:{}},typeof module!=="object");\n'];

/** Before a worker's script: it does not know where it comes from, and the first message is the address of the folder. */
const WORKER_HEAD = `self.onmessage=function(message){var modules={};self.importScripts(message.data+"/tables.js");self.require=function(name){return modules[name]||(self.importScripts(message.data+name.slice(1)),modules[name]=self.desksideModule)};`;

/** What each is wrapped in, a CommonJS script being put between. */
const WRAPPED = {
  'server.main.cjs': ['', ''],
  [SHARED]: WORKER_MODULE,
  'server.worker.js': [WORKER_HEAD, '};\n'],
};

/** The server soon needs most of what the command line may do without: each `import()` would become one more file to load. */
const atOnce = {
  name: 'at once',
  setup: ({ onLoad }) => onLoad({ filter: /\/server\/src\/.*\.ts$/ }, ({ path }) => {
    const names = [];
    const text = readFileSync(path, 'utf8').replace(/\bimport\('(?!yaml'|\.\.\/formats\/replyFormats\.js')([^']+)'\)/g, (_, from) => `Promise.resolve(atOnce${names.push(from) - 1})`);
    return names.length ? { contents: names.map((from, i) => `import * as atOnce${i} from '${from}';`).join('') + text, loader: 'ts' } : undefined;
  }),
};

/**
 * @param {typeof import('esbuild')} esbuild
 * @param {import('esbuild').BuildOptions} options of any bundle
 * @param {import('esbuild').Plugin[]} plugins
 * @returns {Promise<{files: {name: string, text: string}[], metafile: import('esbuild').Metafile}>}
 */
export async function buildServer({ build, transform }, options, plugins) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: Object.entries(ENTRIES).map(([name, path]) => ({ in: path, out: name })),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    chunkNames: SHARED,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    // what asks for a browser or for Node does so by name, and gets it
    conditions: ['node', 'browser'],
    supported: { 'dynamic-import': false },
    plugins: [...plugins, atOnce],
  });
  const files = await Promise.all(outputFiles.map(async ({ path, text }) => {
    const name = basename(path, '.mjs');
    const { code } = await transform(text.replaceAll(`"./${SHARED}.mjs"`, `"./${SHARED}"`), { format: 'cjs', minify: true, target: 'es2022' });
    const [head, tail] = WRAPPED[name];
    return { name, text: head + code + tail };
  }));
  return { files, metafile };
}
