// What `npm run generate` made, once for all bundles: dist/tables.js. Bundles would each carry a copy, and every start would
// read all of it; this way a piece is cut out of one text when it is first asked for.
import { build } from 'esbuild';

const FOLDER = 'server/src/core/generated';
const NAMES = ['letters', 'lexicon', 'moves', 'packs', 'rules'];
/** Shorter texts stay in the bundles. */
const SHORTEST = 200;
const FILTER = /\/core\/generated\/(?:letters|lexicon|moves|packs|rules)\.ts$/;

/** A script, so that a web worker can load it, and plain characters alone, so that its bytes are its characters. */
const HEAD = 'self.desksideTables=String.raw`';
const TAIL = '`;\n';

/**
 * @param root folder of the project
 * @returns {Promise<{text: string, plugin: (host: 'node' | 'shared') => import('esbuild').Plugin}>} the text of dist/tables.js,
 *   and what makes a bundle read it
 */
export async function makeTables(root) {
  const writer = new Writer();
  const modules = new Map();
  for (const name of NAMES) modules.set(name, writer.module(await valuesOf(root, name)));
  return { text: HEAD + writer.text + TAIL, plugin: (host) => pluginFor(modules, READERS[host]) };
}

async function valuesOf(root, name) {
  const { outputFiles } = await build({ absWorkingDir: root, entryPoints: [`${FOLDER}/${name}.ts`], bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

class Writer {
  text = '';

  /** The source of a module with the same exports, whose long texts are cut out of the tables. */
  module(values) {
    const exports = Object.entries(values).map(([name, value]) => `export const ${name} = ${this.expression(value)};`);
    return `import { cut } from 'deskside-tables';\n${exports.join('\n')}\n`;
  }

  expression(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
    const members = Object.entries(value).map(([name, one]) => (typeof one === 'string' && one.length >= SHORTEST ? `get ${name}() { return cut(${this.add(one)}); }` : `${name}: ${this.expression(one)}`));
    return `{ ${members.join(', ')} }`;
  }

  add(text) {
    const plain = text.replace(/[^\x00-\x5f\x61-\x7f]|\$(?=\{)/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    if (plain !== text && JSON.stringify(JSON.parse(plain)) !== JSON.stringify(JSON.parse(text))) throw new Error('only JSON may hold other signs than plain ones');
    const start = HEAD.length + this.text.length;
    this.text += plain;
    return `${start}, ${start + plain.length}`;
  }
}

const READERS = {
  node: `import { readFileSync } from 'node:fs';
    import { join } from 'node:path';
    let text;
    export const cut = (from, to) => (text ??= readFileSync(join(__dirname, 'tables.js'), 'latin1')).slice(from, to);`,
  shared: `export const cut = (from, to) => globalThis.desksideTables.slice(from - ${HEAD.length}, to - ${HEAD.length});`,
};

function pluginFor(modules, reader) {
  return {
    name: 'tables',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^deskside-tables$/ }, () => ({ path: 'deskside-tables', namespace: 'tables' }));
      onLoad({ filter: /./, namespace: 'tables' }, () => ({ contents: reader, loader: 'js' }));
      onLoad({ filter: FILTER }, ({ path }) => ({ contents: modules.get(/(\w+)\.ts$/.exec(path)?.[1]), loader: 'js' }));
    },
  };
}
