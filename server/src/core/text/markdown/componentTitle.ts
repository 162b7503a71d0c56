import type { Range } from '../../types.js';
import { isCapital } from '../chars.js';

/** Longer tags are searched for their end alone. */
const LONGEST = 600;
const COMPONENT = /^<([A-Z][\w.]*)(?=\s)[^<>]*?\s(title|label)\s*=\s*(["'])(.+?)\3[^<>]*>$/s;
/** Of other components, nobody knows whether a label is shown. */
const TAB = /^Tabs?(?:Item|Panel)?$/;

/** What readers see as the title of a component whose only tag stands between two offsets: `<TabItem label="iPhone">`, `<Card title="…">`; undefined where it has none. */
export function componentTitle(text: string, start: number, end: number): Range | undefined {
  if (end - start > LONGEST || !isCapital(text.charCodeAt(start + 1))) return undefined;
  const tag = text.slice(start, end);
  const [found, name = '', attribute, quote = '', title = ''] = COMPONENT.exec(tag) ?? [];
  if (found === undefined || (attribute === 'label' && !TAB.test(name))) return undefined;
  const at = start + tag.indexOf(quote + title + quote, tag.search(new RegExp(`\\s${attribute}\\s*=`))) + 1;
  return { start: at, end: at + title.length };
}
