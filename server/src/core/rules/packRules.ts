import type { Path } from '../issues.js';
import { packColumns } from '../packed/columns.js';
import { resolveLists, type Lists } from '../phrase/lists.js';
import { packPhrases } from '../phrase/packPhrases.js';
import { parsePhrase, type Node } from '../phrase/syntax.js';
import type { CueDefinition, RuleDefinition, RuleSet } from './definition.js';
import { packLater } from './packedRule.js';
import { packedSign, packRuns, type PackedRules, type PackedSet } from './packedRules.js';
import { askedBy, foundBy, type Owner, type Written } from './written.js';

/** A phrase and where it stands. */
interface Placed {
  readonly owner: object;
  readonly path: Path;
  readonly node: Node;
}

/** Packs rules whose phrases have no mistakes. */
export function packRules(set: RuleSet): PackedRules {
  const shared = parseLists(set.words);
  const cues = copyOf(set.cues);
  const rules = copyOf(set.rules);
  const names = new Set(cues.map(({ id }) => `@${id}`));
  const sought = rules.flatMap((rule) => placed(rule, foundBy(rule), shared));
  const asked = [...rules.flatMap((rule) => placed(rule, askedOf(rule, names), shared)), ...cues.flatMap((cue) => placed(cue, [...foundBy(cue), ...askedOf(cue, names)], shared))];
  const all = [...sought, ...asked];
  const { packed, numbers } = packPhrases(all.map(({ node }) => node), sought.length);
  all.forEach(({ owner, path }, i) => put(owner, path, packedSign(numbers[i] ?? 0)));
  const { heads, later } = packLater(rules.map(withoutLists));
  const bare: PackedSet = {
    categories: set.categories,
    cues: packColumns(cues.map(({ words: _, ...cue }): CueDefinition => ({ ...cue, description: '', phrases: packRuns(cue.phrases) }))),
    rules: packColumns(heads),
  };
  return { rules: JSON.stringify(bare), later, words: JSON.stringify(set.words), phrases: packed };
}

function placed(owner: Owner, written: readonly Written[], shared: Lists): readonly Placed[] {
  const lists = owner.words ? new Map([...shared, ...parseLists(owner.words)]) : shared;
  return written.map(({ path, text }) => ({ owner, path, node: resolveLists(parsePhrase(text), lists) }));
}

/** What an owner asks for and is no cue. */
function askedOf(owner: Owner, cues: ReadonlySet<string>): readonly Written[] {
  return askedBy(owner).filter(({ text }) => !cues.has(text));
}

function copyOf<T>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T;
}

function parseLists(words: Readonly<Record<string, readonly string[]>>): Lists {
  return new Map(Object.entries(words).map(([name, entries]) => [name, entries.map((entry) => parsePhrase(entry))]));
}

/** Of a rule's own lists, phrases have theirs put in; a check reads its own as they are. */
function withoutLists({ words, phrases, ...rule }: RuleDefinition): RuleDefinition {
  return { ...rule, ...(phrases && { phrases: packRuns(phrases) }), ...(rule.check !== undefined && words && { words }) };
}

function put(owner: object, path: Path, text: string): void {
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), owner);
  if (typeof holder === 'object' && holder !== null) Reflect.set(holder, last, text);
}
