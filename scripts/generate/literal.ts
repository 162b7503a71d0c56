/** A text as a literal, without the backslash before every quotation mark of JSON. */
export function literal(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}
