import picomatch from 'picomatch';

/**
 * Makes a test for the patterns of a config file, read as in `.gitignore`: a pattern with no slash in
 * the middle fits at any depth, one that fits a folder fits all below it. `*`, `**`, `?`, `{a,b}` and `[ab]` work.
 * @returns whether a path, relative to the config's folder and with `/`, fits
 */
export function globTest(pattern: string): (path: string) => boolean {
  const anchored = anchor(pattern);
  return picomatch([anchored, `${anchored}/**`], { dot: true, windows: false });
}

/** Whether a pattern may fit something below a folder: a path relative to the config's folder, '' for that folder itself. */
export function globReaches(pattern: string, folder: string): boolean {
  const anchored = anchor(pattern);
  // Alternatives that go over several folders are not taken apart
  if (folder === '' || /^!|[{(][^})]*\//.test(anchored)) return true;
  const names = folder.split('/');
  for (const [i, part] of anchored.split('/').entries()) {
    const name = names[i];
    if (name === undefined || part === '**') return true;
    if (!picomatch(part, { dot: true, windows: false })(name)) return false;
  }
  return true;
}

/** The pattern from the config's folder on. */
function anchor(pattern: string): string {
  const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  return bare.startsWith('/') ? bare.slice(1) : bare.includes('/') ? bare : `**/${bare}`;
}
