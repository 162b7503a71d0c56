import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'pathe';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder of the house, what it may import of the house beside itself, and which packages. */
interface Room {
  readonly folder: string;
  readonly rooms: readonly string[];
  /** `node:` stands for everything of Node. */
  readonly packages: readonly (string | RegExp)[];
  /** Files that alone may do more. */
  readonly exceptions?: Readonly<Record<string, readonly (string | RegExp)[]>>;
}

const CORE = 'server/src/core';
const FILES = 'server/src/files';
const FORMATS = 'server/src/formats';
const EXCHANGE = 'server/src/exchange';
const PACKS = 'server/src/packs';
const LSP = 'server/src/lsp';
const CLI = 'server/src/cli';
const MCP = 'server/src/mcp';

const HOUSE: readonly Room[] = [
  { folder: CORE, rooms: [], packages: ['valibot'] },
  { folder: FILES, rooms: [CORE], packages: ['ignore', 'pathe', 'picomatch', 'valibot', 'yaml'], exceptions: { 'nodeFileSystem.ts': [/^node:/] } },
  { folder: PACKS, rooms: [CORE, FILES], packages: ['pathe', 'valibot', 'yaml', 'yauzl'], exceptions: { 'nodeWorld.ts': [/^node:/], 'zip.ts': ['node:buffer'] } },
  { folder: FORMATS, rooms: [], packages: ['marked'] },
  { folder: LSP, rooms: [CORE, FILES, FORMATS], packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'valibot'] },
  { folder: EXCHANGE, rooms: [CORE, FILES, FORMATS], packages: ['@joplin/turndown-plugin-gfm', 'csv-parse/sync', 'jsonc-parser', 'marked', 'turndown', 'yaml'] },
  { folder: CLI, rooms: [CORE, FILES, EXCHANGE, PACKS, 'server/src/startup/tiers.ts'], packages: ['d3-array', 'diff', 'fast-string-width', 'pathe', 'picocolors', 'sarif'], exceptions: { 'archive/csvEntries.ts': ['csv-parse', 'node:stream'], 'bin.ts': [/^node:/], 'folderStore.ts': [/^node:/], 'output.ts': ['node:fs'], 'thread.ts': ['node:worker_threads'], 'gitBlobs.ts': ['node:child_process'], 'htmlReport/charts.ts': ['d3-scale', 'd3-shape'], 'htmlReport/page.ts': ['node:crypto'] } },
  { folder: MCP, rooms: [CORE, FILES, CLI], packages: ['@modelcontextprotocol/server', '@valibot/to-json-schema', 'pathe', 'valibot'] },
  { folder: 'server/src/startup', rooms: [], packages: [/^node:/] },
  { folder: 'server/src/hosts', rooms: [CORE, FILES, PACKS, LSP, CLI, MCP], packages: [/./] },
  // Of the server, the client knows the words of the protocol, how a passage is cut, and the shape of an ignore, no more.
  { folder: 'client/src', rooms: [`${LSP}/protocol.ts`, `${CORE}/shortened.ts`, `type ${CORE}`], packages: ['vscode', 'yaml', 'valibot', /^vscode-languageclient/], exceptions: { 'node.ts': [/^node:/] } },
];

/** What reads a text, and knows of no rule. */
const READERS = ['packed', 'text', 'phrase', 'reading', 'generated'];
/** What judges it: the rules ask for the moves of a reply and for what packs offer, and those ask the rules. */
const JUDGES = ['rules', 'anatomy', 'packs', 'articles'];

/** The rooms of the engine, and which rooms and files of it each may import beside the base. */
const ENGINE: Readonly<Record<string, readonly string[]>> = {
  packed: [],
  text: ['generated'],
  phrase: ['packed', 'text', 'generated'],
  reading: ['text', 'phrase'],
  rules: [...READERS, ...JUDGES, 'glossary.ts', 'type lint.ts'],
  anatomy: [...READERS, ...JUDGES],
  packs: [...READERS, ...JUDGES, 'places.ts', 'type lint.ts'],
  articles: [...READERS, ...JUDGES],
  live: [...READERS, ...JUDGES, 'commentIgnores.ts'],
};

