/** What a pack from a stranger may cost. Ten times what the largest real ones need. */
export const LIMITS = {
  /** Things in the archive or folder that the pack stands in, whether they belong to it or not. */
  entries: 50_000,
  files: 3000,
  /** Bytes of a file; the same as when it is read. */
  file: 256 * 1024,
  /** Bytes of all files together. */
  total: 32 * 1024 * 1024,
  /** How many times larger a file may be than in its archive; prose gets to ten. */
  ratio: 100,
  /** Bytes of a zip file. */
  archive: 256 * 1024 * 1024,
  depth: 12,
} as const;
