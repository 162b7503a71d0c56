import type { Linter } from '../../lint.js';
import type { RuleFile } from '../../rules/definition.js';
import type { Audience, Severity } from '../../types.js';
import type { Pack } from '../pack.js';
import type { ParsedFile } from '../read.js';
import type { PackTest } from '../tests.js';
import { checkAlike } from './checkAlike.js';
import { checkExamples } from './checkExamples.js';
import { checkManifest } from './checkManifest.js';
import { checkSnippets } from './checkSnippets.js';
import { checkTemplates } from './checkTemplates.js';
import { checkTests } from './checkTests.js';

/** Something that a team lead should look at in a pack, in a sentence that says the way out. */
export interface PackFinding {
  /** Path inside the pack, with `/`. */
  readonly file: string;
  /** From 1; the column in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  /** A rule’s id, or which check it is. */
  readonly code: string;
  readonly message: string;
}

/** Where in a file the value stands that a path of keys leads to; line and column from 1. */
export type PlaceOf = (path: readonly (string | number)[]) => { readonly line: number; readonly column: number };

/** A pack with all that is needed to check it. */
export interface PackUnderCheck {
  readonly pack: Pack;
  /** The same with the snippets that cannot be used as they stand. */
  readonly sketch: Pack;
  readonly manifest: ParsedFile;
  /** The snippets’ files, by id. */
  readonly files: ReadonlyMap<string, ParsedFile>;
  readonly examples: readonly { readonly rule: string; readonly file: string; readonly examples: RuleFile['examples']; readonly placeOf: PlaceOf }[];
  /** The examples of its templates. */
  readonly templateExamples: readonly { readonly template: string; readonly file: string; readonly complete: readonly string[]; readonly lacking: Readonly<Record<string, string>>; readonly placeOf: PlaceOf }[];
  readonly tests: readonly { readonly test: PackTest; readonly line: number }[];
  /** The packs it is used with, the built-in ones among them. */
  readonly others: readonly Pack[];
  /** A linter with the pack and the others. */
  readonly linterFor: (audience: Audience) => Linter;
  /** As `2025-01-31`. */
  readonly today: string;
  /** False: leave out what the engine says of the snippets, which an editor shows of its own accord. */
  readonly wording: boolean;
}

/** What checking the snippets takes. */
export type PassagesUnderCheck = Omit<PackUnderCheck, 'pack' | 'manifest' | 'examples' | 'templateExamples' | 'tests'>;

/** What there is to say of the snippets alone, which needs no `pack.yaml`. */
export function checkPassages(sketch: PassagesUnderCheck): readonly PackFinding[] {
  return [...checkSnippets(sketch), ...checkAlike(sketch)];
}

/** Reads a whole pack: its wording with the whole engine, its links, fields and prefixes, what it says twice, and its own examples and tests. */
export function checkPack(pack: PackUnderCheck): readonly PackFinding[] {
  return [...checkManifest(pack), ...checkPassages(pack), ...checkExamples(pack), ...checkTemplates(pack), ...checkTests(pack)];
}
