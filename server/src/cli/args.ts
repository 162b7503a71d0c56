import { nearest } from '../core/nearest.js';
import { UsageError } from './io.js';

/** What an option takes: nothing (`flag`), any text, text after a `=` or nothing, or one of a few words. */
export type OptionKind = 'flag' | 'text' | 'flag or text' | readonly string[];

/** Options by their names, without the dashes. */
export type OptionTable = Readonly<Record<string, OptionKind>>;

/** What stands on a command line, read by a table of options. */
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
  const options = new Map<string, string | true>();
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const positionals: string[] = [];
  for (let at = 0; at < end; at++) {
    const written = argv[at] ?? '';
    const { name, value } = optionIn(written) ?? {};
    if (name === undefined) positionals.push(written);
    else options.set(name, checkOption(name, written.split('=', 1)[0] ?? '', value ?? (takesNext(name, table) && at + 1 < end ? argv[++at] : undefined), table));
  }
  return { options, positionals: [...positionals, ...argv.slice(end + 1)] };
}

/** `--name` or `--name=value`; what has one dash keeps it, so that it is no option of any table. Node's own reader of arguments takes 3 ms to load, as much as a small text takes to be read. */
function optionIn(written: string): { readonly name: string; readonly value: string | undefined } | undefined {
  const [, name, value] = /^(?:--|(?=-.))([^=]+)(?:=(.*))?$/s.exec(written) ?? [];
  return name === undefined ? undefined : { name, value };
}

/** Whether what follows an option is its value. */
function takesNext(name: string, table: OptionTable): boolean {
  const kind = Object.hasOwn(table, name) ? table[name] : undefined;
  return kind !== undefined && kind !== 'flag' && kind !== 'flag or text';
}

function checkOption(name: string, written: string, value: string | undefined, table: OptionTable): string | true {
  const kind = Object.hasOwn(table, name) ? table[name] : undefined;
  if (kind === undefined) throw new UsageError(`There is no option ${written}.${meant(name, [...Object.keys(table), 'help', 'version'], '--')}`);
  if (kind === 'flag') {
    if (value !== undefined) throw new UsageError(`--${name} takes no value; leave “=${value}” out.`);
    return true;
  }
  if (kind === 'flag or text') return value || true;
  if (value === undefined || (value.startsWith('-') && value !== '-')) throw new UsageError(`--${name} needs a value${kind === 'text' ? '' : `: ${kind.join(', ')}`}.`);
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
