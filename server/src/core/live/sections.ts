import { mentionsIgnore } from '../commentIgnores.js';
import { AROUND } from '../rules/reach.js';
import { splice } from './splice.js';
import { finish, type Steps } from '../steps.js';
import { readFrontMatter, type FrontMatter } from '../text/frontMatter.js';
import { cutArticle } from '../text/markdown.js';
import type { Unclosed } from '../text/markdown/leaf.js';
import type { Range } from '../types.js';
import type { KeptSentences } from './keptSentences.js';
import { Section, type Article } from './section.js';
import { SectionSet } from './sectionSet.js';
import { Unseen } from './unseen.js';

/**
 * An article cut into sections, of which an edit reads anew only those that it may have changed. Whatever the edits, the
 * sections are those of the text as it is.
 */
export class Sections {
  readonly #list: Section[] = [];
  #head: FrontMatter = { fields: new Map(), end: 0, unread: [] };
  #definitions: ReadonlyMap<string, string> = new Map();
  /** The text that the sections stood in before the edit. */
  #before: string;
  /** Sections that may be others than when their sentences were last put in their places. */
  readonly unread = new Unseen();
  /** Sections that may be found otherwise than when they were last judged. */
  readonly unjudged = new Unseen();
  /** The text is read when somebody first asks. */
  #isRead = false;
  #mentioning = 0;
  /** Sections that open what nothing closes. */
  readonly #unclosed = new SectionSet();

  /** @param kept takes the sentences of sections that are gone or read anew */
  constructor(
    public text: string,
    readonly article: Article,
    readonly kept: KeptSentences,
  ) {
    this.#before = text;
  }

