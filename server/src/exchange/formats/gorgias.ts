import { apiFormat } from '../api.js';
import { readHtml, readPlain, writeHtml, writeText } from '../body.js';
import type { Dialect } from '../body.js';
import { bare } from '../braces.js';
import { isObject, textAt, without } from '../library.js';
import type { JsonObject, Template } from '../library.js';
import { emptied } from '../savedReply.js';

const ANSWER = 'setResponseText';
const HTML = 'body_html';
const TEXT = 'body_text';

/** Gorgias: what `GET /api/macros` answers. */
export const gorgias = apiFormat({
  id: 'gorgias',
  title: 'Gorgias',
  noun: 'macro',
  places: ['data', 'macros'],
  braces: bare,
  titleOf: (entry) => textAt(entry, 'name'),
  read: readMacro,
  write: writeMacro,
});

function readMacro(macro: JsonObject, _title: string, dialect: Dialect): Pick<Template, 'body' | 'kept'> | undefined {
  const actions = Array.isArray(macro['actions']) ? macro['actions'].filter(isObject) : [];
  const answer = actions.find(({ name }) => name === ANSWER);
  const texts = answer && isObject(answer['arguments']) ? answer['arguments'] : {};
  const [html, plain] = [textAt(texts, HTML), textAt(texts, TEXT)];
  const kept = { ...without(macro, 'name'), actions: actions.map((action) => (action === answer ? { ...action, arguments: emptied(texts, HTML, TEXT) } : action)) };
  if (html?.trim()) return { body: readHtml(html, dialect), kept };
  return plain?.trim() ? { body: readPlain(plain, dialect), kept } : undefined;
}

function writeMacro({ title, body }: Template, kept: JsonObject | undefined, dialect: Dialect): JsonObject {
  const fresh = { name: ANSWER, title: 'Add response text', type: 'user', arguments: { [HTML]: null, [TEXT]: null } };
  const actions = Array.isArray(kept?.['actions']) ? kept['actions'].filter(isObject) : [fresh];
  return { ...kept, name: title, actions: actions.map((action) => (action['name'] === ANSWER ? filled(action, body, dialect) : action)) };
}

function filled(action: JsonObject, body: Template['body'], dialect: Dialect): JsonObject {
  const texts = isObject(action['arguments']) ? action['arguments'] : {};
  return {
    ...action,
    arguments: {
      ...texts,
      ...(Object.hasOwn(texts, HTML) && { [HTML]: writeHtml(body, dialect) }),
      ...(Object.hasOwn(texts, TEXT) && { [TEXT]: writeText(body, dialect) }),
    },
  };
}
