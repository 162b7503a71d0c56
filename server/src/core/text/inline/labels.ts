import { isCapital, isDigit, isInvisible } from '../chars.js';
import type { Inline } from './context.js';
import type { Emphasis } from './emphasis.js';
import { Mark } from './items.js';

const BEFORE = /\b(?:click(?:ing|ed)?|choos(?:e|ing)|chose|select(?:ing|ed)?|press(?:ing|ed)?|tap(?:ping|ped)?|hit|open(?:ing|ed)?|under|(?:go|going|went|navigate|switch|head|back|over) to|tick(?:ing|ed)?|untick|check|uncheck|toggle|enable|disable|pick|push|label?led|called|named|titled|says|marked|via|into|expand|right-click|double-click)(?:\s+(?:on|in|to|the|a|your|our|from|it|either|this|that))*[\s(:]*$/i;
const AFTER = /^\s*(?:button|tab|menu|icon|link|option|field|page|dialog|dialogue|check ?box|section|screen|window|panel|pane|list|box|drop-?down|toggle|switch|key|column|setting|item|entry|toolbar|sidebar|heading|label)\b/i;
const BETWEEN = /^\s*(?:[,;]?\s*(?:and|or|then|and then|followed by)|[>›»→/+,&-]|->|=>|--?>)\s*(?:then|click|choose|select|press|tap|open|on|the|and)*\s*$/i;
const PATH = /\S\s*(?:[>›»→]|->)\s*\S/;
const REPEAT = /^\s*re\s*:/i;
const LONGEST_LABEL = 80;
const CONTEXT = 60;
/** So many are judged in one step. */
const A_FEW = 100;

/** Finds the emphasised words that name a part of a screen, and those that repeat the customer's (`*re: …*`). */
export class LabelFinder {
  private lastEnd = -1;
  private judged = 0;

  constructor(private readonly inline: Inline) {}

  /** Begins with the stretch just read. */
  begin(): void {
    const { found } = this.inline.emphasis;
    this.lastEnd = -1;
    this.judged = 0;
    if (found.length > 1) found.sort((a, b) => a.open - b.open);
  }

  /** Marks the next labels and quotations among its emphasis. @returns whether there are more */
  goOn(): boolean {
    const { found } = this.inline.emphasis;
    const end = Math.min(found.length, this.judged + A_FEW);
    for (; this.judged < end; this.judged++) {
      const emphasis = found[this.judged];
      if (emphasis) this.judge(emphasis);
    }
    return end < found.length;
  }

  private judge(emphasis: Emphasis): void {
    const { items, text, kind } = this.inline;
    const start = items.endAt(emphasis.open);
    const end = items.startAt(emphasis.close);
    if (start >= end || isInvisible(text.charCodeAt(start)) || (items.cover[emphasis.open] ?? 0) > 0) return;
    if (kind !== 'article' && REPEAT.test(text.slice(start, start + 10))) this.cover(emphasis, end, Mark.quote);
    else if (end - start <= LONGEST_LABEL && this.isLabel(emphasis, start, end)) {
      this.cover(emphasis, end, Mark.label);
      this.lastEnd = items.endAt(emphasis.close);
    }
  }

  private cover(emphasis: Emphasis, end: number, mark: Mark): void {
    const { items } = this.inline;
    items.cover[emphasis.open] = end;
    items.coverMark[emphasis.open] = mark;
  }

  /** A bold `[link]` stays a slot: whether it shows a button is for the rules to say. */
  private isLabel(emphasis: Emphasis, start: number, end: number): boolean {
    const { items, text } = this.inline;
    const first = text.charCodeAt(start);
    if (items.mark[emphasis.open + 1] === Mark.placeholder && items.endAt(emphasis.open + 1) === end) return false;
    if (!emphasis.strong && !isCapital(first) && !isDigit(first)) return false;
    const open = items.startAt(emphasis.open);
    if (this.lastEnd >= 0 && open - this.lastEnd < 24 && BETWEEN.test(text.slice(this.lastEnd, open))) return true;
    if (BEFORE.test(text.slice(Math.max(this.inline.start, open - CONTEXT), open))) return true;
    const close = items.endAt(emphasis.close);
    return AFTER.test(text.slice(close, Math.min(this.inline.end, close + 16))) || (emphasis.strong && isPath(text.slice(start, end)));
  }
}

/** `Settings > Account`; the `>` of a tag makes no path. */
function isPath(label: string): boolean {
  return PATH.test(label) && !label.includes('<');
}
