/** A line of a stream of bytes, without its end; `tooLong` where it was longer than is kept in memory. */
export interface ByteLine {
  readonly bytes: Uint8Array;
  readonly tooLong: boolean;
}

/**
 * Cuts a stream of bytes into lines as they come, keeping one line at most in memory. Of a line longer
 * than `most` bytes nothing is kept.
 */
export async function* byteLines(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (): ByteLine => {
    const line = { bytes: length > most ? new Uint8Array() : joined(parts, length), tooLong: length > most };
    [parts, length] = [[], 0];
    return line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      parts.push(chunk.subarray(start, end));
      length += end - start;
      yield take();
      start = end + 1;
    }
    length += chunk.length - start;
    if (length > most) parts = [];
    // A copy, as the stream may use the chunk again
    else if (start < chunk.length) parts.push(chunk.slice(start));
  }
  if (length > 0) yield take();
}

const LF = 0x0a;

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
