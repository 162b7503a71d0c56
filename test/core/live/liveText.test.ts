import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter, type Finding, type Kind, type Source } from '../../../server/src/core/index.js';
import type { LiveText } from '../../../server/src/core/live/liveText.js';
import { sentencesAt } from '../../../server/src/core/sentencesAt.js';
import { work } from '../../../server/src/core/work.js';
import { article, closing, edit, opening, page, reply, type Edit } from './documents.js';

const linter = createLinter({ config: { preset: 'all' } });

/** How many texts are edited; more of them find rarer mistakes. */
const RUNS = Number(process.env['LIVE_RUNS'] ?? 150);

describe('a text that is being written', () => {
  it('has the findings of the text as it stands, whatever the edits', () => {
    fc.assert(fc.property(article, fc.array(edit, { minLength: 1, maxLength: 12 }), (text, edits) => follows({ text, kind: 'article' }, edits)), { numRuns: RUNS });
  });

  it('has them where things are opened and closed far below', () => {
    fc.assert(fc.property(opening, fc.array(closing, { minLength: 1, maxLength: 12 }), (text, edits) => follows({ text, kind: 'article' }, edits)), { numRuns: RUNS });
  });

  it('has them in a reply as well, and the parts of the reply as they stand', () => {
    fc.assert(fc.property(reply, fc.array(edit, { minLength: 1, maxLength: 12 }), (text, edits) => follows({ text }, edits)), { numRuns: RUNS });
  });

  it('has them in texts of other kinds and in other markup', () => {
    const source = fc.oneof(
      fc.record({ text: reply, kind: fc.constantFrom<Kind>('reply', 'macro', 'note'), languageId: fc.constantFrom('markdown', 'plaintext', 'html') }),
      fc.record({ text: page, kind: fc.constant<Kind>('article'), languageId: fc.constantFrom('mdx', 'html', 'plaintext') }),
    );
    fc.assert(fc.property(source, fc.array(edit, { minLength: 1, maxLength: 8 }), follows), { numRuns: RUNS });
  });
});

describe('an article that is edited before it was read', () => {
  it('takes no sentence over for one that stood in its place', () => {
    const text = '# Boards\n\nOpen the page. You should have known it.\n\nClose the page.\n';
    const words = 'You should have known';
    const live = linter.follow({ text, kind: 'article' });
    const start = text.indexOf(words);
    const range = { start, end: start + words.length };
    live.replace(range, 'Our folks haved knewn');
    live.findings();
    live.replace(range, words);
    assert.deepEqual(live.findings().map(({ rule }) => rule), linter.lint({ text, kind: 'article' }).map(({ rule }) => rule));
  });
});

describe('what a sentence of an article does', () => {
  it('does not depend on how many others there are', () => {
    const live = linter.follow({ text: '\r\n# Move your plan\n\n!!! warning "Careful"\n    You must not do that. It is your fault.\n\nWe cannot change the date.\n\n![](a.png) and ![image](b.png)\n\n', kind: 'article' });
    live.findings();
    live.replace({ start: 0, end: 0 }, 'a');
    assert.deepEqual(live.findings().map(plain), linter.lint({ text: live.text, kind: 'article' }).map(plain));
  });
});

describe('two edits before anybody asks', () => {
  it('find an explanation that comes to stand between them', () => {
    const live = linter.follow({ text: '\n\ncache', kind: 'article' });
    live.findings();
    live.replace({ start: 7, end: 7 }, '');
    live.replace({ start: 0, end: 0 }, 'The cache (a copy o');
    assert.deepEqual(live.findings(), linter.lint({ text: live.text, kind: 'article' }));
  });
});

describe('what is said once in a text', () => {
  it('is said where it stands first, also when only something else has changed', () => {
    const part = 'Set up SSO with SAML (Security Assertion Markup Language) and an MFA token. Then your SSO works.\n\n';
    const live = linter.follow({ text: `You just wait.\n\n${part}${part}`, kind: 'article' });
    for (let i = 0; i < 3; i++) {
      live.findings();
      live.replace({ start: 0, end: 0 }, '# Move your plan\n\n');
      assert.deepEqual(live.findings().map(plain), linter.lint({ text: live.text, kind: 'article' }).map(plain));
    }
  });
});

describe('an article of nothing but front matter', () => {
  it('has what is said about its fields', () => {
    const text = '---\naudience: technic\n---\n';
    assert.deepEqual(linter.follow({ text, kind: 'article' }).findings().map(({ rule }) => rule), ['front-matter']);
  });
});

