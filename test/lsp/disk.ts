import { strict as assert } from 'node:assert';
import type { FileSystem } from '../../server/src/files/fileSystem.js';
import { projectFiles } from '../../server/src/hosts/projectFiles.js';
import type { ProjectFiles } from '../../server/src/lsp/runtime.js';

/** A disk of a few files. */
export function disk(files: Record<string, string>): { readonly files: Record<string, string>; readonly fs: FileSystem; readonly project: ProjectFiles } {
  const isFolder = (path: string): boolean => Object.keys(files).some((name) => name.startsWith(`${path}/`));
  const fs: FileSystem = {
    read: async (path) => new TextEncoder().encode(files[path] ?? assert.fail(`no ${path}`)),
    stat: async (path) => (path in files ? 'file' : isFolder(path) ? 'folder' : undefined),
    realPath: async (path) => path,
    list: async (folder) => {
      const names = Object.keys(files).filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1));
      return [...new Set(names.map((name) => name.split('/')[0] ?? ''))].map((name) => ({ name, kind: `${folder}/${name}` in files ? 'file' : 'folder' }));
    },
  };
  const project = projectFiles({
    fs,
    write: async (path, text) => Boolean((files[path] = text)),
    pathOf: (uri) => (uri.startsWith('file://') ? uri.slice('file://'.length) : undefined),
    uriOf: (path) => `file://${path}`,
    today: () => '2025-01-31',
  });
  return { files, fs, project };
}
