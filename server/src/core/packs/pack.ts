/** A pack as core sees it: data, already read and checked. The public format is `docs/packs.md`. */
export interface Pack {
  /** Lower case with dashes; the first part of every snippet id. */
  readonly name: string;
  /** What people see; the name where the pack gives none. */
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly licence?: string;
  /** BCP 47; `en` where the pack gives none. */
  readonly language: string;
  /** Sorted by id. */
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
  /** Ids of categories whose findings it answers, the one it answers best first. */
  readonly answers: readonly string[];
  /** The moment of the conversation it belongs to, to group by (`opening`, `handing over`, …). */
  readonly moment: string;
  readonly kinds: readonly ('reply' | 'article')[];
  /** Markdown in VS Code's snippet syntax, LF line ends, no blank lines around it. */
  readonly body: string;
}

/** Something wrong with a pack's file. Packs are written by strangers: problems are returned, never thrown. */
export interface PackProblem {
  /** Path inside the pack, with `/`. */
  readonly file: string;
  /** From 1, where known. */
  readonly line?: number;
  /** `error`: the file was left out (a bad `pack.yaml` leaves out the pack). `warning`: it was read all the same. */
  readonly severity: 'error' | 'warning';
  /** What is wrong and the way out, in a sentence. */
  readonly message: string;
}
