import type { Block } from '../text/prose.js';

/** "Warning: …", "**Caution!** …" */
const LABEL = /^[*_\s]*(?:warning|caution|danger)[*_]*\s?[:!]/i;
/** What stands right above a box of GitHub, MkDocs or Docusaurus. */
const BOX = /(?:\[!(?:warning|caution)\]|(?:!!!|\?\?\?\+?|:::)[ \t]*\[?(?:warning|caution|danger))[^\n]*\n[>\s]*$/i;
const LONGEST_LABEL = 120;

/** Whether a block warns: what it says of what happens, and of whom to ask, is about mishaps. */
export function isWarning({ start }: Block, text: string): boolean {
  return LABEL.test(text.slice(start, start + LONGEST_LABEL)) || BOX.test(text.slice(Math.max(0, start - LONGEST_LABEL), start));
}
