import { parsePhrase, type Node } from '../../server/src/core/phrase/syntax.js';
import { TokenTests } from '../../server/src/core/phrase/tokenTest.js';
import { Vocabulary } from '../../server/src/core/phrase/vocabulary.js';
import type { RuleSet } from '../../server/src/core/rules/definition.js';
import { askedBy, foundBy, listedIn } from '../../server/src/core/rules/written.js';

/** What a choice says twice, a sentence for each: another spelling or form of a word that is there, or the same again. Nothing finds less without it. */
export function repeatedIn({ rules, cues, words }: RuleSet): readonly string[] {
  const tests = new TokenTests(new Vocabulary());
  const owned = [...rules, ...cues].flatMap((owner) => [...foundBy(owner), ...askedBy(owner), ...listedIn(owner.words)].map(({ text }) => ({ of: owner.id, text })));
  const shared = Object.entries(words).flatMap(([name, entries]) => entries.map((text) => ({ of: `words/${name}`, text })));
  return [...owned, ...shared].flatMap(({ of, text }) => choicesIn(parsePhrase(text)).flatMap((options) => repeatedAmong(options, tests)).map((said) => `${of} says “${said}” twice in “${text}”`));
}

function choicesIn(node: Node): readonly (readonly Node[])[] {
  if (node.type === 'choice') return [node.options, ...node.options.flatMap(choicesIn)];
  if (node.type === 'sequence') return node.items.flatMap(choicesIn);
  return 'node' in node ? choicesIn(node.node) : [];
}

/** Of options that are more than words, the order counts: there one is repeated by what stands before it alone. */
function repeatedAmong(options: readonly Node[], tests: TokenTests): readonly string[] {
  const known = options.map((option) => idsOf(option, tests));
  const areWords = known.every(({ length }) => length > 0);
  const others = new Map<number, number>();
  if (areWords) note(known.flat(), others);
  const earlier = new Set<string>();
  return options.flatMap((option, i) => {
    const ids = known[i] ?? [];
    const written = JSON.stringify(option);
    const isRepeated = earlier.has(written) || (ids.length > 0 && ids.every((id) => (others.get(id) ?? 0) > (areWords ? 1 : 0)));
    earlier.add(written);
    if (!areWords) note(ids, others);
    return isRepeated ? [option.type === 'word' ? option.word : `option ${i + 1}`] : [];
  });
}

function note(ids: readonly number[], counts: Map<number, number>): void {
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
}

/** What a word finds; nothing for one in capitals, and for half a contraction: “'s” is “is” as well as “has”. */
function idsOf(option: Node, tests: TokenTests): readonly number[] {
  return option.type === 'word' && /^[a-z\d]/.test(option.word) ? (tests.of(option)?.ids.list ?? []) : [];
}
