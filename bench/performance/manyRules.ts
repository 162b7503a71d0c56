/** What ten times the rules cost: beside the built-in phrase rules nine times as many in packs, which look for other words in the same ways. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRuleSet } from '../../scripts/generate/rules.js';
import type { Pack } from '../../server/src/core/packs/pack.js';
import { commonWords } from '../../server/src/core/phrase/common.js';
import { lexicon, WordClass } from '../../server/src/core/phrase/lexicon.js';
import { parsePhrase, type Node } from '../../server/src/core/phrase/syntax.js';
import type { Category, RuleDefinition } from '../../server/src/core/rules/definition.js';
import { foundBy, listedIn } from '../../server/src/core/rules/written.js';
import { nodeFileSystem } from '../../server/src/files/nodeFileSystem.js';
import { readPackFolder } from '../../server/src/files/packs.js';

/** With the built-in rules, ten times as many. */
const VARIANTS = 9;
/** The commonest words are the glue of English, and stay in every variant. */
const GLUE = 100;
/** Words of a sort that has fewer are exchanged with those of a wider sort, or they would be the same in every pack. */
const FEWEST = 2 * VARIANTS;
/** A pack may have two hundred rules. */
const RULES_OF_A_PACK = 150;

const { verb, past, participle, ing, third, adverb, filler, word: anyWord } = WordClass;
const OPEN = verb | past | participle | ing | third | adverb | filler | anyWord;

