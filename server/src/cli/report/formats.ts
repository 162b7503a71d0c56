import type { RuleInfo } from '../../core/index.js';
import type { Io, Writer } from '../io.js';
import type { FailOn } from '../severity.js';
import { createCheckstyleReporter } from './checkstyle.js';
import { createGithubReporter } from './github.js';
import { createGitlabReporter } from './gitlab.js';
import { createJsonReporter, createNdjsonReporter } from './jsonReporters.js';
import { createJunitReporter } from './junit.js';
import type { Reporter } from './report.js';
import { createSarifReporter } from './sarif.js';
import { createTextReporter } from './textReporter.js';

/** What `--format` can be. */
export const FORMATS = ['text', 'json', 'ndjson', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle'] as const;

/** What `--format` may ask for. */
export type Format = (typeof FORMATS)[number];

/** What reporters may want to know besides what was found. */
export interface ReportContext {
  readonly version: string;
  /** Every rule that there is, for formats that describe them. */
  readonly rules: () => readonly RuleInfo[];
  readonly color: boolean;
  /** Of the terminal. */
  readonly columns: number;
  readonly failOn: FailOn;
  /** So many warnings may pass, of all texts. */
  readonly maxWarnings: number | undefined;
}

const REPORTERS: Readonly<Record<Format, (out: Writer, context: ReportContext) => Reporter>> = {
  text: createTextReporter,
  json: createJsonReporter,
  ndjson: createNdjsonReporter,
  sarif: createSarifReporter,
  junit: createJunitReporter,
  github: createGithubReporter,
  gitlab: createGitlabReporter,
  checkstyle: createCheckstyleReporter,
};

/** Those that tell where something stands, and not what to write instead. */
const WITHOUT_FIXES: ReadonlySet<Format> = new Set(['junit', 'github', 'gitlab', 'checkstyle']);

/** Whether a format tells what to write instead. */
export function showsFixes(format: Format): boolean {
  return !WITHOUT_FIXES.has(format);
}

/** Makes the reporter of a format. */
export function createReporter(io: Io, { format, failOn, maxWarnings }: Pick<ReportContext, 'failOn' | 'maxWarnings'> & { readonly format: Format }): Reporter {
  return REPORTERS[format](io.out, {
    version: io.version,
    rules: () => io.engine.createLinter({}).rules,
    color: io.isTTY && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb',
    columns: io.isTTY ? (io.columns ?? 80) : 80,
    failOn,
    maxWarnings,
  });
}
