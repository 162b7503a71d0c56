import type { Reading } from '../rules/reading.js';
import type { Fix } from '../types.js';
import type { Channel, Move, Part, PartId, SentenceMove } from './anatomy.js';
import { NOT_NEEDED } from './channel.js';

/** The moves that make a part. */
const MOVES_OF: Readonly<Record<Exclude<PartId, 'answers'>, readonly Move[]>> = {
  greeting: ['greet'],
  acknowledgement: ['thank', 'acknowledge', 'apologise'],
  substance: ['explain', 'confirm', 'instruct', 'ask', 'commit', 'hand-over', 'other'],
  'next-step': ['commit', 'ask', 'instruct', 'hand-over'],
  'way-back': ['invite'],
  'sign-off': ['sign-off'],
};

/** What a part is found and where it is put in. */
interface Scene {
  readonly reading: Reading;
  readonly sentences: readonly SentenceMove[];
  readonly channel: Channel;
}

/** The parts of a reply, found or missing, in the order in which they usually stand. */
export function partsOf(scene: Scene): readonly Part[] {
  return (Object.keys(MOVES_OF) as (keyof typeof MOVES_OF)[]).map((id) => partOf(id, scene));
}

function partOf(id: keyof typeof MOVES_OF, scene: Scene): Part {
  const at = scene.sentences.find(({ move }) => MOVES_OF[id].includes(move));
  if (at) return { id, state: 'found', at: { start: at.start, end: at.end }, inserts: [] };
  if (NOT_NEEDED[scene.channel].has(id)) return { id, state: 'not-needed', inserts: [] };
  return { id, state: 'missing', inserts: insertsFor(id, scene) };
}

const BODIES: Readonly<Record<keyof typeof MOVES_OF, readonly { readonly title: string; readonly body: string }[]>> = {
  greeting: [{ title: 'Add a greeting', body: 'Hi ${1:name},' }],
  acknowledgement: [{ title: 'Add a word that shows you read their message', body: 'Thanks for ${1:the details}; I can see why ${2:that is annoying}.' }],
  substance: [],
  'next-step': [{ title: 'Add what happens next', body: 'I’ll ${1:check this} and write to you by ${2:5 pm today}.' }],
  'way-back': [{ title: 'Add a way back', body: 'If ${1:it comes back}, just reply to this message.' }],
  'sign-off': [{ title: 'Add a sign-off', body: 'Kind regards,\n${1:your name}' }],
};

function insertsFor(id: keyof typeof MOVES_OF, { reading }: Scene): readonly Fix[] {
  return BODIES[id].map(({ title, body }) => ({ title, kind: 'suggestion', snippet: true, edits: [insertion(id, body, reading)] }));
}

/** A paragraph of its own, at the place where the part usually stands. */
function insertion(id: keyof typeof MOVES_OF, body: string, { prose, sentences, body: own }: Reading): { start: number; end: number; text: string } {
  const newline = prose.text.includes('\r\n') ? '\r\n' : '\n';
  const text = body.replaceAll('\n', newline);
  const before = id === 'greeting' ? sentences[0] : id === 'acknowledgement' ? own[0] : undefined;
  if (before) return { start: before.block.start, end: before.block.start, text: text + newline + newline };
  const at = (id === 'sign-off' ? sentences.at(-1) : (own.at(-1) ?? sentences.at(-1)))?.block.end ?? prose.text.length;
  return { start: at, end: at, text: newline + newline + text };
}

