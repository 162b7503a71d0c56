import { ExchangeError, isObject } from './library.js';
import type { Json, JsonObject } from './library.js';

/** Reads JSON. @throws ExchangeError where it is none */
export function parseJson(text: string): Json {
  if (text.trim() === '') throw new ExchangeError('is empty; export it again, or choose another file');
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const place = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
    const line = place === undefined ? '' : `, from line ${text.slice(0, Number(place)).split('\n').length} on`;
    throw new ExchangeError(`is not JSON${line}; export it again, or say with --from what it is`);
  }
}

/** JSON as people read it. */
export function printJson(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A list of entries, and what stood around it. */
export interface Wrapped {
  readonly entries: readonly Json[];
  /** To put other entries in their place. */
  readonly around: JsonObject;
}

/**
 * Finds the entries in what an API answers: the list itself, or the list or the only entry at one of some places, or an entry alone.
 * @param places keys with `/` between them: `_embedded/saved-replies`
 */
export function unwrap(data: Json, places: readonly string[], isEntry: (data: Json) => boolean): Wrapped | undefined {
  if (Array.isArray(data)) return { entries: data, around: { place: '' } };
  for (const place of places.filter(Boolean)) {
    const found = at(data, place.split('/'));
    if (found === undefined || (!Array.isArray(found) && !isObject(found))) continue;
    const rest = replaced(data, place.split('/'), null);
    return { entries: Array.isArray(found) ? found : [found], around: { place, rest, ...(!Array.isArray(found) && { single: true }) } };
  }
  return isEntry(data) ? { entries: [data], around: { place: '', single: true } } : undefined;
}

/** Puts entries where others stood, or else at a place of their own; at the place without a name they are all there is. */
export function wrap(entries: readonly Json[], around: JsonObject | undefined, place: string): Json {
  const [only = entries, ...more] = entries;
  const value = around?.['single'] === true && more.length === 0 ? only : entries;
  const at = typeof around?.['place'] === 'string' ? around['place'] : place;
  return at === '' ? value : replaced(around?.['rest'] ?? {}, at.split('/'), value);
}

function at(data: Json | undefined, [key, ...keys]: readonly string[]): Json | undefined {
  if (key === undefined) return data;
  return isObject(data) && Object.hasOwn(data, key) ? at(data[key], keys) : undefined;
}

function replaced(data: Json, [key, ...keys]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  const object = isObject(data) ? data : {};
  return { ...object, [key]: replaced(Object.hasOwn(object, key) ? (object[key] ?? {}) : {}, keys, value) };
}
