/** The inflected forms of a verb. */
export interface VerbForms {
  readonly s: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

const VOWEL = /[aeiou]/;

/** The forms of a verb by the regular rules of English spelling (source: Quirk et al., §3.5–3.10). */
export function regularForms(verb: string): VerbForms {
  const past = regularPast(verb);
  return { s: addS(verb), past, participle: past, ing: addIng(verb) };
}

/** Third person or plural: reply → replies, push → pushes, click → clicks. */
export function addS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`;
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubled(verb)}ed`;
}

function addIng(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${doubled(verb)}ing`;
}

/** stop → stopp-: one syllable, one vowel, one final consonant. */
function doubled(verb: string): string {
  const [last, vowel, before] = [verb.at(-1) ?? '', verb.at(-2) ?? '', verb.at(-3) ?? ''];
  const short = !VOWEL.test(last) && !/[wxy]/.test(last) && VOWEL.test(vowel) && !VOWEL.test(before);
  return short && (verb.match(/[aeiouy]+/g)?.length ?? 0) === 1 ? verb + last : verb;
}
