import { CLOSING_QUOTE, SQUOTE, isAsciiLetter, isDigit, isSpace, isWordCharacter } from './chars.js';
import type { Block } from './prose.js';

const ENGLISH = ('the and of you your that for with this it are be have not can if or from but will my what which when please has there would should they '
  + 'was by how is to in on an as at we do does did i i\'m i\'ve it\'s don\'t you\'re you\'ve can\'t a our us them their then than all any been just like get about '
  + 'after before into more out up so here hi hello thanks thank sorry need want know see try use using click where who why because could may each other only also no me back its were had now yet').split(' ');

/** Function words of other languages, without those that English has too. */
const OTHERS: readonly string[] = [
  // german
  'der das und ist nicht ein eine einen einem einer sie ihr ihre ihren ihnen wir ich mit für auf dem den des von zu im auch es wenn aber oder haben wird werden können bitte sich bei nach über noch nur wie dass sind kann danke vielen guten',
  // french
  'le la les des et est une du que qui dans pour pas vous votre vos nous je il elle sur avec ce cette ces sont mais ou où au aux par plus être avez avons merci bonjour ne se sa son leur si très bien fait',
  // spanish
  'el la los las y es una un que en para por con no su sus se del al lo le usted nosotros pero como más este esta está son hola gracias si ha muy puede favor cuando sobre desde hemos',
  // dutch
  'de het een en van ik je u uw wij niet dat die voor met zijn op te ook maar als er naar om bij kunt kan heeft hebben wordt deze dit aan nog wel dan goedemorgen bedankt onze',
  // portuguese
  'o os as e é um uma que não para com por se seu sua você nós mas como mais este esta está são do da dos das no na nos nas ao olá obrigado obrigada pelo pela muito foi pode',
  // italian
  'il lo la gli le e è un una che di non per con si suo sua lei noi ma come più questo questa sono del della dei delle nel nella alla ciao grazie anche ha può stato essere buongiorno',
  // polish
  'i w z na się nie że jest to do jak ale dla o po przez ten ta te są proszę czy może być pan pani państwa mamy dziękuję za od tym był oraz',
  // scandinavian
  'och det att är jag som på en ett inte med för av til har vi kan om den du ikke og jeg er ej også',
];

/** What a word is looked up by: five bits a letter, as long as they are few and plain, or else the word in small letters. */
type Key = number | string;

const MOST_PACKED = 6;

/** Every function word with the languages it belongs to, one bit each; English is the first. */
const LANGUAGES: ReadonlyMap<Key, number> = bits();

function bits(): Map<Key, number> {
  const all = new Map<Key, number>();
  [ENGLISH, ...OTHERS.map((words) => words.split(' '))].forEach((words, k) => {
    for (const word of words) {
      const key = keyOf(word, 0, word.length);
      all.set(key, (all.get(key) ?? 0) | (1 << k));
    }
  });
  return all;
}

/** The key of the word `[start, end)`. To cut every word out took a third longer for all of a reply. */
function keyOf(text: string, start: number, end: number): Key {
  let packed = 0;
  for (let i = start; end - start <= MOST_PACKED && isAsciiLetter(text.charCodeAt(i)); i++) {
    packed = (packed << 5) | (text.charCodeAt(i) & 31);
    if (i + 1 === end) return packed;
  }
  const word = text.slice(start, end).toLowerCase();
  return word.includes('’') ? word.replace('’', "'") : word;
}

/** How many words are looked at: enough to know, and the same cost for any length. */
const SAMPLE = 200;
const FEWEST_WORDS = 8;
const LEAST_SHARE = 0.06;
const MOST_ACCENTS = 0.01;
/** Text with this many accented letters needs far more English words: *a* and *I* are words elsewhere too. */
const MANY_ACCENTS = 0.04;
const LEAST_SHARE_AMONG_ACCENTS = 0.2;
const LONGEST_WORD = 8;

/**
 * Whether the writer's words are English, by the share of function words. Fewer than eight words in
 * Latin letters say too little and count as English, unless another script outweighs them.
 */
export function isEnglish({ text, blocks }: { readonly text: string; readonly blocks: Iterable<Block> }): boolean {
  const census = new Census();
  for (const block of blocks) {
    for (const span of block.spans) if (span.kind === 'text') census.read(text, span.start, span.end);
    if (census.words >= SAMPLE) break;
  }
  return census.isEnglish();
}

class Census {
  words = 0;
  private latin = 0;
  private accented = 0;
  private foreign = 0;
  private english = 0;
  private readonly others: number[] = OTHERS.map(() => 0);

  read(text: string, start: number, end: number): void {
    let i = start;
    while (i < end && this.words < SAMPLE) {
      const from = i;
      while (i < end && isAsciiLetter(text.charCodeAt(i))) i++;
      this.latin += i - from;
      while (i < end && this.isPart(text.charCodeAt(i), i > from)) i++;
      if (i > from) this.count(text, from, i);
      else i++;
    }
  }

  /** Counts a character by its script. @returns whether it is part of a word in Latin letters */
  private isPart(code: number, inside: boolean): boolean {
    if (isAsciiLetter(code)) {
      this.latin++;
      return true;
    }
    if (inside && (code === SQUOTE || code === CLOSING_QUOTE)) return true;
    if (code < 0xc0 || isSpace(code) || isDigit(code) || !isWordCharacter(code)) return false;
    if (code < 0x250) {
      this.latin++;
      this.accented++;
      return true;
    }
    if (code < 0xd800 || code > 0xdfff) this.foreign++;
    return false;
  }

  /** Counts the word `[start, end)`; one too long for a function word need not be cut out. */
  private count(text: string, start: number, end: number): void {
    this.words++;
    if (end - start > LONGEST_WORD) return;
    const languages = LANGUAGES.get(keyOf(text, start, end)) ?? 0;
    if (languages & 1) this.english++;
    if (languages < 2) return;
    for (let k = 0; k < this.others.length; k++) if (languages & (2 << k)) this.others[k] = (this.others[k] ?? 0) + 1;
  }

  isEnglish(): boolean {
    if (this.foreign * 2 > this.latin) return false;
    if (this.words < FEWEST_WORDS) return true;
    const other = Math.max(...this.others);
    if (other > this.english) return false;
    const least = this.accented / this.latin > MANY_ACCENTS ? LEAST_SHARE_AMONG_ACCENTS : LEAST_SHARE;
    return this.english / this.words >= least || (this.accented / this.latin < MOST_ACCENTS && other === this.english);
  }
}
