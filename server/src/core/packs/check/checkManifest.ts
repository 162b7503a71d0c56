import type { PackFinding, PackUnderCheck } from './checkPack.js';

/** Whether the packs that this one names are there, and new enough. */
export function checkManifest({ pack, manifest, others }: PackUnderCheck): readonly PackFinding[] {
  const known = new Map(others.map(({ name, version }) => [name, version]));
  const report = (key: string, name: string, message: string): PackFinding => ({ file: manifest.path, line: manifest.lineOf?.([key, name]) ?? manifest.lineOf?.([key]) ?? 1, column: 1, severity: 'warning', code: 'missing-pack', message });
  const missing = (key: string, name: string) => report(key, name, `The pack “${name}” is not here; add it beside this one, or take the line out.`);
  return [
    ...Object.entries(pack.requires ?? {}).flatMap(([name, least]) => {
      const version = known.get(name);
      if (version === undefined) return [missing('requires', name)];
      return isAtLeast(version, least) ? [] : [report('requires', name, `This asks for “${name}” ${least} or newer, and ${version} is here; update it.`)];
    }),
    ...(pack.extends ?? []).filter((name) => !known.has(name)).map((name) => missing('extends', name)),
  ];
}

/** Compares `1.10.0` and `1.9.2`; what follows a dash does not count. */
function isAtLeast(version: string, least: string): boolean {
  const [own, asked] = [version, least].map((text) => (text.split('-')[0] ?? '').split('.').map(Number));
  const first = [0, 1, 2].find((i) => own?.[i] !== asked?.[i]);
  return first === undefined || (own?.[first] ?? 0) > (asked?.[first] ?? 0);
}
