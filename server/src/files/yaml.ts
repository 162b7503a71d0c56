import { LineCounter, parseDocument, type Document } from 'yaml';

/** A YAML text as plain data. */
export interface ParsedYaml {
  /** Strings, numbers, booleans, null, arrays and plain objects; undefined where the text cannot be read. */
  readonly data: unknown;
  /** With lines from 1. */
  readonly problems: readonly { readonly message: string; readonly line: number }[];
  /** The line (from 1) of the value at a path of keys. */
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/** More aliases than a person writes; a text that multiplies itself is refused. */
const MAX_ALIASES = 50;

/**
 * Parses YAML written by a stranger: no tags, no merging keys, few aliases, and nothing is thrown.
 * @param firstLine the line of its file on which the text begins
 */
export function parseYaml(text: string, firstLine = 1): ParsedYaml {
  const lineCounter = new LineCounter();
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + firstLine - 1;
  const fail = (message: string, line = firstLine): ParsedYaml => ({ data: undefined, problems: [{ message, line }], lineOf: () => undefined });
  try {
    const document = parseDocument(text, { schema: 'core', merge: false, prettyErrors: false, logLevel: 'silent', lineCounter });
    const issues = [...document.errors, ...document.warnings];
    if (issues.length > 0) {
      const problems = issues.map((issue) => ({ message: `${issue.message.replace(/[\s.:]+$/u, '')}; mend the YAML here.`, line: lineAt(issue.pos[0]) }));
      return { ...fail(''), problems };
    }
    return { data: document.toJS({ maxAliasCount: MAX_ALIASES }), problems: [], lineOf: (path) => lineOf(document, path, lineAt) };
  } catch {
    // The parser gives up on texts nested or aliased beyond reason; which of the two makes no odds.
    return fail('The YAML is nested too deeply or repeats itself too often; write it out plainly.');
  }
}

function lineOf(document: Document, path: readonly (string | number)[], lineAt: (offset: number) => number): number | undefined {
  const node: unknown = document.getIn(path, true);
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  const start: unknown = Array.isArray(range) ? range[0] : undefined;
  return typeof start === 'number' ? lineAt(start) : undefined;
}

/** A Markdown file in its two parts. */
export interface FrontMatter {
  /** Between the two `---` lines; undefined where there is no front matter. */
  readonly yaml: string | undefined;
  readonly body: string;
  /** The line (from 1) on which the body begins. */
  readonly bodyLine: number;
}

/** Parts a Markdown text and its front matter, which stands between `---` lines at the very top. */
export function splitFrontMatter(text: string): FrontMatter {
  const lines = text.split(/(?<=\n)/u);
  const fence = (line: string | undefined) => line?.trimEnd() === '---';
  const close = fence(lines[0]) ? lines.findIndex((line, i) => i > 0 && fence(line)) : -1;
  if (close < 0) return { yaml: undefined, body: text, bodyLine: 1 };
  return { yaml: lines.slice(1, close).join(''), body: lines.slice(close + 1).join(''), bodyLine: close + 2 };
}
