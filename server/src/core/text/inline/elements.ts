import type { BlockKind } from '../prose.js';

/** Tags that end the words before them: what kind of block follows. */
export const BREAKS = new Map<string, BlockKind | 'same'>([
  ...['p', 'div', 'section', 'article', 'aside', 'main', 'header', 'footer', 'nav', 'ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'blockquote',
    'figure', 'figcaption', 'caption', 'details', 'summary', 'form', 'fieldset', 'center', 'hr', 'address', 'iframe', 'video', 'audio', 'select', 'option', 'head',
    'body', 'html', 'title'].map((name): [string, 'paragraph'] => [name, 'paragraph']),
  ['br', 'same'], ['li', 'item'], ['dt', 'item'], ['dd', 'item'], ['td', 'cell'], ['th', 'cell'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, 'heading'] => [name, 'heading']),
]);

/** Elements whose content nobody reads. */
export const SILENT = new Set(['script', 'style', 'svg', 'math', 'noscript', 'template', 'object', 'textarea']);
/** What of a whole page is no part of its article. */
export const PAGE = new Set(['nav', 'title', 'select', 'datalist', 'iframe', 'video', 'audio', 'canvas']);
/** Elements that, unclosed, reach to the end of an HTML block. */
export const RAW = new Set(['script', 'style', 'textarea', 'pre']);
/** Elements whose content is code. */
export const CODE = new Set(['code', 'kbd', 'samp', 'var', 'tt', 'pre']);
/** Emphasis, and whether it is strong: what may name a part of a screen. */
export const EMPHASIS = new Map([['b', true], ['strong', true], ['em', false], ['i', false]]);

/** Elements that stand in running text. */
export const INLINE = new Set(('a abbr acronym b bdi bdo big button cite data del dfn em font i img input ins label link mark meta meter nobr output picture progress q rp '
  + 'rt ruby s small source span strike strong sub sup time track u wbr param embed area map canvas optgroup col colgroup legend menu dialog search basefont base '
  + 'dir frame frameset noframes').split(' '));
