import assert from 'node:assert/strict';
import { applyEdits, createLinter, type Anatomy, type PartId } from '../../../server/src/core/index.js';

const linter = createLinter();

function anatomyOf(text: string): Anatomy {
  const anatomy = linter.anatomy({ text });
  assert.ok(anatomy, 'there is an anatomy');
  return anatomy;
}

function partOf(text: string, id: PartId) {
  const part = anatomyOf(text).parts.find((one) => one.id === id);
  assert.ok(part, `there is a part ${id}`);
  return part;
}

describe('Anatomy', () => {
  it('is of replies in English alone', () => {
    assert.equal(linter.anatomy({ text: 'How to log in', kind: 'article' }), undefined);
    assert.equal(linter.anatomy({ text: 'Seen by Ana.', kind: 'note' }), undefined);
    assert.equal(linter.anatomy({ text: 'Guten Tag, vielen Dank für Ihre Nachricht. Wir haben das Problem gefunden und melden uns morgen wieder bei Ihnen.' }), undefined);
  });

  it('tells a mail from a chat turn by its frame, and takes the front matter’s word for it', () => {
    assert.equal(anatomyOf('Hi Sam,\n\nIt works again.\n').channel, 'email');
    assert.equal(anatomyOf('It works again.').channel, 'chat');
    for (const begun of ['', '> Where is it?\n\n', 'Hello Mr Brown']) assert.equal(anatomyOf(begun).channel, 'email');
    assert.equal(anatomyOf('---\nchannel: forum\n---\n\nHi Sam,\n\nIt works again.').channel, 'forum');
  });

  it('finds parts, misses parts, and asks for none that the channel does without', () => {
    assert.equal(partOf('Hi Sam,\n\nIt works again.', 'greeting').state, 'found');
    assert.equal(partOf('It works again.\n\nKind regards,\nAna', 'greeting').state, 'missing');
    assert.equal(partOf('It works again.', 'greeting').state, 'not-needed');
  });

  it('puts a missing part where it belongs', () => {
    const text = 'It works again.\n\nKind regards,\nAna';
    const [fix] = partOf(text, 'greeting').inserts;
    assert.ok(fix?.snippet);
    assert.match(applyEdits(text, fix.edits), /^Hi \$\{1:[^}]+\},\n\nIt works again\./);
  });

  it('counts the writer’s own words', () => {
    assert.equal(anatomyOf('> It broke and I lost all I had.\n\nHi Sam,\n\nIt works again.').words, 5);
  });
});
