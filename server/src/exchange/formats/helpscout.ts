import { percent } from '../braces.js';
import { savedReplies } from '../savedReply.js';

/** Help Scout: saved replies, each as `GET /v2/mailboxes/…/saved-replies/…` answers, in a list. */
export const helpscout = savedReplies({
  id: 'helpscout',
  title: 'Help Scout',
  noun: 'saved reply',
  places: ['', '_embedded/saved-replies', '_embedded/savedReplies', '_embedded/replies'],
  braces: percent,
  html: 'text',
  text: { key: 'chatText', braces: percent },
  fresh: {},
});
