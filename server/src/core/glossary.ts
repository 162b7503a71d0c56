import type { Config, ConfigProblem } from './config.js';
import { commonWords } from './phrase/common.js';
import type { RuleDefinition } from './rules/definition.js';

/** The rule that a configuration's own glossary becomes. Whoever writes a glossary wants it read, whatever else is off. */
export const GLOSSARY_RULE = 'jargon/your-terms';

const WORD = "[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*";
const MAX_WORDS = 5;

/** The glossary of a configuration, as a rule; what cannot be looked for is left out of it. */
export function glossaryRule(terms: Config['terms']): RuleDefinition {
  return {
    id: GLOSSARY_RULE,
    message: '“{match}” is on your list of words that readers may not know. In plain words: {plain}.',
    why: 'Your team has a plainer word for it.',
    terms: Object.entries(terms).flatMap(([term, plain]) => (problemOf(term) === undefined ? [{ term: spellings(term), plain }] : [])),
    unless: { explained: true },
    fixes: [{ title: 'Say “{plain}”', replace: '{plain}' }],
  };
}

/** The terms that cannot be looked for. */
export function glossaryProblems(terms: Config['terms']): readonly ConfigProblem[] {
  return Object.keys(terms).flatMap((term) => {
    const message = problemOf(term);
    return message === undefined ? [] : [{ path: ['terms', term], message }];
  });
}

function problemOf(term: string): string | undefined {
  const words = wordsOf(term);
  if (!new RegExp(`^${WORD}(?: ${WORD})*$`, 'u').test(words)) return `“${term}” cannot be looked for: a term is one word or several, in letters and digits. Write it without the other signs.`;
  return words.split(' ').length > MAX_WORDS ? `“${term}” is too long to be looked for: a term has ${MAX_WORDS} words at most. Name the part that readers stumble over.` : undefined;
}

/** A term is plain words, whoever wrote it, parted as the words of a text are: "CI/CD" is two. */
function wordsOf(term: string): string {
  return term.trim().replace(/[/&.\s]+/g, ' ');
}

/** A term as it is written, and in small letters unless that is another word ("IT"). */
function spellings(term: string): string[] {
  const words = wordsOf(term);
  const small = words.toLowerCase();
  if (small === words) return [small];
  return words === words.toUpperCase() && commonWords().has(small) ? [words] : [small, words];
}
