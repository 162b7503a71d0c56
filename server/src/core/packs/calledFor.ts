import type { PartId } from '../anatomy/anatomy.js';
import { PART_ANSWERS } from '../anatomy/partAnswers.js';
import type { Finding, Kind } from '../types.js';
import type { SnippetsForDraft } from './draftSnippets.js';
import type { Snippet } from './pack.js';

/** A snippet, and why it stands before others: it answers a finding, makes a missing part, or is for what the customer wrote. */
export interface CalledFor {
  readonly snippet: Snippet;
  readonly because: 'finding' | 'part' | 'customer';
}

/**
 * The snippets that a draft calls for, the most pressing first, each once: what answers a finding, what the customer's words speak of,
 * what makes a missing part in any case, and last what is for the same sort of message.
 * @param findings those to be answered; snippets for their rule go before those for its category
 * @param missing the parts that the reply lacks
 */
export function calledFor(snippets: SnippetsForDraft, findings: readonly Finding[], missing: readonly PartId[]): readonly CalledFor[] {
  const called = new Map<string, CalledFor>();
  const call = (because: CalledFor['because'], some: readonly Snippet[]): void => some.forEach((snippet) => called.has(snippet.id) || called.set(snippet.id, { snippet, because }));
  const { about, others } = snippets.forCustomer();
  const parts = new Set(missing.flatMap((part) => snippets.fitting(PART_ANSWERS[part], { kind: 'reply' })));
  for (const { rule, category, start, end } of findings) call('finding', snippets.fitting([rule, category], {}, { start, end }));
  for (const snippet of about) call(parts.has(snippet) ? 'part' : 'customer', [snippet]);
  call('part', [...parts]);
  call('customer', others);
  return [...called.values()];
}

/** Which snippets a text of a kind takes; undefined: all of them, null: none. */
export function kindOfSnippets(kind: Kind | undefined): 'reply' | 'article' | null | undefined {
  if (kind === 'note') return null;
  return kind === 'macro' ? 'reply' : kind;
}

/** The snippets that belong in a text of a kind; without a kind, all of them. */
export function snippetsFor(snippets: readonly Snippet[], kind: Kind | undefined): readonly Snippet[] {
  const wanted = kindOfSnippets(kind);
  if (wanted === undefined) return snippets;
  return wanted === null ? [] : snippets.filter(({ kinds }) => kinds.includes(wanted));
}
