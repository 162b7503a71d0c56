import { strict as assert } from 'node:assert';
import { TextEdit, type FileRename, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { disk } from './disk.js';
import { start, stopAll } from './harness.js';

const IGNORES = '# ours\n- rule: jargon\n  file: kb/a.md # agreed\n- { rule: blame-language, file: "kb/int/b.md" }\n- { rule: jargon, file: kb/a.md.old.md }\n';

/** The ignores after a rename in a workspace that has some. */
async function ignoresAfter(...renames: readonly (readonly [string, string])[]): Promise<string | undefined> {
  const { project } = disk({ '/w/.deskside-ignore.yaml': IGNORES, '/w/kb/a.md': '', '/w/kb/int/b.md': '' });
  const client = await start({ runtime: { project }, folders: ['file:///w'] });
  const files = renames.map(([from, to]): FileRename => ({ oldUri: `file://${from}`, newUri: `file://${to}` }));
  const edit = await client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', { files });
  const [change] = edit?.documentChanges ?? [];
  assert.ok(!change || ('textDocument' in change && change.textDocument.uri === 'file:///w/.deskside-ignore.yaml' && change.textDocument.version === null));
  const edits = change?.edits.filter((one) => TextEdit.is(one));
  return edits && TextDocument.applyEdits(TextDocument.create('x', 'yaml', 0, IGNORES), edits);
}

describe('a rename', () => {
  afterEach(stopAll);

  it('is announced by editors to servers that have a project', async () => {
    const { project } = disk({});
    assert.ok((await start({ runtime: { project } })).result.capabilities.workspace?.fileOperations?.willRename);
    assert.equal((await start()).result.capabilities.workspace?.fileOperations, undefined);
  });

  it('takes a file’s ignores along, and leaves what people wrote', async () => {
    assert.equal(await ignoresAfter(['/w/kb/a.md', '/w/help/c.md']), IGNORES.replace('kb/a.md #', '"help/c.md" #'));
  });

  it('takes those of a folder along, and several at once', async () => {
    assert.equal(await ignoresAfter(['/w/kb', '/w/help'], ['/w/x.md', '/w/y.md']), IGNORES.replace('kb/a.md #', '"help/a.md" #').replace('kb/int', 'help/int').replace('kb/a.md.old.md', '"help/a.md.old.md"'));
  });

  it('of anything else, or to somewhere else, changes nothing', async () => {
    assert.equal(await ignoresAfter(['/w/kb/other.md', '/w/kb/a.md'], ['/w/kb/a.md', '/elsewhere/a.md']), undefined);
  });
});
