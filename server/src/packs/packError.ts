/** Why a pack cannot be had or is refused: a sentence that names the file or the source, and the way out. */
export class PackError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PackError';
  }
}

/** A file of a pack that is refused, and with it the whole pack. */
export function refused(file: string, message: string): PackError {
  return new PackError(`${JSON.stringify(file).slice(1, -1)}: ${message}`);
}
