import { marked, type Token, type Tokens } from 'marked';

const options = { gfm: true, breaks: true } as const;

/** A reply as HTML, for help desks that take formatting. Every line break of the draft is one. */
export function toHtml(reply: string, isMarkdown: boolean): string {
  if (isMarkdown) return marked.parse(reply, { ...options, async: false }).trim();
  const paragraphs = reply.split(/(?:\r?\n[ \t]*){2,}/u).filter((text) => text.trim() !== '');
  return paragraphs.map((text) => `<p>${escapeHtml(text.trim()).replace(/\r?\n/gu, '<br>')}</p>`).join('\n');
}

/** A reply as a customer reads it in plain text: without the marks of Markdown, with the addresses of links. */
export function toPlainText(reply: string, isMarkdown: boolean): string {
  return isMarkdown ? blocks(marked.lexer(reply, options)).trim() : reply.trim();
}

/** By what a client asks for. */
export const formats = { html: toHtml, text: toPlainText };

function escapeHtml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

function blocks(tokens: readonly Token[], between = '\n\n'): string {
  return tokens
    .map(block)
    .filter((text) => text !== '')
    .join(between);
}

function block(token: Token): string {
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'list':
      return list(token as Tokens.List);
    case 'blockquote':
      return indented(blocks(token.tokens ?? []), '> ', '> ');
    case 'table':
      return table(token as Tokens.Table);
    case 'hr':
      return '---';
    case 'html':
      return withoutTags(token.raw);
    case 'code':
      return (token as Tokens.Code).text;
    default:
      return 'tokens' in token && token.tokens ? inline(token.tokens) : decoded(token.raw);
  }
}

function list({ items, ordered, start, loose }: Tokens.List): string {
  const lines = items.map((item, i) => {
    const mark = ordered ? `${Number(start || 1) + i}. ` : '- ';
    const box = item.task ? (item.checked ? '[x] ' : '[ ] ') : '';
    const content = item.tokens.filter(({ type }) => type !== 'checkbox');
    return indented(box + blocks(content, loose ? '\n\n' : '\n'), mark, ' '.repeat(mark.length));
  });
  return lines.join(loose ? '\n\n' : '\n');
}

function table({ header, rows }: Tokens.Table): string {
  return [header, ...rows].map((row) => row.map((cell) => inline(cell.tokens)).join(' | ')).join('\n');
}

function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, i) => ((i === 0 ? first : others) + line).trimEnd())
    .join('\n');
}

function inline(tokens: readonly Token[]): string {
  return tokens.map(inlineToken).join('');
}

function inlineToken(token: Token): string {
  switch (token.type) {
    case 'br':
      return '\n';
    case 'link':
      return link(token as Tokens.Link);
    case 'image':
    case 'codespan':
    case 'escape':
      return decoded((token as Tokens.Image | Tokens.Codespan | Tokens.Escape).text);
    case 'html':
      return /^<br\b/iu.test(token.raw) ? '\n' : withoutTags(token.raw);
    default:
      return 'tokens' in token && token.tokens ? inline(token.tokens) : decoded(token.raw);
  }
}

/** The label and the address, once where they are the same. */
function link({ href, tokens }: Tokens.Link): string {
  const label = inline(tokens);
  const address = href.replace(/^mailto:/u, '');
  return label === href || label === address || `http://${label}` === href ? label : `${label} (${address})`;
}

function withoutTags(html: string): string {
  return decoded(html.replace(/<br\b[^>]*>/giu, '\n').replace(/<[^>]*>/gu, '')).trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', '#39': "'" };

/** The few entities that people write in Markdown. */
function decoded(text: string): string {
  return text.replace(/&(#39|[a-z]+);/gu, (whole, name: string) => entities[name] ?? whole);
}
