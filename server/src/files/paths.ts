/** Whether a path is a folder or lies somewhere below it. Both are absolute, with `/`. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.replace(/\/?$/, '/'));
}
