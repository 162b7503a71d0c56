import { resolve } from 'pathe';
import type { ConfigInput, Kind, Severity } from '../core/index.js';
import { AUDIENCES, KINDS } from '../core/types.js';
import { isKind } from '../files/kinds.js';
import { ARCHIVE_OPTIONS, readArchiveOptions } from './archive/archiveOptions.js';
import type { ArchiveOptions } from './archive/archiveOptions.js';
import { readArguments, textOption } from './args.js';
import type { Arguments, OptionTable } from './args.js';
import { UsageError } from './io.js';
import { FORMATS, showsFixes } from './report/formats.js';
import type { Format } from './report/formats.js';
import { SEVERITIES } from './severity.js';
import type { FailOn } from './severity.js';

/** What a command line asks of `deskside lint`. */
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
  /** Whether anybody will see what to write instead: making it takes an eighth of a run over articles. */
  readonly fixes: boolean;
  /** Apply the safe fixes, or only show what they would change. */
  readonly fix: 'write' | 'show' | undefined;
  readonly failOn: FailOn;
  /** From one warning more than this on, the exit code is 1. */
  readonly maxWarnings: number | undefined;
  /** Show only what makes the exit code 1. */
  readonly quiet: boolean;
  /** The folder to keep findings in from one run to the next; absolute. */
  readonly cache: string | undefined;
  /** Read only what differs from this commit in git. */
  readonly changed: string | undefined;
  /** Record what is found, and say no more of it from now on. */
  readonly baseline: boolean;
  readonly pruneBaseline: boolean;
  readonly pruneIgnores: boolean;
}

/** Where `--cache` keeps what was found. */
const CACHE_NAME = '.deskside-cache';

/** The options that `lint` and `rules` share. */
export const CONFIG_OPTIONS = { audience: AUDIENCES, preset: ['recommended', 'all'], config: 'text' } as const;

const OPTIONS: OptionTable = {
  ...CONFIG_OPTIONS,
  ...ARCHIVE_OPTIONS,
  'all-findings': 'flag',
  baseline: 'flag',
  cache: 'flag or text',
  changed: 'flag or text',
  'fail-on': [...SEVERITIES, 'never'],
  fix: 'flag',
  'fix-dry-run': 'flag',
  format: FORMATS,
  input: ['ndjson', 'csv'],
  kind: KINDS,
  'max-warnings': 'text',
  'min-severity': SEVERITIES,
  'prune-baseline': 'flag',
  'prune-ignores': 'flag',
  quiet: 'flag',
  'stdin-filename': 'text',
};

/** @throws UsageError for what is not known, and for options that do not go together */
export function readLintOptions(argv: readonly string[], cwd: string): LintOptions {
  const args = readArguments(argv, OPTIONS);
  const option = (name: string) => textOption(args, name);
  const has = (name: string) => args.options.has(name);
  const kind = option('kind');
  const from = inputOf(args);
  const maxWarnings = countOf(option('max-warnings'));
  const format = from === 'archive' ? 'ndjson' : (FORMATS.find((one) => one === option('format')) ?? 'text');
  const fix = has('fix') ? 'write' : has('fix-dry-run') ? 'show' : undefined;
  const options: LintOptions = {
    paths: args.positionals.length ? args.positionals : ['.'],
    from,
    archive: readArchiveOptions(args),
    stdinName: option('stdin-filename'),
    format,
    kind: isKind(kind) ? kind : undefined,
    ...readConfigOptions(args, cwd),
    minSeverity: SEVERITIES.find((severity) => severity === option('min-severity')) ?? 'hint',
    all: has('all-findings'),
    fixes: fix !== undefined || (showsFixes(format) && !has('baseline')),
    fix,
    failOn: failOnOf(option('fail-on'), maxWarnings),
    maxWarnings,
    quiet: has('quiet'),
    cache: has('cache') ? resolve(cwd, option('cache') ?? CACHE_NAME) : undefined,
    changed: has('changed') ? (option('changed') ?? 'HEAD') : undefined,
    baseline: has('baseline'),
    pruneBaseline: has('prune-baseline'),
    pruneIgnores: has('prune-ignores'),
  };
  refuseContradictions(options, args);
  return options;
}

/** What the options say about the config. */
export function readConfigOptions(args: Arguments, cwd: string): Pick<LintOptions, 'config' | 'configFile'> {
  const audience = AUDIENCES.find((one) => one === textOption(args, 'audience'));
  const preset = PRESETS.find((one) => one === textOption(args, 'preset'));
  const file = textOption(args, 'config');
  return { config: { ...(audience && { audience }), ...(preset && { preset }) }, configFile: file === undefined ? undefined : resolve(cwd, file) };
}

const PRESETS: readonly ('recommended' | 'all')[] = CONFIG_OPTIONS.preset;

function inputOf({ options, positionals }: Arguments): LintOptions['from'] {
  if (options.has('input')) return 'archive';
  return positionals.includes('-') ? 'stdin' : 'files';
}

/** Whoever counts warnings lets single ones pass. */
function failOnOf(word: string | undefined, maxWarnings: number | undefined): LintOptions['failOn'] {
  if (word === 'never') return 'never';
  return SEVERITIES.find((severity) => severity === word) ?? (maxWarnings === undefined ? 'warning' : 'error');
}

function countOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/u.test(value)) throw new UsageError(`--max-warnings needs a number, as --max-warnings 10, and not “${value}”.`);
  return Number(value);
}

function refuseContradictions(options: LintOptions, args: Arguments): void {
  for (const { when, message } of CONTRADICTIONS) if (when(options, args)) throw new UsageError(message);
}

interface Contradiction {
  readonly when: (options: LintOptions, args: Arguments) => boolean;
  readonly message: string;
}

const isRecording = ({ baseline, pruneBaseline, pruneIgnores }: LintOptions): boolean => baseline || pruneBaseline || pruneIgnores;

const CONTRADICTIONS: readonly Contradiction[] = [
  { when: ({ from, paths }) => from === 'stdin' && paths.length > 1, message: '“-” reads standard input and goes with no other path.' },
  { when: ({ from, paths }) => from === 'archive' && paths.some((path) => path !== '.' && path !== '-'), message: '--input reads standard input and goes with no path.' },
  { when: ({ from }, args) => from === 'archive' && (textOption(args, 'format') ?? 'ndjson') !== 'ndjson', message: '--input answers as ndjson; leave --format out.' },
  { when: ({ from, fix }) => from !== 'files' && fix !== undefined, message: '--fix changes files, and standard input is none; name the file.' },
  { when: ({ from, stdinName }) => from !== 'stdin' && stdinName !== undefined, message: '--stdin-filename names what “-” reads: deskside lint - --stdin-filename NAME' },
  { when: (_options, { options }) => options.has('fix') && options.has('fix-dry-run'), message: '--fix changes the files and --fix-dry-run does not; take one of them.' },
  { when: (options) => options.from !== 'files' && (isRecording(options) || options.changed !== undefined), message: '--baseline, --prune-… and --changed are about files; name a file or a folder.' },
  { when: ({ baseline, pruneBaseline }) => baseline && pruneBaseline, message: '--baseline records anew, --prune-baseline keeps what is left of the old; take one of them.' },
  { when: (options) => isRecording(options) && options.minSeverity !== 'hint', message: '--baseline and --prune-… are about all findings; leave --min-severity out.' },
  { when: (options) => isRecording(options) && options.fix !== undefined, message: '--baseline and --prune-… do not go with --fix; run one after the other.' },
];
