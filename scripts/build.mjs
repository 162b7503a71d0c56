// Bundles everything that runs: `node scripts/build.mjs [--quiet] [--if-stale] [--types]`.
//   --quiet     prints nothing unless something is wrong
//   --if-stale  does nothing when every output is newer than every input
//   --types     also writes dist/index.d.ts (slow; only the npm package needs it)
// Plain JavaScript, so that it starts before anything is compiled.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: flags } = parseArgs({
  options: { quiet: { type: 'boolean' }, 'if-stale': { type: 'boolean' }, types: { type: 'boolean' } },
});
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// every import becomes a `require`: Node's loader of modules takes milliseconds to start, and a script that is run from kept code has none
// the first releases of Node 20 know an older Unicode, for which esbuild would have expressions with \p{…} made anew whenever they are met: a twentieth of a run over replies
const node = { platform: 'node', format: 'cjs', target: 'node20', supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true } };
/** Leaves what few runs of the command line need in a file of its own, to be loaded by those. */
const apart = (filter, path) => ({ name: path, setup: ({ onResolve }) => onResolve({ filter }, () => ({ path, external: true })) });
const yamlApart = apart(/^yaml$/, './yaml.cjs');
const yamlShared = apart(/^yaml$/, './yaml.shared.js');
/** What copies a reply: it holds a parser of Markdown, which is a fourteenth of the server. */
const replyFormatsShared = apart(/\/replyFormats\.js$/, './replyFormats.shared.js');
const csvApart = apart(/^csv-parse$/, './csv.cjs');
/** What exchanges packs with other products: an HTML parser and more. */
const exchangeApart = apart(/\/exchange\/index\.js$/, './exchange.cjs');
/** What gets packs from elsewhere: an unzipper and more. */
const packsApart = apart(/\/packs\/index\.js$/, './packs.cjs');
/** What makes the report: pictures and a page. */
const reportApart = apart(/^\.\/page\.js$/, './report.cjs');
/** What few runs need, loaded when it is first used: of Node it takes 9 ms, and colours look at the terminal, for which Node opens a stream. */
const late = {
  name: 'late',
  setup({ onResolve, onLoad }) {
    const load = createRequire(import.meta.url);
    onResolve({ filter: /^(?:(?:node:)?(?:child_process|crypto|fs\/promises|worker_threads)|picocolors)$/ }, ({ path, namespace }) =>
      namespace !== 'late' ? { path, namespace: 'late' } : isBuiltin(path) ? { path, external: true } : undefined);
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: `for (const name of '${Object.keys(load(path)).join(' ')}'.split(' ')) Object.defineProperty(exports, name, { enumerable: true, get: () => require('${path}')[name] });`,
      resolveDir: root,
    }));
  },
};
/** What checks forms that people fill in. The service for assistants shows none, and it is a third of its library. */
const noForms = {
  name: 'no forms',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, ({ path }) => ({ path, namespace: 'no forms' }));
    onLoad({ filter: /./, namespace: 'no forms' }, () => ({ contents: "export { default as process } from 'node:process'; export const DefaultJsonSchemaValidator = undefined;" }));
  },
};
const TABLES = 'dist/tables.js';
const RULE_PAGES = 'dist/rulePages.json';
const PAIRS = ['dist/client.cjs', 'dist/client.web.js', 'dist/server.main.cjs', 'dist/server.shared.js', 'dist/server.worker.js'];
/** What `server/src/startup/keptCode.ts` runs. */
const KEPT = ['dist/cli.main.cjs', 'dist/server.main.cjs', 'dist/server.shared.js', 'dist/replyFormats.shared.js', 'dist/yaml.shared.js', 'dist/client.web.js'];
const web = { platform: 'browser', target: 'es2022' };

