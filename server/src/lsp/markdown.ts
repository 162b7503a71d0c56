/** A text as Markdown that shows exactly it, whatever a draft holds. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]|<>~$&]/gu, '\\$&').replace(/^(\s*)([-=+#])/gmu, '$1\\$2').replace(/^(\s*\d+)([.)])/gmu, '$1\\$2');
}

/** An id as inline code. */
export function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

/** A link; `label` is Markdown already. */
export function link(label: string, address: string): string {
  return `[${label}](<${address.replace(/[<>\n]/gu, encodeURIComponent)}>)`;
}

/** Markdown of this file's making, for clients that show plain text. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(<([^>]*)>\)/gu, '$1 ($2)')
    .replace(/(?<!\\)(?:\*\*|`)/gu, '')
    .replace(/^---$/gmu, '')
    .replace(/\\([\\`*_{}[\]#+|<>~$&\-=.)])/gu, '$1')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
