import type { Linter, Range, Source } from '../core/index.js';
import type { LiveText } from '../core/live/liveText.js';

/** So many texts are followed at once, those that were read last: one takes several times the room of its characters. */
const MOST_FOLLOWED = 8;

interface Followed {
  readonly live: LiveText;
  readonly linter: Linter;
  readonly source: Source;
}

/** The documents that somebody is writing: edit by edit, so that a key costs no look at the rest of the text. */
export class LiveTexts {
  readonly #edited = new Set<string>();
  /** The one that was read last comes last. */
  readonly #followed = new Map<string, Followed>();

  /** Takes up an edit of a document. */
  replace(uri: string, range: Range, inserted: string): void {
    this.#edited.add(uri);
    this.#followed.get(uri)?.live.replace(range, inserted);
  }

  /** The text of a document as it stands; undefined for one that nobody has edited yet: most are opened to be read. */
  of(uri: string, linter: Linter, source: Source): LiveText | undefined {
    if (!this.#edited.has(uri)) return undefined;
    const known = this.#followed.get(uri);
    const followed = known && known.linter === linter && isSameButText(known.source, source) && known.live.text === source.text ? known : { live: linter.follow(source), linter, source };
    this.#followed.delete(uri);
    this.#followed.set(uri, followed);
    const [oldest] = this.#followed.keys();
    if (oldest !== undefined && this.#followed.size > MOST_FOLLOWED) this.#followed.delete(oldest);
    return followed.live;
  }

  forget(uri: string): void {
    this.#edited.delete(uri);
    this.#followed.delete(uri);
  }
}

function isSameButText(a: Source, b: Source): boolean {
  return a.kind === b.kind && a.languageId === b.languageId && a.uri === b.uri && a.fields === b.fields;
}
