/**
 * The words of the house. Everything here is plain read-only data; every position is an offset in
 * UTF-16 code units, every range is `[start, end)`. Lines and columns exist only at the edges.
 * Lists of names are constant: schemas made of them spell the names out, as the types of the library must.
 */

/** What a text is for: `macro` is a snippet (no document rules), `note` an internal note (safety rules only). */
export type Kind = 'reply' | 'article' | 'macro' | 'note';

/** What a text can be. */
export const KINDS = ['reply', 'article', 'macro', 'note'] as const satisfies readonly Kind[];

/** From worst to mildest. `error` means: must not be sent as it is. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** All severities, the worst first. */
export const WORST_FIRST = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[];

/** Who reads the text: `general` readers do not know the trade's words, `technical` readers do. */
export type Audience = 'general' | 'technical';

/** Who a text can be for. */
export const AUDIENCES = ['general', 'technical'] as const satisfies readonly Audience[];

/** A text to read. */
export interface Source {
  readonly text: string;
  /** Default `reply`. */
  readonly kind?: Kind;
  /** `markdown`, `support-reply` (read as Markdown) or `plaintext`; default `markdown`. */
  readonly languageId?: string;
  /** Its address, or its path. */
  readonly uri?: string;
  /** What the navigation of its site calls it, where that is known: a page needs no title besides. */
  readonly title?: string;
  readonly version?: number;
  /** What is known of the conversation, by the names of snippets' fields; goes before what the text says itself. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A half-open range of UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text of a range. */
export interface TextEdit extends Range {
  readonly text: string;
}

/** A way to mend a finding. Only `safe` fixes run in fix-all. */
export interface Fix {
  readonly title: string;
  readonly kind: 'safe' | 'suggestion';
  /** In document order, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** The edits' texts are in VS Code's snippet syntax (tab stops to fill in). */
  readonly snippet?: boolean;
}

/** Something in a text that will hurt the reader, and what to do about it. */
export interface Finding extends Range {
  /** Rule id: the category, or `category/name`. */
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  /** Speaks to the writer: the phrase, its effect on the customer, the next words. */
  readonly message: string;
  /** In a text that is being written, made when they are first asked for. */
  readonly fixes: readonly Fix[];
}
