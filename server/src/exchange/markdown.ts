import { tables } from '@joplin/turndown-plugin-gfm';
import { marked } from 'marked';
import TurndownService from 'turndown';

/** The little of an HTML element that is looked at here. */
interface Element {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly previousSibling: Element | null;
  readonly nextSibling: Element | null;
  readonly parentNode: Element | null;
  readonly children: ArrayLike<Element>;
  getAttribute(name: string): string | null;
}

/**
 * HTML as Markdown. What help desks' editors write is read as people see it there: a `div` is a line, an empty one a
 * gap, a line break a line break. Links to anything but web pages, mail and telephones lose their address.
 * @throws RangeError for HTML that is nested beyond reason
 */
export function toMarkdown(html: string): string {
  if (isTooDeep(html)) throw new RangeError('The HTML is nested too deeply.');
  return turndown.turndown(html).replace(/\u00a0/gu, ' ').replace(/[ \t]+$/gmu, '').trim();
}

/** Markdown as HTML on one line, without what browsers do not show either. */
export function toHtml(markdown: string): string {
  const html = marked.parse(markdown, { gfm: true, breaks: true, async: false }).trim();
  return html.replaceAll('&#39;', "'").replace(/[ \t]+(?=<\/(?:p|li|h[1-6])>)/gu, '').replace(/(<\/?(?:p|ul|ol|li|h[1-6]|blockquote)\b[^<>]*>)\n+/gu, '$1').replace(/\n+(?=<(?:ul|ol)>)/gu, '');
}

/** What no person nests takes the parser minutes. Elements that need no end are not counted. */
const MAX_DEPTH = 500;

function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(/<\/?(?!(?:br|hr|img|input|p|li|td|tr|th|meta|link|col)\b)[a-z]/giu)) {
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Whether HTML says anything that Markdown has no words for. */
export function hasLooks(html: string): boolean {
  return /<(?:font|u|span|mark)\b|\sstyle\s*=/iu.test(html);
}

const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*', br: '', hr: '---' });
const escape = turndown.escape.bind(turndown);
// An underscore inside a word emphasises nothing.
turndown.escape = (text: string) => escape(text).replace(/(?<=\w)\\_(?=\w)/gu, '_');
turndown.use(tables);
turndown.remove(['script', 'style']);
turndown.addRule('line', { filter: 'div', replacement: (content: string) => `\n${trimLines(content)}\n` });
turndown.addRule('gap', { filter: (node: Element) => node.nodeName === 'BR' && isBlock(node.previousSibling), replacement: () => '\n\n' });
turndown.addRule('item', { filter: 'li', replacement: item });
turndown.addRule('address', {
  filter: (node: Element) => node.nodeName === 'A' && (!isHarmless(hrefOf(node)) || node.textContent === hrefOf(node)),
  replacement: (content: string, node: Element) => (isHarmless(hrefOf(node)) ? hrefOf(node) : content),
});

function item(content: string, node: Element): string {
  const list = node.parentNode;
  const number = Number(list?.getAttribute('start') ?? 1) + Array.from(list?.children ?? []).indexOf(node);
  const sign = list?.nodeName === 'OL' ? `${number}. ` : '- ';
  const lines = trimLines(content).replace(/\n(?!\n)/gu, `\n${' '.repeat(sign.length)}`);
  return `${sign}${lines}${node.nextSibling ? '\n' : ''}`;
}

function isBlock(node: Element | null): boolean {
  return node !== null && /^(?:DIV|P|UL|OL|BLOCKQUOTE|PRE|H[1-6])$/u.test(node.nodeName);
}

function hrefOf(node: Element): string {
  return node.getAttribute('href') ?? '';
}

/** Without a scheme it leads to a page of the same place, or to a placeholder. */
function isHarmless(href: string): boolean {
  return /^(?:https?:|mailto:|tel:|[^:]*$)/iu.test(href.trim());
}

function trimLines(text: string): string {
  return text.replace(/^\n+/u, '').trimEnd();
}
