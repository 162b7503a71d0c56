import { MOVES, PARTS } from '../../anatomy/anatomy.js';
import { builtinRules } from '../../rules/builtin.js';
import type { Audience } from '../../types.js';
import { createPlaces, type Place } from '../../places.js';
import { meant, nearest } from '../../nearest.js';
import { CONDITION } from '../conditions.js';
import { fieldsIn, fieldsOf, isEditorField } from '../fields.js';
import { prefixesBeside } from '../library.js';
import type { Snippet } from '../pack.js';
import type { ParsedFile } from '../read.js';
import type { PackFinding, PassagesUnderCheck } from './checkPack.js';

const YEAR = 365;
const DAY = 24 * 60 * 60 * 1000;
/** The target of a Markdown link to a Markdown file beside it. */
const FILE_LINK = /\]\(\s*<?((?![a-z][a-z0-9+.-]*:|\/\/|#)[^)\s>]+\.md)(?:#[^)\s>]*)?>?[^)]*\)/giu;

/** What is wrong with each snippet. */
export function checkSnippets(under: PassagesUnderCheck): readonly PackFinding[] {
  const ids = new Set([under.sketch, ...under.others].flatMap(({ snippets }) => snippets.map(({ id }) => id)));
  const prefixes = prefixesBeside(under.sketch, under.others);
  const answerable = answerableWith(under);
  return under.sketch.snippets.flatMap((snippet) => {
    const file = under.files.get(snippet.id);
    if (!file) return [];
    const report: Report = (key, code, message, severity = 'warning') => ({ file: file.path, line: file.lineOf?.(key) ?? 1, column: 1, severity, code, message });
    return [
      ...(under.wording ? checkWording(under, snippet.audience, file) : []),
      ...fields(under, snippet, file),
      ...conditions(snippet, file),
      ...answers(snippet, answerable, report),
      ...links(under, snippet, file, ids, report),
      ...clashes(snippet, prefixes, report),
      ...review(under, snippet, report),
      ...(isReachable(snippet) || saysWay(file) ? [] : [report([], 'unreachable', 'Nobody would come upon this snippet: give it a “prefix” to type, or say in “for” or “when” what it is for.')]),
    ];
  });
}

type Report = (key: readonly (string | number)[], code: string, message: string, severity?: PackFinding['severity']) => PackFinding;

/** What the engine says of a snippet's file. */
function checkWording({ linterFor }: Pick<PassagesUnderCheck, 'linterFor'>, audience: Audience = 'general', { path, text = '' }: ParsedFile): readonly PackFinding[] {
  // What front matter a snippet has is told by its own format.
  const findings = linterFor(audience).lint({ text, kind: 'macro' }).filter(({ category }) => category !== 'front-matter');
  const places = createPlaces(text);
  return findings.map(({ start, severity, rule, message }) => ({ file: path, ...places.at(start), severity, code: rule, message }));
}

/** What a snippet may be for: the rules and categories there are, and whatever they are, the moves and parts of a reply. */
function answerableWith({ linterFor }: PassagesUnderCheck): ReadonlySet<string> {
  const rules = linterFor('general').rules.flatMap(({ id, category }) => [id, category]);
  return new Set([...rules, ...builtinRules().categories.map(({ id }) => id), ...MOVES, ...PARTS]);
}

function answers({ answers: all }: Snippet, known: ReadonlySet<string>, report: Report): readonly PackFinding[] {
  return all.flatMap((answer, i) => {
    if (known.has(answer)) return [];
    const near = nearest(answer, known);
    const way = near === undefined ? 'take it out, or look the name up with “deskside rules”.' : `did you mean “${near}”?`;
    return [report(['for', i], 'unknown-rule', `No rule finds “${answer}”, so this snippet is never offered for it; ${way}`)];
  });
}

function fields({ sketch: pack }: PassagesUnderCheck, { body }: Snippet, file: ParsedFile): readonly PackFinding[] {
  const known = fieldsOf(pack);
  const unknown = fieldsIn(body).filter(({ name }) => !known.has(name) && !isEditorField(name));
  return unknown.map(({ name, start }) => {
    const message = `No field is called “${name}”, so the customer would read the name itself. ${meant(name, [...known.keys()], (one) => `\${${one}}`)} A field of your own is declared under “fields” in pack.yaml.`;
    return { file: file.path, ...placeIn(file, body, start), severity: 'warning', code: 'unknown-field', message };
  });
}

/** One a snippet: who splits it up meets the others. */
function conditions({ body }: Snippet, file: ParsedFile): readonly PackFinding[] {
  return [...body.matchAll(CONDITION)].slice(0, 1).map(({ 0: tag, index }) => {
    const message = `“${tag}” is a condition that only a help desk can work out. Inserted from here, it is text that the customer reads; make a snippet of each case.`;
    return { file: file.path, ...placeIn(file, body, index), severity: 'warning', code: 'condition', message };
  });
}

function links({ sketch: pack }: PassagesUnderCheck, { see = [], body }: Snippet, file: ParsedFile, ids: ReadonlySet<string>, report: Report): readonly PackFinding[] {
  const broken = see.flatMap((link, i) => (ids.has(link) ? [] : [report(['see', i], 'broken-link', `There is no snippet “${link}”${nearby(link, [...ids].map((id) => (id.startsWith(`${pack.name}/`) ? id.slice(pack.name.length + 1) : id)))}`)]));
  const toFiles = [...body.matchAll(FILE_LINK)].map(({ 1: target = '', index }): PackFinding => {
    const message = `“${target}” is a file of the pack, and a customer cannot open it. Link to a page on the web, or name the snippet under “see”.`;
    return { file: file.path, ...placeIn(file, body, index), severity: 'warning', code: 'broken-link', message };
  });
  return [...broken, ...toFiles];
}

function nearby(link: string, paths: readonly string[]): string {
  const near = nearest(link, paths);
  return near === undefined ? '; name one by its path, or take the link out.' : `; did you mean “${near}”?`;
}

function clashes({ prefix }: Snippet, owners: ReadonlyMap<string, Snippet>, report: Report): readonly PackFinding[] {
  return prefix.flatMap((one) => {
    const owner = owners.get(one);
    return owner === undefined ? [] : [report(['prefix'], 'prefix-clash', `The prefix “${one}” already belongs to “${owner.id}” of another pack; give this one another, or people get a choice each time.`)];
  });
}

function review({ sketch: pack, today }: PassagesUnderCheck, { reviewed, owner }: Snippet, report: Report): readonly PackFinding[] {
  if (reviewed === undefined) return [];
  const days = Math.floor((Date.parse(today) - Date.parse(reviewed)) / DAY);
  if (days < 0) return [report(['reviewed'], 'review-due', `“${reviewed}” is still to come; write the day when somebody last read it through.`)];
  if (days <= (pack.reviewDays ?? YEAR)) return [];
  return [report(['reviewed'], 'review-due', `Nobody has read this through for ${days} days. ${owner === undefined ? 'See' : `Ask ${owner} to see`} whether it still holds, and put today’s date here.`)];
}

function isReachable({ prefix, answers, when = [] }: Snippet): boolean {
  return prefix.length > 0 || answers.length > 0 || when.length > 0;
}

/** A way to a snippet that cannot be used is named as the error it is. */
function saysWay({ data }: ParsedFile): boolean {
  return typeof data === 'object' && data !== null && ['prefix', 'for', 'when'].some((key) => key in data);
}

/** Where an offset of the tidied body stands in the file. */
function placeIn({ text = '', body: raw = '' }: ParsedFile, body: string, offset: number): Place {
  const lines = body.slice(0, offset).split('\n');
  const start = createPlaces(text).at(text.length - raw.length + (/^(?:[ \t]*\r?\n)*/u.exec(raw)?.[0].length ?? 0));
  return { line: start.line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 };
}
