import { parseArgs } from 'node:util';
import { nearest } from '../core/nearest.js';
import { UsageError } from './io.js';

/** What an option takes: nothing (`flag`), any text, text after a `=` or nothing, or one of a few words. */
export type OptionKind = 'flag' | 'text' | 'flag or text' | readonly string[];

/** Options by their names, without the dashes. */
export type OptionTable = Readonly<Record<string, OptionKind>>;

export interface Arguments {
  /** Of options given twice the last holds. A flag's value is `true`. */
  readonly options: ReadonlyMap<string, string | true>;
  readonly positionals: readonly string[];
}

/**
 * Reads arguments, options and others in any order, `--` ending the options.
 * @throws UsageError for an option or value that is not known, naming the one that was probably meant
 */
export function readArguments(argv: readonly string[], table: OptionTable): Arguments {
  const types = Object.entries(table).map(([name, kind]) => [name, { type: kind === 'flag' || kind === 'flag or text' ? ('boolean' as const) : ('string' as const) }]);
  const { tokens } = parseArgs({ args: [...argv], options: Object.fromEntries(types), strict: false, allowPositionals: true, tokens: true });
  const options = new Map<string, string | true>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    else if (token.kind === 'option') options.set(token.name, checkOption(token.name, token.rawName, token.value, table));
  }
  return { options, positionals };
}

function checkOption(name: string, written: string, value: string | undefined, table: OptionTable): string | true {
  const kind = Object.hasOwn(table, name) ? table[name] : undefined;
  if (kind === undefined) throw new UsageError(`There is no option ${written}.${meant(name, [...Object.keys(table), 'help', 'version'], '--')}`);
  if (kind === 'flag') {
    if (value !== undefined) throw new UsageError(`--${name} takes no value; leave “=${value}” out.`);
    return true;
  }
  if (kind === 'flag or text') return value || true;
  if (value === undefined || (value.startsWith('-') && value !== '-')) throw new UsageError(`--${name} needs a value: ${kind === 'text' ? `--${name} …` : kind.join(', ')}.`);
  if (kind !== 'text' && !kind.includes(value)) throw new UsageError(`--${name} cannot be “${value}”.${meant(value, kind, '')} It can be ${kind.join(', ')}.`);
  return value;
}

/** What an option was set to; undefined where it was not given. */
export function textOption({ options }: Arguments, name: string): string | undefined {
  const value = options.get(name);
  return value === true ? undefined : value;
}

/** “ Did you mean …?”, or nothing where nothing is near. */
export function meant(word: string, candidates: readonly string[], prefix: string): string {
  const near = nearest(word, candidates);
  return near === undefined ? '' : ` Did you mean ${prefix}${near}?`;
}
