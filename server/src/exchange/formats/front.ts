import { bare } from '../braces.js';
import { savedReplies } from '../savedReply.js';

/** Front: what `GET /message_templates` answers. */
export const front = savedReplies({
  id: 'front',
  title: 'Front',
  noun: 'message template',
  places: ['_results'],
  braces: bare,
  html: 'body',
  fresh: { subject: null, is_available_for_all_inboxes: true },
});
