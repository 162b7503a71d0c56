import { textOption } from '../args.js';
import type { Arguments, OptionTable } from '../args.js';
import { UsageError } from '../io.js';

/** How an archive comes through standard input, and what to take from it. */
export interface ArchiveOptions {
  readonly input: 'ndjson' | 'csv';
  /** In ndjson, dots lead into objects and lists. */
  readonly textField: string;
  readonly idField: string;
  readonly kindField: string;
  /** Those of the fields that were asked for by name. */
  readonly named: readonly string[];
  readonly delimiter: string;
  readonly columns: readonly string[] | undefined;
  /** The number of the first line, where this is a part of a larger archive. */
  readonly firstLine: number | undefined;
  /** Records that begin before this line are passed over. */
  readonly skipTo: number;
  /** How many bad lines there may be before the exit code is 2. */
  readonly mostBad: number;
}

/** The options that go with `--input` alone. */
export const ARCHIVE_OPTIONS: OptionTable = {
  columns: 'text',
  delimiter: 'text',
  'first-line': 'text',
  'id-field': 'text',
  'kind-field': 'text',
  'max-bad-lines': 'text',
  'skip-to': 'text',
  'text-field': 'text',
};

/** @returns undefined without `--input` @throws UsageError for what does not go together */
export function readArchiveOptions(args: Arguments): ArchiveOptions | undefined {
  const input = textOption(args, 'input');
  const given = Object.keys(ARCHIVE_OPTIONS).filter((name) => args.options.has(name));
  if (input !== 'ndjson' && input !== 'csv') {
    if (given[0] !== undefined) throw new UsageError(`--${given[0]} goes with --input ndjson or --input csv, which read an archive from standard input.`);
    return undefined;
  }
  const csvOnly = given.find((name) => name === 'columns' || name === 'delimiter');
  if (input === 'ndjson' && csvOnly !== undefined) throw new UsageError(`--${csvOnly} goes with --input csv.`);
  return {
    input,
    ...fieldsOf(args),
    delimiter: delimiterOf(textOption(args, 'delimiter')),
    columns: textOption(args, 'columns')?.split(',').map((name) => name.trim()),
    firstLine: numberOf(args, 'first-line', 1),
    skipTo: numberOf(args, 'skip-to', 1) ?? 1,
    mostBad: textOption(args, 'max-bad-lines') === 'any' ? Infinity : (numberOf(args, 'max-bad-lines', 0) ?? 0),
  };
}

function fieldsOf(args: Arguments): Pick<ArchiveOptions, 'textField' | 'idField' | 'kindField' | 'named'> {
  const [text, id, kind] = ['text-field', 'id-field', 'kind-field'].map((name) => textOption(args, name));
  return { textField: text ?? 'text', idField: id ?? 'id', kindField: kind ?? 'kind', named: [text, id, kind].filter((name) => name !== undefined) };
}

function delimiterOf(word = ','): string {
  const sign = word === 'tab' || word === '\\t' ? '\t' : word;
  if (sign.length !== 1 || /["\r\n]/.test(sign)) throw new UsageError(`--delimiter cannot be “${word}”. It is one character, like “;”, or tab.`);
  return sign;
}

function numberOf(args: Arguments, name: string, least: number): number | undefined {
  const word = textOption(args, name);
  if (word === undefined) return undefined;
  const number = /^\d{1,15}$/.test(word) ? Number(word) : NaN;
  if (!(number >= least)) throw new UsageError(`--${name} cannot be “${word}”. It is a whole number from ${least} on${name === 'max-bad-lines' ? ', or any' : ''}.`);
  return number;
}
