import type * as YamlModule from 'yaml';
import type { Document, LineCounter } from 'yaml';
import { problemOf } from './problem.js';
import type { Problem } from './problem.js';
import { offsetIn } from './scalarOffset.js';
import { isTooDeep } from './yamlDepth.js';
import { slipOf } from './yamlSlips.js';

type Yaml = typeof YamlModule;
/** A key of a map, or an index of a list, from 0. */
export type Key = string | number;

/** A parsed YAML (or JSON) file that knows where everything stands. */
export interface YamlFile {
  /** Strings, numbers, booleans, null, arrays and plain objects; undefined where the text is no YAML. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** A problem at the key, or the value, that a path of keys leads to; where the path breaks off, at its last part that is there. */
  problemAt(path: readonly Key[], part: 'key' | 'value', message: string, severity?: Problem['severity']): Problem;
  /** A problem at a character (from 0, in UTF-16 code units) of the text that a path of keys leads to. */
  problemIn(path: readonly Key[], character: number, message: string): Problem;
}

/** More aliases than a person writes; a text that multiplies itself is refused. */
const MAX_ALIASES = 50;

/**
 * Parses YAML written by a stranger: no tags, no merging keys, few aliases, and nothing is thrown. The
 * parser is loaded on first use, as most runs of the command line read no YAML at all.
 * @param file the absolute path, to name it in problems
 */
export async function readYaml(text: string, file: string): Promise<YamlFile> {
  return parseYaml(await import('yaml'), text, file);
}

/** `readYaml` with the parser at hand. */
export function parseYaml(yaml: Yaml, text: string, file: string): YamlFile {
  const lineCounter = new yaml.LineCounter();
  const at = (offset: number, message: string, severity: Problem['severity'] = 'error'): Problem => ({
    file,
    ...placeOf(lineCounter, offset),
    message,
    severity,
  });
  const document = parse(yaml, text, lineCounter);
  if (!document) return unreadable(file, at(0, 'The YAML is nested too deeply; write it out plainly.'));
  // What comes after the first mistake is mostly its echo
  const [first] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (first) return unreadable(file, at(first.pos[0], slipOf(first.code, first.message)));
  try {
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return {
      data,
      problems: [],
      problemAt: (path, part, message, severity) => at(offsetOf(yaml, document, path, part), message, severity),
      problemIn: (path, character, message) => at(offsetIn(text, document.getIn(path, true), character) ?? offsetOf(yaml, document, path, 'value'), message),
    };
  } catch (error) {
    if (error instanceof ReferenceError && error.message.startsWith('Unresolved')) return unreadable(file, at(aliasIn(yaml, document), slipOf('BAD_ALIAS', error.message)));
    return unreadable(file, at(0, 'The YAML is nested too deeply or repeats itself too often; write it out plainly.'));
  }
}

/** The parser throws only when it runs out of stack; far beyond that it takes the process down. */
function parse(yaml: Yaml, text: string, lineCounter: LineCounter): Document | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return yaml.parseDocument(text, { schema: 'core', merge: false, prettyErrors: false, logLevel: 'silent', lineCounter });
  } catch {
    return undefined;
  }
}

/** Where the first name stands that nothing was given. */
function aliasIn(yaml: Yaml, document: Document): number {
  let found = 0;
  yaml.visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document)) return undefined;
      found = node.range?.[0] ?? 0;
      return yaml.visit.BREAK;
    },
  });
  return found;
}

function unreadable(file: string, ...problems: readonly Problem[]): YamlFile {
  return {
    data: undefined,
    problems,
    problemAt: (_path, _part, message, severity = 'error') => ({ ...problemOf(file, message), severity }),
    problemIn: (_path, _character, message) => problemOf(file, message),
  };
}

function placeOf(lineCounter: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lineCounter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function offsetOf(yaml: Yaml, document: Document, path: readonly Key[], part: 'key' | 'value'): number {
  let value: unknown = document.contents;
  let key: unknown = value;
  for (const step of path) {
    const next = stepInto(yaml, value, step);
    if (!next) break;
    [key, value] = [next.key, next.value];
  }
  const found = part === 'value' && yaml.isNode(value) ? value : key;
  return yaml.isNode(found) ? (found.range?.[0] ?? 0) : 0;
}

function stepInto(yaml: Yaml, node: unknown, step: Key): { readonly key: unknown; readonly value?: unknown } | undefined {
  if (yaml.isSeq(node)) return { key: node.items[Number(step)], value: node.items[Number(step)] };
  if (!yaml.isMap(node)) return undefined;
  return node.items.find(({ key }) => yaml.isScalar(key) && String(key.value) === String(step));
}
