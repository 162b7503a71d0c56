import { MarkupKind, type Hover } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Fix } from '../core/index.js';
import { toRange } from './documents.js';
import { code, escapeMarkdown, link, withoutMarkdown } from './markdown.js';
import { rulePageAddress } from './rulePages.js';
import type { Reading, Session } from './session.js';
import { shortened } from '../core/shortened.js';

/** Tells about the findings under the pointer: why the customer minds, who says so, what a fix would do. */
export function provideHover(session: Session): void {
  session.connection.onHover(({ textDocument, position }, token) =>
    session.read(textDocument.uri, (reading, document) => hover(session, reading, document, document.offsetAt(position)) ?? null, token),
  );
}

function hover(session: Session, reading: Reading, document: TextDocument, offset: number): Hover | undefined {
  const findings = reading.findings.filter(({ start, end }) => start <= offset && offset <= end);
  const [first] = findings;
  if (!first) return undefined;
  const markdown = findings.map((finding) => describe(session, reading, finding, findings.length > 1)).join('\n\n---\n\n');
  const contents = session.client.markdownHover
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: withoutMarkdown(markdown) };
  return { contents, range: toRange(document, first) };
}

/** Short enough that nothing scrolls out of sight: the editor shows the message above it. @param named where several findings have to be told apart */
function describe(session: Session, { text, settings }: Reading, finding: Finding, named: boolean): string {
  const rule = settings.linter.rule(finding.rule);
  const phrase = text.slice(finding.start, finding.end).trim();
  const page = rulePageAddress(session, finding.rule, finding.category);
  const name = rule ? escapeMarkdown(rule.title) : code(finding.rule);
  const parts = [
    named && phrase && `**“${escapeMarkdown(shortened(phrase))}”**`,
    rule ? escapeMarkdown(withCurlyQuotes(rule.why)) : escapeMarkdown(finding.message),
    fixList(text, finding.fixes),
    [`Rule: ${page === undefined ? name : link(name, page)}`, rule && source(rule.source)].filter(Boolean).join(' · '),
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** Where all of it does not fit, the name of the first: the rule's page has the others, and their words. */
function source(address: string): string {
  const [name = ''] = address.split(/;\s|[,:]?\s[(“"]/u);
  if (!/^https?:\/\//u.test(address)) return address === '' ? '' : `Source: ${escapeMarkdown(withCurlyQuotes(shortened(address.length > 60 ? name : address, 60)))}`;
  return `Source: ${link(escapeMarkdown(new URL(address).hostname.replace(/^www\./u, '')), address)}`;
}

/** What each fix does, in its own words and in the text's. */
function fixList(text: string, fixes: readonly Fix[]): string {
  const lines = fixes.slice(0, 3).map((fix) => `- ${escapeMarkdown(fix.title)}${escapeMarkdown(change(text, fix))}`);
  return lines.length === 0 ? '' : `${lines.length === 1 ? 'Quick fix' : 'Quick fixes'}:\n\n${lines.join('\n')}`;
}

/** “: “old” → “new””, for a fix that puts one short passage in another's place, unless its title has said so. */
function change(text: string, { title, edits, snippet }: Fix): string {
  const [edit] = edits;
  if (!edit || edits.length > 1 || snippet === true || edit.start === edit.end || edit.text.length > 80) return '';
  const before = text.slice(edit.start, edit.end);
  // Of words that are taken out, no more is left than what follows them, with a capital
  const isTakenOut = before.toLowerCase().endsWith(edit.text.toLowerCase());
  return isTakenOut || title.includes(`“${edit.text}”`) ? '' : `: “${shortened(before)}” → “${edit.text}”`;
}

/** Quotation marks as everything else that people read here has them. */
function withCurlyQuotes(text: string): string {
  return text.replace(/"([^"]*)"/gu, '“$1”');
}
