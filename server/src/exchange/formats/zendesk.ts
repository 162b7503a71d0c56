import { apiFormat } from '../api.js';
import type { Dialect } from '../body.js';
import { readHtml, readPlain, writeHtml, writePlain } from '../body.js';
import { liquid } from '../braces.js';
import { isObject, textAt, without } from '../library.js';
import type { Json, JsonObject, Template } from '../library.js';

/** Zendesk shows a title with these in it as a macro in folders. */
const FOLDER = '::';
const HTML = 'comment_value_html';
const PLAIN = 'comment_value';

/** Zendesk: what `GET /api/v2/macros` answers. */
export const zendesk = apiFormat({
  id: 'zendesk',
  title: 'Zendesk',
  noun: 'macro',
  places: ['macros', 'macro'],
  braces: liquid,
  titleOf: (entry) => textAt(entry, 'title'),
  read: readMacro,
  write: writeMacro,
});

function readMacro(macro: JsonObject, fullTitle: string, dialect: Dialect): Template | undefined {
  const actions = Array.isArray(macro['actions']) ? macro['actions'].filter(isObject) : [];
  const comment = actions.find(({ field }) => field === HTML) ?? actions.find(({ field }) => field === PLAIN);
  const value = comment && commentText(comment['value']);
  if (!comment || value === undefined || value.trim() === '') return undefined;
  if (actions.some(({ field, value: mode }) => field === 'comment_mode_is_public' && String(mode) === 'false')) dialect.note('It writes a note that customers do not see; the snippet says nothing of that.');
  const parts = fullTitle.split(FOLDER).map((part) => part.trim()).filter(Boolean);
  const description = textAt(macro, 'description')?.trim();
  return {
    title: parts.at(-1) ?? fullTitle,
    folders: parts.slice(0, -1),
    ...(description && { description }),
    body: comment['field'] === HTML ? readHtml(value, dialect) : readPlain(value, dialect),
    // The comment's place among the actions stays, its text (which may be there twice) does not: that is the snippet's now.
    kept: { ...without(macro, 'title', ...(description ? ['description'] : [])), actions: actions.map((action) => (isComment(action) ? emptied(action) : action)) },
  };
}

function isComment({ field }: JsonObject): boolean {
  return field === HTML || field === PLAIN;
}

/** A comment is a text, or a channel and a text. */
function commentText(value: Json | undefined): string | undefined {
  const last = Array.isArray(value) ? (value.at(-1) as Json | undefined) : value;
  return typeof last === 'string' ? last : undefined;
}

function emptied(action: JsonObject): JsonObject {
  return { ...action, value: Array.isArray(action['value']) ? [...action['value'].slice(0, -1), null] : null };
}

function writeMacro({ title, folders, description, body }: Template, kept: JsonObject | undefined, dialect: Dialect): JsonObject {
  const actions = Array.isArray(kept?.['actions']) ? kept['actions'].filter(isObject) : [{ field: HTML, value: null }];
  return {
    ...(kept ?? { active: true, description: null, restriction: null }),
    title: [...folders, title].join(FOLDER),
    ...(description !== undefined && { description }),
    actions: actions.map((action) => filled(action, body, dialect)),
  };
}

function filled(action: JsonObject, body: Template['body'], dialect: Dialect): JsonObject {
  const { field, value } = action;
  if (!isComment(action)) return action;
  const isEmptied = value === null || (Array.isArray(value) && value.at(-1) === null);
  if (!isEmptied) return action;
  const text = field === HTML ? writeHtml(body, dialect) : writePlain(body, dialect);
  return { ...action, value: Array.isArray(value) ? [...value.slice(0, -1), text] : text };
}
