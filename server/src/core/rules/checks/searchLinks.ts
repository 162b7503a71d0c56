import type { Check } from '../check.js';
import { rangeAt } from '../../ranges.js';
import { matchesIn, passagesWith } from './passages.js';
import { sign } from './signs.js';
import { holds, wordSets } from './wordSets.js';

/**
 * An address that carries what somebody searched for: `https://www.google.co.uk/search?q=…`, with the site's name. What else a search engine's
 * house shows (maps, calendars, translations) stands on hosts or below paths of its own, and is what the writer means to show.
 */
const SEARCH = /https?:\/\/(?:(?:www|m|search|[a-z]{2})\.){0,2}([\w-]{1,40})\.[a-z]{2,6}(?:\.[a-z]{2})?\/(?!maps\b|calendar\b)[^\s<>"'`()?]{0,60}\?(?:[^\s<>"'`()]{0,200}&)?(?:q|p|query|text)=[^\s<>"'`()&]{1,300}/gi;
const SEARCH_SIGN = sign({ words: /(?:q|p|query|text)=/ });

/** Links to what a search engine finds, which the customer can ask as well. A search within a site is no such thing: the rule lists the engines. */
export const searchLinks: Check = ({ reading: { prose }, rule }) => {
  const sets = wordSets(rule);
  return passagesWith(prose, SEARCH_SIGN).flatMap(({ block }) =>
    matchesIn(prose.text, block, SEARCH)
      .filter(({ 1: site = '' }) => holds(sets, 'engine', site.toLowerCase()))
      .map(({ index, 0: address, 1: site = '' }) => ({ start: block.start + index, end: block.start + index + address.length, extra: { site } }))
      .filter(({ start }) => rangeAt(block.spans, start)?.kind !== 'code'),
  );
};
