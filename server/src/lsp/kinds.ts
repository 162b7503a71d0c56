import type { Kind } from '../core/index.js';
import { kindByFrontMatter, kindByName, misspelledKind } from '../files/kinds.js';

/** What a text is read as and a sentence that says why; without a kind it is left alone. */
export interface KindDecision {
  readonly kind: Kind | undefined;
  readonly why: string;
}

/** All that decides about a document's kind. */
export interface KindEvidence {
  /** Of Lint This as…. */
  readonly chosen: Kind | 'off' | undefined;
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** What `kinds` in the project or the editor's settings say. */
  readonly configured: Kind | undefined;
  /** The pattern of the project's `ignore` that leaves the document out. */
  readonly leftOutBy: string | undefined;
}

const names: Record<Kind, string> = { reply: 'a reply', article: 'an article', macro: 'a snippet or macro', note: 'an internal note' };

/**
 * Decides what a document is read as, in the order in which `files/resolve` decides about files.
 * Whatever says nothing about itself is left alone.
 */
export function decideKind(evidence: KindEvidence): KindDecision {
  const { chosen, leftOutBy, uri, languageId, text, configured } = evidence;
  if (chosen === 'off') return { kind: undefined, why: 'Left alone, as you chose with “Lint This as…”.' };
  if (chosen !== undefined) return because(chosen, 'you chose so with “Lint This as…”');
  if (leftOutBy !== undefined) return { kind: undefined, why: `Left alone, because “${leftOutBy}” stands under “ignore” in the project’s Deskside configuration.` };
  const byName = kindByName(uri);
  if (byName) return because(byName, 'its name says so');
  if (languageId === 'support-reply') return because('reply', 'its language is Support Reply');
  const byText = kindByFrontMatter(text, uri);
  if (byText) return because(byText, 'its front matter says so');
  if (configured) return because(configured, '“kinds” in the configuration or the settings says so');
  const slip = misspelledKind(text);
  if (slip) return { kind: undefined, why: `Left alone, because “kind: ${slip.written}” in its front matter is no kind of text; did you mean “kind: ${slip.meant}”?` };
  return { kind: undefined, why: 'Left alone, because nothing says that it is a reply or an article. “Lint This as…” does, “kind: reply” in its front matter, or “kinds” in the settings.' };
}

function because(kind: Kind, reason: string): KindDecision {
  return { kind, why: `Read as ${names[kind]}, because ${reason}.` };
}
