import assert from 'node:assert/strict';
import { createLinter, type Source } from '../../../server/src/core/index.js';
import { builtinProgram } from '../../../server/src/core/lint.js';
import { RereadText } from '../../../server/src/core/live/rereadText.js';
import { A_PART, finish, type Steps } from '../../../server/src/core/steps.js';
import { work } from '../../../server/src/core/work.js';

const linter = createLinter({ config: { preset: 'all' } });
const LENGTH = 90_000;

function repeated(piece: (i: number) => string): string {
  let text = '';
  for (let i = 0; text.length < LENGTH; i++) text += piece(i);
  return text;
}

const said = (i: number): string => `You should have read part ${i} of it. The cache of our SSO (single sign-on) helps, and I will look into it by Friday. Click **Boards ${i}** to go on!`;
const asked = (i: number): string => `> Can you tell me when part ${i} works? We want our money back.\n> Is there another way, and who knows it?`;

const TEXTS: Readonly<Record<string, Source>> = {
  'a reply': { text: `Hi Sam,\n\n${repeated((i) => `${said(i)}\n\n- Open it.\n- Close it.\n\n`)}Kind regards\nAna\n` },
  'a reply to many questions': { text: repeated((i) => `${asked(i)}\n\n${said(i)}\n\n`) },
  'a reply in plain text': { text: repeated((i) => `${said(i)}\n\n${asked(i)}\n\n`), languageId: 'plaintext' },
  'a thread below a signature': { text: `Hi Sam,\n\nIt works.\n\n-- \nAna\n${repeated((i) => `It was part ${i}, they said.\n`)}` },
  'a page': { text: repeated((i) => `<h2>Part ${i}</h2>\n<p>You should have <a href="a.html">read it</a>. Click <b>Boards ${i}</b> to go on, &amp; wait.</p>\n<ul><li>Open it</li><li>Close it</li></ul>\n`), kind: 'article', languageId: 'html' },
  'a page without line breaks': { text: repeated((i) => `<p>You should have <i>read</i> part ${i}. Click <b>Boards ${i}</b> to go on.</p>`), kind: 'article', languageId: 'html' },
  'a mail in HTML': { text: repeated((i) => `<p>${said(i)}</p>\n<blockquote><p>Can you tell me when part ${i} works?</p></blockquote>\n`), languageId: 'html' },
  'an article in MDX': { text: repeated((i) => `## Part ${i}\n\n<Card title="Part ${i}">\n\n${said(i)} {props.name}\n\n</Card>\n\n`), kind: 'article', languageId: 'mdx' },
  'a macro': { text: repeated((i) => `Hi {{ticket.name}}, ${said(i)} [Name]\n\n`), kind: 'macro' },
};

describe('a long text of any kind', function () {
  this.timeout(60_000);

  before(() => {
    // What is made once for all texts is no work of these.
    for (const source of Object.values(TEXTS)) {
      const some = { ...source, text: source.text.slice(0, 5000) };
      linter.lint(some);
      linter.anatomy(some);
    }
  });

  for (const [name, source] of Object.entries(TEXTS)) {
    it(`is read and judged in small steps: ${name}`, () => {
      const live = linter.follow(source);
      assertSmall(live.steps());
      assert.deepEqual(live.findings().map(plain), linter.lint(source).map(plain));
      assertSmall(live.anatomySteps() ?? nothing());
      assert.deepEqual(live.anatomy(), linter.anatomy(source));
    });

    it(`is read so after an edit as well: ${name}`, () => {
      const live = linter.follow(source);
      live.findings();
      const at = source.text.indexOf('read', LENGTH / 2);
      live.replace({ start: at, end: at }, 'not ');
      assert.equal(live.hasMuchToRead, true);
      assertSmall(live.steps());
      assert.deepEqual(live.findings().map(plain), linter.lint({ ...source, text: live.text }).map(plain));
    });
  }
});

describe('a long text that is read in steps', () => {
  it('is read as it stands whatever is read in between', () => {
    const emphasised = Array.from({ length: 150 }, (_, i) => `*part ${i}*`).join(' ');
    const text = `Hi Sam,\n\n${'You should have read it. Click **Boards** to go on.\n\n'.repeat(400)}${`${emphasised}, click **Boards**.\n\n`.repeat(5)}`;
    const live = linter.follow({ text });
    let read = 0;
    for (const steps = live.steps(); !steps.next().done;) linter.lint({ text: `Click *that* and **this** "now", part ${read++}.` });
    assert.ok(read > 100, String(read));
    assert.deepEqual(live.findings().map(plain), linter.follow({ text }).findings().map(plain));
  });

  it('takes over lines that say the same without moving up those that follow', () => {
    const live = linter.follow({ text: 'Sam Lee\n'.repeat(LENGTH / 8) });
    live.findings();
    live.replace({ start: LENGTH / 2, end: LENGTH / 2 }, 'x');
    const moved = movedUp(() => live.findings());
    assert.ok(moved < LENGTH, String(moved));
    assert.deepEqual(live.findings().map(plain), linter.lint({ text: live.text }).map(plain));
  });

  it('is read again as a whole where that has failed', () => {
    let hasFailed = false;
    const program = builtinProgram();
    const whole = linter.anatomy({ text: 'It works.' });
    const live = new RereadText({ text: 'It works. '.repeat(3000) }, program.vocabulary, {
      *judging() {
        yield;
        return [];
      },
      *readingAnatomy() {
        yield;
        assert.ok(hasFailed);
        assert.ok(whole);
        return whole;
      },
    });
    const failing = live.anatomySteps() ?? nothing();
    failing.next();
    assert.throws(() => failing.next());
    hasFailed = true;
    finish(live.anatomySteps() ?? nothing());
    assert.equal(live.anatomy(), whole);
  });
});

/** Holds the work between two steps to what takes a few milliseconds: characters looked at one by one, and sentences tried. */
function assertSmall(steps: Steps<void>): void {
  const { charCodeAt } = String.prototype;
  let looks = 0;
  const most = { looks: 0, sentences: 0 };
  String.prototype.charCodeAt = function (at) {
    looks++;
    return charCodeAt.call(this, at);
  };
  try {
    for (let before = work.sentences, done = false; !done; before = work.sentences, looks = 0) {
      done = steps.next().done === true;
      most.looks = Math.max(most.looks, looks);
      most.sentences = Math.max(most.sentences, work.sentences - before);
    }
  } finally {
    String.prototype.charCodeAt = charCodeAt;
  }
  assert.deepEqual([most.looks < 3 * A_PART, most.sentences <= 20], [true, true], JSON.stringify(most));
}

/** How many entries of lists move up when the first ones are taken. */
function movedUp(work: () => void): number {
  const { shift } = Array.prototype;
  let moved = 0;
  Array.prototype.shift = function () {
    moved += this.length;
    return shift.call(this);
  };
  try {
    work();
  } finally {
    Array.prototype.shift = shift;
  }
  return moved;
}

function* nothing(): Steps<void> {
  // Articles have no anatomy.
}

function plain({ rule, start, end, message }: { readonly rule: string; readonly start: number; readonly end: number; readonly message: string }): string {
  return `${rule} ${start} ${end} ${message}`;
}
