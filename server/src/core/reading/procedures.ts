import type { Block } from '../text/prose.js';
import { remembered } from '../remembered.js';
import type { Range } from '../types.js';
import type { Reading } from './reading.js';

/** A numbered list of things to do. */
export interface Procedure extends Range {
  /** The first block of each step. */
  readonly steps: readonly Block[];
}

/**
 * The numbered lists of an article that tell their reader to do something; lists of options or causes are none.
 * @param least shorter lists are left out, in steps
 */
export function proceduresOf(reading: Reading, least = 1): readonly Procedure[] {
  return listsOf(reading).filter((list) => list.steps.length >= least && (list.isTold ??= isMostlyTold(reading, list.steps)));
}

const listsOf = remembered((reading: Reading): readonly ListUnderWork[] => {
  const lists: ListUnderWork[] = [];
  let list: ListUnderWork | undefined;
  for (const block of reading.prose.blocks) {
    const mark = markOf(reading, block);
    if (list && mark && goesOn(list, mark)) add(list, block, mark);
    else if (list && block.kind === 'item' && (!mark || mark.indent > list.indent)) list.end = block.end;
    else if (block.kind === 'heading') list = undefined;
    else if (mark) lists.push((list = { steps: [block], start: mark.start, end: block.end, indent: mark.indent, number: mark.number, broken: false }));
    else if (list) list.broken = true;
  }
  return lists;
});

interface ListUnderWork extends Range {
  readonly steps: Block[];
  readonly indent: number;
  end: number;
  /** Of the last step; 0 where it has none. */
  number: number;
  /** Most of its steps are orders; undefined until somebody asks. */
  isTold?: boolean;
  /** Something else stands between the last step and what comes. */
  broken: boolean;
}

/** What stands before the first block of a step. */
interface Mark {
  readonly start: number;
  readonly indent: number;
  /** 0 where the markup counts by itself. */
  readonly number: number;
}

/** Undefined for what is no step, or goes on with one. */
function markOf({ prose: { text } }: Reading, { kind, ordered, start }: Block): Mark | undefined {
  if (kind !== 'item' || ordered !== true) return undefined;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(line, start);
  const indent = before.length - before.trimStart().length;
  return before.trim() === '' ? undefined : { start: line, indent, number: Number(/^\s*(\d{1,3})[.)]/.exec(before)?.[1] ?? 0) };
}

/** Another number takes up a list across a picture or a note; a list that counts from 1 on every line does so only unbroken. */
function goesOn({ number, broken, indent }: ListUnderWork, mark: Mark): boolean {
  if (mark.indent > indent) return false;
  return mark.number === number + 1 || (!broken && (mark.number === number || mark.number === 0) && mark.number <= 1);
}

function add(list: ListUnderWork, block: Block, { number }: Mark): void {
  list.steps.push(block);
  Object.assign(list, { end: block.end, number, broken: false });
}

function isMostlyTold(reading: Reading, steps: readonly Block[]): boolean {
  let told = 0;
  // Most lists are told, and the first half of their steps says so.
  return steps.some((step) => isTold(reading, step) && 2 * ++told > steps.length);
}

/** "Open it", "In the menu, open it": some clause of its first sentence is an order. */
function isTold(reading: Reading, step: Block): boolean {
  const [first] = reading.sentencesIn(step);
  return first !== undefined && (first.words[0] === '' || first.clauses.some(({ mood }) => mood === 'command'));
}
