/**
 * Contractions, taken apart: "didn't" is did + not. What people type without the apostrophe counts
 * too, unless that is a word of its own ("well", "were", "its").
 */
const AUXILIARIES = 'do does did is are was were have has had would should could might must need ought'.split(' ');
const ENDINGS: readonly (readonly [ending: string, word: string])[] = [
  ["n't", 'not'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'m", 'am'],
  ["'d", "'d"],
  ["'s", "'s"],
];
const STEMS: Readonly<Record<string, string>> = { "can't": 'can', "won't": 'will', "shan't": 'shall', "ain't": 'are' };
const PRONOUN_FORMS = ["i'm", "i've", "you're", "you've", "you'll", "you'd", "we've", "they're", "they've", "they'll", "that's", "that'll", "what's", "there's", "it'll", "who's"];

/** Every word that a contraction spells differently. */
export const CONTRACTED_WORDS: readonly string[] = [...ENDINGS.map(([, word]) => word).filter((word) => word !== "'s"), ...Object.values(STEMS), 'us'];

/** A contraction's two words; the second begins at `cut` code units into the written word. */
export interface Contraction {
  readonly first: string;
  readonly second: string;
  readonly cut: number;
}

/** How people say or type a word: phrases write it in full. */
export const SAID_AS: ReadonlyMap<string, string> = new Map([
  ...['u', 'ya', 'ye', 'yous', 'youse', 'yall', "y'all"].map((word): [string, string] => [word, 'you']),
  ...['ur', 'yer'].map((word): [string, string] => [word, 'your']),
]);

const bare = new Map<string, Contraction>([
  ...AUXILIARIES.map((aux): [string, Contraction] => [`${aux}nt`, { first: aux, second: 'not', cut: aux.length }]),
  ['cant', { first: 'can', second: 'not', cut: 2 }],
  ['wont', { first: 'will', second: 'not', cut: 2 }],
  ['cannot', { first: 'can', second: 'not', cut: 3 }],
  ...PRONOUN_FORMS.map((form): [string, Contraction] => [form.replace("'", ''), split(form) ?? { first: form, second: '', cut: form.length }]),
]);

/** Takes a lower-case word (straight apostrophe) apart; undefined when it is one word. */
export function contraction(word: string): Contraction | undefined {
  return word.includes("'") ? split(word) : bare.get(word);
}

function split(word: string): Contraction | undefined {
  if (word === "let's") return { first: 'let', second: 'us', cut: 3 };
  const found = ENDINGS.find(([ending]) => word.endsWith(ending) && word.length > ending.length);
  if (!found) return undefined;
  const [ending, second] = found;
  const cut = word.length - ending.length;
  return { first: STEMS[word] ?? word.slice(0, cut), second, cut };
}
