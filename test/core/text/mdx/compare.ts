import { createProcessor } from '@mdx-js/mdx';
import { readFrontMatter } from '../../../../server/src/core/text/frontMatter.js';
import { readProse } from '../../../../server/src/core/text/read.js';
import type { Prose } from '../../../../server/src/core/text/prose.js';
import { withoutUrls } from '../commonmark/dialects.js';
import { compareWords, ourTexts, wordsOf, type Comparison } from '../words.js';

/** As much of a node of MDX's tree as is asked about. */
interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
}

/** What is no prose, to either side; and what of it parts no words. */
const SILENT = new Set(['code', 'inlineCode', 'image', 'imageReference', 'mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm', 'definition', 'thematicBreak', 'break']);
const SILENT_NAME = /^(?:code|kbd|samp|var|tt|pre|script|style|svg|math|textarea|noscript|template|object|img)$/;
const INLINE = new Set(['emphasis', 'strong', 'link', 'linkReference', 'text', 'mdxJsxTextElement', 'delete']);

const processor = createProcessor({ format: 'mdx' });

/** Compares our reading of an MDX file with that of MDX's own parser. @throws where MDX itself refuses the file */
export function compareMdx(source: string): Comparison {
  const text = source.slice(readFrontMatter(source).end);
  const prose = readProse({ text, kind: 'article', languageId: 'mdx' });
  const ours = ourTexts(prose, theirText).map(withoutUrls);
  return compareWords(ours.flatMap(wordsOf), wordsOf(withoutUrls(theirText(blanked(text, prose.quotes)))));
}

/** Block quotes are somebody else's words, which we leave out; so does the parser. */
function blanked(text: string, ranges: Prose['quotes']): string {
  return ranges.reduceRight((out, { start, end }) => `${out.slice(0, start)}\n\n${out.slice(end)}`, text);
}

function theirText(text: string): string {
  return textOf(processor.parse(withoutAdmonitions(text)));
}

/** `:::note Title` is a dialect that MDX does not know. */
function withoutAdmonitions(text: string): string {
  return text.replace(/^([ \t]*):::+ *[\w-]*(?:\[(.*)\]|(.*))$/gm, (_line, indent: string, title?: string, rest?: string) => `\n${indent}${title ?? rest ?? ''}\n`)
    .replace(/^([ \t]*> ?)\[![A-Za-z]+\]/gm, '$1').replace(/^([ \t]*(?:[-+*]|\d+[.)])[ \t]+)\[[ xX]\] /gm, '$1').replace(/(?<=\S)[ \t]*\\?\{#[\w-]+\\?\}$/gm, '').replace(/\[\^[^\]\s]{1,60}\]:?/g, ' ');
}

function textOf(node: Node): string {
  if (SILENT.has(node.type) || (node.type.startsWith('mdxJsx') && SILENT_NAME.test(node.name ?? ''))) return ' ';
  const inner = node.value ?? (node.children ?? []).map(textOf).join('');
  return INLINE.has(node.type) ? inner : ` ${titleOf(node)} ${inner} `;
}

/** What we read of a component's attributes: its title, and the label of a tab. */
function titleOf({ type, name, attributes = [] }: Node): string {
  const shown = type === 'mdxJsxFlowElement' && /^[A-Z]/.test(name ?? '') ? attributes.find((one) => one.name === 'title' || (one.name === 'label' && /^Tab/.test(name ?? ''))) : undefined;
  return typeof shown?.value === 'string' ? shown.value : '';
}
