/**
 * How well sentences are told apart by what they do: `npm run anatomy`, or `npm run anatomy -- FILE …`, as
 * `npm run anatomy -- server/moves/mixed.txt --misses`. With `--misses`, also which sentences were taken for something else
 * (not for kept-out texts). `npm run anatomy -- --cross` learns from four fifths of the files of server/moves/ and asks for the others,
 * for each of them (some minutes): the models to choose between are held against each other so, never on the kept-out replies.
 *
 * A file is written as those in server/moves/ (see its README.md); or it is a `.jsonl` with promises labelled too, a reply a
 * line, {"id","text","moves":[{"sentence","move","who","what","when"}]}, as test/anatomy/kept-out.jsonl.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readLabelledReplies, type LabelledReply, type LabelledSentence } from '../scripts/generate/labelledReplies.js';
import { isMain } from '../scripts/isMain.js';
import { crossValidate } from './crossValidation.js';
import { readJsonLines } from './jsonLines.js';
import { readOptions } from './options.js';
import { createLinter, type Anatomy, type Move, type SentenceMove } from '../server/src/core/index.js';

/** A labelled sentence beside what the engine makes of it. */
export interface Judged {
  readonly reply: LabelledReply;
  readonly label: LabelledSentence;
  /** Undefined: the engine sees no sentence there. */
  readonly found: SentenceMove | undefined;
}

const linter = createLinter();

/** Reads the labelled replies of a file: of `.jsonl` one JSON object a line, else as they are written in `server/moves/`. */
export function readReplies(file: string): readonly LabelledReply[] {
  return file.endsWith('.jsonl') ? readJsonLines(file) : readLabelledReplies(readFileSync(file, 'utf8'), file);
}

/** Holds every label against the engine. */
export function judge(replies: readonly LabelledReply[]): readonly Judged[] {
  return replies.flatMap((reply) => {
    const anatomy = linter.anatomy({ text: reply.text });
    let from = 0;
    return reply.moves.map((label): Judged => {
      const start = reply.text.indexOf(label.sentence, from);
      from = start < 0 ? from : start + label.sentence.length;
      return { reply, label, found: anatomy && sentenceAt(anatomy, start, from) };
    });
  });
}

/** The sentence that shares most with a range. */
function sentenceAt({ sentences }: Anatomy, start: number, end: number): SentenceMove | undefined {
  const shared = (one: SentenceMove): number => Math.min(one.end, end) - Math.max(one.start, start);
  const [best] = [...sentences].sort((a, b) => shared(b) - shared(a));
  return best && shared(best) > 0 ? best : undefined;
}

/** Share of sentences whose move is right. */
export function moveAccuracy(judged: readonly Judged[]): number {
  return judged.filter(({ label, found }) => found?.move === label.move).length / judged.length;
}

const ROLES = ['who', 'what', 'when'] as const;

/**
 * Of the promises that both see, the share of which who, what and when are right: the words overlap by half, or
 * both say that there are none.
 */
export function commitmentAccuracy(judged: readonly Judged[]): Readonly<Record<(typeof ROLES)[number], number>> {
  const both = judged.filter(({ label, found }) => label.move === 'commit' && found?.commitment);
  const share = (role: (typeof ROLES)[number]): number => both.filter((one) => agrees(one, role)).length / both.length;
  return { who: share('who'), what: share('what'), when: share('when') };
}

function agrees({ reply, label, found }: Judged, role: (typeof ROLES)[number]): boolean {
  const range = found?.commitment?.[role];
  const words = range ? wordsOf(reply.text.slice(range.start, range.end)) : [];
  const wanted = wordsOf(label[role] ?? '');
  if (words.length === 0 || wanted.length === 0) return words.length === wanted.length;
  return 2 * words.filter((word) => wanted.includes(word)).length >= Math.max(words.length, wanted.length);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function report(file: string, misses: boolean): void {
  const judged = judge(readReplies(file));
  console.log(`\n${basename(file)}: ${judged.length} sentences, move accuracy ${moveAccuracy(judged).toFixed(3)}`);
  printTable(judged);
  const tellsRoles = judged.some(({ label }) => ROLES.some((role) => label[role] !== undefined));
  const { who, what, when } = commitmentAccuracy(judged);
  if (tellsRoles) console.log(`promises: who ${who.toFixed(3)}, what ${what.toFixed(3)}, when ${when.toFixed(3)}`);
  if (misses && !file.includes('kept-out')) for (const one of judged) printMiss(one, tellsRoles);
}

/** A row for each move as labelled, a column for each as found. */
function printTable(judged: readonly Judged[]): void {
  const moves = [...new Set(judged.flatMap(({ label, found }) => [label.move, found?.move ?? 'other' as const]))].sort();
  const count = (row: Move, column: Move): number => judged.filter(({ label, found }) => label.move === row && (found?.move ?? 'other') === column).length;
  const cell = (text: string | number): string => String(text === 0 ? '.' : text).slice(0, 6).padStart(7);
  console.log('labelled'.padEnd(12) + moves.map(cell).join('') + cell('recall') + cell('precis'));
  for (const row of moves) {
    const right = count(row, row);
    const all = moves.reduce((sum, column) => sum + count(row, column), 0);
    const found = moves.reduce((sum, other) => sum + count(other, row), 0);
    console.log(row.padEnd(12) + moves.map((column) => cell(count(row, column))).join('') + cell((right / all).toFixed(2)) + cell((right / found).toFixed(2)));
  }
}

function printMiss({ reply, label, found }: Judged, tellsRoles: boolean): void {
  if (found?.move !== label.move) console.log(`${reply.id}: ${label.move} taken for ${found?.move ?? 'nothing'}: ${label.sentence}`);
  if (!tellsRoles || label.move !== 'commit' || !found?.commitment) return;
  const of = (role: (typeof ROLES)[number]): string => {
    const range = found.commitment?.[role];
    return range ? reply.text.slice(range.start, range.end) : '–';
  };
  for (const role of ROLES) if (!agrees({ reply, label, found }, role)) console.log(`${reply.id}: ${role}: ${label[role] ?? '–'} | ${of(role)} | ${label.sentence}`);
}

if (isMain(import.meta.url)) {
  const { values, positionals: files } = readOptions(
    { allowPositionals: true, options: { cross: { type: 'boolean', default: false }, misses: { type: 'boolean', default: false } } },
    'npm run anatomy -- [--misses | --cross] [FILE.jsonl …]',
  );
  const all = files.length > 0 ? files : ['test/anatomy/kept-out.jsonl'];
  if (values.cross) crossValidate();
  else for (const file of all) report(file, values.misses);
}
