import { basename, extname } from 'pathe';
import type { Kind } from '../core/types.js';
import { globTest } from './globs.js';

/** How a file says what it is, the strongest first. */
export type KindSource = 'name' | 'language' | 'front matter' | 'config';

const KINDS: readonly Kind[] = ['reply', 'article', 'macro', 'note'];
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
  const matter = text.startsWith('---') ? FRONT_MATTER.exec(text) : undefined;
  if (!matter || matter.index !== 0) return undefined;
  const word = KIND_FIELD.exec(matter[1] ?? '')?.[1]?.toLowerCase();
  return isKind(word) ? word : undefined;
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