describe('imports run one way', () => {
  for (const room of HOUSE) {
    it(`in ${room.folder}`, () => {
      assert.deepEqual(wrongIn(room), []);
    });
  }

  for (const [room, rooms] of Object.entries(ENGINE)) {
    it(`inside the engine, in ${room}`, () => {
      const within: Room = { folder: `${CORE}/${room}`, rooms: [...rooms, ...baseOf(CORE)].map((one) => one.replace(/\S+$/, `${CORE}/$&`)), packages: ['valibot'] };
      assert.deepEqual(wrongIn(within), []);
    });
  }

  it('as the map in docs/ARCHITECTURE.md says', () => {
    const map = readFileSync(join(root, 'docs/ARCHITECTURE.md'), 'utf8').split('\n');
    for (const { folder, rooms } of HOUSE) {
      const cell = map.find((line) => line.startsWith(`| \`${folder}/\` |`))?.split(' | ').at(-1) ?? 'not on the map';
      const told = cell.replace(/types of /g, 'type ').replace(/[`|]/g, '').trim();
      assert.equal(told, rooms.map((room) => room.replace('server/src/', '')).join(', ') || (folder === CORE ? 'nothing but valibot' : 'nothing of the house'), folder);
    }
  });

  it('or this test sees it', () => {
    const core = HOUSE[0];
    const wrong = ["import x from 'node:fs';", "import {\n  a,\n  type B,\n} from '../lsp/protocol.js';", "export * from '../cli/main.js';", "import '../files/yaml.js';", "await import('yaml');"];
    const right = ["import * as v from 'valibot';", "import type { A } from './types.js';", "const from = 'node:fs';"];
    const seen = (line: string) => importsIn(line, `${CORE}/x.ts`).some((one) => core !== undefined && !mayImport(core, `${CORE}/x.ts`, one));
    assert.deepEqual([wrong.map(seen), right.map(seen)], [wrong.map(() => true), right.map(() => false)]);
  });

  it('and nobody has to run another room to have a word of it', () => {
    const forwarded = filesBelow(LSP).filter((file) => file.endsWith('/protocol.ts')).flatMap(importsOf);
    assert.deepEqual(forwarded.filter(({ isType }) => !isType).map(({ from }) => from), [], 'the protocol itself must bring no code into the client');
  });
});

function wrongIn(room: Room): readonly string[] {
  return filesBelow(room.folder).flatMap((file) => importsOf(file).filter((one) => !mayImport(room, file, one)).map(({ from }) => `${file} imports ${from}`));
}

/** The files beside the rooms of a folder that need none of them, nor any file that does. */
function baseOf(folder: string): readonly string[] {
  let base = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'));
  for (let before = 0; before !== base.length; ) {
    before = base.length;
    base = base.filter((name) => importsOf(join(folder, name)).every(({ from }) => !from.startsWith(folder) || base.includes(relative(folder, from))));
  }
  return base;
}

interface Import {
  /** A package, or a path from the root. */
  readonly from: string;
  readonly isType: boolean;
}

function mayImport({ folder, rooms, packages, exceptions = {} }: Room, file: string, { from, isType }: Import): boolean {
  if (!/^(?:server|client|snippets|docs|test|scripts)\//.test(from)) {
    return [...packages, ...(exceptions[relative(folder, file)] ?? [])].some((one) => (typeof one === 'string' ? one === from : one.test(from)));
  }
  const allowed = [folder, ...rooms].map((room) => (isType ? room.replace(/^type /, '') : room));
  return allowed.some((room) => from === room || from.startsWith(`${room}/`));
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/gmu;

function importsOf(file: string): Import[] {
  return importsIn(readFileSync(join(root, file), 'utf8'), file);
}

function importsIn(text: string, file: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, from = '', dynamic, required]) => ({
    from: placeOf(file, from || dynamic || required || ''),
    isType: type !== undefined,
  }));
}

function placeOf(file: string, from: string): string {
  return from.startsWith('.') ? join(file, '..', from).replace(/\.js$/, '.ts') : from;
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return entries.map((entry) => join(folder, entry)).filter((path) => path.endsWith('.ts'));
}
