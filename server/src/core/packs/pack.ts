/** A pack as core sees it: data, already read and checked. The public format is `docs/packs.md`. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly snippets: readonly Snippet[];
}

/** A passage to insert, with VS Code tab stops in its body. */
export interface Snippet {
  /** `pack/file-name`. */
  readonly id: string;
  readonly title: string;
  readonly prefix: readonly string[];
  /** What it is for, in a sentence a person reads in a completion list. */
  readonly description: string;
  /** Ids of categories whose findings it answers. */
  readonly answers: readonly string[];
  /** The moment of the conversation it belongs to, to group by (`bad day`, `handoff`, …). */
  readonly moment: string;
  readonly kinds: readonly ('reply' | 'article')[];
  readonly body: string;
}
