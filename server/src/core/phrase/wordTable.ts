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
    const first = written.charAt(0);
    this.isCapitals = written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase();
    this.isCapitalised = first !== first.toLowerCase() || (this.startsWithDigit && this.isCapitals);
  }

  get startsWithDigit(): boolean {
    const code = this.written.charCodeAt(0);
    return code > 47 && code < 58;
  }

  /** The word classes it has wherever it stands. */
  get classes(): number {
    return (this.#classes ||= lexicon().classOf(this.word));
  }

  /** In capitals and no stressed word of English: "the IT desk", but "you did NOT". */
  get isAbbreviation(): boolean {
    return (this.#isAbbreviation ??= this.isCapitals && this.written.length <= LONGEST_ABBREVIATION && !isStressed(this.written));
  }
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
const MOST_REMEMBERED = 50_000;
const SLOTS = 1 << 17;
/** Longer words are no words, and are not remembered. In characters. */
const LONGEST = 64;
const ROOM = 1 << 20;

/**
 * Words by the characters they are written in. A word is handed over character by character as it is read and looked up
 * among the characters of all words: no string is made for one that has come before.
 */
export class WordTable {
  /** Places in `forms`, from 1, by hash; a full place moves on to the next. */
  readonly #slots = new Int32Array(SLOTS);
  /** The characters of all words, one word after the other, and where each begins. */
  readonly #characters = new Uint16Array(ROOM);
  readonly #starts = new Int32Array(MOST_REMEMBERED + 2);
  #forms: WrittenForm[] = [];
  readonly #word = new Uint16Array(LONGEST);
  #length = 0;
  #hash = 0;

  /** Begins a word with its first character. */
  begin(code: number): void {
    this.#length = 0;
    this.#hash = 0;
    this.append(code);
  }

  /** Adds the next character of the word. */
  append(code: number): void {
    if (this.#length < LONGEST) this.#word[this.#length] = code;
    this.#length++;
    this.#hash = Math.imul(this.#hash ^ code, 0x01000193);
  }

  /** The form of the word that has been handed over, if it was added before. */
  find(): WrittenForm | undefined {
    if (this.#length > LONGEST) return undefined;
    for (let slot = this.#hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const place = this.#slots[slot] ?? 0;
      if (place === 0) return undefined;
      if (this.#isAt(place)) return this.#forms[place - 1];
    }
  }

  #isAt(place: number): boolean {
    const start = this.#starts[place - 1] ?? 0;
    if ((this.#starts[place] ?? 0) - start !== this.#length) return false;
    for (let i = 0; i < this.#length; i++) if (this.#characters[start + i] !== this.#word[i]) return false;
    return true;
  }

  /** Adds the word that has been handed over and was not found. A full table forgets what it has: whoever holds a form keeps it. */
  add(form: WrittenForm): WrittenForm {
    if (this.#length > LONGEST) return form;
    const start = this.#starts[this.#forms.length] ?? 0;
    if (this.#forms.length >= MOST_REMEMBERED || start + this.#length > ROOM) {
      this.#forms = [];
      this.#slots.fill(0);
      return this.add(form);
    }
    let slot = this.#hash & (SLOTS - 1);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    for (let i = 0; i < this.#length; i++) this.#characters[start + i] = this.#word[i] ?? 0;
    this.#slots[slot] = this.#forms.push(form);
    this.#starts[this.#forms.length] = start + this.#length;
    return form;
  }
}