  get list(): readonly Section[] {
    if (!this.#isRead) finish(this.reading());
    return this.#list;
  }

  get frontMatter(): ReadonlyMap<string, string> {
    if (!this.#isRead) finish(this.reading());
    return this.#head.fields;
  }

  /** Whether a comment somewhere may take findings back. */
  get saysIgnore(): boolean {
    if (!this.#isRead) finish(this.reading());
    return (this.#mentioning > 0 && this.#list.some(({ saysIgnore }) => saysIgnore)) || mentionsIgnore(this.text.slice(0, this.#head.end));
  }

  /** Replaces a range of the text. @param text what comes of it */
  replace({ start, end }: Range, inserted: string, text: string): void {
    const { end: below } = this.#head;
    const mayTouchHead = start <= below || (below <= 1 && (start <= MARK_LENGTH || opensHead(this.#before)));
    this.text = text;
    if (this.#isRead) this.#follow({ start, end }, inserted.length, mayTouchHead);
    this.#before = this.text;
  }

  /** Reads anew what a replacement has changed. */
  #follow({ start, end }: Range, inserted: number, mayTouchHead: boolean): void {
    const by = inserted - (end - start);
    const { fields, end: below } = this.#head;
    if (mayTouchHead) this.#head = readFrontMatter(this.text);
    if (this.#list.length === 0 || !isSame(fields, this.#head.fields)) this.#readAll();
    else if (start >= below && this.#head.end === below) this.#readBetween(start, end, by);
    else if (end < below && this.#head.end === below + by) for (const section of this.#list) section.move(by);
    else this.#readAll();
    this.#forgetAround(start, start + inserted);
  }

  /** Forgets what checks may have found by looking at what is typed. */
  #forgetAround(start: number, end: number): void {
    for (let i = this.indexAt(Math.max(0, start - AROUND)); i < this.#list.length; i++) {
      const section = this.#list[i];
      if (!section || section.start > end + AROUND) return;
      section.found = section.found && { ...section.found, looked: undefined };
      this.unjudged.note(i, i + 1, this.#list.length);
    }
  }

  /** Forgets what phrases found in a section. */
  forgetSaid(at: number): void {
    const section = this.#list[at];
    if (!section?.found) return;
    section.found = { ...section.found, said: undefined };
    this.unjudged.note(at, at + 1, this.#list.length);
  }

  /** Takes note that sections `[from, to)` have changed. */
  #note(from: number, to: number): void {
    this.unread.note(from, to, this.#list.length);
    this.unjudged.note(from, to, this.#list.length);
  }

  /** Puts sections in the place of others. */
  #put(at: number, gone: number, fresh: readonly Section[]): void {
    const removed = splice(this.#list, at, gone, fresh);
    for (const section of removed) section.isGone = true;
    for (const section of fresh) section.isGone = false;
    for (const section of removed) if (section.isGone) this.article.forget(section);
    this.#note(at, at + fresh.length);
    this.#mentioning += fresh.filter((one) => one.mentionsIgnore).length - removed.filter((one) => one.mentionsIgnore).length;
    for (const section of removed) if (section.isGone) this.#unclosed.note(section, false);
    for (const section of fresh) this.#unclosed.note(section, section.closers.length > 0);
  }

  #readAll(): void {
    this.#offer(this.#list, this.#before);
    this.#isRead = false;
    finish(this.reading());
  }

  /** Reads all of the text, if that is to be done. */
  *reading(): Steps<void> {
    if (this.#isRead) return;
    const head = readFrontMatter(this.text);
    const fresh = yield* this.#cutting(head.end);
    const definitions = gather(fresh);
    for (const section of fresh) {
      section.read(this.text, definitions);
      yield;
    }
    const joined = yield* this.#joining(fresh, definitions);
    // Somebody may have asked meanwhile who could not wait.
    if (this.#isRead) return;
    this.#head = head;
    this.#definitions = definitions;
    this.#isRead = true;
    this.#put(0, this.#list.length, joined);
  }

  /** Cuts all of the text from an offset on, a part at a time. */
  *#cutting(from: number): Steps<readonly Section[]> {
    const fresh: Section[] = [];
    for (let start = from, end = from; ; start = end) {
      const { at, unclosed } = cutArticle(this.text, start, (cut) => cut - start > PART);
      const last = at.at(-1) ?? start;
      const isAll = last - start <= PART;
      end = isAll ? this.text.length : last;
      fresh.push(...this.#cutAt([start, ...at, end], unclosed, []));
      if (isAll) return fresh;
      yield;
    }
  }

  #readBetween(start: number, end: number, by: number): void {
    const old = this.#list;
    const from = this.#firstTouched(start, end + by);
    const begin = old[from]?.start ?? 0;
    let next = this.indexAt(end) + 1;
    // Where a cut falls on an old one below the edit, everything from there on is as it was.
    const meets = (cut: number): boolean => {
      while (next < old.length && (old[next]?.start ?? 0) + by < cut) next++;
      return (old[next]?.start ?? Infinity) + by === cut;
    };
    const { at, unclosed } = cutArticle(this.text, begin, meets);
    const met = at.length > 0 && meets(at.at(-1) ?? 0);
    const to = met ? next : old.length;
    for (let i = to; i < old.length; i++) old[i]?.move(by);
    const gone = old.slice(from, to);
    const above = gone.filter((section) => section.end <= start && section.closers.length === 0);
    this.#offer(gone.filter((section) => !above.includes(section)), this.#before);
    const fresh = this.#cutAt([begin, ...at, ...(met ? [] : [this.text.length])], unclosed, above);
    this.#put(from, to - from, fresh);
    this.#readAnew(fresh.filter((section) => !above.includes(section)), gone);
    const joined = finish(this.#joining(fresh, this.#definitions));
    if (joined.length < fresh.length) this.#put(from, fresh.length, joined);
  }

  /** Reads new sections, and those elsewhere that looked up what is now defined otherwise. */
  #readAnew(fresh: readonly Section[], gone: readonly Section[]): void {
    const others = [...fresh, ...gone].some(({ definitions }) => definitions.size > 0) ? this.#redefine() : [];
    this.#offer(others, this.text);
    for (const section of new Set([...fresh, ...others])) section.read(this.text, this.#definitions);
    for (const section of others) this.#note(this.#list.indexOf(section), this.#list.indexOf(section) + 1);
  }

  /** The section before the one that has changed between two offsets, for its last line may go on there; or one that what stands there now may close. */
  #firstTouched(start: number, end: number): number {
    const before = Math.max(0, this.indexAt(start) - 1);
    const closed = this.#unclosed.inOrder.find(({ closers }) => closers.some((closer) => closer === undefined || this.#meets(closer, start, end)));
    return closed ? Math.min(before, this.indexAt(closed.start)) : before;
  }

  /** Whether some words stand in a range, or reach into it. */
  #meets(words: string, start: number, end: number): boolean {
    return this.text.slice(Math.max(0, start - words.length), end + words.length).includes(words);
  }

  /** Joins what starts with an item, or shows nothing at all, to the section above: a list may go on there. */
  *#joining(sections: readonly Section[], definitions: ReadonlyMap<string, string>): Steps<readonly Section[]> {
    const groups: Section[][] = [];
    for (const section of sections) {
      const last = groups.at(-1);
      if (last && !section.opensBlock) last.push(section);
      else groups.push([section]);
    }
    const joined: Section[] = [];
    for (const group of groups) {
      if (group.length > 1) {
        joined.push(this.#asOne(group, definitions));
        yield;
      } else joined.push(...group);
    }
    return joined;
  }

  #asOne(group: readonly Section[], definitions: ReadonlyMap<string, string>): Section {
    const whole = new Section(this.text, group[0]?.start ?? 0, group.at(-1)?.end ?? 0, group.flatMap(({ closers }) => closers), this.article);
    whole.read(this.text, definitions);
    return whole;
  }

  #offer(sections: readonly Section[], text: string): void {
    for (const { sentences = [] } of sections) this.kept.offer(text, sentences);
  }

  /** Gathers the definitions anew. @returns the sections that had asked for one that has changed */
  #redefine(): readonly Section[] {
    const before = this.#definitions;
    this.#definitions = gather(this.#list);
    const labels = [...new Set([...before.keys(), ...this.#definitions.keys()])].filter((label) => before.get(label) !== this.#definitions.get(label));
    return this.#list.filter((section) => labels.some((label) => section.labels.has(label)));
  }

  /** The sections between some bounds: those known already, where they have the same. */
  #cutAt(bounds: readonly number[], unclosed: readonly Unclosed[], known: readonly Section[]): readonly Section[] {
    const places = [...new Set(bounds)];
    return places.slice(0, -1).map((start, i) => {
      const end = places[i + 1] ?? start;
      const same = known.find((section) => section.start === start && section.end === end);
      return same ?? new Section(this.text, start, end, unclosed.flatMap(({ at, closer }) => (start <= at && at < end ? [closer] : [])), this.article);
    });
  }

  /** The section that an offset stands in. */
  at(offset: number): Section | undefined {
    return this.#list[this.indexAt(offset)];
  }

  /** The index of the section that an offset stands in, of those that meet there the lower one; by bisection. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.#list.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#list[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** So many characters are cut into sections in one step; a section that is longer is one all the same. */
const PART = 20_000;

/** The first definition of a label counts. */
function gather(sections: readonly Section[]): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const { definitions } of sections) for (const [label, target] of definitions) if (!all.has(label)) all.set(label, target);
  return all;
}

/** Three signs and a byte order mark: what is typed there may open a front matter. */
const MARK_LENGTH = 4;

function opensHead(text: string): boolean {
  return /^\uFEFF?(?:---|\+\+\+)[ \t]*(?:[\r\n]|$)/.test(text);
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
