import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanReply } from '../../../server/src/core/text/clean.js';
import { isEnglish } from '../../../server/src/core/text/language.js';
import type { Prose } from '../../../server/src/core/text/prose.js';
import { readProse } from '../../../server/src/core/text/read.js';
import { sentencesOf } from '../../../server/src/core/text/sentences.js';
import type { Kind, Range } from '../../../server/src/core/types.js';

/** Pieces of which every kind of trouble can be made. */
const PIECES = ('# |> |- |1. |\n|\r\n|\r|\n\n|    |\t|`|```|~~~|*|**|_|[|]|(|)|![|](|<|>|</|<br>|<!--|-->|<p>|</p>|<code>|</code>|<script>|</script>|&amp;|&nbsp;|{{|}}|{%|%}|${1:|}|$0|"|“|”|‘|’'
  + "|'|---|===|!!! note|:::|[^1]:|[^1]|[x]: y|\\|http://a.b/c|www.x.y|a@b.co|Hi Sam,|Kind regards,|On Mon 3, Bob wrote:|Bob • 1 day ago|##- Reply above this line -##|From: x|Sent: y|-- |word|Click |**Save**|. |? |…|e.g. |\u200b|\ufeff|\u00a0|😀"
  + '|\ud800|é|日本|1|[[|]]|[Name]|<customer name>|%NAME%|~~|+++|a: b|<li>|</li>|<ol>|</ol>|<blockquote>|</blockquote>|<b>|</b>|<q>|&#39;|&quot;|&rsquo;|&eacute;|{|<A b={|import x|: d|*Sam said*|*re: x*').split('|').concat('|', '| a | b |', '|---|---|');

/** What is worse over and over than between other things. */
const REPEATED = ['a_b@', '[a]: b "', '[a](b "', '[a](<b ', '`` ` ', '<a b="', '{% comment %}', '> - ', '**a** ', '- a\n', 'a ', '"a ', '[[', '<a {', '<b>', '<li>', '<blockquote>', '<q>', '<i></b>', '&quot;', '&#39;a', '<nav>', '</ul><li>', '{', '{"', '{`${', '<a b={', 'export const a = {\n\n', '<A\n', 'On 1\n', 'From: a\n', 'Sam • 1 day ago\n\n', 'Sam\n', '> a\nb\n', '_'.repeat(20) + '\n', 'Sam wrote:\n\n', 'a/', 'a.b', `${'a'.repeat(90)}/`, '\\a', 'C:\\A B', './', '_/'];

const piece = fc.constantFrom(...PIECES);
const text = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 }).map((all) => all.join('')),
);
const source = fc.record({ text, kind: fc.constantFrom<Kind>('reply', 'article', 'macro', 'note'), languageId: fc.constantFrom('markdown', 'mdx', 'html', 'plaintext') });

/** Ranges in order, not empty, not overlapping, inside `[from, to)`. */
function assertOrdered(ranges: readonly Range[], from: number, to: number): void {
  let at = from;
  for (const { start, end } of ranges) {
    assert.ok(start >= at && end > start && end <= to, `[${start}, ${end}) after ${at} in [${from}, ${to})`);
    at = end;
  }
}

function assertSound(prose: Prose): void {
  assertOrdered(prose.blocks, 0, prose.text.length);
  for (const block of prose.blocks) {
    assert.ok(block.spans.length > 0);
    assertOrdered(block.spans, block.start, block.end);
    const sentences = sentencesOf(prose.text, block);
    assertOrdered(sentences, block.start, block.end);
    for (const { start, end } of sentences) assert.equal(prose.text.slice(start, end).trim().length, end - start);
  }
  for (const range of [...prose.links, ...prose.images, ...prose.quotes, ...prose.comments]) assert.ok(range.start >= 0 && range.start < range.end && range.end <= prose.text.length);
}

describe('Whatever the text', () => {
  it('blocks, spans and sentences are in order and inside each other', () => {
    fc.assert(fc.property(source, (input) => assertSound(readProse(input))), { numRuns: 1000 });
  });

  it('reading, cleaning and judging its language never throw, and cleaning invents nothing', () => {
    fc.assert(fc.property(source, (input) => {
      isEnglish(readProse(input));
      assert.ok(cleanReply(input).text.length <= input.text.length);
    }), { numRuns: 500 });
  });

  for (const unit of [...PIECES, ...REPEATED]) {
    it(`${JSON.stringify(unit)} over and over is read in time linear in its length`, () => assertLinear(unit));
  }

  for (const unit of [' ', '\t#', '"', '" ', '[', '[{ ']) {
    it(`${JSON.stringify(unit)} over and over is, in a value of the front matter too`, () => assertLinear(unit, (value) => `---\ncustomer: "${value}x\n---\n`));
  }
});

/** Units of length, a few of them and many; by how much more the many may cost: times as many is 8, squared would be 64. */
const [FEW, MANY, AT_MOST] = [2000, 16_000, 16];

/**
 * Most of the work is done inside regular expressions and searches, where nothing counts it. So processor time is held
 * against processor time of the same minute, which is the same on a slow machine, and the least of a few is
 * taken, which is nearly the same on a busy one.
 */
function assertLinear(unit: string, within = (long: string): string => long): void {
  const few = Math.min(...Array.from({ length: 3 }, () => costOf(unit, FEW, within)));
  for (let tries = 5; ; tries--) {
    const ratio = costOf(unit, MANY, within) / few;
    if (ratio < AT_MOST) return;
    assert.ok(tries > 0, `eight times the text costs ${ratio.toFixed(0)} times as much`);
  }
}

/** The processor time, in microseconds, that a text of that length takes to be read in every way. */
function costOf(unit: string, length: number, within: (long: string) => string): number {
  const long = within(unit.repeat(Math.ceil(length / unit.length)));
  const before = process.cpuUsage();
  for (const kind of ['reply', 'article'] as const) readThrough(long, kind);
  for (const languageId of ['mdx', 'html']) readThrough(long, 'article', languageId);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function readThrough(text: string, kind: Kind, languageId = 'markdown'): void {
  for (const block of readProse({ text, kind, languageId }).blocks) sentencesOf(text, block);
}
