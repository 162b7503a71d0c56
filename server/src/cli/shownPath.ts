import { relative } from 'pathe';

/** A path as people see it: from the working folder. Both are absolute. */
export function shownPath(cwd: string, path: string): string {
  return relative(cwd, path) || '.';
}
