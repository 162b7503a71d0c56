import type { Path } from '../issues.js';
import { meant } from '../nearest.js';
import type { RuleDefinition } from './definition.js';
import type { Mistake } from './mistakes.js';
import { NAMES } from './template.js';

/** What a rule may name without capturing it. */
const ALWAYS = ['match', 'customer'];
const RANGES = ['match', 'sentence', 'clause'];

type Rule = Omit<RuleDefinition, 'id'>;

/** The names in a rule's messages and fixes that stand for nothing. @param captures the names that its phrases capture */
export function unknownNames(rule: Rule, captures: readonly string[]): readonly Mistake[] {
  const values = [...ALWAYS, ...(rule.terms ? ['plain'] : []), ...captures];
  return [
    ...templatesOf(rule).flatMap(({ path, text }) => unknownIn(text, path, values)),
    ...rangesOf(rule).flatMap(({ path, text }) => (RANGES.includes(bare(text)) || captures.includes(bare(text)) ? [] : [mistake(path, 0, bare(text), [...RANGES, ...captures])])),
  ];
}

interface Text {
  readonly path: Path;
  readonly text: string;
}

function templatesOf({ message, fixes = [], terms = [] }: Rule): readonly Text[] {
  return [
    { path: ['message'], text: message },
    ...terms.flatMap(({ plain }, i) => (plain === undefined ? [] : [{ path: ['terms', i, 'plain'], text: plain }])),
    ...fixes.flatMap((fix, i) => (['title', 'replace', 'snippet'] as const).flatMap((key) => textAt(fix, ['fixes', i, key], key))),
  ];
}

function rangesOf({ span, fixes = [] }: Rule): readonly Text[] {
  const inFixes = fixes.flatMap((fix, i) => (['delete', 'of', 'replaces'] as const).flatMap((key) => textAt(fix, ['fixes', i, key], key)));
  return [...(span === undefined ? [] : [{ path: ['span'], text: span }]), ...inFixes];
}

function textAt(fix: object, path: Path, key: string): readonly Text[] {
  const text: unknown = key in fix ? Object.entries(fix).find(([name]) => name === key)?.[1] : undefined;
  return typeof text === 'string' ? [{ path, text }] : [];
}

/** The braces around a name are a habit from the templates. */
function bare(name: string): string {
  return name.replace(/[{}]/g, '');
}

function unknownIn(text: string, path: Path, known: readonly string[]): readonly Mistake[] {
  return [...text.matchAll(NAMES)].flatMap((found) => {
    const [, word = '', inflect, name = ''] = found;
    const asked = inflect === undefined ? word : name;
    return asked === '' || known.includes(asked) ? [] : [mistake(path, found.index, asked, known)];
  });
}

function mistake(path: Path, character: number, name: string, known: readonly string[]): Mistake {
  return { path, character, message: `Nothing is called {${name}}: no phrase of this rule captures it. ${meant(name, known, (one) => `{${one}}`)}` };
}