/** What is built: entry, output, how. `forWorkers` that a web worker loads it, too, `mayRequire` what a bundle may leave to its host, `tables` how it reads the tables, `licences` where those of its packages go that the extension does not ship. */
const bundles = [
  { entry: 'server/src/startup/server.ts', out: 'dist/server.cjs', ...node },
  { entry: 'server/src/startup/cli.ts', out: 'dist/cli.cjs', ...node, executable: true },
  { entry: 'server/src/cli/bin.ts', out: 'dist/cli.main.cjs', ...node, plugins: [yamlApart, csvApart, exchangeApart, packsApart, reportApart, late], tables: 'node' },
  { entry: 'server/src/packs/index.ts', out: 'dist/packs.cjs', ...node, plugins: [yamlApart], tables: 'node' },
  { entry: 'server/src/exchange/index.ts', out: 'dist/exchange.cjs', ...node, plugins: [yamlApart], tables: 'node' },
  { entry: 'server/src/hosts/mcp.ts', out: 'dist/mcp.cjs', ...node, plugins: [yamlApart, noForms], licences: 'dist/mcp.LICENSES.txt' },
  { entry: 'server/src/cli/htmlReport/page.ts', out: 'dist/report.cjs', ...node },
  { entry: 'node_modules/yaml/dist/index.js', out: 'dist/yaml.cjs', ...node },
  { entry: 'node_modules/yaml/browser/dist/index.js', out: 'dist/yaml.shared.js', ...web, format: 'cjs', forWorkers: true, mayRequire: [] },
  { entry: 'server/src/formats/replyFormats.ts', out: 'dist/replyFormats.shared.js', ...web, format: 'cjs', forWorkers: true, mayRequire: [] },
  { entry: 'node_modules/csv-parse/lib/index.js', out: 'dist/csv.cjs', ...node },
  { entry: 'server/src/core/index.ts', out: 'dist/index.js', platform: 'neutral', format: 'esm', target: 'es2022', mayRequire: [] },
];

/** What holds for every bundle. */
const ALL = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  legalComments: 'none', // the licences are in dist/LICENSES.txt and dist/mcp.LICENSES.txt
  mainFields: ['module', 'main'],
  define: { DESKSIDE_VERSION: JSON.stringify(version) },
  loader: { '.md': 'text' },
  logLevel: 'warning',
};

const present = bundles.filter((b) => existsSync(join(root, b.entry)));
if (!flags['if-stale'] || areBundlesStale()) await build();
if (flags.types && (!flags['if-stale'] || areTypesStale())) await writeTypes();

async function build() {
  const started = performance.now();
  for (const b of bundles) if (!present.includes(b)) say(`skipped ${b.out}: there is no ${b.entry} yet`);
  const [esbuild, { makeTables }] = await Promise.all([import('esbuild'), import('./build/tables.mjs')]);
  const tables = await makeTables(root);
  writeWhole(join(root, TABLES), tables.text);
  writeWhole(join(root, RULE_PAGES), rulePages());
  const results = await Promise.allSettled([...present.map((b) => bundleOne(esbuild, b, tables)), bundleServer(esbuild, tables), bundleClient(esbuild)]);
  const failed = results.filter((r) => r.status === 'rejected');
  for (const { reason } of failed) if (!reason.errors) console.error(reason.message);
  if (failed.length) process.exit(1);
  writeLicences('dist/LICENSES.txt', results.flatMap((r) => r.value ?? []));
  say(`built in ${Math.round(performance.now() - started)} ms`);
}

async function bundleOne(esbuild, { entry, out, mayRequire, executable, forWorkers, licences, tables: host, plugins = [], ...how }, tables) {
  const mainFields = how.platform === 'browser' ? ['browser', ...ALL.mainFields] : ALL.mainFields;
  const result = await esbuild.build({ ...ALL, mainFields, entryPoints: [entry], outfile: out, plugins: host ? [...plugins, tables.plugin(host)] : plugins, ...how });
  const [head, tail] = forWorkers ? (await import('./build/server.mjs')).WORKER_MODULE : ['', ''];
  finish(out, head + result.outputFiles[0].text + tail, { mayRequire, executable });
  if (licences) writeLicences(licences, [result.metafile]);
  return licences ? undefined : result.metafile;
}

async function bundleServer(esbuild, tables) {
  const { buildServer } = await import('./build/server.mjs');
  const { files, metafile } = await buildServer(esbuild, ALL, [yamlShared, replyFormatsShared, late, tables.plugin('shared')]);
  for (const { name, text } of files) finish(`dist/${name}`, text, name.endsWith('.cjs') ? {} : { mayRequire: [] });
  return metafile;
}

