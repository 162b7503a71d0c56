import * as v from 'valibot';
import { MOVES, TOLD, type Move, type Told } from '../anatomy/anatomy.js';
import { MOODS, SUBJECTS } from '../phrase/clauses.js';
import { AUDIENCES, KINDS, WORST_FIRST } from '../types.js';

/**
 * What a rule file may say. The same schema checks the built-in rules, a pack's rules, and writes the JSON
 * schema that editors complete rule files with. See docs/phrase-language.md.
 */
const strings = v.union([v.string(), v.array(v.string())]);
const move = v.strictObject({ move: oneOrMore(MOVES) });
const told = v.strictObject({ told: oneOrMore(TOLD) });
const sought = v.union([v.string(), move, told]);
const whole = v.union([sought, v.array(sought)]);
const BLOCKS = ['greeting', 'paragraph', 'item', 'ordered-item', 'heading', 'cell', 'signoff'] as const;
const PLACES = ['first', 'last'] as const;
const FACTS = ['link', 'steps', 'quote', 'image', 'code', 'follow-up', 'chat', 'passages'] as const;

function oneOrMore<const Options extends readonly string[]>(options: Options) {
  return v.union([v.picklist(options), v.array(v.picklist(options))]);
}

/** What is looked for in a whole sentence: a phrase, a cue by name, what the sentence does in its reply, or what findings tell of it. */
export type Sought = string | { readonly move: Move | readonly Move[] } | { readonly told: Told | readonly Told[] };

/** Conditions: every key is one. Under `if` all must hold, under `unless` none may. */
export interface Conditions {
  readonly clause?: string | readonly string[] | undefined;
  readonly subject?: string | readonly string[] | undefined;
  readonly governor?: string | readonly string[] | undefined;
  readonly negated?: boolean | undefined;
  readonly explained?: boolean | undefined;
  readonly denies?: boolean | undefined;
  readonly echo?: boolean | undefined;
  readonly before?: string | readonly string[] | undefined;
  readonly after?: string | readonly string[] | undefined;
  readonly within?: string | readonly string[] | undefined;
  readonly sentence?: Sought | readonly Sought[] | undefined;
  readonly next?: Sought | readonly Sought[] | undefined;
  readonly previous?: Sought | readonly Sought[] | undefined;
  readonly near?: Sought | readonly Sought[] | undefined;
  readonly paragraph?: Sought | readonly Sought[] | undefined;
  readonly document?: Sought | readonly Sought[] | undefined;
  readonly opening?: Sought | readonly Sought[] | undefined;
  readonly quoted?: string | readonly string[] | undefined;
  readonly has?: string | readonly string[] | undefined;
  readonly block?: string | readonly string[] | undefined;
  readonly place?: string | readonly string[] | undefined;
  readonly words?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
  readonly length?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
  /** One of these holds. */
  readonly any?: Conditions | undefined;
  /** All of these hold. */
  readonly all?: Conditions | undefined;
  /** None of these holds. */
  readonly not?: Conditions | undefined;
}

/** `when` and `unless` of a rule, as YAML has them. */
const conditionsSchema: v.GenericSchema<Conditions> = v.strictObject({
  clause: v.optional(oneOrMore(MOODS)),
  subject: v.optional(oneOrMore(SUBJECTS)),
  governor: v.optional(strings),
  negated: v.optional(v.boolean()),
  explained: v.optional(v.boolean()),
  denies: v.optional(v.boolean()),
  echo: v.optional(v.boolean()),
  before: v.optional(strings),
  after: v.optional(strings),
  within: v.optional(strings),
  sentence: v.optional(whole),
  next: v.optional(whole),
  previous: v.optional(whole),
  near: v.optional(whole),
  paragraph: v.optional(whole),
  document: v.optional(whole),
  opening: v.optional(whole),
  quoted: v.optional(strings),
  has: v.optional(oneOrMore(FACTS)),
  block: v.optional(oneOrMore(BLOCKS)),
  place: v.optional(oneOrMore(PLACES)),
  words: v.optional(v.strictObject({ min: v.optional(v.number()), max: v.optional(v.number()) })),
  length: v.optional(v.strictObject({ min: v.optional(v.number()), max: v.optional(v.number()) })),
  any: v.optional(v.lazy(() => conditionsSchema)),
  all: v.optional(v.lazy(() => conditionsSchema)),
  not: v.optional(v.lazy(() => conditionsSchema)),
});

const severity = v.picklist(WORST_FIRST);

