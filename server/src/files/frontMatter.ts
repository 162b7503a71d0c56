/** A Markdown file in its two parts. */
export interface FrontMatter {
  /** What stands between the two `---` lines, after as many blank lines as put it on its own lines again. */
  readonly yaml: string;
  readonly body: string;
  /** The line (from 1) on which the body begins. */
  readonly bodyLine: number;
}

/** Parts a Markdown text and its front matter; undefined where the text does not begin with a `---` line and have another. */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const lines = text.split(/(?<=\n)/u);
  const fence = (line: string | undefined) => line?.trimEnd() === '---';
  const close = fence(lines[0]) ? lines.findIndex((line, i) => i > 0 && fence(line)) : -1;
  if (close < 0) return undefined;
  return { yaml: `\n${lines.slice(1, close).join('')}`, body: lines.slice(close + 1).join(''), bodyLine: close + 2 };
}
