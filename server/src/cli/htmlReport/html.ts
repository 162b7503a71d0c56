/** Markup that may stand in a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

/** What can stand in a template: text is escaped, lists are put one after the other, nothing is nothing. */
export type Content = Html | string | number | undefined | false | readonly Content[];

/** A template of markup. Whatever is put into it stands there as text, also between quotation marks. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(parts.map((part, i) => part + markup(values[i])).join(''));
}

function markup(value: Content): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  return typeof value === 'object' ? value.map(markup).join('') : escaped(String(value));
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
