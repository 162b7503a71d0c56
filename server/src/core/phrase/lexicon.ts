import { lists } from '../generated/lexicon.js';
import { addS, regularForms, type VerbForms } from './inflect.js';

/** What a word can be, as bits: one word can be several things ("set" is base, past and participle). */
export const WordClass = {
  verb: 1 << 0,
  past: 1 << 1,
  participle: 1 << 2,
  ing: 1 << 3,
  third: 1 << 4,
  be: 1 << 5,
  have: 1 << 6,
  do: 1 << 7,
  modal: 1 << 8,
  neg: 1 << 9,
  pronoun: 1 << 10,
  poss: 1 << 11,
  det: 1 << 12,
  filler: 1 << 13,
  adverb: 1 << 14,
  number: 1 << 15,
  day: 1 << 16,
  month: 1 << 17,
  name: 1 << 18,
  acronym: 1 << 19,
  opaque: 1 << 20,
  url: 1 << 21,
  punct: 1 << 22,
  wh: 1 << 23,
  subordinator: 1 << 24,
  coordinator: 1 << 25,
  capital: 1 << 26,
  word: 1 << 27,
  preposition: 1 << 28,
  object: 1 << 29,
  aux: (1 << 5) | (1 << 6) | (1 << 7),
} as const;

/** What a phrase calls a class of words: `<verb>`, `<past>` … */
export type WordClassName = keyof typeof WordClass;

const { verb, past, participle, ing, third, be, have, modal, neg, pronoun, poss, det, filler, adverb, number, day, month, wh } = WordClass;

/** The closed classes of English: short, and complete by nature. */
const CLOSED: readonly (readonly [bits: number, words: string])[] = [
  [be, 'am is are was were been being ai'],
  [be | verb, 'be'],
  [have | verb, 'have'],
  [have | third, 'has'],
  [have | past | participle, 'had'],
  [have | ing, 'having'],
  [WordClass.do | verb, 'do'],
  [WordClass.do | third, 'does'],
  [WordClass.do | past, 'did'],
  [participle, 'done'],
  [modal, "can could may might must shall should will would ought 'd"],
  [be | have, "'s"],
  [have, "'d"],
  [neg, 'not never no nobody nothing none neither nor without hardly barely scarcely'],
  [pronoun, 'i you he she it we they who someone somebody everyone everybody anyone anybody nobody there this that these those everything anything nothing something'],
  [WordClass.object, 'me you him her it us them'],
  [poss | det, 'my your his her its our their whose'],
  [det, 'the a an this that these those some any each every no another'],
  [number, 'half dozen couple'],
  [day, 'today tomorrow tonight noon midday midnight morning afternoon evening weekend'],
  [wh, 'who what which when where why how whom whose'],
  [WordClass.subordinator, 'if unless whether because although though while whilst until till since whereas when whenever once as where wherever lest'],
  [WordClass.coordinator, 'and but or nor so yet'],
  [WordClass.preposition, 'about above across after against along among around at before behind below beneath beside between beyond by down during for from given in inside into like near of off on onto out outside over past per through throughout to toward towards under until up upon via with within without'],
];

/** The one verb with more than five forms. */
const BE_FORMS = 'be am is are was were been being'.split(' ');

/** Words in -ly that are no adverbs, or turn the sense round. */
const NOT_ADVERBS = new Set('reply apply supply comply rely imply multiply fly only early daily weekly monthly yearly family likely unlikely friendly ugly holy july italy assembly anomaly hardly barely scarcely rarely elderly costly lovely lonely ally rally tally bully'.split(' '));

/** The words of a closed class; undefined for an open one (verbs, names, …). */
export function closedWords(name: WordClassName): readonly string[] | undefined {
  const bits = WordClass[name];
  const words = CLOSED.filter(([of]) => (of & bits) !== 0).flatMap(([, list]) => list.split(' '));
  if (name === 'number') words.push(...lists.cardinals.split(' '));
  if (name === 'day') words.push(...lists.days.split(' '));
  if (name === 'month') words.push(...lists.months.split(' '));
  return OPEN_CLASSES.has(name) ? undefined : words;
}

const OPEN_CLASSES: ReadonlySet<string> = new Set(['verb', 'past', 'participle', 'ing', 'third', 'filler', 'adverb', 'name', 'acronym', 'url', 'punct', 'capital', 'word']);

/** The open classes: a word of one of these may be any. A URL is not told by its word, but there is one word for all. */
export const OPEN = [...OPEN_CLASSES].reduce((bits, name) => bits | WordClass[name as WordClassName], 0) & ~WordClass.url;

function expand(words: string, bits: number, into: Map<string, number>): void {
  for (const word of words.split(' ')) into.set(word, (into.get(word) ?? 0) | bits);
}

