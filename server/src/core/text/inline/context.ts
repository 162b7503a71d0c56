import type { Finder } from '../finder.js';
import type { Image, Link } from '../prose.js';
import type { Jsx } from '../markdown/jsx.js';
import type { Kind, Range } from '../../types.js';
import type { EmphasisFinder } from './emphasis.js';
import type { Items } from './items.js';

/** How inline content is written: Markdown, the raw HTML of an HTML block, or plain text. */
export type Form = 'markdown' | 'html' | 'plain';

/** Link targets by normalised label. */
export type Definitions = Pick<ReadonlyMap<string, string>, 'get' | 'size'>;

/** What the parts of the inline scanner share: the text, the stretch being read, and what was found in it. */
export interface Inline {
  readonly text: string;
  readonly kind: Kind;
  readonly items: Items;
  readonly emphasis: EmphasisFinder;
  readonly finder: Finder;
  readonly definitions: Definitions;
  readonly links: Link[];
  readonly images: Image[];
  readonly comments: Range[];
  /** Elements of a page that hold somebody else's words. */
  readonly quotes: Range[];
  /** The text is an HTML file, where a page's own parts stand around the article's. */
  readonly page: boolean;
  /** Where the text is MDX: finds its expressions and tags. */
  readonly jsx: Jsx | undefined;
  form: Form;
  start: number;
  end: number;
}
