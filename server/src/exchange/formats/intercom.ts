import { intercomHtml, intercomText } from '../braces.js';
import { savedReplies } from '../savedReply.js';

/** Intercom: what `GET /macros` answers. */
export const intercom = savedReplies({
  id: 'intercom',
  title: 'Intercom',
  noun: 'macro',
  places: ['data', 'macros'],
  braces: intercomHtml,
  html: 'body',
  text: { key: 'body_text', braces: intercomText },
  fresh: { type: 'macro', visible_to: 'everyone', available_on: ['inbox'] },
});