/** Classes and references stay as they are; a word may be exchanged together with its form (`forget~past`). */
const PARTS = /~[a-z]*|<[a-z-]+>|@[a-z0-9-]+|\{[a-z]+:|([\p{L}\p{N}'’][\p{L}\p{N}'’./%#&-]*)(~[a-z]*)?/gu;

/** The packs, written as rule files and read as any pack is. @throws Error where one of the rules is refused */
export async function generatedPacks(): Promise<readonly Pack[]> {
  const { rules, categories } = readRuleSet();
  const own = rules.filter((rule) => foundBy(rule).length > 0);
  const exchange = new Exchange(own.flatMap((rule) => [...foundBy(rule), ...listedIn(rule.words)]).map(({ text }) => text));
  const folder = mkdtempSync(join(tmpdir(), 'deskside-rules-'));
  try {
    const packs = Array.from({ length: VARIANTS }, (_, i) => inPacks(own.map((rule) => variantOf(rule, categories, exchange, i + 1)))).flat();
    return await Promise.all(packs.map((rules, i) => readGenerated(folder, `many-${i + 1}`, rules)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Some rules, as many at a time as a pack may have. */
function inPacks(rules: readonly RuleDefinition[]): readonly (readonly RuleDefinition[])[] {
  return Array.from({ length: Math.ceil(rules.length / RULES_OF_A_PACK) }, (_, i) => rules.slice(i * RULES_OF_A_PACK, (i + 1) * RULES_OF_A_PACK));
}

/** How many phrases rules look for. */
export function phrasesIn(rules: readonly RuleDefinition[]): number {
  return rules.reduce((sum, rule) => sum + foundBy(rule).length, 0);
}

async function readGenerated(parent: string, name: string, rules: readonly RuleDefinition[]): Promise<Pack> {
  const folder = join(parent, name);
  mkdirSync(join(folder, 'rules'), { recursive: true });
  writeFileSync(join(folder, 'pack.yaml'), `name: ${name}\nversion: 1.0.0\ndescription: Rules with other words.\n`);
  // JSON is YAML
  for (const { id, ...rule } of rules) writeFileSync(join(folder, 'rules', `${id.replace('/', '-')}.yaml`), JSON.stringify({ ...rule, examples: { flag: ['Not tried.'], ok: [] } }));
  const { pack, problems } = await readPackFolder(nodeFileSystem, folder);
  if (!pack || problems.length > 0) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return pack;
}

/** A rule with other words, on in the same texts, and with the same conditions and fixes. */
function variantOf(rule: RuleDefinition, categories: readonly Category[], exchange: Exchange, number: number): RuleDefinition {
  const category = categories.find(({ id }) => id === rule.id.replace(/\/.*/, ''));
  const changed = (texts: string | readonly string[]): string | string[] => (typeof texts === 'string' ? exchange.phrase(texts, number) : texts.map((text) => exchange.phrase(text, number)));
  return {
    ...rule,
    kinds: rule.kinds ?? category?.kinds,
    optIn: rule.optIn ?? category?.optIn,
    words: rule.words && Object.fromEntries(Object.entries(rule.words).map(([name, entries]) => [name, entries.map((text) => exchange.entry(text, number))])),
    phrases: rule.phrases?.map((entry) => (typeof entry === 'string' ? exchange.phrase(entry, number) : { ...entry, phrase: changed(entry.phrase) })),
    terms: rule.terms?.map((entry) => ({ ...entry, term: changed(entry.term) })),
  };
}

/** Exchanges words for others of their sort: as common, of the same classes, written with the same form. */
class Exchange {
  /** By sort its words in an order of no meaning, and where each of them stands. */
  readonly #sorts = new Map<string, Map<string, number>>();

  constructor(texts: readonly string[]) {
    const words = texts.flatMap((text) => [...text.matchAll(PARTS)].flatMap(([, word = '', form = '']) => (isContent(word) ? [{ word, form }] : [])));
    const mixed = new Map(words.map((one) => [hashed(`${one.word}${one.form}`), one]));
    for (const [, { word, form }] of [...mixed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const sort of sortsOf(word, form)) this.#wordsOf(sort).set(word, this.#wordsOf(sort).size);
    }
  }

  #wordsOf(sort: string): Map<string, number> {
    const words = this.#sorts.get(sort) ?? new Map<string, number>();
    this.#sorts.set(sort, words);
    return words;
  }

  /** An entry of a list with other words. The same number always makes the same. */
  entry(text: string, number: number): string {
    return text.replaceAll(PARTS, (part: string, word = '', form = '') => (isContent(word) ? this.#other(word, form, number) + form : part));
  }

  /** A phrase with other words. One that stays the same, or is found where a single word stands, gets a word more: as a term, "folder" is found in every article, and "grandma" in none. */
  phrase(text: string, number: number): string {
    const changed = this.entry(text, number);
    return changed === text || fewestWords(parsePhrase(changed)) < 2 ? `(${changed}) ..2 ${this.#any(`${text} ${number}`)}` : changed;
  }

  /** One of the common words. */
  #any(seed: string): string {
    const words = [...this.#wordsOf('common').keys()];
    return words[parseInt(hashed(seed).slice(0, 8), 16) % words.length] ?? '';
  }

  #other(word: string, form: string, number: number): string {
    const words = sortsOf(word, form).map((sort) => this.#wordsOf(sort)).find(({ size }) => size >= FEWEST);
    if (!words) return word;
    const place = ((words.get(word) ?? 0) + Math.floor((number * words.size) / (VARIANTS + 1))) % words.size;
    return [...words.keys()][place] ?? word;
  }
}

/** How few words a match may have. */
function fewestWords(node: Node): number {
  switch (node.type) {
    case 'choice':
      return Math.min(...node.options.map(fewestWords));
    case 'sequence':
      return node.items.reduce((sum, item) => sum + fewestWords(item), 0);
    case 'capture':
      return fewestWords(node.node);
    default:
      return node.type === 'word' || node.type === 'class' || node.type === 'list' ? 1 : 0;
  }
}

/** A number of no meaning that is always the same. */
function hashed(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

function isContent(word: string): boolean {
  return /^[a-z-]+$/.test(word) && (commonWords().get(word) ?? Infinity) >= GLUE && (lexicon().classOf(word) & ~OPEN) === 0;
}

/** The sorts that a word is of, the narrowest first. */
function sortsOf(word: string, form: string): readonly string[] {
  const rank = commonWords().get(word);
  const common = rank === undefined ? 'rare' : String(Math.floor(Math.log2(rank)));
  const sort = `${form} ${lexicon().classOf(word) & (OPEN & ~filler)}`;
  return [`${sort} ${common}`, `${form} ${common}`, rank === undefined ? 'rare' : 'common'];
}
