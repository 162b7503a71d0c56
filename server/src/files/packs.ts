import type { Pack } from '../core/packs/pack.js';
import { readPack, type PackReading, type ParsedFile } from '../core/packs/read.js';
import type { FileSystem } from './fileSystem.js';
import { PackFolder } from './packFolder.js';
import { readPackTests, type PlacedTest } from './packTests.js';
import { NO_TEMPLATES, readPackTemplates, type TemplateExamples } from './packTemplates.js';
import { NO_RULES, readPackRules, type PackRules } from './packRules.js';

/** How a pack is read. */
export interface PackOptions {
  /** False: nobody vouches for where the pack stands, so its snippets are read, which do nothing of themselves, and its rules and words are not. */
  readonly trusted?: boolean;
  /** Read its tests too. */
  readonly tests?: boolean;
}

/** A pack as it stands in its folder. */
export interface PackContents extends PackReading {
  /** Its `pack.yaml`, as it was read. */
  readonly manifest?: ParsedFile;
  /** The examples of its rules, which are their tests. */
  readonly examples: PackRules['examples'];
  /** The examples of its templates. */
  readonly templateExamples: readonly TemplateExamples[];
  /** Its `tests.yaml`, where it was asked for. */
  readonly tests: readonly PlacedTest[];
  /** Whether it has rules or words that were not read for want of trust. */
  readonly withheld: boolean;
}

/** For a `pack.yaml` that is there and cannot be read, so that the other files can. */
const STAND_IN: ParsedFile = { path: 'pack.yaml', data: { name: 'pack', version: '0.0.0', description: 'None.' } };

/**
 * Reads a pack's folder: `pack.yaml`, `snippets/…/*.md`, `rules/*.yaml`, `templates/*.yaml` and `terms.yaml`. Links are not followed, hidden
 * files not read, and whatever a file holds, it costs at most that file: problems are returned, nothing is thrown.
 */
export async function readPackFolder(fs: FileSystem, folder: string, options: PackOptions = {}): Promise<PackContents> {
  const reader = new PackFolder(fs, folder);
  const manifest = await reader.manifest();
  // Who checks a pack wants to hear of all mistakes at once, whatever is wrong with its first file.
  const readsOn = manifest !== undefined || (options.tests === true && (await reader.has('pack.yaml')));
  if (!readsOn) return { problems: reader.problems, files: new Map(), examples: [], templateExamples: [], tests: [], withheld: false };
  const files: ParsedFile[] = [];
  // One after the other, so that problems are in order and a large pack is not all in memory at once.
  for (const entry of await reader.snippets()) {
    const file = await reader.snippet(entry);
    if (file) files.push(file);
  }
  const { pack, ...reading } = readPack(manifest ?? STAND_IN, files);
  const { trusted = true } = options;
  const own = trusted && (pack || options.tests === true) ? await readPackRules(reader, pack?.name ?? 'pack') : NO_RULES;
  const withheld = !trusted && (((await reader.yamlFiles('rules')).length > 0 || (await reader.yamlFiles('templates')).length > 0 || (await reader.has('terms.yaml'))));
  const shapes = pack && trusted ? await readPackTemplates(reader, pack.name) : NO_TEMPLATES;
  const tests = options.tests === true ? await readPackTests(reader) : [];
  return {
    ...reading,
    ...(pack && manifest && { pack: { ...withRules(pack, own), ...(shapes.templates.length > 0 && { templates: shapes.templates }) }, manifest }),
    examples: own.examples,
    templateExamples: shapes.examples,
    tests,
    withheld,
    problems: [...reader.problems, ...reading.problems],
  };
}

function withRules(pack: Pack, { rules, allow }: PackRules): Pack {
  return { ...pack, ...(rules.length > 0 && { rules }), ...(allow.length > 0 && { allow }) };
}
