import { nearest } from '../../nearest.js';
import type { Prose } from '../../text/prose.js';
import type { Range } from '../../types.js';
import type { Check, CheckInput } from '../check.js';
import { rangeAt } from '../../ranges.js';
import { OWN_NAMES, PLACEHOLDER_NAMES } from './placeholderNames.js';
import { wordsOf } from './slotWords.js';
import { holds, wordSets } from './wordSets.js';

/** A placeholder of a help desk: `{{path | filters}}` of Liquid and its kin, `{%path,fallback=…%}` of Help Scout. */
interface Placeholder extends Range {
  /** `ticket.requester.first_name`: where its value is looked up. */
  readonly path: string;
  /** What follows the path: filters, a fallback. */
  readonly rest: string;
}

/** A pair of signs; it is whole when both halves are there. */
interface Pair extends Range {
  readonly whole: boolean;
}

/** The longest placeholder read, in characters. */
const LONGEST = 300;
const PATH = /^[a-z_]\w*(?:\.\w+|\[[^\]\n]{1,30}\])*/i;
/** The longest name looked for before a closing half. */
const LONGEST_NAME = 60;
const HALF_BRACES = /^\{\{\s?[\w.]*(?:\s?\|\s?\w+(?::\s?(?:"[^"\n]*"|'[^'\n]*'|\w+))?)*(?:\s?\})?/;
const HALF_PERCENT = /^\{%\s?[\w.]*(?:,\w+=\w+)?(?:\s?[%}])?/;
const CLOSERS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}' };

/** Words with which Liquid begins a tag that is no placeholder. */
const TAGS = new Set('if elsif else endif unless endunless case when endcase for endfor assign capture endcapture comment endcomment raw endraw'.split(' '));
const NAMES = Object.values(PLACEHOLDER_NAMES).flat();
const KNOWN = new Set(NAMES);

/** A placeholder whose name is a slip of the pen away from one that a help desk knows. */
export const macroNames: Check = (input) =>
  placeholders(input).flatMap(({ path, start }) => {
    if (KNOWN.has(path) || OWN_NAMES.test(path)) return [];
    const suggestion = nearest(path, NAMES);
    const at = input.source.text.indexOf(path, start);
    return suggestion === undefined ? [] : [{ start: at, end: at + path.length, extra: { suggestion } }];
  });

/** A placeholder for a person's name that does not say what to write when the name is not known. */
export const macroFallbacks: Check = (input) => {
  const sets = wordSets(input.rule);
  const { text } = input.source;
  return placeholders(input).flatMap(({ path, rest, start, end }) => {
    const words = wordsOf(path);
    const ours = words.some((word) => holds(sets, 'ours', word));
    const asked = holds(sets, 'name', words.at(-1) ?? '') && !ours && !/\||fallback|default/.test(rest) && !isGuarded(text, start);
    return asked ? [{ start, end, extra: { completed: withFallback(path, text.startsWith('{%', start)) } }] : [];
  });
};

/** A placeholder with the word for an unknown name, as its help desk writes it; empty for those that have no such way. */
function withFallback(path: string, helpScout: boolean): string {
  if (helpScout) return `{%${path},fallback=there%}`;
  if (/^(?:recipient|ticket\.customer|ticket\.sender)\./.test(path)) return '';
  return PLACEHOLDER_NAMES['intercom']?.includes(path) ? `{{${path} | fallback: "there"}}` : `{{${path} | default: 'there'}}`;
}

/** Braces that open and never close, or the other way round. */
export const macroPairs: Check = ({ reading: { prose } }) =>
  pairs(prose).flatMap(({ start, end, whole }) => (whole ? [] : [{ start, end, extra: { completed: withBothHalves(prose.text.slice(start, end)) } }]));

/** A half placeholder with its other half, in the signs that it has; empty where nobody can say what was meant. */
function withBothHalves(half: string): string {
  const percent = half.startsWith('{%') || half.endsWith('%}');
  const inside = half.replace(/^\{[{%]?/, '').replace(/[%}]+$/, '').trimEnd();
  const path = PATH.exec(inside.trimStart())?.[0] ?? '';
  if (path === '' || TAGS.has(path)) return '';
  const gap = /^\s*/.exec(inside)?.[0] ?? '';
  return percent ? `{%${inside}${gap}%}` : `{{${inside}${gap}}}`;
}

function placeholders({ reading: { prose } }: CheckInput): readonly Placeholder[] {
  return pairs(prose).flatMap((pair) => (pair.whole ? (read(prose.text, pair) ?? []) : []));
}

function read(text: string, { start, end }: Range): Placeholder | undefined {
  const inside = text.slice(start + 2, end - 2).trim();
  const path = PATH.exec(inside)?.[0] ?? '';
  return path === '' || TAGS.has(path) ? undefined : { start, end, path, rest: inside.slice(path.length) };
}

/** Every pair of a text, code and quotations aside. It may run on from one block into the next: "Hi {{name | default: 'you'}},". */
function pairs({ text, blocks }: Prose): readonly Pair[] {
  const found: Pair[] = [];
  let from = 0;
  let at = -1;
  for (const { start, end, spans } of blocks) {
    const unread = spans.filter(({ kind }) => kind === 'code' || kind === 'url' || kind === 'quote');
    const stop = restOfLine(text, end);
    if (at < Math.max(start, from)) at = nextMark(text, Math.max(start, from));
    while (at < stop) {
      const pair = pairAt(text, at, at + LONGEST);
      if (pair && !rangeAt(unread, at)) found.push(pair);
      from = pair?.end ?? from;
      at = nextMark(text, pair?.end ?? at + 1);
    }
  }
  return found;
}

/** What every half of a pair begins with. To cut two characters out at every place took a fifth of a macro's time. */
const MARK = /[{}%]/g;

/** Where the next mark stands; Infinity where there is none. */
function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.test(text) ? MARK.lastIndex - 1 : Infinity;
}

/** Where the rest of the line ends that a block ends in, as far as it is read: markup there is part of no block. */
function restOfLine(text: string, end: number): number {
  const rest = text.slice(end, end + LONGEST);
  const lineBreak = rest.search(/[\r\n]/);
  return end + (lineBreak < 0 ? rest.length : lineBreak);
}

function pairAt(text: string, at: number, limit: number): Pair | undefined {
  const open = text.slice(at, at + 2);
  if (open === '}}' && endsNestedStop(text, at)) return undefined;
  if (open === '}}' || open === '%}') return { start: brokenStart(text, at), end: at + 2, whole: false };
  const close = CLOSERS[open];
  if (close === undefined) return undefined;
  for (let i = at + 2; i < Math.min(limit, text.length) && text.charAt(i) !== '\n' && !text.startsWith(open, i); i++) {
    if (text.startsWith(close, i)) return { start: at, end: i + 2, whole: true };
  }
  return { start: at, end: brokenEnd(text, at, limit), whole: false };
}

/** `${3:for ${1}}`: one place to fill in ends with another one. */
function endsNestedStop(text: string, at: number): boolean {
  let depth = 0;
  for (let i = Math.max(0, at - LONGEST); i < at; i++) {
    if (text.charAt(i) === '\n') depth = 0;
    else if (text.startsWith('${', i)) depth++;
    else if (text.charAt(i) === '}' && depth > 0) depth--;
  }
  return depth > 1;
}

/** A closing half reaches back over its name, where one brace stands before that: `{ticket.id}}`. */
function brokenStart(text: string, at: number): number {
  const name = /\{\s?[\w.]+\s?$/.exec(text.slice(Math.max(0, at - LONGEST_NAME), at));
  return at - (name?.[0].length ?? 0);
}

/** An opening half reaches to the end of its name and filters, and over what stands of its other half. */
function brokenEnd(text: string, at: number, limit: number): number {
  const half = (text.startsWith('{%', at) ? HALF_PERCENT : HALF_BRACES).exec(text.slice(at, limit));
  return at + (half?.[0].length ?? 2);
}

/** Inside `{% if … %}`: somebody thought of the name being unknown. */
function isGuarded(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST), at);
  return before.lastIndexOf('{% if') > before.lastIndexOf('{% endif');
}
