import type { Prose } from './text/prose.js';
import type { Finding, Range } from './types.js';

/** Lines of an article in which some rules do not count. */
interface Exemption extends Range {
  /** Rule ids or categories; none stands for all rules. */
  readonly rules: readonly string[];
}

/** What a comment says: `deskside-ignore-next-line jargon, shouting: the reason`. */
const DIRECTIVE = /^deskside-ignore-(next-line|file|start|end)(?![\w-])([^:]*)/u;
const MDX_COMMENT = /\{\/\*([^\n]*?)\*\/\}/gu;

/**
 * Makes the test whether a comment in an article takes a finding back: on the next line that is not blank, from
 * `start` to `end`, or in the whole file. Only articles are asked: in a reply, the customer would see the comment.
 * @returns undefined where no comment says anything of the kind
 */
export function exemptByComment(prose: Prose): ((finding: Finding) => boolean) | undefined {
  if (prose.kind !== 'article' || !prose.text.includes('deskside-ignore-')) return undefined;
  const exemptions = exemptionsOf(prose.text, commentsOf(prose));
  return exemptions.length ? (finding) => exemptions.some((one) => one.start <= finding.start && finding.start < one.end && covers(one, finding)) : undefined;
}

function covers({ rules }: Exemption, { rule, category }: Finding): boolean {
  return rules.length === 0 || rules.includes(rule) || rules.includes(category);
}

/** The comments of HTML and of MDX, each with what it says, in document order. */
function commentsOf({ text, comments }: Prose): readonly (Range & { readonly says: string })[] {
  const html = comments.map(({ start, end }) => ({ start, end, says: text.slice(start, end).replace(/^<!--|-->$/gu, '').trim() }));
  const mdx = [...text.matchAll(MDX_COMMENT)].map(({ index, 0: whole, 1: says = '' }) => ({ start: index, end: index + whole.length, says: says.trim() }));
  return [...html, ...mdx].sort((a, b) => a.start - b.start);
}

function exemptionsOf(text: string, comments: ReturnType<typeof commentsOf>): readonly Exemption[] {
  const done: Exemption[] = [];
  const open: (Range & { readonly rules: readonly string[] })[] = [];
  for (const { end, says, start } of comments) {
    const [, verb, named = ''] = DIRECTIVE.exec(says) ?? [];
    const rules = named.split(/[\s,]+/u).filter(Boolean);
    if (verb === 'file') done.push({ start: 0, end: text.length, rules });
    else if (verb === 'next-line') done.push({ ...nextLine(text, end), rules });
    else if (verb === 'start') open.push({ start: end, end: text.length, rules });
    else if (verb === 'end') done.push(...open.splice(0).map((one) => ({ ...one, end: start })));
  }
  return [...done, ...open];
}

/** The first line after an offset's own that is not blank. */
function nextLine(text: string, from: number): Range {
  const lines = /[^\n]*(?:\n[ \t\r]*)*([^\n]*)/uy;
  lines.lastIndex = from;
  const [whole = '', line = ''] = lines.exec(text) ?? [];
  const end = from + whole.length;
  return { start: end - line.length, end };
}
