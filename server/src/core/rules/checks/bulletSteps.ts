import { Id } from '../../phrase/vocabulary.js';
import type { Block } from '../../text/prose.js';
import type { Check, CheckHit } from '../check.js';
import type { Reading, Sentence } from '../../reading/reading.js';
import { holds, wordSets, type WordSets } from './wordSets.js';
import { actionsOf } from './steps.js';

/** A list of fewer items is no procedure. */
const LEAST_ITEMS = 3;
/** The longest marker before an item, with its indentation, in characters. */
const LONGEST_MARKER = 16;
/** How far before a list the words that announce it are looked for, in characters. */
const LEAD_IN = 160;
const MARKER = /(?:^|\n)([ \t]*)([-*+•]|\d{1,3}[.)])[ \t]+$/;

/** An item of a list with its first sentence and its marker. */
interface Item {
  readonly block: Block;
  readonly head: Sentence;
  readonly indent: string;
  readonly marker: string;
}

/** Steps told in bullets, which say that their order does not matter. */
export const stepsInBullets: Check = ({ reading, rule }) => {
  const sets = wordSets(rule);
  return lists(reading).flatMap((items) => (areSteps(items, sets) && !areChoices(reading, items, sets) ? hitOf(reading, items) : []));
};

/** Runs of neighbouring items at one depth that have no numbers of their own. */
function lists(reading: Reading): readonly (readonly Item[])[] {
  const found: Item[][] = [];
  let run: Item[] = [];
  for (const block of reading.prose.blocks) {
    const item = block.kind === 'item' ? itemOf(reading, block) : undefined;
    const last = run.at(-1);
    if (!item || (last && last.indent !== item.indent)) {
      found.push(run);
      run = [];
    }
    if (item) run.push(item);
  }
  return [...found, run].filter(({ length }) => length >= LEAST_ITEMS);
}

/** `1)` on every item is a bullet by another name; other numbers are numbers. */
function itemOf(reading: Reading, block: Block): Item | undefined {
  const { text } = reading.prose;
  const found = MARKER.exec(text.slice(Math.max(0, block.start - LONGEST_MARKER), block.start));
  const [head] = reading.sentencesIn(block);
  const [, indent = '', marker = ''] = found ?? [];
  return found && head && (!/\d/.test(marker) || marker === '1)') ? { block, head, indent, marker } : undefined;
}

/** "Try one of these:" announces alternatives. */
function areChoices({ prose: { text } }: Reading, [first]: readonly Item[], sets: WordSets): boolean {
  const before = text.slice(Math.max(0, (first?.block.start ?? 0) - LEAD_IN), first?.block.start).trimEnd();
  const lead = before.slice(before.lastIndexOf('\n', before.length - LONGEST_MARKER) + 1).toLowerCase();
  return (lead.match(/[a-z]+/g) ?? []).some((word) => holds(sets, 'choice', word));
}

/** Nearly every item tells an action, not always the same one, and something shows that one comes after another. */
function areSteps(items: readonly Item[], sets: WordSets): boolean {
  const verbs: string[] = [];
  for (const { head } of items) {
    const verb = verbOf(head, sets);
    if (verb === undefined) return false;
    verbs.push(verb);
  }
  if (new Set(verbs).size < 2) return false;
  const screen = verbs.filter((verb) => holds(sets, 'screen', verb)).length;
  const linked = items.slice(1).some(({ head }) => head.words.some((word) => holds(sets, 'link', word)));
  return linked || screen >= LEAST_ITEMS || items.every(({ marker }) => marker === '1)');
}

/** The verb of the first action of a sentence that is no condition, and does not begin with a label. */
function verbOf(head: Sentence, sets: WordSets): string | undefined {
  const [action] = /^(?:if|unless|when|whether)$/.test(head.words[0] ?? '') ? [] : actionsOf(head, sets);
  return action && !head.ids.slice(0, action.token).includes(Id.colon) ? head.words[action.token] : undefined;
}

function hitOf({ prose: { text } }: Reading, items: readonly Item[]): readonly CheckHit[] {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return [];
  const start = text.lastIndexOf(first.marker, first.block.start);
  return [{ start, end: last.block.end, extra: { numbered: renumbered(text, items, start) } }];
}

/** The same lines with numbers for bullets. */
function renumbered(text: string, items: readonly Item[], start: number): string {
  let at = start;
  let out = '';
  items.forEach(({ block, marker }, i) => {
    const mark = text.lastIndexOf(marker, block.start);
    out += `${text.slice(at, mark)}${i + 1}.${text.slice(mark + marker.length, block.end)}`;
    at = block.end;
  });
  return out;
}
