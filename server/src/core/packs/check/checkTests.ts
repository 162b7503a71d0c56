import { shortened } from '../../shortened.js';
import type { Finding } from '../../types.js';
import { fieldsOf } from '../fields.js';
import { createSnippetIndex } from '../search.js';
import { markStops, plainText } from '../snippet-syntax.js';
import type { Pack, Snippet } from '../pack.js';
import type { PackTest, SearchTest, SnippetTest, TextTest } from '../tests.js';
import type { PackFinding, PackUnderCheck } from './checkPack.js';

/** Runs `tests.yaml`. */
export function checkTests(under: PackUnderCheck): readonly PackFinding[] {
  return under.tests.flatMap(({ test, line }) => problemsOf(test, under).map((message) => ({ file: 'tests.yaml', line, column: 1, severity: 'error' as const, code: 'test', message })));
}

function problemsOf(test: PackTest, under: PackUnderCheck): readonly string[] {
  if ('text' in test) return textProblems(test, under);
  return 'snippet' in test ? snippetProblems(test, under.pack) : searchProblems(test, under.pack);
}

function textProblems({ text, kind = 'reply', audience = 'general', finds = [], lacks = [], offers = [] }: TextTest, { pack, others, linterFor }: PackUnderCheck): readonly string[] {
  const linter = linterFor(audience);
  const findings = linter.lint({ text, kind }, { all: true });
  const bodyOf = (snippet: Snippet): string => markStops(linter.snippets({ text, kind }).bodyOf(snippet));
  const isFound = (name: string) => findings.some(({ rule, category }) => rule === name || category === name);
  const clean = finds.length === 0 && lacks.length === 0 && offers.length === 0;
  return [
    ...(clean && findings.length > 0 ? [`“${shortened(text)}” should be clean. ${listed(findings)}`] : []),
    ...finds.filter((name) => !isFound(name)).map((name) => `“${name}” finds nothing in “${shortened(text)}”. ${listed(findings)}`),
    ...lacks.filter(isFound).map((name) => `“${name}” should find nothing in “${shortened(text)}”. ${listed(findings)}`),
    ...offers.flatMap((path) => offerProblems(path, findings, [pack, ...others], bodyOf)),
  ];
}

function offerProblems(path: string, findings: readonly Finding[], packs: readonly Pack[], bodyOf: (snippet: Snippet) => string): readonly string[] {
  const snippet = snippetAt(path, packs);
  if (!snippet) return [`There is no snippet “${path}”.`];
  const texts = findings.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map((edit) => edit.text.trim())));
  return texts.includes(bodyOf(snippet)) ? [] : [`No fix offers “${path}”. ${listed(findings)}`];
}

function snippetProblems({ snippet: path, fields = {}, reads, has = [] }: SnippetTest, pack: Pack): readonly string[] {
  const snippet = snippetAt(path, [pack]);
  if (!snippet) return [`There is no snippet “${path}”.`];
  const defaults = [...fieldsOf(pack).values()].flatMap(({ name, default: text }): [string, string][] => (text === undefined ? [] : [[name, text]]));
  const text = plainText(snippet.body, { fields: new Map([...defaults, ...Object.entries(fields)]) });
  return [
    ...(reads === undefined || reads.trim() === text ? [] : [`“${path}” reads: “${shortened(text)}”.`]),
    ...has.filter((passage) => !text.includes(passage)).map((passage) => `“${path}” lacks “${shortened(passage)}”. It reads: “${shortened(text)}”.`),
  ];
}

function searchProblems({ search, brings }: SearchTest, pack: Pack): readonly string[] {
  const hits = createSnippetIndex(pack.snippets).search({ text: search, limit: brings.length }).map(({ snippet }) => snippet.id);
  const wanted = brings.map((path) => snippetAt(path, [pack])?.id ?? path);
  return wanted.join() === hits.join() ? [] : [`A search for “${search}” brings ${hits.length === 0 ? 'nothing' : hits.join(', ')}, not ${wanted.join(', ')}.`];
}

/** The snippet of a path in the first pack, or of an id in any. */
function snippetAt(path: string, packs: readonly Pack[]): Snippet | undefined {
  const own = `${packs[0]?.name ?? ''}/${path}`;
  const all = packs.flatMap(({ snippets }) => snippets);
  return all.find(({ id }) => id === own) ?? all.find(({ id }) => id === path);
}

function listed(findings: readonly Finding[]): string {
  return findings.length === 0 ? 'Nothing is found.' : `Found: ${[...new Set(findings.map(({ rule }) => rule))].join(', ')}.`;
}
