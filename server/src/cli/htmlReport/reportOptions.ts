import { KINDS } from '../../core/types.js';
import { readArguments, textOption } from '../args.js';
import { UsageError } from '../io.js';
import { CONFIG_OPTIONS } from '../lintOptions.js';
import { SEVERITIES } from '../severity.js';

/** What a command line asks of `deskside report`. */
export interface ReportOptions {
  /** As they were given; `.` when none were. */
  readonly paths: readonly string[];
  /** Where the page goes, as it was given; `-` is standard output. */
  readonly out: string;
  /** A folder of earlier runs (`deskside lint --format json`), or one of them. */
  readonly history: string | undefined;
  /** How many of the past commits to read. */
  readonly commits: number | undefined;
  /** Leaves out commits that are older. In any way that git understands. */
  readonly since: string | undefined;
  /** Those of the options that `deskside lint` knows, as it knows them. */
  readonly forLint: readonly string[];
}

const FOR_LINT = { ...CONFIG_OPTIONS, kind: KINDS, 'min-severity': SEVERITIES } as const;
const MOST_COMMITS = 200;

/** @throws UsageError for what is not known, and for options that do not go together */
export function readReportOptions(argv: readonly string[]): ReportOptions {
  const args = readArguments(argv, { ...FOR_LINT, out: 'text', history: 'text', git: 'text', since: 'text' });
  const [history, git, since] = ['history', 'git', 'since'].map((name) => textOption(args, name));
  if (history !== undefined && git !== undefined) throw new UsageError('--history and --git both say what was before; leave one of them out.');
  if (since !== undefined && git === undefined) throw new UsageError('--since goes with --git.');
  if (args.positionals.includes('-')) throw new UsageError('deskside report reads files and folders, not standard input.');
  return {
    paths: args.positionals.length ? args.positionals : ['.'],
    out: textOption(args, 'out') ?? 'report.html',
    history,
    commits: git === undefined ? undefined : commitsOf(git),
    since,
    forLint: Object.keys(FOR_LINT).flatMap((name) => (args.options.has(name) ? [`--${name}`, textOption(args, name) ?? ''] : [])),
  };
}

function commitsOf(word: string): number {
  const count = /^\d{1,3}$/.test(word) ? Number(word) : 0;
  if (count < 1 || count > MOST_COMMITS) throw new UsageError(`--git cannot be “${word}”. It says how many of the past commits to read, from 1 to ${MOST_COMMITS}.`);
  return count;
}
