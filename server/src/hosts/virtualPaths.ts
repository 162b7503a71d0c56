import { isWithin } from '../files/paths.js';

/** `vscode-vfs://github/our/help` is `/vscode-vfs:/github/our/help`: no disk has a folder of that name. */
const VIRTUAL = /^\/([a-z][\w+.-]*):\/([^/]+)(\/.*)?$/iu;
const ADDRESS = /^([a-z][\w+.-]*):\/\/([^/?#]*)(\/[^?#]*)?$/iu;
/** Stands for an empty authority, as in `memfs:/help`; a path has no empty parts. */
const NO_AUTHORITY = '~';

/**
 * The path of a document that is on no disk; undefined where it lies in no folder of the workspace, for then nobody can
 * be asked what lies beside it. @param folders URIs
 */
export function virtualPath(uri: string, folders: readonly string[]): string | undefined {
  const path = pathOf(uri);
  const isOpen = path !== undefined && folders.some((folder) => isWithin(path, pathOf(folder) ?? path.concat('/')));
  return isOpen ? path : undefined;
}

/** The address that a {@link virtualPath} was made of; undefined of a path on a disk. As VS Code writes it, so that it is found among the open documents. */
export function virtualUri(path: string): string | undefined {
  const [, scheme, authority, below = ''] = VIRTUAL.exec(path) ?? [];
  if (scheme === undefined || authority === undefined) return undefined;
  return `${scheme}://${authority === NO_AUTHORITY ? '' : authority}${below.split('/').map(encoded).join('/')}`;
}

function pathOf(uri: string): string | undefined {
  const [, scheme, authority, below = ''] = ADDRESS.exec(uri.replace(/^([\w+.-]+):(?=\/(?!\/))/u, '$1://')) ?? [];
  if (scheme === undefined || scheme === 'file') return undefined;
  try {
    return `/${scheme}:/${authority || NO_AUTHORITY}${decodeURIComponent(below).replace(/\/+$/u, '')}`;
  } catch {
    return undefined; // A lone “%”
  }
}

function encoded(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