/**
 * The English that phrases know about. Built on first use; everything here is a lookup or a suffix rule,
 * so that a word nobody listed ("misprovisioned") still has its class.
 */
export class Lexicon {
  readonly #irregular = new Map<string, VerbForms>();
  readonly #spelling = new Map<string, string>();
  readonly #classes = new Map<string, number>();
  readonly #verbs = new Set(lists.verbs.split(' '));

  constructor() {
    for (const [bits, words] of CLOSED) expand(words, bits, this.#classes);
    expand(lists.fillers, filler | adverb, this.#classes);
    expand(lists.cardinals, number, this.#classes);
    expand(lists.days, day, this.#classes);
    expand(lists.months, month, this.#classes);
    for (const line of lists.irregular.split(';')) this.#addIrregular(line.split(' '));
    for (const pair of lists.spellings.split(';')) {
      const [british = '', american = ''] = pair.split(' ');
      this.#spelling.set(british, american).set(american, british);
      this.#share(british, american);
    }
  }

  /** "learnt" is whatever "learned" is. */
  #share(one: string, other: string): void {
    const bits = this.classOf(one) | this.classOf(other);
    if (bits !== WordClass.word) this.#classes.set(one, bits).set(other, bits);
  }

  #addIrregular([base = '', s = '', past_ = '', participle_ = '', ing_ = '']: readonly string[]): void {
    this.#irregular.set(base, { s, past: past_, participle: participle_, ing: ing_ });
    this.#addForm(s, third);
    this.#addForm(past_, past);
    this.#addForm(participle_, participle);
    this.#addForm(ing_, ing);
  }

  #addForm(word: string, bits: number): void {
    this.#classes.set(word, (this.#classes.get(word) ?? (this.#verbs.has(word) ? verb : 0)) | bits);
  }

  /** The inflected forms of a verb. */
  formsOf(base: string): VerbForms {
    return this.#irregular.get(base) ?? regularForms(base);
  }

  /** The word in all spellings people use: colour, color; apologise, apologize. */
  spellingsOf(word: string): readonly string[] {
    const other = this.#spelling.get(word);
    const swapped = word.length > 5 ? word.replace(/i([sz])(e|es|ed|ing|ation|ations|er|ers)$/, (_, letter: string, end: string) => `i${letter === 's' ? 'z' : 's'}${end}`) : word;
    return [...new Set(other === undefined ? [word, swapped] : [word, other, swapped])];
  }

  /** All inflections of a word: of the verb, and the plural of the noun. */
  inflectionsOf(base: string): readonly string[] {
    if (base === 'be') return BE_FORMS;
    const { s, past: p, participle: pp, ing: i } = this.formsOf(base);
    return [...new Set([base, s, p, pp, i, addS(base)])];
  }

  /** Which form of `base` the word is; undefined when it is none. */
  formName(base: string, word: string): keyof VerbForms | 'base' | undefined {
    if (word === base) return 'base';
    const forms = this.formsOf(base);
    return (['past', 'participle', 's', 'ing'] as const).find((name) => this.spellingsOf(forms[name]).includes(word));
  }

  /** The classes of a lower-case word. */
  classOf(word: string): number {
    const known = this.#classes.get(word);
    const bits = known === undefined || known === verb ? (known ?? 0) | this.#guess(word) : known | (this.#verbs.has(word) ? verb : 0);
    return bits | WordClass.word;
  }

  #guess(word: string): number {
    if (this.#verbs.has(word)) return verb;
    if (word.endsWith('ly') && word.length > 4 && !NOT_ADVERBS.has(word)) return filler | adverb;
    if (word.endsWith('ed') && (word.length > 4 || this.#isVerb(word.slice(0, -2)))) return past | participle;
    if (word.endsWith('ing') && (word.length > 5 || this.#isVerb(word.slice(0, -3)))) return ing;
    if (word.endsWith('s') && this.#isThird(word)) return third;
    return 0;
  }

  /** Short words need a verb behind the ending: "used" and "using", not "shed" and "king". */
  #isVerb(stem: string): boolean {
    return stem.length > 1 && (this.#verbs.has(stem) || this.#verbs.has(`${stem}e`));
  }

  #isThird(word: string): boolean {
    const stem = word.slice(0, -1);
    return this.#verbs.has(stem) || (stem.endsWith('ie') && this.#verbs.has(`${stem.slice(0, -2)}y`)) || (stem.endsWith('e') && this.#verbs.has(stem.slice(0, -1)));
  }
}

let shared: Lexicon | undefined;

/** The lexicon, built once when first asked for: it must not cost start-up time. */
export function lexicon(): Lexicon {
  return (shared ??= new Lexicon());
}
