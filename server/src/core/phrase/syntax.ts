import { meant } from '../nearest.js';
import { longestLiteralRun } from './literals.js';
import { WordClass, type WordClassName } from './lexicon.js';
import { splitWord } from './tokenTest.js';

/** A phrase as it was written. */
export type Node =
  | { readonly type: 'word'; readonly word: string; readonly form: WordForm }
  | { readonly type: 'class'; readonly name: WordClassName }
  | { readonly type: 'list'; readonly name: string; readonly form: WordForm; readonly at: number }
  | { readonly type: 'punct'; readonly sign: string }
  | { readonly type: 'gap'; readonly max: number }
  | { readonly type: 'edge'; readonly edge: 'start' | 'clause' | 'end' }
  | { readonly type: 'not'; readonly node: Node }
  | { readonly type: 'optional'; readonly node: Node }
  | { readonly type: 'capture'; readonly name: string; readonly node: Node }
  | { readonly type: 'choice'; readonly options: readonly Node[] }
  | { readonly type: 'sequence'; readonly items: readonly Node[]; readonly tight: readonly boolean[] };

/** `exact` is the word as written, `any` all its inflections. */
export type WordForm = 'exact' | 'any' | 's' | 'past' | 'ed' | 'ing';

/** A mistake in a phrase. `column` counts from 0, in UTF-16 code units. */
export class PhraseError extends Error {
  constructor(
    message: string,
    readonly column: number,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'PhraseError';
  }
}

