import type { SnippetsForDraft } from '../core/packs/draftSnippets.js';
import { sourceOf } from './draft.js';
import type { Reading } from './session.js';

/** The snippets as a document takes them, whatever it is read as. */
export function snippetsOfDraft({ text, lens, settings, document, fields }: Pick<Reading, 'text' | 'lens' | 'settings' | 'document' | 'fields'>): SnippetsForDraft {
  return settings.linter.snippets(sourceOf(lens ?? { uri: document.uri, languageId: 'markdown', ...(fields && { fields }) }, text));
}
