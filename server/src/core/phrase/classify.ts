import { WordClass } from './lexicon.js';
import type { Tokens } from './tokens.js';
import { classOfSign, Id } from './vocabulary.js';
import type { WrittenForm } from './wordTable.js';

/** The classes of every token of a sentence, capitals included. */
export function classify({ id: ids, forms }: Tokens): readonly number[] {
  const { areCapitals, areCapitalised } = mostOf(forms);
  const classes: number[] = [];
  let opening = true;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? Id.unknown;
    const form = forms[i];
    if (id > 0 && id < Id.first) classes.push(classOfToken(id));
    else classes.push(form ? form.classes | capitals(form, opening || areCapitalised, areCapitals) : WordClass.word);
    opening = isOpening(id, opening);
  }
  return classes;
}

function classOfToken(id: number): number {
  return id === Id.s ? WordClass.be | WordClass.have | WordClass.word : classOfSign(id);
}

/** After a colon, dash or bracket a capital says nothing; an opening quotation mark is no token. */
function isOpening(id: number, opening: boolean): boolean {
  if (id === Id.colon || id === Id.dash || id === Id.bracket || id === Id.stop || id === Id.question || id === Id.exclamation) return true;
  return id === Id.number ? opening : false;
}

/** What the capitals of a word say: nothing of a name where any word would have them. */
function capitals(form: WrittenForm, anyWould: boolean, shouted: boolean): number {
  const { capital, name, acronym } = WordClass;
  if (!form.isCapitalised) return 0;
  if (form.isCapitals) return shouted || !form.isAbbreviation ? capital : capital | acronym;
  return anyWould || form.written === 'I' ? capital : capital | name;
}

/** What more than half of the words of a sentence are, of three at least. */
function mostOf(forms: Tokens['forms']): { readonly areCapitals: boolean; readonly areCapitalised: boolean } {
  let words = 0;
  let inCapitals = 0;
  let capitalised = 0;
  for (const form of forms) {
    if (!form || form.id === Id.s) continue;
    words++;
    if (form.isCapitals) inCapitals++;
    if (form.isCapitalised) capitalised++;
  }
  return { areCapitals: words >= 3 && inCapitals * 2 > words, areCapitalised: words >= 3 && capitalised * 2 > words };
}
