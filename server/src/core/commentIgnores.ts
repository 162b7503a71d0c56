import type { CheckHit } from './rules/check.js';
import { isBlank, isLineBreak, nextLine } from './text/chars.js';
import type { Prose } from './text/prose.js';
import type { Finding, Range, TextEdit } from './types.js';

/** The rule that tells of comments which take nothing back any more. */
export const UNUSED_IGNORE_RULE = 'unused-ignore';

/** Lines of an article in which some rules do not count. */
interface Exemption extends Range {
  /** Rule ids or categories; none stands for all rules. */
  readonly rules: readonly string[];
  /** Where it is said: one comment, or the two around a passage. */
  readonly comments: readonly Range[];
}

/** What a comment says: `deskside-ignore-next-line jargon, shouting: the reason`. */
const DIRECTIVE = /^deskside-ignore-(next-line|file|start|end)(?![\w-])([^:]*)/u;
/** One in `code` is shown, not meant. */
const MDX_COMMENT = /(?<!`)\{\/\*([^\n]*?)\*\/\}/gu;

/** Whether a text may hold a comment that takes findings back; the guide to them does, and holds none. */
export function mentionsIgnore(text: string): boolean {
  return text.includes('deskside-ignore-');
}

/** Whether one of a text's comments takes findings back. @param comments of HTML, in offsets of the text */
export function saysIgnore(text: string, comments: readonly Range[]): boolean {
  return mentionsIgnore(text) && commentsOf(text, comments).some(({ says }) => DIRECTIVE.test(says));
}

/** The comments of an article that take findings back, and which of them do. */
export class CommentIgnores {
  private readonly used = new Set<Exemption>();
  /** How many of them begin above the finding that was asked about last, and those that still hold there. */
  private begun = 0;
  private holding: readonly Exemption[] = [];

  private constructor(private readonly text: string, private readonly exemptions: readonly Exemption[]) {}

  /**
   * Reads the comments: on the next line that is not blank, from `start` to `end`, or in the whole file. Only articles are
   * asked: in a reply, the customer would see the comment.
   * @returns undefined where no comment says anything of the kind
   */
  static of({ kind, text, comments }: Prose): CommentIgnores | undefined {
    if (kind !== 'article' || !mentionsIgnore(text)) return undefined;
    const exemptions = [...exemptionsOf(text, commentsOf(text, comments))].sort((a, b) => a.start - b.start);
    return exemptions.length ? new CommentIgnores(text, exemptions) : undefined;
  }

  /** Whether a comment takes a finding back. They are asked about in document order: a text may have as many comments as findings. */
  covers(finding: Finding): boolean {
    const before = this.begun;
    while ((this.exemptions[this.begun]?.start ?? Infinity) <= finding.start) this.begun++;
    this.holding = [...this.holding, ...this.exemptions.slice(before, this.begun)].filter(({ end }) => finding.start < end);
    const covering = this.holding.filter((one) => names(one, finding));
    for (const one of covering) this.used.add(one);
    return covering.length > 0;
  }

  /** The comments that took nothing back of all that was asked about, each with a way to be rid of it. */
  unused(): readonly CheckHit[] {
    return this.exemptions.filter((one) => !this.used.has(one)).flatMap(({ comments }) => {
      const [first] = comments;
      const edits = comments.map((comment) => removal(this.text, comment));
      return first ? [{ start: first.start, end: first.end, fixes: [{ title: 'Remove the comment', kind: 'suggestion' as const, edits }] }] : [];
    });
  }
}

function names({ rules }: Exemption, { rule, category }: Finding): boolean {
  return rules.length === 0 || rules.includes(rule) || rules.includes(category);
}

/** Takes a comment out, with its line where it stands alone on it. */
function removal(text: string, { start, end }: Range): TextEdit {
  let from = start;
  let to = end;
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from--;
  while (to < text.length && isBlank(text.charCodeAt(to))) to++;
  const alone = (from === 0 || isLineBreak(text.charCodeAt(from - 1))) && (to === text.length || isLineBreak(text.charCodeAt(to)));
  return alone ? { start: from, end: nextLine(text, to, text.length), text: '' } : { start, end, text: '' };
}

/** The comments of HTML and of MDX, each with what it says, in document order. */
function commentsOf(text: string, comments: readonly Range[]): readonly (Range & { readonly says: string })[] {
  const html = comments.map(({ start, end }) => ({ start, end, says: text.slice(start, end).replace(/^<!--|-->$/gu, '').trim() }));
  const mdx = [...text.matchAll(MDX_COMMENT)].map(({ index, 0: whole, 1: says = '' }) => ({ start: index, end: index + whole.length, says: says.trim() }));
  return [...html, ...mdx].sort((a, b) => a.start - b.start);
}

function exemptionsOf(text: string, comments: ReturnType<typeof commentsOf>): readonly Exemption[] {
  const done: Exemption[] = [];
  const open: Exemption[] = [];
  for (const { says, ...comment } of comments) {
    const [, verb, named = ''] = DIRECTIVE.exec(says) ?? [];
    const said = { rules: named.split(/[\s,]+/u).filter(Boolean), comments: [comment] };
    if (verb === 'file') done.push({ start: 0, end: text.length, ...said });
    else if (verb === 'next-line') done.push({ ...lineAfter(text, comment.end), ...said });
    else if (verb === 'start') open.push({ start: comment.end, end: text.length, ...said });
    else if (verb === 'end') done.push(...closed(open.splice(0), comment));
  }
  return [...done, ...open];
}

/** Several passages may end in one comment, which stays for as long as one of them needs it. */
function closed(open: readonly Exemption[], comment: Range): readonly Exemption[] {
  return open.map((one) => ({ ...one, end: comment.start, comments: open.length === 1 ? [...one.comments, comment] : one.comments }));
}

/** The first line after an offset's own that is not blank. */
function lineAfter(text: string, from: number): Range {
  const lines = /[^\n]*(?:\n[ \t\r]*)*([^\n]*)/uy;
  lines.lastIndex = from;
  const [whole = '', line = ''] = lines.exec(text) ?? [];
  const end = from + whole.length;
  return { start: end - line.length, end };
}
