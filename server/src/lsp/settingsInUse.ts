import type { Session } from './session.js';
import type { ResourceSettings } from './settings.js';

/** The settings of every open folder, or of drafts where none is open: whose packs are shown while no draft is asked about. */
export async function settingsInUse({ settings }: Session): Promise<readonly ResourceSettings[]> {
  const files = settings.folders.map((folder) => `${folder.replace(/\/$/u, '')}/untitled.md`);
  return Promise.all((files.length > 0 ? files : ['untitled:untitled']).map(async (uri) => settings.ofFile(uri, await settings.editorSettings(uri))));
}
