import type { Pack, Snippet } from '../core/packs/pack.js';
import { parseSnippet } from '../core/packs/snippet-syntax.js';
import type { Piece } from '../core/packs/writeSnippet.js';
import { parseJson } from './json.js';
import { isObject } from './library.js';
import type { Json, JsonObject, Library, Template } from './library.js';
import { field } from './pieces.js';
import { isUnsaid } from './toPack.js';

/**
 * A pack as a product's library. What an import kept for that product goes back to it, in the order in which it
 * came; snippets that are new come last.
 * @param kept the text of the pack's `exchange/….json`, if there is one
 * @throws ExchangeError where that text is no JSON
 */
export function fromPack(pack: Pack, kept: string | undefined): Library {
  const data = kept === undefined ? {} : parseJson(kept);
  const record = isObject(data) ? data : {};
  const snippets = isObject(record['snippets']) ? record['snippets'] : {};
  const places = new Map(Object.keys(snippets).map((path, i) => [path, i]));
  const placeOf = (snippet: Snippet) => places.get(pathOf(pack, snippet)) ?? places.size;
  const sorted = [...pack.snippets].sort((a, b) => placeOf(a) - placeOf(b));
  return {
    templates: sorted.map((snippet) => toTemplate(pack, snippet, snippets[pathOf(pack, snippet)])),
    ownFields: isObject(record['fields']) ? record['fields'] : {},
    ...(isObject(record['file']) && { kept: record['file'] }),
  };
}

/** Puts the pack's own word for an unknown field where a snippet says none. */
function withDefaults(pieces: readonly Piece[], { fields = [] }: Pack): readonly Piece[] {
  return pieces.map((piece) => {
    const said = piece.kind === 'field' && piece.content.length === 0 ? fields.find(({ name }) => name === piece.name)?.default : undefined;
    return piece.kind === 'field' && said !== undefined ? field(piece.name, said) : piece;
  });
}

function pathOf({ name }: Pack, { id }: Snippet): string {
  return id.slice(name.length + 1);
}

function toTemplate(pack: Pack, snippet: Snippet, record: Json | undefined): Template {
  const known = isObject(record) ? record : {};
  const { title, description } = snippet;
  const folders = pathOf(pack, snippet).split('/').slice(0, -1).map(spoken);
  return {
    title: restored(known['title'], title) ?? title,
    folders: isTexts(known['folders']) ? known['folders'] : isObject(record) ? [] : folders,
    prefix: restored(known['prefix'], snippet.prefix) ?? snippet.prefix,
    ...(!isUnsaid(description) && { description: restored(known['description'], description) ?? description }),
    body: withDefaults(parseSnippet(snippet.body).parts, pack),
    ...(snippet.tags && { tags: snippet.tags }),
    ...(isObject(known['kept']) && { kept: known['kept'] }),
  };
}

/** What stood there before the import had to change it, unless somebody has changed it since. */
function restored<Value extends string | readonly string[]>(change: Json | undefined, now: Value): Value | undefined {
  if (!isObject(change) || JSON.stringify(change['is']) !== JSON.stringify(now)) return undefined;
  const { was } = change as JsonObject;
  return typeof was === typeof now && Array.isArray(was) === Array.isArray(now) ? (was as Value) : undefined;
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** `meeting-rooms` as people say it. */
function spoken(folder: string): string {
  const words = folder.replace(/-+/gu, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
