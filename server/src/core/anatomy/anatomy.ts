import type { Fix, Range } from '../types.js';

/** What a sentence of a reply can do. */
export const MOVES = ['greet', 'thank', 'acknowledge', 'apologise', 'explain', 'ask', 'instruct', 'commit', 'hand-over', 'confirm', 'invite', 'sign-off', 'other'] as const;

/** What a sentence of a reply does. */
export type Move = (typeof MOVES)[number];

/** Where a reply is sent; each asks for other parts (a chat turn needs no greeting). */
export const CHANNELS = ['email', 'chat', 'social', 'forum'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A promise: who does what by when. The ranges are of the source text, in UTF-16 code units. */
export interface Commitment {
  /** Absent: nobody is named (“Your refund will be sent”). */
  readonly who?: Range;
  readonly what: Range;
  /** As it is written, be it “by five” or “soon”; absent: not said. */
  readonly when?: Range;
}

/** A sentence and its move. */
export interface SentenceMove extends Range {
  readonly move: Move;
  /** Of a sentence that commits, or that promises something by a time beside what it tells. */
  readonly commitment?: Commitment;
}

/** What a good reply has, in the order in which it usually stands. */
export const PARTS = ['greeting', 'acknowledgement', 'substance', 'answers', 'next-step', 'way-back', 'sign-off'] as const;
export type PartId = (typeof PARTS)[number];

/** A part of the reply: found, missing, or not needed in a reply like this. */
export interface Part {
  readonly id: PartId;
  readonly state: 'found' | 'missing' | 'not-needed';
  /** Where it is found; undefined when it is not. */
  readonly at?: Range;
  /** Of a missing part: ways to add it, the best first. */
  readonly inserts: readonly Fix[];
}

/** A question of the customer's, and the sentence that answers it or puts it off. */
export interface CustomerQuestion extends Range {
  readonly answer?: Range;
  /** What asks back, or promises to come back, and answers nothing yet. */
  readonly putOff?: Range;
  /** Of one that is left open, in the anatomy: ways to answer it, the best first. */
  readonly inserts?: readonly Fix[];
}

/** Whether nothing answers a question, or puts it off. */
export function isOpen({ answer, putOff }: CustomerQuestion): boolean {
  return answer === undefined && putOff === undefined;
}

/** A reply as a whole. */
export interface Anatomy {
  readonly channel: Channel;
  readonly sentences: readonly SentenceMove[];
  readonly parts: readonly Part[];
  readonly questions: readonly CustomerQuestion[];
  /** Of the writer's own words. */
  readonly words: number;
  /** Flesch-Kincaid grade of the writer's running text; undefined below twenty words, where it says nothing. */
  readonly grade?: number;
}
