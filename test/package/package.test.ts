import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tool = (name: string) => join(root, 'node_modules/.bin', name);
const draft = 'Hi Ana,\n\nYou should have read the manual.\n';

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, whatever its exit code. */
async function run(program: string, args: readonly string[], cwd: string): Promise<Result> {
  try {
    return { code: 0, ...(await promisify(execFile)(program, args, { cwd })) };
  } catch (error) {
    const { code, stdout, stderr } = error as Result;
    return { code, stdout, stderr };
  }
}

async function succeed(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await run(program, args, cwd);
  assert.equal(code, 0, `${program} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

describe('the npm package, installed in an empty folder', () => {
  let folder = '';
  let packed: { filename: string; files: { path: string }[] };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deskside-package-'));
    const [pack] = JSON.parse(await succeed('npm', ['pack', '--json', '--pack-destination', folder], root));
    packed = pack;
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await succeed('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)], folder);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what runs and what explains, and none of the sources', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const path of ['README.md', 'LICENSE', 'dist/LICENSES.txt', 'dist/cli.cjs', 'dist/cli.main.cjs', 'dist/index.js', 'dist/index.d.ts', 'dist/server.cjs', 'dist/server.main.cjs', 'dist/server.shared.js', 'dist/replyFormats.shared.js', 'dist/yaml.shared.js', 'dist/tables.js', 'dist/yaml.cjs', 'dist/csv.cjs', 'dist/report.cjs', 'dist/exchange.cjs', 'dist/packs.cjs', 'dist/mcp.cjs', 'dist/mcp.LICENSES.txt', 'docs/schemas/ndjson.schema.json']) assert.ok(paths.includes(path), path);
    assert.deepEqual(paths.filter((path) => /^(?:server|client|test|scripts|node_modules|bench)\/|\.map$/.test(path)), []);
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'node_modules/deskside/package.json'), 'utf8'));
    assert.deepEqual(dependencies, {});
  });

  it('is a library', async () => {
    const code = `import { createLinter } from 'deskside'; console.log(JSON.stringify(createLinter().lint({ text: ${JSON.stringify(draft)} })));`;
    const [finding] = JSON.parse(await succeed(process.execPath, ['--input-type=module', '-e', code], folder));
    assert.equal(finding.category, 'blame-language');
  });

  it('is a command', async () => {
    const command = join(folder, 'node_modules/.bin/deskside');
    assert.equal(await succeed(command, ['--version'], folder), `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`);
    writeFileSync(join(folder, 'draft.reply.md'), draft);
    writeFileSync(join(folder, '.deskside.yaml'), 'rules: { blame-language: error }\n');
    const { code, stdout, stderr } = await run(command, ['lint'], folder);
    assert.equal(stderr, '');
    assert.match(stdout, /error {2}blame-language/);
    assert.equal(code, 1);
  });

  it('is a language server', async () => {
    const asked = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const server = spawn(join(folder, 'node_modules/.bin/deskside'), ['lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    server.stdin.write(`Content-Length: ${asked.length}\r\n\r\n${asked}`);
    const [answer] = await once(server.stdout, 'data');
    server.kill();
    assert.match(String(answer), /^Content-Length: \d+\r\n/);
  });

  it('is a service for AI assistants, says nothing but the protocol, and ends with its input', async () => {
    const transport = new StdioClientTransport({ command: join(folder, 'node_modules/.bin/deskside'), args: ['mcp'], cwd: folder });
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
    await client.connect(transport);
    assert.equal(client.getProtocolEra(), 'modern');
    const { content } = await client.callTool({ name: 'lint_text', arguments: { text: draft } });
    assert.match(JSON.stringify(content), /blame-language/);
    const { content: page } = await client.callTool({ name: 'explain_rule', arguments: { rule: 'blame-language/should-have' } });
    assert.match(JSON.stringify(page), /Fine:/, 'the pages of the rules come along');
    await client.close();
    assert.ok(statSync(join(folder, 'node_modules/deskside/dist/mcp.cjs')).size < 400_000, 'it is lent the engine, and has none of its own');
    const said = await new Promise<Result>((done) => {
      const child = execFile(join(folder, 'node_modules/.bin/deskside'), ['mcp'], { cwd: folder }, (error, stdout, stderr) => done({ code: Number(error?.code ?? 0), stdout, stderr }));
      const asked = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } } };
      // As all clients asked before 2026-07-28
      child.stdin?.write(`no JSON\n${JSON.stringify(asked)}\n`);
      child.stdout?.once('data', () => child.stdin?.end());
    });
    assert.equal(said.code, 0);
    assert.deepEqual(said.stdout.trim().split('\n').map((line) => (JSON.parse(line) as { id: number }).id), [1]);
  });

  it('brings its types', async () => {
    const program = "import { createLinter } from 'deskside';\nimport type { ConfigInput, Finding, Linter } from 'deskside';\nconst config: ConfigInput = { audience: 'technical', rules: { jargon: 'off' } };\nconst linter: Linter = createLinter({ config });\nexport const findings: readonly Finding[] = linter.lint({ text: '', kind: 'reply' });\n";
    writeFileSync(join(folder, 'typed.ts'), program);
    writeFileSync(join(folder, 'wrong.ts'), "import { createLinter } from 'deskside';\ncreateLinter({ config: { audience: 'everybody' } });\n");
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022'];
    await succeed(tool('tsc'), [...options, 'typed.ts'], folder);
    assert.match((await run(tool('tsc'), [...options, 'wrong.ts'], folder)).stdout, /"everybody"/);
  });

  it('can be bundled for a browser', async () => {
    writeFileSync(join(folder, 'page.js'), `import { createLinter } from 'deskside'; globalThis.found = createLinter().lint({ text: ${JSON.stringify(draft)} }).length;`);
    await succeed(tool('esbuild'), ['page.js', '--bundle', '--platform=browser', '--format=iife', '--log-level=error', '--outfile=page.bundle.cjs'], folder);
    await succeed(process.execPath, ['-e', 'require("./page.bundle.cjs"); if (!globalThis.found) throw new Error("found nothing")'], folder);
  });
});
