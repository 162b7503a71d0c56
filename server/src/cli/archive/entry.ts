/** A record of an archive, or why there is none. Lines count from 1; the line is the one on which it begins. */
export type ArchiveEntry = { readonly line: number; readonly record: unknown } | { readonly line: number; readonly error: string };

/** Far longer than any reply; what is longer is somebody's mistake and must not fill the memory. In bytes. */
export const LONGEST_RECORD = 32 * 1024 * 1024;
/** The same for people. */
export const LONGEST_IN_WORDS = `${LONGEST_RECORD / 1024 / 1024} MB`;

/**
 * The value in a record that a field leads to: `ticket.comments.0.body` goes into objects and lists. A field
 * that has dots in its own name is found first. Undefined where there is none.
 */
export function fieldOf(record: unknown, field: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  if (Object.hasOwn(record, field)) return Reflect.get(record, field);
  const dot = field.indexOf('.');
  return dot < 0 ? undefined : fieldOf(fieldOf(record, field.slice(0, dot)), field.slice(dot + 1));
}

/** A text of bytes in UTF-8, a byte order mark left out; undefined where they are something else. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
