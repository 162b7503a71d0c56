/** Words as they stand in a text: with its line breaks. In a file from Windows, others would show as changes to every line. */
export function withLineEndsOf(text: string, words: string): string {
  return words.includes('\n') && text.includes('\r\n') ? words.replace(/\r?\n/g, '\r\n') : words;
}
