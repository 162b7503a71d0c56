import type { Reading } from '../reading/reading.js';
import { CHANNELS, type Channel, type PartId } from './anatomy.js';

/** What a channel's replies do without: a chat turn greets nobody. */
export const NOT_NEEDED: Readonly<Record<Channel, ReadonlySet<PartId>>> = {
  email: new Set(),
  chat: new Set(['greeting', 'sign-off', 'way-back']),
  social: new Set(['greeting', 'sign-off', 'way-back']),
  forum: new Set(['greeting', 'sign-off']),
};

/** From so many words on, a text without greeting and sign-off is taken for a mail that lacks them. */
const WORDS_OF_A_MAIL = 60;

/** Below so many words, without a full stop, a draft has just been begun: what is there may become a greeting. */
const WORDS_OF_A_TURN = 4;

/** From so many words on, paragraphs make a mail. */
const WORDS_OF_PARAGRAPHS = 20;

/** What stands above a mail that is answered. */
const MAIL_HEAD = /\bwrote:|^[> ]*(?:from|sent|subject|date): /im;
const LONGEST_HEAD = 300;

/** Where a reply will be sent: as its front matter says, else a guess from its frame, its length and how it is laid out. */
export function channelOf(reading: Reading): Channel {
  const { prose, body } = reading;
  const said = prose.frontMatter.get('channel')?.toLowerCase();
  const known = CHANNELS.find((channel) => channel === said);
  if (known) return known;
  if (prose.quotes.filter(({ said }) => said !== undefined).length > 1) return 'chat';
  const framed = prose.blocks.some(({ kind }) => kind === 'greeting' || kind === 'signoff');
  const words = body.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const begun = words < WORDS_OF_A_TURN && body.every(({ start, end }) => !/[.!?]/.test(prose.text.slice(start, end)));
  return framed || begun || words >= WORDS_OF_A_MAIL || answersMail(reading) || (words >= WORDS_OF_PARAGRAPHS && isLaidOut(reading)) ? 'email' : 'chat';
}

/** A subject of its own, or a mail below it. */
function answersMail({ prose: { frontMatter, quotes, text } }: Reading): boolean {
  return frontMatter.has('subject') || quotes.some(({ start }) => MAIL_HEAD.test(text.slice(start, start + LONGEST_HEAD)));
}

/** Nobody sends paragraphs or lists in one turn of a chat, whose lines are messages and often end without a full stop. */
function isLaidOut({ prose: { text }, body }: Reading): boolean {
  const blocks = [...new Set(body.map(({ block }) => block))];
  return blocks.length > 1 && blocks.every(({ kind, end }) => kind !== 'paragraph' || /[.!?:)]$/.test(text.slice(0, end).slice(-10).trimEnd()));
}
