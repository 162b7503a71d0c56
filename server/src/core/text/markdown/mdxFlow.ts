import { LBRACE, LT, SLASH, lineEnd, skipBlanks } from '../chars.js';
import type { Finder } from '../finder.js';
import { RAW, SILENT } from '../inline/elements.js';
import { Jsx } from './jsx.js';

const MODULE = /^(?:import\s+(?:[\w*{][^'"]{0,200}\sfrom\s+)?['"]|export\s+(?:const|let|var|class|type|default|function|async|\*|\{))/;

/** What of MDX stands on lines of its own: modules, expressions and tags. */
export class MdxFlow {
  private readonly jsx: Jsx;

  constructor(private readonly text: string, private readonly finder: Finder) {
    this.jsx = new Jsx(text);
  }

  /** The end of the import or export that starts at `at`, or -1. */
  moduleEnd(at: number, end: number): number {
    return MODULE.test(this.text.slice(at, Math.min(end, at + 240))) ? this.jsx.moduleEnd(at, end) : -1;
  }

  /** The end of the expression that starts at `at` and has its last line for itself, or -1. */
  expressionEnd(at: number, end: number): number {
    const { text } = this;
    const stop = this.jsx.expressionEnd(at, end);
    const last = stop < 0 ? 0 : lineEnd(text, stop, end);
    return stop >= 0 && skipBlanks(text, stop, last) === last ? stop : -1;
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
