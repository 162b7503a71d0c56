import type { Pack } from '../core/packs/pack.js';

/** What is different in a pack's newer version. */
export interface Change {
  readonly what: 'snippet' | 'rule';
  readonly change: 'added' | 'removed' | 'changed';
  readonly id: string;
  readonly title: string;
}

/** How a pack changes: snippets first, then rules, each by id. Without an older one everything is added. */
export function changesBetween(before: Pack | undefined, after: Pack): readonly Change[] {
  return [...changed('snippet', before?.snippets ?? [], after.snippets), ...changed('rule', before?.rules ?? [], after.rules ?? [])];
}

interface Part {
  readonly id: string;
  readonly title?: string | undefined;
}

function changed(what: Change['what'], before: readonly Part[], after: readonly Part[]): readonly Change[] {
  const old = new Map(before.map((part) => [part.id, part]));
  const fresh = new Map(after.map((part) => [part.id, part]));
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [old.get(id), fresh.get(id)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ what, change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed', id, title: is?.title ?? was?.title ?? id }];
  });
}
