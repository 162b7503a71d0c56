import { basename, extname } from 'pathe';
import { nearest } from '../core/nearest.js';
import type { Kind } from '../core/types.js';
import { globTest } from './globs.js';

/** How a file says what it is, the strongest first. */
export type KindSource = 'name' | 'pack' | 'language' | 'front matter' | 'config';

const KINDS: readonly Kind[] = ['reply', 'article', 'macro', 'note'];
/** Kinds that no word of another tool (node, role) is a slip away from. */
const LONG_KINDS = KINDS.filter((kind) => kind.length > 4);
const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m;
const KIND_FIELD = /^kind[ \t]*:[ \t]*["']?([a-z]+)["']?[ \t]*(?:#.*)?\r?$/im;

/** Whether a word names a kind. */
export function isKind(word: unknown): word is Kind {
  return KINDS.some((kind) => kind === word);
}

/** `.reply` and `.reply.md` are replies. */
export function kindByName(path: string): Kind | undefined {
  return /\.reply(?:\.md)?$/i.test(path) ? 'reply' : undefined;
}

/** What `kind: …` in the front matter says. Words that other tools keep there mean nothing. */
export function kindByFrontMatter(text: string): Kind | undefined {
  const word = kindField(text)?.word.toLowerCase();
  return isKind(word) ? word : undefined;
}

/** A `kind: artcle` in the front matter: what was meant, and the line (from 1) and column (from 1) of the slip. */
export function misspelledKind(text: string): { readonly written: string; readonly meant: Kind; readonly line: number; readonly column: number } | undefined {
  const field = kindField(text);
  if (!field || isKind(field.word.toLowerCase())) return undefined;
  const meant = LONG_KINDS.find((kind) => kind === nearest(field.word, LONG_KINDS));
  const lines = text.slice(0, field.at).split('\n');
  return meant && { written: field.word, meant, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function kindField(text: string): { readonly word: string; readonly at: number } | undefined {
  const matter = text.startsWith('---') ? FRONT_MATTER.exec(text) : undefined;
  const field = matter?.index === 0 ? KIND_FIELD.exec(matter[1] ?? '') : undefined;
  if (!matter || !field?.[1]) return undefined;
  return { word: field[1], at: matter[0].indexOf(field[0]) + field[0].indexOf(field[1], field[0].indexOf(':')) };
}

/** Makes the look-up of `kinds`: of all patterns that fit a path, the longest wins. */
export function kindsByGlob(kinds: Readonly<Record<string, Kind>>): (path: string) => { readonly kind: Kind; readonly pattern: string } | undefined {
  const longestFirst = Object.entries(kinds).sort(([a], [b]) => b.length - a.length);
  const tests = longestFirst.map(([pattern, kind]) => ({ fits: globTest(pattern), kind, pattern }));
  return (path) => tests.find(({ fits }) => fits(path));
}

/** The language a file of that name is read as. */
export function languageOf(path: string): 'markdown' | 'support-reply' | 'plaintext' {
  if (kindByName(basename(path))) return 'support-reply';
  return extname(path).toLowerCase() === '.txt' ? 'plaintext' : 'markdown';
}

/** Whether a file of that name is a text that can be read when somebody says what it is. */
export function isText(path: string): boolean {
  return /\.(?:md|markdown|txt|reply)$/i.test(path);
}