describe('a key typed', () => {
  it('has one or two sentences of a reply tried on the phrases of the rules', () => {
    const live = linter.follow({ text: 'Hi Sam,\n\nYou should have saved it first. I will look into it by Friday.\n\nCould you send me the file? Thanks for waiting.\n\nKind regards\nAna\n' });
    live.findings();
    const before = work.sentences;
    for (const letter of ' as soon as you can') {
      const at = live.text.indexOf('?');
      live.replace({ start: at, end: at }, letter);
      live.findings();
    }
    assert.ok(work.sentences - before <= 2 * ' as soon as you can'.length, `tried ${String(work.sentences - before)} sentences`);
  });

  it('leaves the findings of an article as they are, where nothing else is found', () => {
    const live = linter.follow({ text: `You just click it.\n\n${'Open the page.\n\n'.repeat(20)}`, kind: 'article' });
    const before = live.findings();
    live.replace({ start: 200, end: 200 }, 'x');
    assert.equal(live.findings(), before);
  });

  it('has fixes worked out where they are asked for, and nowhere else', () => {
    const live = linter.follow({ text: 'Open the page. You just click it.\n\n'.repeat(200), kind: 'article' });
    const found = live.findings();
    const before = work.sentences;
    assert.ok((found[100]?.fixes.length ?? 0) > 0);
    assert.ok(work.sentences - before < 10, `tried ${String(work.sentences - before)} sentences`);
  });

  it('has no sentence of a reply tried again for them', () => {
    const live = linter.follow({ text: `Hi Sam,\n\n${'You should have saved it first. You just click it.\n\n'.repeat(100)}Kind regards\nAna\n` });
    const found = live.findings();
    const before = work.sentences;
    assert.ok(found.some(({ fixes }) => fixes.length > 0));
    assert.equal(work.sentences, before);
  });

  it('has a few sections judged, however long the article is', () => {
    const counts = [20, 200].map((length) => {
      const paragraphs = Array.from({ length }, (_, i) => `## Part ${i}\n\nOpen the **Boards** page. You just click it, and wait for part ${i}.\n\n`);
      const live = linter.follow({ text: paragraphs.join(''), kind: 'article' });
      live.findings();
      const before = { ...work };
      live.replace({ start: 400, end: 400 }, 'x');
      live.findings();
      return { characters: work.characters - before.characters, sentences: work.sentences - before.sentences };
    });
    assert.deepEqual(counts[0], counts[1]);
    assert.ok((counts[0]?.sentences ?? Infinity) < 30, `judged ${String(counts[0]?.sentences)} sentences`);
  });
});

describe('a key typed below something that nothing closes', () => {
  const text = `${'Open the page.\n\n'.repeat(20)}$$\n\n{% comment %}\n\nimport { Card } from "cards";\n\n{/*\n\n${'You just click it.\n\n'.repeat(200)}`;

  it('has a few sections judged, as it closes nothing', () => {
    const live = linter.follow({ text, kind: 'article' });
    live.findings();
    const before = work.characters;
    live.replace({ start: text.length - 10, end: text.length - 10 }, 'x');
    live.findings();
    assert.ok(work.characters - before < 200, `${String(work.characters - before)} characters`);
  });

  it('has all sections judged that it closes off', () => {
    for (const closer of ['$$', 'endcomment', '\n*/}\n']) {
      const live = linter.follow({ text, kind: 'article' });
      const before = live.findings().length;
      for (const [i, key] of [...closer].entries()) live.replace({ start: text.length - 60 + i, end: text.length - 60 + i }, key);
      assert.deepEqual(live.findings().map(plain), linter.lint({ text: live.text, kind: 'article' }).map(plain));
      assert.ok(live.findings().length < before, closer);
    }
  });
});

describe('what is typed far below something open', () => {
  for (const [opener, closer] of [
    ['import { A } from "a";\nconfigure({', '})\n\n'],
    ['import a from "a";\n(it is a card', 'there)\n\n'],
    ['export const path = { a: "C:\\page', '}\n\n'],
    ['{/*', '*/}\n\n'],
  ] as const) {
    it(`closes ${JSON.stringify(opener)}`, () => {
      const live = linter.follow({ text: `Open the page.\n\n${opener}\n\nClear the cache for it.\n\nSee the page.\n`, kind: 'article' });
      live.findings();
      const at = live.text.indexOf('See the page');
      live.replace({ start: at, end: at }, closer);
      assert.deepEqual(live.findings().map(plain), linter.lint({ text: live.text, kind: 'article' }).map(plain));
    });
  }
});

