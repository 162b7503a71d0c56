/**
 * Stand-ins for what a converter of Markdown or HTML must not touch. A mark is one word of letters and digits, so
 * that no converter escapes or splits it.
 */
export class Marks<Thing> {
  private readonly things: Thing[] = [];
  private readonly stem: string;

  /** @param text what the marks will stand in, so that none of it looks like one */
  constructor(text: string) {
    let n = 0;
    while (text.includes(`dk${n}m`)) n++;
    this.stem = `dk${n}m`;
  }

  /** The mark of a thing. */
  put(thing: Thing): string {
    return `${this.stem}${this.things.push(thing) - 1}z`;
  }

  /** The mark of a thing as a tag: Markdown leaves it alone too, and no address that stands beside it runs on into it. */
  putTag(thing: Thing): string {
    return `<${this.stem}${this.things.push(thing) - 1}t>`;
  }

  /** Puts something in the place of every mark. */
  replace(text: string, write: (thing: Thing) => string): string {
    return text.replace(this.pattern(), (mark, ofTag: string | undefined, index: string | undefined) => {
      const thing = this.things[Number(ofTag ?? index)];
      return thing === undefined ? mark : write(thing);
    });
  }

  /** Cuts a text at its marks: strings and things by turns. */
  split(text: string): readonly { readonly text: string; readonly thing?: Thing }[] {
    const parts: { text: string; thing?: Thing }[] = [];
    let from = 0;
    for (const match of text.matchAll(this.pattern())) {
      const thing = this.things[Number(match[1] ?? match[2])];
      if (thing === undefined) continue;
      parts.push({ text: text.slice(from, match.index), thing });
      from = match.index + match[0].length;
    }
    return [...parts, { text: text.slice(from) }];
  }

  private pattern(): RegExp {
    return new RegExp(`<${this.stem}(\\d+)t>|${this.stem}(\\d+)z`, 'gu');
  }
}
