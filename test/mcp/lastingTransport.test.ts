import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { assistantIo } from '../../server/src/cli/assistantIo.js';
import { engine } from '../../server/src/core/engine.js';
import { LastingTransport } from '../../server/src/hosts/lastingTransport.js';
import { createAssistantServer } from '../../server/src/mcp/server.js';
import { memoryFileSystem } from '../cli/memoryFileSystem.js';
import { stillWorld } from '../cli/run.js';

const HELLO = [
  { id: 0, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } } },
  { method: 'notifications/initialized' },
];
const call = (id: number, name = 'lint_text') => ({ id, method: 'tools/call', params: { name, arguments: { text: 'You should have read the manual.' } } });

/** The service on streams of its own. */
function serve() {
  const input = new PassThrough();
  const output = new PassThrough();
  const transport = new LastingTransport(input, output, 1 << 20);
  const io = assistantIo({ ...stillWorld, cwd: '/desk', fs: memoryFileSystem({ '/desk/a.md': '' }), env: {}, engine, version: '1.2.3' }, ['/desk']);
  serveStdio(() => createAssistantServer(io, '/pages'), { transport });
  return { input, output, transport, ask: (messages: readonly object[]) => messages.map((one) => `${JSON.stringify({ jsonrpc: '2.0', ...one })}\n`).join('') };
}

describe('the service on standard input and output', () => {
  it('answers what was asked before its input was closed, then ends', async () => {
    const { input, output, transport, ask } = serve();
    input.end(ask([...HELLO, call(1), call(2), call(3)]));
    const answers = text(output);
    await transport.ended;
    output.end();
    assert.deepEqual((await answers).trim().split('\n').map((line) => JSON.parse(line).id), [0, 1, 2, 3]);
  });

  it('ends at once where nothing is open, or is called off', async () => {
    const quiet = serve();
    quiet.input.end();
    await quiet.transport.ended;
    const off = serve();
    off.output.resume();
    off.input.end(off.ask([...HELLO, call(1), { method: 'notifications/cancelled', params: { requestId: 1 } }]));
    await off.transport.ended;
  });

  it('does not wait for what is told for as long as the connection lasts', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const transport = new LastingTransport(input, output, 1 << 20);
    let asked = 0;
    transport.onmessage = () => asked++;
    await transport.start();
    input.end('{"jsonrpc":"2.0","id":1,"method":"subscriptions/listen","params":{}}\n');
    await transport.ended;
    assert.equal(asked, 1);
  });

  it('ends where nobody takes the answers any more', async () => {
    const { input, output, transport, ask } = serve();
    output.destroy();
    input.end(ask([...HELLO, call(1), call(2)]));
    await transport.ended;
  });
});
