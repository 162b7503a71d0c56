import { l10n } from 'vscode';
import type { AnatomyResult, PartItem } from '../../server/src/lsp/protocol.js';

/** A line of the checklist. Plain data, so that two can be compared. */
export interface Row {
  /** Stays the same while the reply is written. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly state: 'found' | 'missing' | 'later' | 'size';
}

/** The checklist of a reply: its parts, and last how long it is and how hard to read. */
export function rowsOf(anatomy: AnatomyResult): readonly Row[] {
  return [...anatomy.parts.map(partRow), ...(anatomy.words > 0 ? [sizeRow(anatomy)] : [])];
}

/** Names a part, whatever is typed meanwhile. A question left open is known by its words. */
export function keyOf({ id, title }: PartItem): string {
  return `${id} ${title}`;
}

function partRow(part: PartItem): Row {
  const { title, hint, found, putOff, excerpt } = part;
  const [state, said] = putOff ? (['later', l10n.t('put off')] as const) : found ? (['found', l10n.t('found')] as const) : (['missing', l10n.t('missing')] as const);
  const quoted = excerpt === null ? '' : `“${excerpt}”`;
  return {
    key: keyOf(part),
    label: title,
    description: quoted || hint,
    tooltip: [quoted, part.why, ...(found ? [] : [promise(part)])].filter((line) => line !== '').join('\n\n'),
    spoken: spoken(title, said, quoted || hint),
    state,
  };
}

/** What a click on a missing part does. */
function promise({ range, inserts: [first] }: PartItem): string {
  if (first) return l10n.t('Click to add: {0}', first.preview);
  return range ? l10n.t('Click to see the question.') : l10n.t('Click to choose a snippet.');
}

const spoken = (...words: readonly string[]): string => words.filter((word) => word !== '').join(', ');

function sizeRow({ words, grade }: AnatomyResult): Row {
  const label = words === 1 ? l10n.t('1 word') : l10n.t('{0} words', words);
  const description = grade === null ? '' : l10n.t('reading grade {0}', Math.max(1, Math.round(grade)));
  const tooltip = l10n.t('How long your own words are, and the American school grade that reads them with ease (Flesch-Kincaid). Grade 8 suits nearly everybody. For your information: nothing depends on it.');
  return { key: 'size', label, description, tooltip, spoken: spoken(label, description), state: 'size' };
}
