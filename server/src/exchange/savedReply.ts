import { apiFormat } from './api.js';
import type { Api } from './api.js';
import { readHtml, readPlain, writeHtml, writeText } from './body.js';
import type { Dialect } from './body.js';
import type { Braces } from './braces.js';
import { textAt, without } from './library.js';
import type { Format, JsonObject, Template } from './library.js';

/** An API whose texts are a name, HTML, and perhaps the same as plain text. */
interface SavedReplyApi extends Pick<Api, 'id' | 'title' | 'noun' | 'places' | 'braces'> {
  /** The key of the HTML. */
  readonly html: string;
  /** The key of the plain text, and how placeholders look in it. */
  readonly text?: { readonly key: string; readonly braces: Braces };
  /** What a new one needs beside its name and its text. */
  readonly fresh: JsonObject;
}

/** Makes a format of such an API. */
export function savedReplies(api: SavedReplyApi): Format {
  return apiFormat({
    ...api,
    titleOf: (entry) => textAt(entry, 'name'),
    read: (entry, _title, dialect) => readReply(api, entry, dialect),
    write: (template, kept, dialect) => writeReply(api, template, kept, dialect),
  });
}

function readReply({ html, text }: SavedReplyApi, entry: JsonObject, dialect: Dialect): Pick<Template, 'body' | 'kept'> | undefined {
  const rich = textAt(entry, html);
  const plain = text && textAt(entry, text.key);
  const kept = emptied(without(entry, 'name'), html, text?.key);
  if (rich?.trim()) return { body: readHtml(rich, dialect), kept };
  return text && plain?.trim() ? { body: readPlain(plain, { ...dialect, braces: text.braces }), kept } : undefined;
}

/** The texts' places stay, the texts are the snippet's now. */
export function emptied(entry: JsonObject, ...keys: readonly (string | undefined)[]): JsonObject {
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, keys.includes(key) ? null : value]));
}

function writeReply({ html, text, fresh }: SavedReplyApi, { title, body }: Template, kept: JsonObject | undefined, dialect: Dialect): JsonObject {
  const entry = kept ?? { ...fresh, [html]: null, ...(text && { [text.key]: null }) };
  return {
    ...entry,
    name: title,
    ...(Object.hasOwn(entry, html) && { [html]: writeHtml(body, dialect) }),
    ...(text && Object.hasOwn(entry, text.key) && { [text.key]: writeText(body, { ...dialect, braces: text.braces }) }),
  };
}
