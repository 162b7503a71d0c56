import type { Fix, Range } from '../types.js';

/** What a sentence of a reply can do. */
export const MOVES = ['greet', 'thank', 'acknowledge', 'apologise', 'explain', 'ask', 'instruct', 'commit', 'hand-over', 'confirm', 'invite', 'sign-off', 'other'] as const;

/** What a sentence of a reply does. */
export type Move = (typeof MOVES)[number];

/** What findings can tell of what a sentence does for the customer. */
export const TOLD = ['rebuff', 'closure', 'refusal', 'hollow', 'vague', 'courtesy'] as const;

/**
 * What a finding tells of what its sentence does for the customer; in the list the worst first: it is what counts of several.
 * `rebuff`: blame, doubt, contempt, rules held up, being sent away: it does them no good, whatever else it says.
 * `closure`: a rebuff that closes the case on them: what it announces is no promise.
 * `refusal`: a no with nothing beside it; it takes a question up, and is not what they wrote for.
 * `hollow`: an apology for nothing, or a formula; it shows nobody that they were heard.
 * `vague`: something promised without a time: it answers no “when”, and nobody knows what comes next.
 * `courtesy`: a polite formula, mostly at the close: it asks for nothing, answers nothing and promises nothing.
 */
export type Told = (typeof TOLD)[number];

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
