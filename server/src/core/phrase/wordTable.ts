import { lexicon, WordClass } from './lexicon.js';

/** Short words that mostly are abbreviations where they stand in capitals, though they are English as well. */
const AMBIGUOUS = new Set(['it', 'us', 'who', 'am', 'may', 'mar', 'sat', 'sun', 'mon', 'ram', 'log', 'pin', 'tag', 'lead', 'sip', 'sap', 'bin']);
/** Abbreviations are no longer, in characters. */
const LONGEST_ABBREVIATION = 6;

/** A word in the form it is written in, and what can be told of it wherever it stands. */
export class WrittenForm {
  /** It begins with a capital, or is a digit and capitals ("3PL"). */
  readonly isCapitalised: boolean;
  /** It is in capitals throughout. */
  readonly isCapitals: boolean;
  #classes = 0;
  #isAbbreviation: boolean | undefined;

  /**
   * @param id in the vocabulary
   * @param word in lower case, with straight apostrophes, as phrases have it
   * @param second the second word of a contraction that this is the first of
   */
  constructor(
    readonly id: number,
    readonly written: string,
    readonly word: string,
    readonly second?: WrittenForm,
  ) {
    // Most words begin small, and cold texts are full of words that are new
    const isSmall = isSmallLetter(written.charCodeAt(0));
    this.isCapitals = !isSmall && written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase();
    this.isCapitalised = !isSmall && (isCapitalised(written) || (this.startsWithDigit && this.isCapitals));
  }

  get startsWithDigit(): boolean {
    const code = this.written.charCodeAt(0);
    return code > 47 && code < 58;
  }

  /** The word classes it has wherever it stands. */
  get classes(): number {
    return (this.#classes ||= lexicon().classOf(this.word) | (this.startsWithDigit ? WordClass.number : 0));
  }

  /** In capitals and no stressed word of English: "the IT desk", but "you did NOT". */
  get isAbbreviation(): boolean {
    return (this.#isAbbreviation ??= this.isCapitals && this.written.length <= LONGEST_ABBREVIATION && !isStressed(this.written));
  }
}

function isSmallLetter(code: number): boolean {
  return code > 96 && code < 123;
}

function isCapitalised(written: string): boolean {
  const first = written.charAt(0);
  return first !== first.toLowerCase();
}

/** A word that is English as well, and no usual abbreviation. */
function isStressed(written: string): boolean {
  const word = normalise(written);
  return !AMBIGUOUS.has(word) && (lexicon().classOf(word) & ~WordClass.word) !== 0;
}

/** Lower case with straight apostrophes: what phrases and the lexicon are written in. */
export function normalise(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') || lower.includes('ʼ') ? lower.replace(/[’ʼ]/g, "'") : lower;
}

/** Texts from strangers may have any number of different words; memory may not follow. */
const MOST_WORDS = 50_000;
const FEWEST_SLOTS = 1 << 12;
/** Longer words are no words, and are not remembered. In characters. */
const LONGEST = 64;
const ROOM = 1 << 20;

/** The hash of a word with one more character at its end; that of no character is 0. */
export function hashWith(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The hash of `[from, to)` of a text. */
export function hashOf(text: string, from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i++) hash = hashWith(hash, text.charCodeAt(i));
  return hash;
}

/**
 * Words by the characters they are written in, each with a place of its own. A word is looked up where it stands in its
 * text, by the hash that was worked out as it was read: no string is made for one that has come before. What is asked of
 * every word of a text, its number, stands in a table: to fetch it from the form took a third of the look-up.
 */
export class WordTable {
  /** By hash, a word's hash and its place, side by side; a full slot moves on to the next. */
  #slots = new Int32Array(2 * FEWEST_SLOTS);
  #lastSlot = 2 * (FEWEST_SLOTS - 1);
  /** The characters of all words, one word after the other, and where each ends. */
  readonly #characters = new Uint16Array(ROOM);
  readonly #ends = new Int32Array(MOST_WORDS + 1);
  readonly #ids = new Int32Array(MOST_WORDS + 1);
  /** By place; nothing has place 0. */
  #forms: (WrittenForm | undefined)[] = [undefined];

  /** The place of the word `[from, to)` of a text; 0 where it was not added before. */
  find(text: string, from: number, to: number, hash: number): number {
    for (let slot = (hash << 1) & this.#lastSlot; ; slot = (slot + 2) & this.#lastSlot) {
      const place = this.#slots[slot + 1] ?? 0;
      if (place === 0 || (this.#slots[slot] === hash && this.#isAt(place, text, from, to))) return place;
    }
  }

  #isAt(place: number, text: string, from: number, to: number): boolean {
    const start = this.#ends[place - 1] ?? 0;
    if ((this.#ends[place] ?? 0) - start !== to - from) return false;
    for (let i = from, at = start; i < to; i++, at++) if (this.#characters[at] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** The number of the word at a place, or -1 for two words: a contraction's. */
  idAt(place: number): number {
    return this.#ids[place] ?? 0;
  }

  /** The form at a place, while nothing is added. */
  formAt(place: number): WrittenForm | undefined {
    return this.#forms[place];
  }

  /** Adds the word `[from, to)` of a text, which was not found. A full table forgets what it has: whoever holds a form keeps it. */
  add(text: string, from: number, to: number, hash: number, form: WrittenForm): void {
    if (to - from > LONGEST) return;
    const place = this.#makeRoom(to - from);
    const start = this.#ends[place - 1] ?? 0;
    for (let i = from; i < to; i++) this.#characters[start + i - from] = text.charCodeAt(i);
    this.#ends[place] = start + to - from;
    this.#ids[place] = form.second ? -1 : form.id;
    this.#forms.push(form);
    if (4 * place > this.#slots.length) this.#makeSlots();
    this.#put(hash, place);
  }

  #put(hash: number, place: number): void {
    let slot = (hash << 1) & this.#lastSlot;
    while (this.#slots[slot + 1] !== 0) slot = (slot + 2) & this.#lastSlot;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = place;
  }

  /** Keeps half of the slots free. */
  #makeSlots(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    this.#lastSlot = this.#slots.length - 2;
    for (let slot = 0; slot < old.length; slot += 2) if (old[slot + 1]) this.#put(old[slot] ?? 0, old[slot + 1] ?? 0);
  }

  /** The place of a new word of so many characters. */
  #makeRoom(length: number): number {
    const place = this.#forms.length;
    if (place <= MOST_WORDS && (this.#ends[place - 1] ?? 0) + length <= ROOM) return place;
    this.#forms = [undefined];
    this.#slots.fill(0);
    return 1;
  }
}
