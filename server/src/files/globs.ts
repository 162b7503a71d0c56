import picomatch from 'picomatch';

/**
 * Makes a test for the patterns of a config file, read as in `.gitignore`: a pattern with no slash in
 * the middle fits at any depth, one that fits a folder fits all below it. `*`, `**`, `?`, `{a,b}` and `[ab]` work.
 * @returns whether a path, relative to the config's folder and with `/`, fits
 */
export function globTest(pattern: string): (path: string) => boolean {
  const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  const anchored = bare.startsWith('/') ? bare.slice(1) : bare.includes('/') ? bare : `**/${bare}`;
  return picomatch([anchored, `${anchored}/**`], { dot: true, windows: false });
}
