import { resolve } from 'pathe';
import type { Audience, ConfigInput, Kind, Severity } from '../core/index.js';
import { isKind } from '../files/kinds.js';
import { ARCHIVE_OPTIONS, readArchiveOptions } from './archive/archiveOptions.js';
import type { ArchiveOptions } from './archive/archiveOptions.js';
import { readArguments, textOption } from './args.js';
import type { Arguments, OptionTable } from './args.js';
import { UsageError } from './io.js';
import { SEVERITIES } from './severity.js';

export type Format = 'text' | 'json' | 'ndjson';

export interface LintOptions {
  /** As they were given; `.` when none were. */
  readonly paths: readonly string[];
  readonly from: 'files' | 'stdin' | 'archive';
  /** What `--input` and the options that go with it say. */
  readonly archive: ArchiveOptions | undefined;
  readonly stdinName: string | undefined;
  readonly format: Format;
  readonly kind: Kind | undefined;
  /** What the command line sets of the config. */
  readonly config: ConfigInput;
  /** Absolute path. */
  readonly configFile: string | undefined;
  readonly minSeverity: Severity;
  readonly all: boolean;
  readonly fix: boolean;
  readonly failOn: Severity | 'never';
}

/** The options that `lint` and `rules` share. */
export const CONFIG_OPTIONS = { audience: ['general', 'technical'], preset: ['recommended', 'all'], config: 'text' } as const;

const OPTIONS: OptionTable = {
  ...CONFIG_OPTIONS,
  ...ARCHIVE_OPTIONS,
  'all-findings': 'flag',
  'fail-on': [...SEVERITIES, 'never'],
  fix: 'flag',
  format: ['text', 'json', 'ndjson'],
  input: ['ndjson', 'csv'],
  kind: ['reply', 'article', 'macro', 'note'],
  'min-severity': SEVERITIES,
  'stdin-filename': 'text',
};

/** @throws UsageError for what is not known, and for options that do not go together */
export function readLintOptions(argv: readonly string[], cwd: string): LintOptions {
  const args = readArguments(argv, OPTIONS);
  const option = (name: string) => textOption(args, name);
  const kind = option('kind');
  const from = inputOf(args);
  const options: LintOptions = {
    paths: args.positionals.length ? args.positionals : ['.'],
    from,
    archive: readArchiveOptions(args),
    stdinName: option('stdin-filename'),
    format: from === 'archive' ? 'ndjson' : (FORMATS.find((format) => format === option('format')) ?? 'text'),
    kind: isKind(kind) ? kind : undefined,
    ...readConfigOptions(args, cwd),
    minSeverity: SEVERITIES.find((severity) => severity === option('min-severity')) ?? 'hint',
    all: args.options.has('all-findings'),
    fix: args.options.has('fix'),
    failOn: failOnOf(option('fail-on')),
  };
  refuseContradictions(options, option('format'));
  return options;
}

/** What the options say about the config. */
export function readConfigOptions(args: Arguments, cwd: string): Pick<LintOptions, 'config' | 'configFile'> {
  const audience = AUDIENCES.find((one) => one === textOption(args, 'audience'));
  const preset = PRESETS.find((one) => one === textOption(args, 'preset'));
  const file = textOption(args, 'config');
  return { config: { ...(audience && { audience }), ...(preset && { preset }) }, configFile: file === undefined ? undefined : resolve(cwd, file) };
}

const FORMATS: readonly Format[] = ['text', 'json', 'ndjson'];
const AUDIENCES: readonly Audience[] = CONFIG_OPTIONS.audience;
const PRESETS: readonly ('recommended' | 'all')[] = CONFIG_OPTIONS.preset;

function inputOf({ options, positionals }: Arguments): LintOptions['from'] {
  if (options.has('input')) return 'archive';
  return positionals.includes('-') ? 'stdin' : 'files';
}

function failOnOf(word: string | undefined): LintOptions['failOn'] {
  return word === 'never' ? 'never' : (SEVERITIES.find((severity) => severity === word) ?? 'warning');
}

function refuseContradictions({ from, paths, fix, stdinName }: LintOptions, format: string | undefined): void {
  if (from === 'stdin' && paths.length > 1) throw new UsageError('“-” reads standard input and goes with no other path.');
  if (from === 'archive' && paths.some((path) => path !== '.' && path !== '-')) throw new UsageError('--input reads standard input and goes with no path.');
  if (from === 'archive' && format !== undefined && format !== 'ndjson') throw new UsageError('--input answers as ndjson; leave --format out.');
  if (from !== 'files' && fix) throw new UsageError('--fix changes files, and standard input is none; name the file.');
  if (from !== 'stdin' && stdinName !== undefined) throw new UsageError('--stdin-filename names what “-” reads: deskside lint - --stdin-filename NAME');
}
