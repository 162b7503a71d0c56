/**
 * What CommonMark does not know and we do on purpose, taken out of a text before the parser sees it:
 * template tags, admonitions, attribute lists, footnotes, abbreviations, formulas, task boxes, module lines. Each is one agreed difference.
 */

/** Stands in for a template tag: neither a letter nor a blank, so that a link target with a tag in it stays one. */
const FILLER = '\uE000';

/** The text as CommonMark should see it. */
export function withoutDialects(text: string): string {
  const filled = text
    .replace(/\{%-? *(comment|highlight|codeblock)\b[\s\S]*?\{%-? *end\1 *-?%\}/g, '')
    .replace(/\{%[^]{0,400}?%\}/g, FILLER)
    .replace(/\{\{[^]{0,400}?\}\}/g, FILLER)
    .replace(/\{[ \t]*(?:[:#.]|[A-Za-z-]+=)[^\n}]{0,300}\}/g, '')
    .replace(/^ {0,3}\*\[[^\]]+\]:.*$/gm, '')
    .replace(/^ {0,3}\$\$[ \t]*\n[\s\S]*?\$\$/gm, '')
    .replace(/^([ \t]*(?:[-+*]|\d+[.)])[ \t]+)\[[ xX]\] /gm, '$1')
    .replace(/\{\/\*[^]{0,400}?\*\/\}/g, '')
    .replace(/^(?:import\s.*from\s*['"].*|import ['"].*|export (?:const|default|function).*)$/gm, '')
    .replace(/\[\^[^\]\s]{1,60}\](?!:)/g, ' ')
    .replace(/^([ \t]*(?:> ?)+)\[![A-Za-z]+\]/gm, '$1')
    .replace(/^[ \t]*\/{3,}(?: +[\w-]+ *(?:\|(.*))?)?$/gm, (_line, title?: string) => `\n${title ?? ''}\n`)
    .replace(/^[ \t]*:::+ *[\w-]*(?:\[(.*)\]|(.*))$/gm, (_line, title?: string, rest?: string) => `\n${title ?? rest ?? ''}\n`);
  return withoutAdmonitions(filled);
}

/** `!!! note "Title"` becomes its title, and what is indented below it comes out by four columns. */
function withoutAdmonitions(text: string): string {
  const out: string[] = [];
  const indents: number[] = [];
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/);
    while (indent >= 0 && indents.length > 0 && indent < (indents[indents.length - 1] ?? 0)) indents.pop();
    const marker = /^(\s*)\[\^[^\]]+\]:(.*)$/.exec(line) ?? /^(\s*)(?:!!!|\?\?\?\+?|===(?= "))[ ]+[\w -]*(?:"(.*)")?\s*$/.exec(line);
    if (marker) {
      out.push('', `${' '.repeat(Math.max(0, indent - 4 * indents.length))}${marker[2] ?? ''}`, '');
      indents.push(indent + 4);
    } else out.push(line.slice(Math.min(4 * indents.length, Math.max(indent, 0))));
  }
  return out.join('\n');
}

const SILENT = /<(script|style|pre|code|kbd|samp|var|svg|textarea|math|noscript|template|object|tt)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;

/** The words of raw HTML: what is left without tags, comments, code and scripts. */
export function htmlText(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ').replace(SILENT, ' ').replace(/<(script|style|pre|textarea)\b[^>]*>[\s\S]*$/i, ' ')
    .replace(/<\/?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>/g, ' ').replace(/&#?\w{1,31};/g, ' ');
}

/** Bare URLs and addresses, which CommonMark calls text and we do not. */
export function withoutUrls(text: string): string {
  return text.replace(/\b[A-Za-z][A-Za-z0-9+.-]{1,15}:\/\/[^\s<>"`[\]|\\^*]+|\bwww\.[^\s<>"`[\]|\\^*]+|(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ' ');
}
