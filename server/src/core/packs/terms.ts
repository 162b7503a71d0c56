import * as v from 'valibot';
import type { RuleDefinition } from '../rules/definition.js';
import { line } from './schema.js';

const words = v.pipe(v.record(line('a word', 80, 'The words as they are written.'), line('plain words', 200, 'What to write in their place.'), 'This takes lines like “SSO: one sign-in for everything”.'), v.maxEntries(1000, 'More than 1000 words; make two packs of it.'));

/** `terms.yaml`: a team's own words. */
export const termsSchema = v.strictObject({
  plain: v.exactOptional(v.pipe(words, v.description('Words that readers may not know, and plain ones. A word that the text explains is fine.'))),
  say: v.exactOptional(v.pipe(words, v.description('Words that the team does not use, and those that it uses.'))),
  allow: v.exactOptional(
    v.pipe(v.array(line('allow', 80, 'A word, phrase or acronym.'), '“allow” takes a list of words: [ACME, B2B].'), v.maxLength(1000, '“allow” lists more than 1000 words.'), v.description('Words, phrases and acronyms that are fine in this team’s texts.')),
  ),
});

/** The lists of `terms.yaml` that find something. */
export const TERM_LISTS = ['plain', 'say'] as const;
/** The name of such a list. */
export type TermList = (typeof TERM_LISTS)[number];

const SPOKEN: Readonly<Record<TermList, Omit<RuleDefinition, 'id' | 'terms'>>> = {
  plain: {
    title: 'Words that readers may not know',
    message: '“{match}” is on your team’s list of words that readers may not know. In plain words: {plain}.',
    why: 'Your team has a plainer word for it.',
    severity: 'info',
    unless: { explained: true },
    fixes: [{ title: 'Say “{plain}”', replace: '{plain}' }],
  },
  say: {
    title: 'Your team’s own words',
    message: 'Your team says “{plain}”, not “{match}”: one name for a thing, and nobody wonders whether two are meant.',
    why: 'One name for one thing: a customer who meets two looks for two things.',
    severity: 'info',
    fixes: [{ title: 'Say “{plain}”', replace: '{plain}' }],
  },
};

/** Whether a rule is a pack's list of words. Rule files may not have these names. */
export function isTermRule(id: string): boolean {
  return TERM_LISTS.some((list) => id.endsWith(`/${list}`));
}

/** The rule that a list of words becomes: `my-team/plain`, `my-team/say`. Its terms are in the list's order. */
export function ruleOfTerms(pack: string, list: TermList, terms: Readonly<Record<string, string>>): RuleDefinition {
  return { id: `${pack}/${list}`, ...SPOKEN[list], terms: Object.entries(terms).map(([term, plain]) => ({ term: spellings(term), plain })) };
}

/** A word in capitals is an acronym; any other is found at the start of a sentence and as a name, too. */
function spellings(term: string): string | string[] {
  const lower = term.toLowerCase();
  return lower === term || term === term.toUpperCase() ? term : [lower, term];
}