/** The severity in some kinds of text, where it is another: what ends a conversation in a reply states a fact in an article. */
const severityIn = v.strictObject(v.entriesFromList(KINDS, v.optional(severity)));

const phraseEntry = v.union([
  v.string(),
  v.strictObject({ phrase: strings, if: v.optional(conditionsSchema), unless: v.optional(conditionsSchema) }),
]);

const termEntry = v.strictObject({
  term: strings,
  plain: v.optional(v.string()),
  if: v.optional(conditionsSchema),
  unless: v.optional(conditionsSchema),
});

const fixEntry = v.union([
  v.strictObject({ title: v.string(), replace: v.string(), of: v.optional(v.string()), safe: v.optional(v.boolean()) }),
  v.strictObject({ title: v.string(), delete: v.string(), safe: v.optional(v.boolean()) }),
  v.strictObject({ title: v.string(), snippet: v.string(), replaces: v.optional(v.string()), place: v.optional(v.picklist(['after', 'before', 'end'])) }),
  v.strictObject({ pack: v.literal(true) }),
]);

const example = v.union([
  v.string(),
  v.strictObject({
    text: v.string(),
    kind: v.optional(v.picklist(KINDS)),
    audience: v.optional(v.picklist(AUDIENCES)),
  }),
]);

/** A rule's file. */
export const ruleSchema = v.strictObject({
  title: v.optional(v.string()),
  message: v.string(),
  why: v.string(),
  source: v.optional(v.string()),
  severity: v.optional(severity),
  severityIn: v.optional(severityIn),
  kinds: v.optional(v.array(v.picklist(KINDS))),
  audience: v.optional(v.picklist(AUDIENCES)),
  optIn: v.optional(v.boolean()),
  once: v.optional(v.boolean()),
  words: v.optional(v.record(v.string(), v.array(v.string()))),
  phrases: v.optional(v.array(phraseEntry)),
  terms: v.optional(v.array(termEntry)),
  absent: v.optional(v.array(sought)),
  at: v.optional(v.picklist(['first-sentence', 'last-sentence'])),
  check: v.optional(v.string()),
  plain: v.optional(v.record(v.string(), v.string())),
  if: v.optional(conditionsSchema),
  unless: v.optional(conditionsSchema),
  span: v.optional(v.string()),
  fixes: v.optional(v.array(fixEntry)),
  examples: v.strictObject({
    flag: v.array(example),
    ok: v.array(example),
    fixed: v.optional(v.record(v.string(), v.array(v.tuple([v.string(), v.string()])))),
  }),
});

/** A cue: phrases that answer a question about a sentence ("does it offer something?"). */
export const cueSchema = v.strictObject({
  description: v.string(),
  words: v.optional(v.record(v.string(), v.array(v.string()))),
  phrases: v.array(phraseEntry),
  unless: v.optional(conditionsSchema),
  examples: v.optional(v.strictObject({ flag: v.array(v.string()), ok: v.array(v.string()) })),
});

/** What every rule of a category shares. `rank` orders findings on one span: the lower one wins. */
export const categorySchema = v.strictObject({
  title: v.string(),
  group: v.picklist(['tone', 'clarity', 'safety', 'document', 'layout', 'kb']),
  kinds: v.array(v.picklist(KINDS)),
  severity,
  severityIn: v.optional(severityIn),
  rank: v.optional(v.number(), 50),
  optIn: v.optional(v.boolean(), false),
  definition: v.string(),
});

/** A rule's file, read. */
export type RuleFile = v.InferOutput<typeof ruleSchema>;
/** A rule with its id, `category/name`. Its examples are its tests and are not compiled in. */
export type RuleDefinition = Omit<RuleFile, 'examples'> & { readonly id: string };
/** A cue with its id: phrases that rules share. */
export type CueDefinition = Omit<v.InferOutput<typeof cueSchema>, 'examples'> & { readonly id: string };
/** A category of rules, with its id. */
export type Category = v.InferOutput<typeof categorySchema> & { readonly id: string };
/** A fix as a rule writes it. */
export type FixDefinition = v.InferOutput<typeof fixEntry>;
/** An entry of a rule's `phrases`: a phrase, or some with conditions of their own. */
export type PhraseEntry = v.InferOutput<typeof phraseEntry>;

/** Everything a linter is compiled from: the built-in rules and those of packs, as plain data. */
export interface RuleSet {
  readonly categories: readonly Category[];
  readonly cues: readonly CueDefinition[];
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly RuleDefinition[];
}
