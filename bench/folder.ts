/**
 * The built command line and language server over a whole folder, with its own `.deskside.yaml`:
 *
 *   npm run -s build && npm run -s folder -- DIR
 *
 * Every text that the command line reads, and every other one that an editor could open, is opened in the language server:
 * both have to find the same at the same places, and to leave the same alone. The SARIF report of the folder is held
 * against the schema of SARIF 2.1.0. Fails where anything differs.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv-draft-04';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readOptions } from './options.js';
import { startLanguageServer, type LanguageServer } from './languageServer.js';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
/** What VS Code calls the files; it knows MDX only with an extension. */
const LANGUAGES: Readonly<Record<string, string>> = { '.md': 'markdown', '.markdown': 'markdown', '.mdx': 'plaintext', '.txt': 'plaintext', '.html': 'html', '.htm': 'html', '.reply': 'support-reply' };

interface Found {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

function lint(folder: string, format: string): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, [cli, 'lint', '--format', format, '--fail-on', 'never', '.'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (error) throw error;
  if (stderr) console.log(stderr.split('\n').slice(0, 5).join('\n'));
  return stdout;
}

/** What the command line finds, by the texts it reads. */
function onCommandLine(folder: string): ReadonlyMap<string, readonly string[]> {
  const lines = lint(folder, 'ndjson').split('\n').filter(Boolean).map((line) => JSON.parse(line) as { id: string; findings: Found[] });
  return new Map(lines.map(({ id, findings }) => [id, findings.map(({ start, end, rule, message }) => `${start}-${end} ${rule} ${message}`)]));
}

class Editor {
  private constructor(private readonly server: LanguageServer, private readonly folder: string) {}

  static async on(folder: string): Promise<Editor> {
    return new Editor(await startLanguageServer([cli, 'lsp'], folder), folder);
  }

  async find(path: string): Promise<readonly string[]> {
    const { connection } = this.server;
    const uri = pathToFileURL(join(this.folder, path)).href;
    const languageId = LANGUAGES[extname(path).toLowerCase()] ?? 'plaintext';
    const document = TextDocument.create(uri, languageId, 1, readFileSync(join(this.folder, path), 'utf8').replace(/^\ufeff/, ''));
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text: document.getText() } });
    const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    const place = ({ range, code, message }: Diagnostic): string => `${document.offsetAt(range.start)}-${document.offsetAt(range.end)} ${code} ${message}`;
    return report.kind === 'full' ? report.items.map(place) : [];
  }

  close(): void {
    this.server.end();
  }
}

function textsIn(folder: string): readonly string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && Object.hasOwn(LANGUAGES, extname(entry.name).toLowerCase()));
  return all.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
}

async function compare(folder: string): Promise<number> {
  const found = onCommandLine(folder);
  const editor = await Editor.on(folder);
  const texts = textsIn(folder);
  let differing = 0;
  for (const path of texts) {
    const [here, there] = [await editor.find(path), found.get(path) ?? []];
    if (JSON.stringify([...here].sort()) === JSON.stringify([...there].sort())) continue;
    differing++;
    const only = (a: readonly string[], b: readonly string[], who: string): string[] => a.filter((one) => !b.includes(one)).map((one) => `  ${who}: ${one.slice(0, 160)}`);
    if (differing <= 10) console.log([path, ...only(here, there, 'editor only'), ...only(there, here, 'command line only')].join('\n'));
  }
  editor.close();
  const findings = [...found.values()].reduce((sum, one) => sum + one.length, 0);
  console.log(`${texts.length} texts, ${found.size} of them read on the command line with ${findings} findings; the editor differs on ${differing}.`);
  return differing;
}

function checkSarif(folder: string): number {
  const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object;
  const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  const report = JSON.parse(lint(folder, 'sarif')) as { runs: readonly { results: readonly unknown[] }[] };
  const isValid = validate(report);
  console.log(`SARIF with ${report.runs.reduce((sum, { results }) => sum + results.length, 0)} results: ${isValid ? 'valid' : JSON.stringify(validate.errors?.slice(0, 5))}`);
  return isValid ? 0 : 1;
}

const { positionals: [named = ''] } = readOptions({ allowPositionals: true }, 'npm run -s folder -- DIR', 1);
process.exitCode = (await compare(resolve(named))) + checkSarif(resolve(named)) === 0 ? 0 : 1;
