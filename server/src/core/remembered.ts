/** What was worked out of an object, by what works it out. */
export type Memory = Map<object, unknown>;

/** Something that keeps what was worked out of it. */
export interface Remembering {
  readonly memory: Memory;
}

/**
 * Works something out of an object once, for all who ask. It is kept with the object and goes with it: in a WeakMap, V8's quick
 * collections let nothing go of whose answers lead back to the text, so that a quarter of all that was read waited for a full
 * one. That took a sixth of a run over articles, and a tenth of every key.
 */
export function remembered<Of extends Remembering, Value extends object | boolean | string>(make: (of: Of) => Value): (of: Of) => Value {
  return (of) => {
    const known = of.memory.get(make) as Value | undefined;
    if (known !== undefined) return known;
    const made = make(of);
    of.memory.set(make, made);
    return made;
  };
}
