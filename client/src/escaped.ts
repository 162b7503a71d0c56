/** A text as Markdown that shows exactly it. Not as `appendText` does, which makes one long word of it. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~&:$]/g, '\\$&');
}
