const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'", '#34': '"', '#x27': "'" };

/** Undoes the entities that stand in place of quotes, signs and spaces. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#?\w{1,6});/gu, (whole, name: string) => NAMED[name.toLowerCase()] ?? whole).replace(/\u00a0/gu, ' ');
}

/** A text as HTML, fit to stand in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
