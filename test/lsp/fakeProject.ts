import type { Pack, Snippet } from '../../server/src/core/index.js';
import type { ProjectFiles, ProjectSettings } from '../../server/src/lsp/runtime.js';

/** A snippet of the pack “team”. */
export function teamSnippet(path: string, more: Partial<Snippet> = {}): Snippet {
  return { id: `team/${path}`, title: path, prefix: [path], description: 'For tests.', answers: [], moment: 'closing', kinds: ['reply'], body: 'Hello.', ...more };
}

/** A project with one pack, “team”, in the folder `file:///w/.deskside/packs/team`. */
export function projectWith(...snippets: readonly Snippet[]): ProjectFiles {
  const team: Pack = { name: 'team', title: 'Our team', version: '1.0.0', description: 'Ours.', language: 'en', fields: [{ name: 'plan', title: 'Their plan' }], snippets };
  const settings: ProjectSettings = { config: {}, packs: [team], packFolders: new Map([['team', 'file:///w/.deskside/packs/team']]), kind: undefined, leftOutBy: undefined, ignores: [], ignoreName: undefined, ignoreFile: undefined, baseline: undefined, problems: [] };
  return {
    watch: [],
    forget: () => undefined,
    read: async ({ editor }) => ({ ...settings, config: editor.config }),
    find: async () => [],
    textOf: async () => undefined,
    addIgnore: async () => false,
    turnOff: async () => false,
  };
}