async function bundleClient(esbuild) {
  const { buildClient } = await import('./build/client.mjs');
  const { files, metafile } = await buildClient(esbuild, ALL, { web, node });
  for (const { name, text } of files) finish(`dist/${name}`, text, name.endsWith('.cjs') ? {} : { mayRequire: ['vscode'] });
  return metafile;
}

function finish(out, bundled, { mayRequire, executable }) {
  const text = plain(bundled);
  if (mayRequire) refuseNode(out, text, mayRequire);
  writeWhole(join(root, out), nameKept(out, text), executable ? 0o755 : 0o644);
  say(`${out.padEnd(22)} ${(text.length / 1024).toFixed(0).padStart(5)} KB`);
}

/** In plain characters alone: V8 takes half the memory for them, and no server can misread them. What is left of others stands in patterns. */
function plain(text) {
  return text.replace(/[^\x00-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What is run from kept code begins with a line that no other contents have. */
function nameKept(out, text) {
  return KEPT.includes(out) ? `// ${createHash('sha256').update(text).digest('hex')}\n${text}` : text;
}

/** A bundle that runs where there is no Node must not ask for any of it. */
function refuseNode(out, text, mayRequire) {
  const asked = [...text.matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)|\bfrom\s*["']([^"']+)["']/g)].map((m) => m[1] ?? m[2]);
  const wrong = asked.filter((name) => !mayRequire.includes(name) && (name.startsWith('node:') || builtinModules.includes(name.split('/')[0])));
  if (wrong.length) throw new Error(`${out} runs without Node but asks for ${[...new Set(wrong)].join(', ')}`);
}

/** Renamed into place, so that whoever runs the old bundle meanwhile reads all of it. */
function writeWhole(path, contents, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, contents, { mode });
  chmodSync(unfinished, mode);
  renameSync(unfinished, path);
}

/** The pages of all rules as JSON, by category: in one file they take a third less of the package, and a browser, which lists no folders, can read them. */
function rulePages() {
  const names = readdirSync(join(root, 'docs/rules')).filter((name) => name !== 'README.md').sort();
  return JSON.stringify(Object.fromEntries(names.map((name) => [name.replace(/\.md$/, ''), readFileSync(join(root, 'docs/rules', name), 'utf8')])));
}

/** The licences of the packages that the bundles contain, as those licences ask. */
function writeLicences(out, metafiles) {
  const inputs = metafiles.flatMap((m) => Object.keys(m.inputs));
  const folders = new Set(inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version: its, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((f) => /^licen[cs]e/i.test(f));
    return `${name} ${its} (${license})\n\n${file ? readFileSync(join(root, folder, file), 'utf8').trim() : ''}\n`;
  });
  writeWhole(join(root, out), texts.join(`\n${'-'.repeat(72)}\n\n`));
}

function areBundlesStale() {
  const made = [TABLES, RULE_PAGES, ...PAIRS, ...present.map((b) => b.out)];
  return isOlder(made, ['server/src', 'client/src', 'docs/rules', 'package.json', 'package-lock.json', 'scripts/build.mjs', 'scripts/build']);
}

function areTypesStale() {
  return isOlder(['dist/index.d.ts'], ['server/src/core', 'scripts/types.mjs', 'package-lock.json']);
}

/** Whether one of the outputs is missing, or older than one of the inputs. */
function isOlder(outputs, inputs) {
  const made = outputs.map((path) => join(root, path));
  if (!made.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...made.map((path) => statSync(path).mtimeMs));
  return inputs.some((path) => newest(join(root, path)) > oldest);
}

/** The newest time below a path; folders count, as a deleted file leaves its mark there. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

async function writeTypes() {
  const { bundleTypes } = await import('./types.mjs');
  writeWhole(join(root, 'dist/index.d.ts'), bundleTypes(root));
  say('dist/index.d.ts');
}

function say(line) {
  if (!flags.quiet) console.error(line);
}
