/** What each part of reading takes by itself: the least that what comes after it can come to. */
import { ArticleTemplates } from '../../server/src/core/articles/templates.js';
import { parseConfig } from '../../server/src/core/config.js';
import { builtinProgram, createLinter } from '../../server/src/core/lint.js';
import { DraftSnippets } from '../../server/src/core/packs/draftSnippets.js';
import { createSnippetLibrary } from '../../server/src/core/packs/library.js';
import { Finder, matchedIn, switchboard, type Candidate, type FinderOptions, type Matched } from '../../server/src/core/rules/findings.js';
import { Reading, type Sentence } from '../../server/src/core/reading/reading.js';
import { Selection } from '../../server/src/core/rules/selection.js';
import { isEnglish } from '../../server/src/core/text/language.js';
import { readProse } from '../../server/src/core/text/read.js';
import type { Source } from '../../server/src/core/types.js';
import { countWords, type Corpus } from './corpus.js';
import type { Row, Section } from './report.js';
import { digits, spreadOf } from './timing.js';

/** So many texts at most, for what is told of them is kept from part to part. */
const MOST_TEXTS = 400;
/** Tables are filled and code is compiled in the first rounds. */
const WARM = 4;
const LOOPS = 20;

/** The parts of reading articles and replies, each over all texts before the next: in processor time, as waiting tells nothing of a part. */
export function floors({ articles, replies }: Corpus, rounds: number): Section {
  const some = replies.filter((text) => countWords(text) >= 60 && countWords(text) <= 200);
  const rows = [...rowsFor('article', articles, rounds), ...rowsFor('reply', some, rounds)];
  return { title: 'Floors', about: 'What each part takes by itself, over all texts before the next part begins, in processor time. All at once is more than their sum: the code and the tables of one part put those of another out of the processor’s cache.', beside: 'the loop', rows };
}

function rowsFor(kind: 'article' | 'reply', texts: readonly string[], rounds: number): readonly Row[] {
  const stride = Math.ceil(texts.length / MOST_TEXTS);
  const sources = texts.filter((_, i) => i % stride === 0).map((text): Source => ({ text, kind }));
  const parts = new Parts(sources, kind);
  const taken = new Map<string, number[]>();
  for (let round = -WARM; round < rounds; round++) {
    const loop = parts.loop();
    for (const [name, milliseconds] of parts.run()) if (round >= 0) taken.set(name, [...(taken.get(name) ?? []), milliseconds / loop]);
  }
  const loop = parts.loop();
  return [...taken].map(([name, ratio]) => ({ name: `${kind}: ${name}`, ratio: spreadOf(ratio), value: `${digits((1000 * loop * spreadOf(ratio).middle) / sources.length)} µs` }));
}

/** One round over some texts, part by part. */
class Parts {
  readonly #program = builtinProgram();
  readonly #config = parseConfig({});
  readonly #linter = createLinter();
  readonly #selection: Selection;
  readonly #library = createSnippetLibrary([]);
  readonly #templates = new ArticleTemplates([]);

  constructor(
    readonly sources: readonly Source[],
    kind: 'article' | 'reply',
  ) {
    this.#selection = new Selection(this.#program, switchboard(this.#config, kind, new Map(this.#program.set.categories.map((category) => [category.id, category]))));
  }

  /** The processor time of the plain loop, in milliseconds. */
  loop(): number {
    return spent(() => { for (let i = 0; i < LOOPS; i++) for (const { text } of this.sources) countWords(text); }).taken / LOOPS;
  }

  /** The parts by name, in milliseconds. */
  run(): ReadonlyMap<string, number> {
    const selection = this.#selection;
    const proses = spent(() => this.sources.map(readProse));
    const english = spent(() => proses.made.map(isEnglish));
    const readings = spent(() => proses.made.map((prose) => new Reading(prose, this.#program.vocabulary)));
    const sentences = readings.made.flatMap((reading) => reading.sentences);
    const called = spent(() => sentences.map((sentence) => selection.candidates(sentence)));
    const matched = spent(() => new Map(sentences.map((sentence) => [sentence, matchedIn(selection, sentence)])));
    const known = (sentence: Sentence): readonly Matched[] => matched.made.get(sentence) ?? [];
    const find = (options: FinderOptions): Spent<readonly (readonly Candidate[])[]> =>
      spent(() => readings.made.map((reading, i) => this.#finder(reading, i, { ...options, matchedIn: known }).find()));
    const said = find({ only: 'phrases', withoutFixes: true });
    const checked = find({ only: 'checks', withoutFixes: true });
    const found = find({}).made.flat();
    return new Map([
      ['blocks and prose', proses.taken],
      ['language', english.taken],
      ['sentences and tokens', readings.taken],
      ['phrases that are called for', called.taken],
      ['where they match', Math.max(0, matched.taken - called.taken)],
      ['conditions, messages, what is absent', said.taken],
      ['checks', checked.taken],
      ['fixes', spent(() => found.map(({ finding }) => finding.fixes)).taken],
      ['all at once', spent(() => this.sources.map((source) => this.#linter.lint(source).length)).taken],
    ]);
  }

  #finder(reading: Reading, place: number, options: FinderOptions): Finder {
    const snippets = new DraftSnippets(this.#library, reading, this.#program, []);
    return new Finder(this.sources[place] ?? { text: '' }, reading, this.#config, snippets, this.#selection, this.#templates, options);
  }
}

/** What was made, and the milliseconds of processor time that it took. */
interface Spent<T> {
  readonly made: T;
  readonly taken: number;
}

/** What something makes, and what that takes. */
function spent<T>(make: () => T): Spent<T> {
  const begun = process.cpuUsage();
  const made = make();
  const { user, system } = process.cpuUsage(begun);
  return { made, taken: (user + system) / 1000 };
}
