import { builtinPacks } from '../core/packs/builtin.js';
import type { Pack } from '../core/packs/pack.js';
import { lackingFor } from '../core/packs/requirements.js';
import type { PackContents } from './packs.js';

/** Leaves out the packs that require what is not among the others and the built-in ones, each with the reason at its line. */
export function meetRequirements<R extends PackContents>(readings: readonly R[]): readonly R[] {
  const here: readonly Pack[] = [...builtinPacks(), ...readings.flatMap(({ pack }) => pack ?? [])];
  let anyLeftOut = false;
  const met = readings.map((reading): R => {
    const { pack, manifest } = reading;
    const lacking = pack ? lackingFor(pack, here) : [];
    if (!pack || lacking.length === 0) return reading;
    anyLeftOut = true;
    const reasons = lacking.map(({ name, message }) => ({ file: 'pack.yaml', line: manifest?.lineOf?.(['requires', name]) ?? 1, severity: 'error' as const, message: `${message} Until then “${pack.title}” is left out.` }));
    return { ...reading, pack: undefined, problems: [...reading.problems, ...reasons] };
  });
  // One that was left out may be what another requires.
  return anyLeftOut ? meetRequirements(met) : met;
}
