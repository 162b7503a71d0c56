import type { Anatomy, Move, Part, PartId, Range, SentenceMove } from '../../server/src/core/index.js';

/** Sentences are what ends with a mark or a line; one word tells what each does. */
const words: readonly (readonly [RegExp, Move])[] = [
  [/^(?:Hi |Gree)/, 'greet'],
  [/^Sorry/, 'apologise'],
  [/\bI’ll\b/, 'commit'],
];

/** An anatomy that does not change when the real one does. Quoted lines ask questions, and “answer” answers them all. */
export function fakeAnatomy(text: string): Anatomy {
  const sentences = rangesOf(text, /(?<=^|[.!] )[^>\s][^\n.!]*[.!]?/gm).map((range) => moveOf(text, range));
  const answer = rangesOf(text, /\banswer\b/g)[0];
  const questions = rangesOf(text, /(?<=^> ).*\?/gm).map((question) => ({ ...question, ...(answer ? { answer } : { inserts: [toAnswer(text, question)] }) }));
  const parts = [
    partOf('greeting', sentences.find(({ move }) => move === 'greet')),
    ...(questions[0] ? [answer ? partOf('answers', answer) : { ...partOf('answers', answer), at: questions[0] }] : []),
    partOf('next-step', sentences.find(({ move }) => move === 'commit')),
    { id: 'way-back', state: 'not-needed', inserts: [] } as const,
  ];
  return { channel: 'email', sentences, parts: parts.map((part) => withInserts(part, text.length)), questions, words: text.split(/\s+/).length };
}

function moveOf(text: string, range: Range): SentenceMove {
  const sentence = text.slice(range.start, range.end);
  const move = words.find(([word]) => word.test(sentence))?.[1] ?? 'other';
  return { ...range, move, ...(move === 'commit' && { commitment: promiseIn(sentence, range) }) };
}

/** “I’ll” does “…” “by …”. */
function promiseIn(sentence: string, { start, end }: Range): NonNullable<SentenceMove['commitment']> {
  const by = sentence.indexOf(' by ') + 1;
  const who = { start, end: start + 'I’ll'.length };
  return by === 0 ? { who, what: { start: who.end + 1, end: end - 1 } } : { who, what: { start: who.end + 1, end: start + by - 1 }, when: { start: start + by, end: end - 1 } };
}

function rangesOf(text: string, pattern: RegExp): readonly Range[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

function partOf(id: PartId, at: Range | undefined): Part {
  return at ? { id, state: 'found', at: { start: at.start, end: at.end }, inserts: [] } : { id, state: 'missing', inserts: [] };
}

/** Takes a question up in its own words. */
function toAnswer(text: string, { start, end }: Range): Part['inserts'][number] {
  return { title: 'Answer it', kind: 'suggestion', snippet: true, edits: [{ start: text.length, end: text.length, text: `${text.slice(start, end)} ${'${1:Yes}'}.` }] };
}

/** What is missing goes to the end; a next step has tab stops. */
function withInserts(part: Part, end: number): Part {
  if (part.state !== 'missing') return part;
  const fix = (title: string, text: string, snippet: boolean): Part['inserts'][number] => ({ title, kind: 'suggestion', snippet, edits: [{ start: end, end, text }] });
  if (part.id === 'next-step') return { ...part, inserts: [fix('Promise it', '\n\nI’ll ${1:look} by ${2:noon}.', true)] };
  return part.id === 'greeting' ? { ...part, inserts: [fix('Greet', 'Hi $5 bill,', false)] } : part;
}