describe('a key typed where a term is explained', () => {
  it('has those sections left alone that use it and are told the same', () => {
    const live = linter.follow({ text: `The cache (a copy of pages that your browser keeps) helps.\n\n${'Clear the cache, then set up SSO.\n\n'.repeat(200)}`, kind: 'article' });
    live.findings();
    const before = work.characters;
    for (const [i, key] of [...' Now and then'].entries()) {
      live.replace({ start: 58 + i, end: 58 + i }, key);
      live.findings();
    }
    assert.ok(work.characters - before < 5000, `${String(work.characters - before)} characters`);
    assert.deepEqual(live.findings().map(plain), linter.lint({ text: live.text, kind: 'article' }).map(plain));
  });
});

describe('a long article', () => {
  const text = Array.from({ length: 2000 }, (_, i) => `## Part ${i}\n\nOpen the **Boards** page. You just click it, and wait for part ${i}.\n\n- Ask IT.\n- Clear the cache.\n\n`).join('');

  it('is read in small steps', () => {
    const live = linter.follow({ text, kind: 'article' });
    const most = { characters: 0, sentences: 0 };
    let before = { ...work };
    let steps = 0;
    for (const step of live.steps()) {
      assert.equal(step, undefined);
      steps++;
      most.characters = Math.max(most.characters, work.characters - before.characters);
      most.sentences = Math.max(most.sentences, work.sentences - before.sentences);
      before = { ...work };
    }
    assert.ok(steps > 6000, `${String(steps)} steps`);
    assert.deepEqual([most.characters < 200, most.sentences < 10], [true, true], JSON.stringify(most));
    assert.equal(live.hasMuchToRead, false);
  });

  it('is read in small steps also where a comment takes findings back', () => {
    const live = linter.follow({ text: `<!-- deskside-ignore-file jargon: known here -->\n\n${text}`, kind: 'article' });
    let most = 0;
    let before = work.sentences;
    for (const step of live.steps()) {
      assert.equal(step, undefined);
      most = Math.max(most, work.sentences - before);
      before = work.sentences;
    }
    assert.ok(most <= 10, `${String(most)} sentences in one step`);
    live.replace({ start: 500, end: 500 }, 'x');
    assert.equal(live.hasMuchToRead, true, 'all is asked anew');
  });

  it('is read section by section where it only tells of such comments', () => {
    const live = linter.follow({ text: `${text}\`\`\`html\n<!-- deskside-ignore-file jargon -->\n\`\`\`\n`, kind: 'article' });
    live.findings();
    live.replace({ start: 500, end: 500 }, 'x');
    const before = work.characters;
    live.findings();
    assert.ok(work.characters - before < 1000, `${String(work.characters - before)} characters`);
  });

  it('goes on where it was when something is typed meanwhile', () => {
    const live = linter.follow({ text, kind: 'article' });
    goSteps(live, 10_000);
    const before = work.sentences;
    live.replace({ start: 500, end: 500 }, 'x');
    live.findings();
    const all = linter.follow({ text: live.text, kind: 'article' });
    const begun = work.sentences;
    all.findings();
    assert.ok(begun - before < work.sentences - begun, 'nothing was done twice');
  });
});

function follows(source: Source, edits: readonly Edit[]): void {
  const live = linter.follow(source);
  for (const one of edits) {
    apply(live, one);
    // Now and then the next edit comes before the findings of this one.
    if (goSteps(live, one.steps)) continue;
    const now = { ...source, text: live.text };
    const found = linter.lint(now);
    assert.deepEqual(live.findings().map(plain), found.map(plain), JSON.stringify(live.text));
    assert.deepEqual(sentencesAt(now, found, (offset) => live.blockAt(offset)), sentencesAt(now, found), JSON.stringify(live.text));
    assert.deepEqual(live.anatomy(), linter.anatomy(now), JSON.stringify(live.text));
  }
  assert.deepEqual(live.findings().map(plain), linter.lint({ ...source, text: live.text }).map(plain), JSON.stringify(live.text));
}

/** @returns whether there is more to do after so many steps */
function goSteps(live: LiveText, steps: number): boolean {
  const begun = live.steps();
  for (let i = 0; i < steps; i++) if (begun.next().done) return false;
  return true;
}

function apply(live: LiveText, { at, length, inserted }: Edit): void {
  const start = Math.round(at * live.text.length);
  live.replace({ start, end: Math.min(live.text.length, start + length) }, inserted);
}

function plain({ rule, category, severity, start, end, message, fixes }: Finding): Finding {
  return { rule, category, severity, start, end, message, fixes };
}
