import type { PackItem, SnippetItem } from '../../server/src/lsp/protocol.js';
import { byMoment } from './moments.js';

/** A row of the Packs view: a pack, a moment of the conversation, or a snippet. Keys stay the same from one reading to the next. */
export type PackRow = PackRowOfPack | PackRowOfMoment | PackRowOfSnippet;

/** A pack, with what is in it. */
export interface PackRowOfPack {
  readonly kind: 'pack';
  readonly key: string;
  readonly pack: PackItem;
  readonly rows: readonly PackRow[];
}

/** A moment of the conversation, with the snippets of a pack for it. */
export interface PackRowOfMoment {
  readonly kind: 'moment';
  readonly key: string;
  readonly moment: string;
  readonly rows: readonly PackRowOfSnippet[];
}

/** A snippet of a pack. */
export interface PackRowOfSnippet {
  readonly kind: 'snippet';
  readonly key: string;
  readonly snippet: SnippetItem;
}

/**
 * The packs with their snippets by moment: a team's own before the built-in ones, and packs without a snippet too.
 * @param found in the order of the packs, or best first where they were searched for: then packs without any are left out
 */
export function packRows(packs: readonly PackItem[], found: readonly SnippetItem[], isSearch: boolean): readonly PackRowOfPack[] {
  const ordered = [...packs.filter(({ folder }) => folder !== undefined), ...packs.filter(({ folder }) => folder === undefined)];
  const rows = ordered.map((pack): PackRowOfPack => {
    const key = pack.folder ?? pack.name;
    return { kind: 'pack', key, pack, rows: momentRows(key, found.filter((snippet) => isOf(snippet, pack))) };
  });
  return isSearch ? rows.filter(({ rows: own }) => own.length > 0) : rows;
}

function isOf({ pack, file }: SnippetItem, { name, folder }: PackItem): boolean {
  return folder === undefined ? file === undefined && pack === name : file?.startsWith(`${folder}/`) === true;
}

function momentRows(pack: string, snippets: readonly SnippetItem[]): readonly PackRow[] {
  const groups = new Map<string, PackRowOfSnippet[]>();
  for (const snippet of byMoment(snippets, ({ moment }) => moment)) groups.set(snippet.moment, [...(groups.get(snippet.moment) ?? []), { kind: 'snippet', key: `${pack} ${snippet.id}`, snippet }]);
  const [only, ...others] = [...groups].map(([moment, rows]): PackRowOfMoment => ({ kind: 'moment', key: `${pack} ${moment}`, moment, rows }));
  // one moment alone needs no branch of its own
  return only && others.length === 0 ? only.rows : only ? [only, ...others] : [];
}
