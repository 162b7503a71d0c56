import { PLACEHOLDER_NAMES } from '../../rules/checks/placeholderNames.js';
import type { Pack } from '../pack.js';
import { lackingFor, missingPack } from '../requirements.js';
import { isSlip } from '../slips.js';
import type { PackFinding, PackUnderCheck } from './checkPack.js';

/** Placeholders of help desks with so many parts are no names that teams think of by themselves. */
const TELLING_PARTS = 3;
const TELLING = Object.values(PLACEHOLDER_NAMES).flat().filter((name) => name.split(/[._]/u).length >= TELLING_PARTS);

/** Whether the packs that this one names are there and new enough, and whether a field came with a slip from the product that it was brought in from. */
export function checkManifest({ pack, manifest, others }: PackUnderCheck): readonly PackFinding[] {
  const known = new Set(others.map(({ name }) => name));
  const report = (key: string, name: string, message: string): PackFinding => ({ file: manifest.path, line: manifest.lineOf?.([key, name]) ?? manifest.lineOf?.([key]) ?? 1, column: 1, severity: 'warning', code: 'missing-pack', message });
  return [
    ...lackingFor(pack, others).map(({ name, message }) => report('requires', name, message)),
    ...(pack.extends ?? []).filter((name) => !known.has(name)).map((name) => report('extends', name, missingPack(name))),
    ...slips(pack).map(([name, meant]): PackFinding => ({ file: manifest.path, line: manifest.lineOf?.(['fields', name]) ?? 1, column: 1, severity: 'warning', code: 'misspelt-field', message: `The field “${name}” looks like a slip for “${meant}”. Mend it here and in the help desk that it came from, or customers read a gap.` })),
  ];
}

function slips({ fields = [] }: Pick<Pack, 'fields'>): readonly (readonly [name: string, meant: string])[] {
  return fields.flatMap(({ name }) => {
    if (TELLING.some((known) => known.replaceAll('.', '_') === name)) return [];
    const meant = TELLING.find((known) => isSlip(name, known));
    return meant === undefined ? [] : [[name, meant] as const];
  });
}
