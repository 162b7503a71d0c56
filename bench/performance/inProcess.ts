/** What the engine takes in a process of its own, beside a plain loop over the same characters. */
import type { Kind, Linter } from '../../server/src/core/index.js';
import { countWords, megabytes, type Corpus } from './corpus.js';
import { generatedPacks, phrasesIn } from './manyRules.js';
import { peers } from './peers.js';
import type { Row, Section } from './report.js';
import { shipped } from './shipped.js';
import { digits, percentile, ratios, spreadOf, timed } from './timing.js';

/** A pass over the texts may take so long; slower tools read every nth text. */
const LONGEST_PASS = 8000;
/** So long a tool reads before it is timed. */
const WARMING = 1000;
/** The loop is repeated until it takes so long, as clocks are coarse. */
const SHORTEST_LOOP = 20;

async function deskside(kind: Kind): Promise<(text: string) => unknown> {
  const linter = (await shipped()).createLinter();
  return (text) => linter.lint({ text, kind });
}

/** All articles, one after the other. */
export async function bulk({ articles }: Corpus, rounds: number, withPeers: boolean): Promise<Section> {
  const others = withPeers ? await peers() : [];
  const rows = [await bulkRow('Deskside', 'all rules, positions, fixes; Markdown', await deskside('article'), articles, rounds)];
  for (const { name, does, load } of others) rows.push(await bulkRow(name, does, await load(), articles, Math.min(rounds, 3)));
  return { title: 'Articles in bulk', about: `${articles.length} articles, ${digits(megabytes(articles))} MB. The loop looks at every character code and counts words.`, beside: 'the loop', rows };
}

async function bulkRow(name: string, does: string, read: (text: string) => unknown, articles: readonly string[], rounds: number): Promise<Row> {
  const stride = await strideFor(read, articles);
  const texts = articles.filter((_, i) => i % stride === 0);
  const pass = async (): Promise<void> => {
    for (const text of texts) await read(text);
  };
  await pass();
  const repeats = repeatsOf(texts);
  const beside = (): void => {
    for (let i = 0; i < repeats; i++) for (const text of texts) countWords(text);
  };
  const found = spreadOf((await ratios(rounds, pass, beside)).map((ratio) => ratio * repeats));
  const taken = await timed(pass);
  return { name, ratio: found, value: `${digits((megabytes(texts) / taken) * 1000)} MB/s`, note: `${does}${stride > 1 ? `; one article in ${stride}` : ''}` };
}

/** All articles with ten times the rules, beside the same with ours alone. */
export async function manyRules({ articles }: Corpus, rounds: number): Promise<Section> {
  const { createLinter } = await shipped();
  const packs = await generatedPacks();
  const rules = packs.flatMap((pack) => pack.rules ?? []);
  const [ours, all] = [createLinter(), createLinter({ packs })];
  const pass = (linter: Linter, texts: readonly string[]): number => texts.reduce((sum, text) => sum + linter.lint({ text, kind: 'article' }).length, 0);
  const stride = await strideFor((text) => pass(all, [text]), articles);
  const texts = articles.filter((_, i) => i % stride === 0);
  const [few, many] = [pass(ours, texts), pass(all, texts)];
  const ratio = spreadOf(await ratios(rounds, () => pass(all, texts), () => pass(ours, texts)));
  const note = `${digits(rules.length)} rules more, of ${digits(phrasesIn(rules))} phrases in all; ${digits(many)} findings instead of ${digits(few)}${stride > 1 ? `; one article in ${stride}` : ''}`;
  const row = { name: 'ten times the phrase rules', ratio, value: `${digits((megabytes(texts) / (await timed(() => pass(all, texts)))) * 1000)} MB/s`, note };
  return { title: 'Ten times the rules', about: 'Articles in bulk with nine variants in generated packs: the phrase rules that come with Deskside, their words exchanged for others of the same sort that are as common.', beside: 'our rules alone', rows: [row] };
}

async function strideFor(read: (text: string) => unknown, texts: readonly string[]): Promise<number> {
  await warm(read, texts);
  const some = texts.filter((_, i) => i % Math.ceil(texts.length / 8) === 0);
  const taken = await timed(async () => {
    for (const text of some) await read(text);
  });
  return Math.max(1, Math.ceil((taken * texts.length) / some.length / LONGEST_PASS));
}

/** A tool that has read nothing yet is several times as slow, and too few texts would be read. */
async function warm(read: (text: string) => unknown, texts: readonly string[]): Promise<void> {
  const begun = performance.now();
  for (const text of texts) {
    await read(text);
    if (performance.now() - begun > WARMING) return;
  }
}

function repeatsOf(texts: readonly string[]): number {
  const begun = performance.now();
  for (const text of texts) countWords(text);
  return Math.max(1, Math.ceil(SHORTEST_LOOP / (performance.now() - begun)));
}

/** A reply at a time, warm. */
export async function replies({ replies: texts }: Corpus, withPeers: boolean): Promise<Section> {
  const some = texts.filter((text) => countWords(text) >= 60 && countWords(text) <= 200);
  const rows = [await replyRow('Deskside', await deskside('reply'), some, 40)];
  for (const { name, load } of withPeers ? await peers() : []) rows.push(await replyRow(name, await load(), some.slice(0, 50), 1));
  return { title: 'A reply', about: `${some.length} replies of 60 to 200 words, one at a time, warm; in brackets from a quarter of them to 95 in 100.`, beside: 'the loop', rows };
}

async function replyRow(name: string, read: (text: string) => unknown, texts: readonly string[], times: number): Promise<Row> {
  const taken: number[] = [];
  const shares: number[] = [];
  for (let round = -1; round < times; round++) {
    for (const text of texts) {
      const one = await timed(() => read(text));
      if (round < 0 && times > 1) continue; // warm first
      taken.push(one);
    }
  }
  const repeats = 50 * repeatsOf(texts);
  const loop = (await timed(() => { for (let i = 0; i < repeats; i++) for (const text of texts) countWords(text); })) / repeats / texts.length;
  shares.push(percentile(taken, 0.5) / loop, percentile(taken, 0.25) / loop, percentile(taken, 0.95) / loop);
  return { name, ratio: spreadOf(shares), value: `p95 ${digits(percentile(taken, 0.95))} ms`, note: `median ${digits(percentile(taken, 0.5))} ms` };
}
