import { Readable, pipeline } from 'node:stream';
import type { Parser } from 'csv-parse';
import { meant } from '../args.js';
import { UsageError } from '../io.js';
import { LONGEST_IN_WORDS, LONGEST_RECORD, decodeUtf8 } from './entry.js';
import type { ArchiveEntry } from './entry.js';

/** How an archive in CSV is laid out, and which of its columns count. */
export interface CsvLayout {
  /** One character, or `\t`. */
  readonly delimiter: string;
  /** The names of the columns, where the archive does not begin with them. */
  readonly columns: readonly string[] | undefined;
  /** The columns to read. */
  readonly wanted: readonly string[];
  /** Those of them that must be there. */
  readonly required: readonly string[];
  /** The number of the first line after the header; undefined for one more than the header's. */
  readonly firstLine: number | undefined;
}

/** What the parser hands on: a record, or in its place what is wrong with it. */
type Parsed = { readonly info: Lines; readonly record: readonly Uint8Array[] } | { readonly wrong: Lines & { readonly code: string } };

interface Lines {
  /** On which the record ends. */
  readonly lines: number;
  /** Blank ones so far. */
  readonly empty_lines: number;
}

/**
 * The records of an archive in CSV, each as an object of its wanted columns. A few records at most are kept in memory.
 * @throws UsageError when a column is missing
 */
export async function* csvEntries(stream: AsyncIterable<Uint8Array>, layout: CsvLayout): AsyncGenerator<ArchiveEntry> {
  const parser = await createParser(layout.delimiter);
  pipeline(Readable.from(withoutByteOrderMark(stream)), parser, () => undefined);
  let columns = layout.columns && new Columns(layout.columns, layout);
  let offset = (layout.firstLine ?? 1) - 1;
  const startOf = createLineCounter();
  for await (const parsed of parser as AsyncIterable<Parsed>) {
    const lines = 'wrong' in parsed ? parsed.wrong : parsed.info;
    const line = startOf(lines) + offset;
    if ('wrong' in parsed) yield { line, error: reasonOf(parsed.wrong.code) };
    else if (columns) yield { line, ...columns.read(parsed.record) };
    else {
      columns = new Columns(namesIn(parsed.record), layout);
      offset = layout.firstLine === undefined ? 0 : layout.firstLine - 1 - lines.lines;
    }
  }
}

async function createParser(delimiter: string): Promise<Parser> {
  // Loaded when it is needed, as most runs read files
  const { parse } = await import('csv-parse');
  /** Behind a record without end the parser cannot tell where the next begins. */
  let isLost = false;
  const parser: Parser = parse({
    delimiter,
    encoding: null,
    info: true,
    max_record_size: LONGEST_RECORD,
    record_delimiter: ['\r\n', '\n'],
    // Columns are counted here, and a quotation mark in the middle of a field is one
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (isLost) return undefined;
      parser.push({ wrong: error });
      isLost = error?.code === 'CSV_MAX_RECORD_SIZE';
      if (isLost) parser.push(null);
      return undefined;
    },
  });
  return parser;
}

/** Finds the line on which a record begins, asked once for every record. */
function createLineCounter(): (lines: Lines) => number {
  let end = 0;
  let empty = 0;
  return ({ lines, empty_lines }) => {
    const start = end + 1 + empty_lines - empty;
    [end, empty] = [lines, empty_lines];
    return start;
  };
}

function namesIn(record: readonly Uint8Array[]): readonly string[] {
  return record.map((field) => {
    const name = decodeUtf8(field);
    if (name === undefined) throw new UsageError('The archive is not UTF-8. Save it as “CSV UTF-8”, or convert it with iconv.');
    return name.trim();
  });
}

/** Where the wanted columns stand. */
class Columns {
  private readonly wanted: readonly (readonly [name: string, index: number])[];
  private readonly count: number;

  constructor(names: readonly string[], { wanted, required }: CsvLayout) {
    const missing = required.find((name) => !names.includes(name));
    if (missing !== undefined) throw new UsageError(`The archive has no column “${missing}”.${meant(missing, names, '')} Its columns are ${names.map((name) => `“${name}”`).join(', ')}; --text-field, --id-field and --kind-field say which to read.`);
    this.wanted = wanted.filter((name) => names.includes(name)).map((name) => [name, names.indexOf(name)]);
    this.count = names.length;
  }

  read(fields: readonly Uint8Array[]): { readonly record: object } | { readonly error: string } {
    if (fields.length !== this.count) return { error: `The record has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}, and the archive has ${this.count} columns.` };
    const values = this.wanted.map(([name, index]) => [name, decodeUtf8(fields[index] ?? new Uint8Array())] as const);
    const broken = values.find(([, value]) => value === undefined);
    // An empty field is none
    return broken ? { error: `“${broken[0]}” is not UTF-8.` } : { record: Object.fromEntries(values.filter(([, value]) => value !== '')) };
  }
}

function reasonOf(code: string): string {
  if (code === 'CSV_MAX_RECORD_SIZE') return `The record is longer than ${LONGEST_IN_WORDS}, so a quotation mark is probably never closed. What comes after it was not read; mend it, or go on behind it with --skip-to.`;
  return code === 'CSV_QUOTE_NOT_CLOSED' ? 'A quotation mark is opened here and never closed.' : `The record cannot be read (${code}).`;
}

/** Spreadsheets begin a file with U+FEFF, which would stand before the first quotation mark. */
async function* withoutByteOrderMark(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of stream) {
    if (!start) yield chunk;
    else {
      start = Buffer.concat([start, chunk]);
      if (start.length < MARK.length) continue;
      yield start.subarray(MARK.every((byte, i) => start?.[i] === byte) ? MARK.length : 0);
      start = undefined;
    }
  }
  if (start) yield start;
}

const MARK: readonly number[] = [0xef, 0xbb, 0xbf];