const MAX_LITERALS = 5;
/** Brackets within brackets: more than anybody can read, and far from where the stack ends. */
const MAX_DEPTH = 20;
const WORD = (): RegExp => /^[\p{L}\p{N}'’][\p{L}\p{N}'’./%#&-]*/u;
const FORMS: Readonly<Record<string, WordForm>> = { '': 'any', s: 's', past: 'past', ed: 'ed', ing: 'ing' };
const SIGNS = ',:;?!-';

/** Parses a phrase. @throws PhraseError */
export function parsePhrase(text: string): Node {
  const parser = new Parser(text);
  const node = parser.choice('');
  if (!parser.done) parser.fail(`unexpected “${parser.peek}”`, 'A closing bracket has no opening one before it.');
  refuseMemorised(node);
  return node;
}

function refuseMemorised(node: Node): void {
  if (longestLiteralRun(node) <= MAX_LITERALS) return;
  throw new PhraseError(`more than ${MAX_LITERALS} plain words in a row`, 0, 'Rules describe, they do not memorise: use a word class, a list, an optional word or a gap (..).');
}

class Parser {
  #at = 0;
  #depth = 0;

  constructor(readonly text: string) {}

  get done(): boolean {
    return this.#at >= this.text.length;
  }

  get peek(): string {
    return this.text[this.#at] ?? '';
  }

  fail(message: string, hint: string, column = this.#at): never {
    throw new PhraseError(message, column, hint);
  }

  choice(close: string): Node {
    const options = [this.sequence(close)];
    while (this.peek === '|') {
      this.#at++;
      options.push(this.sequence(close));
    }
    const [only] = options;
    return options.length === 1 && only ? only : { type: 'choice', options };
  }

  sequence(close: string): Node {
    const items: Node[] = [];
    const tight: boolean[] = [];
    let glue = false;
    for (this.#space(); !this.done && this.peek !== '|' && this.peek !== close; this.#space()) {
      if (this.#takeGlue()) {
        glue = true;
        continue;
      }
      for (const item of this.#item()) {
        items.push(item);
        tight.push(glue);
        glue = false;
      }
    }
    if (items.length === 0) this.fail('an empty phrase', 'Write at least one word, or take out the “|” that stands alone.');
    const [only] = items;
    return items.length === 1 && only ? only : { type: 'sequence', items, tight };
  }

  #takeGlue(): boolean {
    if (this.peek !== '+') return false;
    this.#at++;
    return true;
  }

  #space(): void {
    while (this.peek === ' ' || this.peek === '\n' || this.peek === '"') this.#at++;
  }

  /** One element; a contraction is several. */
  #item(): readonly Node[] {
    if (++this.#depth > MAX_DEPTH) this.fail(`brackets nested deeper than ${MAX_DEPTH}`, 'Write the inner ones as a word list, and name it: @list.');
    const nodes = this.#atom();
    this.#depth--;
    const [only] = nodes;
    if (this.peek !== '?' || !only) return nodes;
    this.#at++;
    return [{ type: 'optional', node: nodes.length === 1 ? only : { type: 'sequence', items: nodes, tight: nodes.map(() => true) } }];
  }

  #atom(): readonly Node[] {
    const { peek } = this;
    if (peek === '(') return [this.#group()];
    if (peek === '{') return [this.#capture()];
    if (peek === '<') return [this.#class()];
    if (peek === '@') return [this.#list()];
    if (peek === '^' || peek === '$') return [this.#edge(peek)];
    if (this.text.startsWith('..', this.#at)) return [this.#gap()];
    if (peek === '!' && /^![^\s?]/.test(this.text.slice(this.#at))) return [this.#not()];
    if (SIGNS.includes(peek) && !WORD().test(this.text.slice(this.#at))) return [this.#sign(peek)];
    return this.#word();
  }

  #group(): Node {
    const open = this.#at++;
    const node = this.choice(')');
    if (this.peek !== ')') this.fail('“(” is never closed', 'Close the group with “)”.', open);
    this.#at++;
    return withForm(node, this.#form());
  }

  #capture(): Node {
    const open = this.#at;
    const head = /^\{([a-z]+):/.exec(this.text.slice(open));
    if (!head?.[1]) this.fail('“{” needs a name', 'Write {name: words}, the name in small letters.');
    this.#at += head[0].length;
    const node = this.choice('}');
    if (this.peek !== '}') this.fail('“{” is never closed', 'Close the capture with “}”.', open);
    this.#at++;
    return { type: 'capture', name: head[1], node };
  }

  #class(): Node {
    const open = this.#at;
    const name = /^<([a-z-]+)>/.exec(this.text.slice(open))?.[1];
    if (!name) this.fail('“<” is never closed', 'Write a word class such as <verb>.');
    this.#at += name.length + 2;
    if (name === 'clause') return { type: 'edge', edge: 'clause' };
    if (!(name in WordClass)) this.fail(`no word class <${name}>`, `${meant(name, Object.keys(WordClass), (known) => `<${known}>`)}`, open);
    return { type: 'class', name: name as WordClassName };
  }

  #list(): Node {
    const at = this.#at;
    const name = /^@([a-z][a-z0-9-]*)/.exec(this.text.slice(at))?.[1];
    if (!name) this.fail('“@” needs the name of a list', 'Write @party, and the list under `words`.');
    this.#at += name.length + 1;
    return { type: 'list', name, form: this.#form(), at };
  }

  #edge(sign: string): Node {
    this.#at++;
    return { type: 'edge', edge: sign === '^' ? 'start' : 'end' };
  }

  #gap(): Node {
    const [all = '', digits = ''] = /^\.\.(\d*)/.exec(this.text.slice(this.#at)) ?? [];
    const max = digits === '' ? 3 : Number(digits);
    if (max < 1 || max > 9) this.fail(`a gap of ${digits} words`, 'A gap spans one to nine words: ..5');
    this.#at += all.length;
    return { type: 'gap', max };
  }

  #not(): Node {
    const at = this.#at++;
    const node = this.peek === '!' ? undefined : this.#atom()[0];
    if (!node || !isSingleWord(node)) this.fail('“!” looks at one word only', 'Use single words, lists of them or classes: !(a|b|<past>).', at);
    return { type: 'not', node };
  }

  #sign(sign: string): Node {
    this.#at++;
    return { type: 'punct', sign };
  }

  #word(): readonly Node[] {
    const word = WORD().exec(this.text.slice(this.#at))?.[0];
    if (!word) this.fail(`unexpected “${this.peek}”`, 'A phrase is made of words, ( | ) ? .. {name: } <class> @list ^ $ and punctuation.');
    this.#at += word.length;
    return [{ type: 'word', word: word.replaceAll('’', "'"), form: this.#form() }];
  }

  #form(): WordForm {
    if (this.peek !== '~') return 'exact';
    const at = this.#at++;
    const name = /^[a-z]*/.exec(this.text.slice(this.#at))?.[0] ?? '';
    const form = FORMS[name];
    if (!form) this.fail(`no word form ~${name}`, 'There are ~ (any form), ~s, ~past, ~ed (participle) and ~ing.', at);
    this.#at += name.length;
    return form;
  }
}

/** `(fix|put right)~`, `@mend~`: the form of every option's first word; an option that is no plain word stays as it is. */
export function withForm(node: Node, form: WordForm): Node {
  if (node.type === 'choice') return { ...node, options: node.options.map((option) => withForm(option, form)) };
  if (node.type === 'sequence') return { ...node, items: node.items.map((item, i) => (i === 0 ? withForm(item, form) : item)) };
  return (node.type === 'word' || node.type === 'list') && node.form === 'exact' ? { ...node, form } : node;
}

function isSingleWord(node: Node): boolean {
  if (node.type === 'choice') return node.options.every(isSingleWord);
  if (node.type === 'word') return splitWord(node.word).length === 1;
  return node.type === 'class' || node.type === 'list' || node.type === 'punct';
}
