import type { Pack } from './pack.js';

/** A pack that another one asks for and that is not there, or too old. */
export interface Lacking {
  readonly name: string;
  /** What is wrong, and the way out. */
  readonly message: string;
}

/** What a pack requires and does not have. @param others the packs it is used with */
export function lackingFor({ requires = {} }: Pick<Pack, 'requires'>, others: readonly Pick<Pack, 'name' | 'version'>[]): readonly Lacking[] {
  const versions = new Map(others.map(({ name, version }) => [name, version]));
  return Object.entries(requires).flatMap(([name, least]): Lacking[] => {
    const version = versions.get(name);
    if (version === undefined) return [{ name, message: missingPack(name) }];
    return isAtLeast(version, least) ? [] : [{ name, message: `This asks for “${name}” ${least} or newer, and ${version} is here; update it.` }];
  });
}

/** Says that a pack is not there. */
export function missingPack(name: string): string {
  return `The pack “${name}” is not here; add it beside this one, or take the line out.`;
}

/** Compares `1.10.0` and `1.9.2`; what follows a dash does not count. */
function isAtLeast(version: string, least: string): boolean {
  const [own, asked] = [version, least].map((text) => (text.split('-')[0] ?? '').split('.').map(Number));
  const first = [0, 1, 2].find((i) => own?.[i] !== asked?.[i]);
  return first === undefined || (own?.[first] ?? 0) > (asked?.[first] ?? 0);
}
