import type { Path } from '../issues.js';
import { meant } from '../nearest.js';
import { capturesOf } from '../phrase/compile.js';
import { resolveLists, type Lists } from '../phrase/lists.js';
import { refuseTooBig, sizeOf } from '../phrase/size.js';
import { parsePhrase, PhraseError, type Node } from '../phrase/syntax.js';
import { shortened } from '../shortened.js';
import { CHECKS } from './check.js';
import type { RuleDefinition, RuleSet } from './definition.js';
import { unknownNames } from './names.js';
import { askedBy, foundBy, listedIn, type Owner, type Written } from './written.js';

/** The most steps that the phrases of one rule may take together. The largest rule that comes with Deskside takes some 37,000. */
const MAX_RULE_STEPS = 100_000;

/** A mistake in a rule that fits its schema, in the text that a path of keys leads to. */
export interface Mistake {
  readonly path: Path;
  /** Where in that text, from 0, in UTF-16 code units. */
  readonly character: number;
  /** What is wrong, and the way out. */
  readonly message: string;
}

/** The word lists and cues that every rule may name. */
export type Shared = Pick<RuleSet, 'words' | 'cues'>;

/** The mistakes in a rule or a cue that its schema cannot see. Without any, it can be compiled and costs no more than it may. */
export function mistakesIn(owner: Owner, shared: Shared): readonly Mistake[] {
  return examine(owner, shared).mistakes;
}

/** The mistakes of a rule or a cue; if there are none, also how many steps its phrases take together. */
export function examine(owner: Owner, shared: Shared): { readonly mistakes: readonly Mistake[]; readonly steps: number } {
  const checker = new Checker(owner, shared);
  checker.check();
  return checker;
}

class Checker {
  readonly mistakes: Mistake[] = [];
  steps = 0;
  readonly #lists: Lists;

  constructor(
    readonly owner: Owner,
    readonly shared: Shared,
  ) {
    this.#lists = new Map([...sharedLists(shared.words), ...this.#ownLists()]);
  }

  check(): void {
    const found = this.#resolved(foundBy(this.owner));
    const asked = this.#resolved(askedBy(this.owner).filter(({ text, mayBeCue }) => !mayBeCue || !this.shared.cues.some(({ id }) => text === `@${id}`)));
    if (this.mistakes.length > 0 || !('message' in this.owner)) return;
    this.#refuseCostly([...found, ...asked]);
    this.#checkRule(this.owner, found);
  }

  #ownLists(): Lists {
    const lists = new Map<string, Node[]>();
    for (const written of listedIn(this.owner.words)) {
      const node = this.#attempt(written, () => parsePhrase(written.text));
      const name = String(written.path[1]);
      lists.set(name, [...(lists.get(name) ?? []), ...(node ? [node] : [])]);
    }
    return lists;
  }

  #resolved(phrases: readonly Written[]): readonly Node[] {
    return phrases.flatMap((written) => {
      const node = this.#attempt(written, () => this.#resolve(written));
      return node ? [node] : [];
    });
  }

  #resolve({ text, mayBeCue }: Written): Node {
    const name = /^@([a-z0-9-]+)$/.exec(text)?.[1];
    const cues = this.shared.cues.map(({ id }) => id);
    if (mayBeCue && name !== undefined && !this.#lists.has(name)) throw new PhraseError(`no cue and no word list @${name}`, 0, meant(name, [...cues, ...this.#lists.keys()], (one) => `@${one}`));
    const node = resolveLists(parsePhrase(text), this.#lists);
    refuseTooBig(node);
    return node;
  }

  #attempt<T>({ path, text }: Written, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      this.#add(path, error.column, `In the phrase “${shortened(text, 60)}”: ${error.message}. ${error.hint}`);
      return undefined;
    }
  }

  #refuseCostly(nodes: readonly Node[]): void {
    this.steps = nodes.reduce((sum, node) => sum + sizeOf(node).steps, 0);
    if (this.steps > MAX_RULE_STEPS) this.#add([], 0, `The rule is too big: its phrases take ${this.steps.toLocaleString('en')} steps to match, and ${MAX_RULE_STEPS.toLocaleString('en')} are the most. Make several rules of it, or use shorter word lists.`);
  }

  #checkRule(rule: Omit<RuleDefinition, 'id'>, nodes: readonly Node[]): void {
    const { check, absent } = rule;
    if (check !== undefined && !(check in CHECKS)) this.#add(['check'], 0, `There is no check “${check}”. ${meant(check, Object.keys(CHECKS), (one) => `“${one}”`)}`);
    if (check === undefined && absent === undefined && nodes.length === 0) this.#add([], 0, 'The rule looks for nothing. Give it “phrases”, a list of what it must find.');
    if (check === undefined) this.mistakes.push(...unknownNames(rule, [...new Set(nodes.flatMap((node) => capturesOf(node)))]));
  }

  #add(path: Path, character: number, message: string): void {
    this.mistakes.push({ path, character, message });
  }
}

const known = new WeakMap<Shared['words'], Lists>();

/** The shared lists, parsed once: they are checked with their own files. */
function sharedLists(words: Shared['words']): Lists {
  const lists = known.get(words) ?? new Map(Object.entries(words).map(([name, entries]) => [name, entries.map(parsePhrase)]));
  known.set(words, lists);
  return lists;
}
