import { builtinPacks } from '../core/packs/builtin.js';
import type { ConfigInput } from '../core/config.js';
import type { Linter, LinterOptions } from '../core/lint.js';
import { checkPack, checkPassages, type PackFinding } from '../core/packs/check/checkPack.js';
import type { Pack, PackProblem } from '../core/packs/pack.js';
import type { Audience } from '../core/types.js';
import type { FileSystem } from './fileSystem.js';
import { readPackFolder } from './packs.js';

/** What checking a pack takes beside its folder. */
export interface PackCheckOptions {
  readonly createLinter: (options: LinterOptions) => Linter;
  readonly config: ConfigInput;
  /** The packs it is used with, beside the built-in ones. */
  readonly others: readonly Pack[];
  /** As `2025-01-31`. */
  readonly today: string;
  /** False: leave out what the engine says of the snippets. Default: true. */
  readonly wording?: boolean;
}

/** What there is to say about a pack. */
export interface PackCheck {
  /** Undefined where its `pack.yaml` cannot be used. */
  readonly pack: Pack | undefined;
  /** By file, then line. */
  readonly findings: readonly PackFinding[];
}

/** Checks the pack in a folder, from its format to its wording. @param folder absolute */
export async function checkPackFolder(fs: FileSystem, folder: string, { createLinter, config, others, today, wording = true }: PackCheckOptions): Promise<PackCheck> {
  const { pack, sketch = pack, manifest, problems, ...contents } = await readPackFolder(fs, folder, { tests: true });
  const beside = [...builtinPacks(), ...others].filter(({ name }) => name !== pack?.name);
  const linters = new Map<Audience, Linter>();
  const linterFor = (audience: Audience): Linter => {
    const linter = linters.get(audience) ?? createLinter({ config: { ...config, audience }, packs: [...(pack ? [pack] : []), ...others.filter(({ name }) => name !== pack?.name)] });
    linters.set(audience, linter);
    return linter;
  };
  const shared = { files: contents.files, others: beside, linterFor, today, wording };
  const found = pack && sketch && manifest ? checkPack({ ...contents, ...shared, pack, sketch, manifest }) : sketch ? checkPassages({ ...shared, sketch }) : [];
  return { pack, findings: [...problems.map(asFinding), ...found].sort(byPlace) };
}

function asFinding({ file, line = 1, column = 1, severity, message }: PackProblem): PackFinding {
  return { file, line, column, severity, code: 'format', message };
}

function byPlace(a: PackFinding, b: PackFinding): number {
  return a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
}
