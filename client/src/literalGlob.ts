/** A pattern that fits a path as it is written, whatever stands in it: “kb (2024)” is the name of a folder, and no choice between patterns. */
export function literalGlob(path: string): string {
  return path.replace(/[\\()[\]{}!*?+@|]/g, '\\$&');
}
