import assert from 'node:assert/strict';
import { CommentIgnores } from '../../server/src/core/commentIgnores.js';
import { createLinter } from '../../server/src/core/index.js';
import type { Kind } from '../../server/src/core/index.js';
import { readProse } from '../../server/src/core/text/read.js';

const linter = createLinter();
const linesOf = (text: string, kind: Kind = 'article'): readonly number[] => [...new Set(linter.lint({ text, kind }).map(({ start }) => text.slice(0, start).split('\n').length))];
const BAD = 'Simply open the menu and just click the button.';

describe('comments in an article', () => {
  it('take back what is said of the next line, of a part, of the whole file', () => {
    assert.deepEqual(linesOf(`${BAD}\n\n${BAD}\n`), [1, 3]);
    assert.deepEqual(linesOf(`${BAD}\n\n<!-- deskside-ignore-next-line -->\n\n${BAD}\n${BAD}\n`), [1, 6]);
    assert.deepEqual(linesOf(`<!-- deskside-ignore-start -->\n\n${BAD}\n\n<!-- deskside-ignore-end -->\n\n${BAD}\n`), [7]);
    assert.deepEqual(linesOf(`${BAD}\n\n<!-- deskside-ignore-file: an old text, kept as it was -->\n`), []);
    assert.deepEqual(linesOf(`{/* deskside-ignore-next-line */}\n${BAD}\n`), []);
  });

  it('may name rules and categories, and give a reason', () => {
    const [category = ''] = linter.lint({ text: BAD, kind: 'article' }).map((finding) => finding.category);
    assert.deepEqual(linesOf(`<!-- deskside-ignore-next-line shouting, ${category}: it is quoted -->\n${BAD}\n`), []);
    assert.deepEqual(linesOf(`<!-- deskside-ignore-next-line shouting -->\n${BAD}\n`), [1, 2], 'the comment is for nothing');
  });

  it('say nothing in a reply, where the customer would see them', () => {
    assert.deepEqual(linesOf(`<!-- deskside-ignore-file -->\n\n${BAD}\n`, 'reply').includes(3), true);
  });

  it('that only look like it mean nothing', () => {
    assert.deepEqual(linesOf(`<!-- deskside-ignore-files -->\n<!-- deskside-ignore-next-lines -->\n${BAD}\n`), [3]);
    assert.deepEqual(linesOf(`\`\`\`html\n<!-- deskside-ignore-file -->\n\`\`\`\n\n${BAD}\n`), [5], 'an example of one');
    assert.deepEqual(linesOf(`Write \`{/* deskside-ignore-file */}\` at the top.\n\n${BAD}\n`), [3], 'an example of one');
  });

  it('are asked about the findings around them alone, however many there are', () => {
    const comment = '<!-- deskside-ignore-next-line jargon -->\n';
    const text = `${comment}${BAD}\n`.repeat(500);
    const ignores = CommentIgnores.of(readProse({ text, kind: 'article' }));
    let looks = 0;
    const covered = Array.from({ length: 500 }, (_, i) => {
      const start = text.length / 500 * i + comment.length;
      const finding = { rule: 'jargon', category: 'jargon', severity: 'info' as const, end: start + 1, message: '', fixes: [], get start() { looks++; return start; } };
      return ignores?.covers(finding);
    });
    assert.ok(covered.every(Boolean));
    assert.deepEqual(ignores?.unused(), []);
    assert.ok(looks < 5000, `${looks} looks for 500 findings`);
  });
});
