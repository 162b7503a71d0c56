import type { Snippet } from './pack.js';

/** Words of four letters and more that say nothing of what a text is about: every second reply has them. */
const COMMON = new Set(
  stems(
    `about after again against already also another answer anything around article back because been before being below between both bring cannot
    change changed check checked choose come comes could days does done each else enough even ever every everything example find first from give given
    goes going good happen happened have hear hello help here hope hour hours into issue just keep kind know last later leave left let like likely long
    look made make many matter maybe mean message minutes more morning most much must name need never news next nobody none nothing often once only
    open other others ours over part passage people place please point possible problem question read reason regards reply right round said same says
    send sent shall should show since some someone something soon sorry stand step steps still such sure take takes tell than thank thanks that their
    them then there these they thing things think this those though through time today together told tomorrow took under until upon used using version
    want week weeks well went were what when where whether which while whole will with within without word words work worked working works would write
    wrong yesterday your yours afternoon wish`,
  ),
);

/** The words by which two texts can be seen to be about the same thing: their beginnings, without the words of every text. */
export function topicsOf(text: string): ReadonlySet<string> {
  return new Set(stems(text).filter((stem) => !COMMON.has(stem)));
}

/** “refunded” and “refunds” begin alike. Words of three letters and fewer are left out. */
function stems(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5));
}

const known = new WeakMap<Snippet, ReadonlySet<string>>();

/** What a snippet is about; worked out once, because every finding of a draft asks it of the same few snippets. */
export function topicsOfSnippet(snippet: Snippet): ReadonlySet<string> {
  const { title, description, tags = [], body } = snippet;
  const topics = known.get(snippet) ?? topicsOf([title, description, ...tags, body].join(' '));
  known.set(snippet, topics);
  return topics;
}

/** How many topics two texts share. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const topic of one) if (other.has(topic)) count++;
  return count;
}
