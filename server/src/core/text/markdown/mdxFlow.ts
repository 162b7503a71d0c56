import { LBRACE, LT, SLASH, lineEnd, skipBlanks } from '../chars.js';
import type { Finder } from '../finder.js';
import { RAW, SILENT } from '../inline/elements.js';
import { Jsx } from './jsx.js';

const MODULE = /^(?:import\s+(?:[\w*{][^'"]{0,200}\sfrom\s+)?['"]|export\s+(?:const|let|var|class|type|default|function|async|\*|\{))/;
/** No import begins above one and has its `from` below. */
const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/;

/** What something of MDX reaches over. */
export interface Stretch {
  /** -1 where there is none. */
  readonly end: number;
  /** Whether it may end elsewhere once something is typed below the line that it starts on, however far. */
  readonly mayEndBelow: boolean;
  /** What must be typed there for that, if that is known. */
  readonly closer?: string;
}

const NONE: Stretch = { end: -1, mayEndBelow: false };

const COMMENT = '{/*';
const COMMENT_END = '*/';

/** What of MDX stands on lines of its own: modules, expressions and tags. */
export class MdxFlow {
  private readonly jsx: Jsx;

  constructor(private readonly text: string, private readonly finder: Finder) {
    this.jsx = new Jsx(text);
  }

  /** The import or export that starts at `at`; one with a bracket that is never closed ends with its line. */
  module(at: number, end: number): Stretch {
    const { text } = this;
    const [head = ''] = text.slice(at, Math.min(end, at + 240)).split(BLANK_LINE, 1);
    if (!MODULE.test(head)) return NONE;
    const stop = this.jsx.moduleEnd(at, end);
    return stop < 0 ? { end: lineEnd(text, at, end), mayEndBelow: true } : { end: stop, mayEndBelow: false };
  }

  /** The expression that starts at `at`, if it has its last line for itself. */
  expression(at: number, end: number): Stretch {
    const { text } = this;
    const stop = this.jsx.expressionEnd(at, end);
    const last = lineEnd(text, Math.max(at, stop), end);
    if (stop >= 0 && skipBlanks(text, stop, last) === last) return { end: stop, mayEndBelow: false };
    const isOpenComment = stop < 0 && text.startsWith(COMMENT, at) && this.finder.find(COMMENT_END, at + COMMENT.length, text.length) < 0;
    return { end: -1, mayEndBelow: stop < 0 || stop > lineEnd(text, at, end), ...(isOpenComment && { closer: COMMENT_END }) };
  }

  /** The end of the tags and expressions that start at `at` and have their lines for themselves, or -1. */
  tagsEnd(at: number, end: number): number {
    const { text } = this;
    let stop = at;
    let last = lineEnd(text, at, end);
    for (let i = at; i < last; i = skipBlanks(text, stop, last)) {
      const code = text.charCodeAt(i);
      stop = code === LT ? this.elementEnd(i, end) : code === LBRACE ? this.jsx.expressionEnd(i, end) : -1;
      if (stop < 0) return -1;
      // a line of a thousand tags is not searched for its end a thousand times
      if (stop > last) last = lineEnd(text, stop, end);
    }
    return stop;
  }

  /** The end of the tag at `at`; of the whole element where its content is no prose. */
  private elementEnd(at: number, end: number): number {
    const { text } = this;
    const stop = this.jsx.tagEnd(at, end);
    if (stop < 0 || text.charCodeAt(stop - 2) === SLASH) return stop;
    const name = /^<([a-z]+)/.exec(text.slice(at, at + 12))?.[1] ?? '';
    const close = RAW.has(name) || SILENT.has(name) ? this.finder.find(`</${name}`, stop, end) : -1;
    return close < 0 ? stop : lineEnd(text, close, end);
  }
}
