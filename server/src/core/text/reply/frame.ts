import { BANG, COLON, COMMA, DASH, DOT, EM_DASH, EN_DASH, isLineBreak, isSpace, isWordCharacter, skipSpace, trimEnd } from '../chars.js';
import { makeBlock } from '../inline/blocks.js';
import { each, type Steps } from '../../steps.js';
import type { Block, BlockKind, Span } from '../prose.js';
import { GREETING } from './greeting.js';
import { aboveFooter, areNames, isBareName, isBelowNames, isFooter, isLoneName, isName, isSignature } from './signature.js';

/** A goodbye at the start of a line, where nothing follows but a sign or the end. */
export const SIGN_OFF = /^(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|(?:my|our) (?:kind|best|warm)) (?:regards|wishes)(?: from [a-z\u00c0-\u1fff][a-z\u00c0-\u1fff'’-]+)?|regards|best|love|warmly|cheers|sincerely|yours(?:\s+(?:sincerely|faithfully|truly))?|sincerely yours|all the best|many thanks|thanks(?:\s+(?:again|so much|a lot|very much|in advance))?|thank you(?:\s+(?:again|so much|very much|in advance))?|take care|stay (?:safe|well|warm)|respectfully|cordially|br|kr|rgds|(?:talk|speak|chat) soon|bye(?: for now)?|goodbye|see (?:you|ya)(?: (?:then|there|soon|later|around|tomorrow|(?:on )?[a-z]{3,6}day))?|until (?:then|next time)|safe (?:travels|journey|trip|flight)|bon voyage|good ?night)(?=\s*(?:$|[,.!:;–—-]))/i;
/** `Have a good weekend`, `Enjoy the rest of your day`. */
export const WISH = /^(?:(?:i |we )?(?:hope you )?have (?:a|an)|wish(?:ing)? you (?:all )?(?:a|an)|enjoy (?:the|your))(?: [a-z-]+){0,3} (?:day|weekend|evening|afternoon|morning|week|night|one|holidays?|trip|christmas|easter|new year)(?: ahead)?(?=\s*(?:$|[,.!:;–—-]))/i;
/** What is as likely the end of a sentence as of a letter, where no name follows. */
const ALSO_IN_PROSE = /^(?:thank|thanks|many thanks|best|love|cheers|take care)\b/i;
const NOT_A_NAME = /^(?:thanks|thank|sorry|welcome|yes|no|please|sure|great|ok|okay|good|we|i|i'm|i’m|it|this|that|the|there|your|you|to|if)$/i;
/** Words that go on after a greeting without a comma: `Hi Sam I've …`. */
const RUN_ON = (): RegExp => /^(?:\s+(?:there|all|team|everyone|folks|again|(?:(?:Mr|Mrs|Ms|Mx|Dr)\.?\s+)?(?!I\b)\p{Lu}[\p{L}'’-]*(?:\s(?!I\b)\p{Lu}[\p{L}'’-]+)?))?(?=\s+(?:and\s+)?(?:I|[Ww]e|[Yy]ou|[Yy]our|[Tt]hanks?|[Tt]he|[Tt]his|[Ii]t|[Ss]orry|[Oo]ur|[Pp]lease|[Aa]pologies|[Hh]ope|[Ww]elcome)(?:\s|['’]))/u;
/** Whatever the language or the joke: up to four words and a comma on a line of their own, above a name. */
const CLOSING_SHAPE = (): RegExp => /^\p{L}[\p{L}'’]*(?:\s\p{L}[\p{L}'’]*){0,3},$/u;
/** `^Bev`, `– Team Zipp`. */
const MARKED_NAME = (): RegExp => /^[\^–—~-]\s?\p{Lu}[\p{L}'’]*(?:\s\p{Lu}[\p{L}'’]*){0,2}$/u;
/** How a finished sentence ends. */
const FINISHED = /[.!?…)"”]$/;
const LONGEST_GREETING = 6;
const LONGEST_CLOSING = 120;
const MOST_NAME_LINES = 6;
const MOST_BARE_LINES = 3;
/** So many blocks are looked at in one step. */
const MANY = 200;

/** Finds the greeting and the sign-off of a reply and gives them blocks of their own. */
export function* framingReply(text: string, blocks: readonly Block[]): Steps<readonly Block[]> {
  const greeted = frameGreeting(text, blocks);
  return yield* framingFooters(text, frameSignOff(text, greeted));
}

function frameGreeting(text: string, blocks: readonly Block[]): readonly Block[] {
  const first = blocks[0];
  if (first?.kind !== 'paragraph' || first.spans[0]?.kind !== 'text') return blocks;
  const end = greetingEnd(text, first);
  if (end < 0 || isInsideSpan(first, end)) return blocks;
  const [greeting, rest] = splitBlock(text, first, end, 'greeting', 'paragraph');
  return [...greeting, ...rest, ...blocks.slice(1)];
}

/** Where the greeting ends that a block starts with, or -1. */
function greetingEnd(text: string, block: Block): number {
  const line = firstLineEnd(text, block);
  const content = text.slice(block.start, Math.min(line, block.start + 120));
  const word = GREETING.exec(content);
  const whole = trimEnd(text, block.start, line);
  if (!word) return isNameLine(content) ? whole : -1;
  const name = RUN_ON().exec(content.slice(word[0].length));
  if (name) return block.start + word[0].length + name[0].length;
  let end = -1;
  let words = 0;
  for (let i = block.start, k = 0; i < line && words <= LONGEST_GREETING && end < 0; i++) {
    while (k < block.spans.length && (block.spans[k]?.end ?? 0) <= i) k++;
    if (block.spans[k]?.kind !== 'text' || i < (block.spans[k]?.start ?? 0)) continue;
    const code = text.charCodeAt(i);
    if (isWordCharacter(code) && !isWordCharacter(text.charCodeAt(i - 1))) words++;
    if (isGreetingStop(text, code, i, block)) end = i + 1;
  }
  if (words > LONGEST_GREETING) return -1;
  if (end < 0) return whole;
  while (end < whole && /[!.,…]/.test(text.charAt(end))) end++;
  return nameEnd(text, end, whole, text.charCodeAt(end - 1));
}

/** Punctuation that ends a greeting; dots in `Sam.gioti` or `Ms.` do not. */
function isGreetingStop(text: string, code: number, at: number, block: Block): boolean {
  if (code === COMMA || code === BANG || code === COLON || code === EM_DASH || code === EN_DASH) return true;
  if (code === DASH) return isSpace(text.charCodeAt(at + 1)) && isSpace(text.charCodeAt(at - 1));
  if (code !== DOT) return false;
  return isSpace(text.charCodeAt(at + 1)) && !/\b(?:mr|mrs|ms|mx|dr|prof)$/i.test(text.slice(Math.max(block.start, at - 5), at));
}

/** `Hello, Sam.`: one or two names right after the comma belong to the greeting. */
function nameEnd(text: string, end: number, whole: number, stop: number): number {
  if (stop !== COMMA) return end;
  const rest = /^\s*([A-Z][\w'’-]*)(\s+[A-Z][\w'’-]*)?\s*([,.!:]|$)/.exec(text.slice(end, Math.min(whole, end + 60)));
  if (!rest || NOT_A_NAME.test(rest[1] ?? '')) return end;
  return end + rest[0].length;
}

/** `Sam,` alone on the first line. */
function isNameLine(line: string): boolean {
  const name = /^([A-Z][\w'’.-]*)(?:\s[A-Z][\w'’.-]*){0,2},\s*$/.exec(line);
  return name !== null && !NOT_A_NAME.test(name[1] ?? '');
}

function firstLineEnd(text: string, block: Block): number {
  let i = block.start;
  while (i < block.end && !isLineBreak(text.charCodeAt(i))) i++;
  return i;
}

/** Whether a cut at `at` would go through something that is one thing: a quotation, code, a URL. */
function isInsideSpan(block: Block, at: number): boolean {
  return block.spans.some((span) => span.kind !== 'text' && span.start < at && at < span.end);
}

/** Cuts a block in two at `at`; a half without anything in it is left out. */
function splitBlock(text: string, block: Block, at: number, first: BlockKind, second: BlockKind): [Block[], Block[]] {
  const left = clip(text, block.spans, block.start, at);
  const right = clip(text, block.spans, at, block.end);
  return [
    left.length > 0 ? [makeBlock(first, block.start, trimEnd(text, block.start, at), left)] : [],
    right.length > 0 ? [makeBlock(second, skipSpace(text, at, block.end), block.end, right, block.ordered, block.level)] : [],
  ];
}

/** The parts of spans inside `[start, end)`, without white space at both ends. */
function clip(text: string, spans: readonly Span[], start: number, end: number): Span[] {
  const clipped: Span[] = [];
  for (const span of spans) {
    let from = Math.max(span.start, start);
    const to = Math.min(span.end, end);
    if (clipped.length === 0 && span.kind === 'text') from = skipSpace(text, from, to);
    if (to > from) clipped.push({ kind: span.kind, start: from, end: to });
  }
  const last = clipped[clipped.length - 1];
  if (last?.kind === 'text') {
    clipped.pop();
    const to = trimEnd(text, last.start, last.end);
    if (to > last.start) clipped.push({ kind: 'text', start: last.start, end: to });
  }
  return clipped;
}

/** Looks back from the end for a line that says goodbye with nothing but names after it. */
function frameSignOff(text: string, blocks: readonly Block[]): readonly Block[] {
  let last = blocks.length - 1;
  while (last > 0 && isBelowNames(text.slice(blocks[last]?.start, blocks[last]?.end))) last--;
  let lines = 0;
  for (let i = last; i >= 0 && last - i < MOST_NAME_LINES; i--) {
    const block = blocks[i];
    if (!block || (block.kind !== 'paragraph' && block.kind !== 'item')) break;
    const at = signOffStart(text, block, i > 0 && i === last && endsSentence(text, blocks[i - 1]));
    if (at >= 0) return isInsideSpan(block, at) ? blocks : signedOff(text, blocks, i, last, at);
    lines += nameLines(text, block);
    if (lines > MOST_NAME_LINES) break;
  }
  return blocks;
}

function signedOff(text: string, blocks: readonly Block[], from: number, last: number, at: number): readonly Block[] {
  const block = blocks[from];
  if (!block) return blocks;
  const [before, signOff] = splitBlock(text, block, at, block.kind, 'signoff');
  const below = blocks.slice(from + 1).map((b, k) => (from + k < last ? makeBlock('signoff', b.start, b.end, b.spans) : b));
  return [...blocks.slice(0, from), ...before, ...signOff, ...below];
}

/** What a mail program or a company has added is no sentence of the writer's, signed or not. */
function* framingFooters(text: string, blocks: readonly Block[]): Steps<readonly Block[]> {
  const framed: Block[] = [];
  yield* each(blocks, (block) => void framed.push(block.kind === 'paragraph' && isFooter(text.slice(block.start, block.end)) ? { ...block, kind: 'signoff' } : block), MANY);
  return framed;
}

/** Where the sign-off starts in a block: a line that says goodbye, with name lines after it, or a name alone. -1 where there is none. */
function signOffStart(text: string, block: Block, nameAlone: boolean): number {
  const starts = lineStarts(text, block);
  for (let k = 0; k < starts.length; k++) {
    const start = starts[k] ?? block.start;
    const end = trimEnd(text, start, starts[k + 1] ?? block.end);
    const line = text.slice(start, Math.min(end, start + 100));
    const names = aboveFooter(starts.slice(k + 1).map((s, n) => text.slice(s, starts[k + 2 + n] ?? block.end)));
    const above = k > 0 ? text.slice(starts[k - 1], start) : undefined;
    if (names.length === 0 && isNameBelow(above, line, nameAlone)) return start;
    const said = areNames(names) ? closingSentence(text.slice(start, end)) : undefined;
    if (said !== undefined && names.length <= MOST_NAME_LINES) return start + said;
    if (!isSignOffLine(line, end - start) && !(k === 0 && names.length > 0 && CLOSING_SHAPE().test(line) && isBareName(names[0]?.trim() ?? ''))) continue;
    if (names.length <= MOST_NAME_LINES && areNames(names)) return start;
  }
  return nameAlone && starts.length <= MOST_BARE_LINES && isSignature(text.slice(block.start, Math.min(block.end, block.start + 120))) ? block.start : -1;
}

/** Whether the last line is a name: one that a dash marks as such below anything, `Ravi` below a finished sentence of its own block. */
function isNameBelow(above: string | undefined, line: string, nameAlone: boolean): boolean {
  if (MARKED_NAME().test(line)) return above !== undefined || nameAlone;
  return above !== undefined && isLoneName(line) && FINISHED.test(above.trimEnd());
}

/** Where the last sentence of a line says goodbye: `It is on its way. Have a good weekend!` */
function closingSentence(line: string): number | undefined {
  const tail = Math.max(0, line.length - LONGEST_CLOSING);
  const at = /^.*[.!?…](?=\s+\S)/su.exec(line.slice(tail, -1))?.[0].length;
  if (at === undefined) return undefined;
  const start = skipSpace(line, tail + at, line.length);
  const sentence = line.slice(start);
  return isSignOffLine(sentence, sentence.length) && (!ALSO_IN_PROSE.test(sentence) || sentence.includes(',')) ? start : undefined;
}

/** Starts of the block's last lines. */
function lineStarts(text: string, block: Block): number[] {
  const starts: number[] = [];
  for (let i = block.end - 1; i > block.start && starts.length <= MOST_NAME_LINES + 1; i--) if (isLineBreak(text.charCodeAt(i))) starts.unshift(skipSpace(text, i, block.end));
  if (starts.length <= MOST_NAME_LINES + 1) starts.unshift(block.start);
  return [...new Set(starts)];
}

/** `Kind regards,`, `Thanks!`, `Regards, Will`: a goodbye with at most a name after it. */
function isSignOffLine(line: string, length: number): boolean {
  const plain = line.replace(/^[*_]+/, '');
  const word = SIGN_OFF.exec(plain) ?? WISH.exec(plain);
  if (!word || length > 90) return false;
  const rest = plain.slice(word[0].length).replace(/^[\s,.!:;–—*_-]+/, '').replace(/[!.]$/, '');
  return rest === '' || isName(rest);
}

/** What stands above a bare name is a finished sentence; below a colon, two capitalised words are a title. */
function endsSentence(text: string, block: Block | undefined): boolean {
  return block !== undefined && FINISHED.test(text.charAt(block.end - 1));
}

function nameLines(text: string, block: Block): number {
  const starts = lineStarts(text, block);
  return areNames(starts.map((s, k) => text.slice(s, starts[k + 1] ?? block.end))) ? starts.length : MOST_NAME_LINES + 1;
}
