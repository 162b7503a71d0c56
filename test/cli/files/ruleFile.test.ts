import assert from 'node:assert/strict';
import { readRuleFile } from '../../../server/src/files/ruleFile.js';

/** A rule file with these lines in it; the first is line 3. */
function file(...lines: readonly string[]): string {
  return ['message: "“{match}” hurts."', 'why: It does.', ...lines, 'examples: { flag: [a], ok: [b] }'].join('\n');
}

async function problemsOf(text: string): Promise<readonly string[]> {
  const { rule, problems } = await readRuleFile(text, '/pack/rules/x.yaml', 'custom/x');
  assert.equal(rule === undefined, problems.length > 0);
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const LIST = 'a list, each entry after “- ” on a line of its own';

/** Lines of a rule file, and what is said about them: line, column, mistake and way out. */
const MISTAKES: readonly (readonly [what: string, lines: readonly string[], ...problems: readonly string[]])[] = [
  ['a misspelled key', ['phrases: [a b]', 'unles: {}'], '4:1 “unles” has no place here; did you mean “unless”?'],
  ['a misspelled key of a phrase', ['phrases:', '  - phrase: a b', '    unles: {}'], '5:5 “unles” has no place here; did you mean “unless”?'],
  ['an unknown condition', ['phrases: [a b]', 'unless: { cluase: question }'], '4:11 “cluase” has no place here; did you mean “clause”?'],
  ['an unknown clause', ['phrases: [a b]', 'unless: { clause: [question, conditon] }'], '4:30 Entry 2 of “unless.clause” cannot be “conditon”; did you mean “condition”? It can be statement, question, condition, command, relative, report.'],
  ['an unknown clause that is no list', ['phrases: [a b]', 'if: { any: { clause: conditon } }'], '4:22 “if.any.clause” cannot be “conditon”; did you mean “condition”? It can be statement, question, condition, command, relative, report.'],
  ['a list that is none', ['phrases: a b'], `3:10 “phrases” must be ${LIST}.`],
  ['a group written as a list', ['phrases: [a b]', 'words:', '  - x: [a]'], '5:3 “words” is a list, and must be a group of “name: value” lines: take out the dashes.'],
  ['an unknown severity', ['phrases: [a b]', 'severity: warn'], '4:11 “severity” cannot be “warn”; did you mean “warning”? It can be error, warning, info, hint.'],
  ['a fix that does nothing', ['phrases: [a b]', 'fixes:', '  - title: Mend it'], '5:5 One of “replace”, “delete”, “snippet” is missing.'],
  ['a misspelled key of a fix', ['phrases: [a b]', 'fixes:', '  - { title: Mend it, replace: c, saf: true }'], '5:35 “saf” has no place here; did you mean “safe”?'],
  ['an unknown word class', ['phrases: [you <verbs>]'], '3:15 In the phrase “you <verbs>”: no word class <verbs>. Did you mean <verb>?'],
  ['an unknown word form', ['phrases:', '  - forget~er'], '4:11 In the phrase “forget~er”: no word form ~er. There are ~ (any form), ~s, ~past, ~ed (participle) and ~ing.'],
  ['a bracket left open, in quotes with escapes', ['phrases:', '  - "a \\"b\\" (c"'], '4:14 In the phrase “a "b" (c”: “(” is never closed. Close the group with “)”.'],
  ['a bracket left open, in single quotes', ['phrases:', "  - 'it''s (c'"], "4:12 In the phrase “it's (c”: “(” is never closed. Close the group with “)”."],
  ['a bracket left open, folded over lines', ['phrases:', '  - a b', '    (c'], '5:5 In the phrase “a b (c”: “(” is never closed. Close the group with “)”.'],
  ['a bracket left open, in a block', ['phrases:', '  - >-', '    a b', '    c', '    (d'], '7:5 In the phrase “a b c (d”: “(” is never closed. Close the group with “)”.'],
  ['a second mistake is not kept for later', ['phrases:', '  - "{do: it"', '  - ..12'], '4:6 In the phrase “{do: it”: “{” is never closed. Close the capture with “}”.', '5:5 In the phrase “..12”: a gap of 12 words. A gap spans one to nine words: ..5'],
  ['an unknown list', ['words: { mend: [fix~] }', 'phrases: ["please @mnd it"]'], '4:19 In the phrase “please @mnd it”: no word list @mnd. Did you mean @mend?'],
  ['a mistake in a list', ['words: { mend: [fix~, "(b"] }', 'phrases: ["@mend it"]'], '3:24 In the phrase “(b”: “(” is never closed. Close the group with “)”.'],
  ['a list that contains itself', ['words: { a: ["@b c"], b: ["@a d"] }', 'phrases: ["@a it"]'], '4:12 In the phrase “@a it”: the word list @a contains itself. The circle is a → b → a.'],
  ['an unknown cue', ['phrases: [a b]', 'unless:', '  all:', '    next: ["you can", "@ofer"]'], '6:24 In the phrase “@ofer”: no cue and no word list @ofer. Did you mean @offer?'],
  ['too many words in a row', ['phrases:', '  - we will get back to you soon'], '4:5 In the phrase “we will get back to you soon”: more than 5 plain words in a row. Rules describe, they do not memorise: use a word class, a list, an optional word or a gap (..).'],
  ['a name that no phrase captures', ['phrases: ["{do: fix~} it"]', 'fixes: [{ title: Mend it, replace: "do {dos} now" }]'], '4:40 Nothing is called {dos}: no phrase of this rule captures it. Did you mean {do}?'],
  ['a span that no phrase captures', ['phrases: ["{soft: just} do it"]', 'span: sof'], '4:7 Nothing is called {sof}: no phrase of this rule captures it. Did you mean {soft}?'],
  ['an unknown check', ['check: slotz'], '3:8 There is no check “slotz”. Did you mean “slots”?'],
  ['a rule that looks for nothing', ['severity: info'], '1:1 The rule looks for nothing. Give it “phrases”, a list of what it must find.'],
  ['a phrase too big to match', ['words: { a: ["b c|d e"], f: ["@a ..9 @a|@a ..8 @a"], g: ["@f @f @f @f @f @f @f @f|@f"], h: ["@g @g @g @g @g"] }', 'phrases: ["@h @h"]'], '4:12 In the phrase “@h @h”: too big: it takes 6,558 steps to match, and 5,000 is the most. Make several phrases of it, or use shorter word lists and fewer of them.'],
  ['brackets too deep', ['phrases:', `  - ${'('.repeat(1000)}a`], `4:25 In the phrase “${'('.repeat(59)}…”: brackets nested deeper than 20. Write the inner ones as a word list, and name it: @list.`],
];

describe('A rule file', () => {
  it('gives its rule and its examples', async () => {
    const { rule, examples, problems } = await readRuleFile(file('phrases: ["we @told you"]'), '/x.yaml', 'custom/x');
    assert.deepEqual(problems, []);
    assert.deepEqual(rule, { id: 'custom/x', message: '“{match}” hurts.', why: 'It does.', phrases: ['we @told you'] });
    assert.deepEqual(examples, { flag: ['a'], ok: ['b'] });
  });

  for (const [what, lines, ...problems] of MISTAKES) {
    it(`names the line, the column and the way out: ${what}`, async () => assert.deepEqual(await problemsOf(file(...lines)), problems));
  }

  it('that is no YAML, or is empty, says so', async () => {
    assert.deepEqual(await problemsOf('message: [a'), ['1:12 A bracket is opened before here and never closed. Close it with “}” or “]”.']);
    assert.deepEqual(await problemsOf('message: a\nwhy: b\nphrases: [a b]\nexamples: { flag: [a] }'), ['4:1 “examples.ok” is missing; add a line “ok: …”.']);
    assert.deepEqual(await problemsOf(''), ['1:1 The file must be a group of “name: value” lines.']);
  });

  it('with mistakes without number names the first of them', async () => {
    const problems = await problemsOf(file(`phrases: [${Array.from({ length: 500 }, (_, i) => `"@zzzzzz${i}zzzzzz"`).join(', ')}]`));
    assert.equal(problems.length, 21);
    assert.match(problems[0] ?? '', /^3:12 In the phrase “@zzzzzz0zzzzzz”: no word list @zzzzzz0zzzzzz\. There are (?:@[a-z-]+, ){11}@[a-z-]+ and \d+ more\.$/);
    assert.match(problems[20] ?? '', /And 480 more mistakes from here on; mend the ones above first\.$/);
  });

  it('that is too big as a whole is refused', async () => {
    const words = 'words: { a: ["b c|d e|f g|h i|j k|l m|n o|p q"], f: ["@a ..9 @a ..9 @a ..9 @a ..9 @a"] }';
    const phrases = `phrases: [${Array.from({ length: 300 }, (_, i) => `"x${i} @f @f"`).join(', ')}]`;
    assert.match((await problemsOf(file(words, phrases))).join(), /^1:1 The rule is too big: its phrases take 1\d\d,\d{3} steps to match, and 100,000 are the most\. Make several rules of it, or use shorter word lists\.$/);
  });

  it('whose lists multiply themselves is refused before anything is built', async () => {
    const words = Array.from({ length: 18 }, (_, i) => `  l${i}: ["@l${i + 1} @l${i + 1} @l${i + 1}|x y"]`);
    assert.match((await problemsOf(file('words:', ...words, '  l18: [a b]', 'phrases: ["@l0"]'))).join(), /more than a million steps/);
    const chain = Array.from({ length: 5000 }, (_, i) => `  l${i}: ["@l${i + 1} x"]`);
    assert.match((await problemsOf(file('words:', ...chain, '  l5000: [a b]', 'phrases: ["@l0"]'))).join(), /deeper than 20/);
  });
});
