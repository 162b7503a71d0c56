import type { Linter, Range, Source } from '../core/index.js';
import type { LiveText } from '../core/live/liveText.js';

/** So many texts are followed at once, of so many characters together, those that were read last: one takes many times the room of its characters. */
const MOST_FOLLOWED = 8;
const MOST_CHARACTERS = 1_000_000;
/** And of those that nobody has edited, which are followed only to be read bit by bit, so many. */
const MOST_UNEDITED = 2;
/** A text of so many characters is followed as soon as it is opened, for it is read bit by bit. */
const LONG = 20_000;

interface Followed {
  readonly live: LiveText;
  readonly linter: Linter;
  readonly source: Source;
}

/** The documents that somebody is writing: edit by edit, so that a key costs no look at the rest of the text. */
export class LiveTexts {
  readonly #edited = new Set<string>();
  readonly #failed = new Set<string>();
  /** The one that was read last comes last. */
  readonly #followed = new Map<string, Followed>();

  /** @param onGivenUp hears of a document that is no longer followed: what was found in it holds all that is known of it */
  constructor(readonly onGivenUp: (uri: string) => void = () => undefined) {}

  /** Takes up an edit of a document. @param text what has come of it: the one copy that everybody looks at */
  replace(uri: string, range: Range, inserted: string, text: string): void {
    this.#edited.add(uri);
    this.#followed.get(uri)?.live.replace(range, inserted, text);
  }

  /** The text of a document as it stands; undefined for one of ordinary length that nobody has edited yet: most are opened to be read. */
  of(uri: string, linter: Linter, source: Source): LiveText | undefined {
    if (this.#failed.has(uri) || (!this.#edited.has(uri) && !this.isLong(source.text))) return undefined;
    const known = this.#followed.get(uri);
    const followed = known && known.linter === linter && isSameButText(known.source, source) && known.live.text === source.text ? known : { live: linter.follow(source), linter, source };
    this.#followed.delete(uri);
    this.#followed.set(uri, followed);
    this.#makeRoom();
    return followed.live;
  }

  /** The one that was read last stays, however long it is, and so do those that are being read bit by bit: they would have to begin again. */
  #makeRoom(): void {
    let [characters, unedited] = [0, 0];
    for (const [i, [uri, { live }]] of [...this.#followed].reverse().entries()) {
      characters += live.text.length;
      if (!this.#edited.has(uri)) unedited++;
      const isTooMuch = i >= MOST_FOLLOWED || characters > MOST_CHARACTERS || (unedited > MOST_UNEDITED && !this.#edited.has(uri));
      if (i > 0 && !live.hasMuchToRead && isTooMuch) this.#giveUp(uri);
    }
  }

  #giveUp(uri: string): void {
    this.#followed.delete(uri);
    this.onGivenUp(uri);
  }

  /** Follows a document no longer that could not be read in parts. */
  fail(uri: string): void {
    this.#followed.delete(uri);
    this.#failed.add(uri);
  }

  /** Whether it takes so long to read a text that others must have their turn meanwhile. */
  isLong(text: string): boolean {
    return text.length >= LONG;
  }

  /** How many documents and passages anything is remembered about. */
  get size(): number {
    return Math.max(this.#edited.size, this.#failed.size, this.#followed.size);
  }

  forget(uri: string): void {
    this.#edited.delete(uri);
    this.#failed.delete(uri);
    this.#followed.delete(uri);
  }
}

function isSameButText(a: Source, b: Source): boolean {
  return a.kind === b.kind && a.languageId === b.languageId && a.uri === b.uri && a.title === b.title && a.fields === b.fields;
}
