import { lackingFor, missingPack } from '../requirements.js';
import type { PackFinding, PackUnderCheck } from './checkPack.js';

/** Whether the packs that this one names are there, and new enough. */
export function checkManifest({ pack, manifest, others }: PackUnderCheck): readonly PackFinding[] {
  const known = new Set(others.map(({ name }) => name));
  const report = (key: string, name: string, message: string): PackFinding => ({ file: manifest.path, line: manifest.lineOf?.([key, name]) ?? manifest.lineOf?.([key]) ?? 1, column: 1, severity: 'warning', code: 'missing-pack', message });
  return [
    ...lackingFor(pack, others).map(({ name, message }) => report('requires', name, message)),
    ...(pack.extends ?? []).filter((name) => !known.has(name)).map((name) => report('extends', name, missingPack(name))),
  ];
}
