import { decodeEntities, escapeHtml } from './entities.js';

/** How a product writes a placeholder. */
export interface Braces {
  /** Global; finds placeholders in a text or in HTML. */
  readonly pattern: RegExp;
  /** Whether a placeholder can say what to write when nothing is known. */
  readonly holdsFallback: boolean;
  /** What a match says: the product's name for it, filters and all, and what stands there when nothing is known. */
  read(match: string): { readonly key: string; readonly fallback?: string };
  write(key: string, fallback: string): string;
}

const CURLY = /\{\{[^{}\n]{1,300}\}\}/gu;

/** Liquid, as in Zendesk: `{{ticket.id | default: 'x'}}`. */
export const liquid: Braces = {
  pattern: CURLY,
  holdsFallback: true,
  read: (match) => split(inner(match, 2), /^([^|]+?)\s*\|\s*default:\s*(?:'([^']*)'|"([^"]*)")$/u),
  write: (key, fallback) => (fallback === '' ? `{{${key}}}` : `{{${key} | default: ${quoted(fallback, "'", '"')}}}`),
};

/** Without a word for the unknown, as in Gorgias and Front: `{{ticket.id}}`, `{{ticket.id|filter}}`. */
export const bare: Braces = {
  pattern: CURLY,
  holdsFallback: false,
  read: (match) => ({ key: inner(match, 2) }),
  write: (key) => `{{${key}}}`,
};

/** Help Scout’s: `{%customer.firstName,fallback=there%}`. */
export const percent: Braces = {
  pattern: /\{%[^{}%\n]{1,300}%\}/gu,
  holdsFallback: true,
  read: (match) => split(inner(match, 2), /^([^,]+?)\s*,\s*fallback=(.*)$/u),
  write: (key, fallback) => (fallback === '' ? `{%${key}%}` : `{%${key},fallback=${fallback.replace(/[{}%\n]/gu, ' ')}%}`),
};

/** Intercom’s in plain text: `{{user.name|fallback:"there"}}`. */
export const intercomText: Braces = {
  pattern: CURLY,
  holdsFallback: true,
  read: (match) => split(inner(match, 2), /^([^|]+?)\s*\|\s*fallback:\s*(?:'([^']*)'|"([^"]*)")$/u),
  write: (key, fallback) => (fallback === '' ? `{{${key}}}` : `{{${key}|fallback:${quoted(fallback, '"', "'")}}}`),
};

/** Intercom’s in HTML: `<attribute key="user.name" default="there"/>`. */
export const intercomHtml: Braces = {
  pattern: /<attribute\b[^<>\n]{0,300}>(?:<\/attribute>)?|\{\{[^{}\n]{1,300}\}\}/giu,
  holdsFallback: true,
  read: (match) => {
    if (match.startsWith('{')) return intercomText.read(match);
    const of = (name: string) => decodeEntities(new RegExp(`\\s${name}="([^"]*)"`, 'iu').exec(match)?.[1] ?? '');
    return { key: of('key'), fallback: of('default') };
  },
  write: (key, fallback) => `<attribute key="${escapeHtml(key)}"${fallback === '' ? '' : ` default="${escapeHtml(fallback)}"`}/>`,
};

/** What stands between a placeholder's braces. HTML may have made entities of its quotes. */
function inner(match: string, width: number): string {
  return decodeEntities(match.slice(width, -width)).trim();
}

function split(inside: string, pattern: RegExp): { key: string; fallback?: string } {
  const [, key, ...fallbacks] = pattern.exec(inside) ?? [];
  const fallback = fallbacks.find((one) => one !== undefined);
  return key === undefined || fallback === undefined ? { key: inside } : { key, fallback };
}

/** In the quotes that the text does not hold; braces would end the placeholder. */
function quoted(text: string, first: string, second: string): string {
  const plain = text.replace(/[{}\n]/gu, ' ');
  if (!plain.includes(first)) return first + plain + first;
  return second + plain.replaceAll(second, '’') + second;
}
