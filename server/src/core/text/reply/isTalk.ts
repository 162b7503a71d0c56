import { letters } from '../../generated/letters.js';
import { later } from '../../later.js';
import { GREETING } from './greeting.js';
import { firstName, signersOf, signingPeople, type Below, type Voice } from './speakers.js';
import { isSpoken, type Turn } from './talkTurns.js';

const SPEAKS = later(() => new RegExp(`\\b(?:${letters.speaks})\\b|\\?`, 'i'));
/** Who comes with something greets, asks, or tells what has happened to them. */
const COMES_WITH = later(() => new RegExp(`^(?:${letters.comesGreeting})\\b|\\?|\\b(?:${letters.comesTelling})\\b`, 'i'));
const CUSTOMER = later(() => new RegExp(`\\b(?:${letters.customerNames})\\b`, 'i'));
const ROLE = later(() => new RegExp(`\\b(?:${letters.roleNames})\\b|^(?:me|you)$`, 'i'));
/** As much of a reply as may say whom it is for. */
const AN_OPENING = 1_000;

/**
 * Whether lines are a talk: with times beside the names, or if the reply greets one of them, always; else by who takes turns, and how: `Laptop: I need
 * it by Friday` may stand in a list.
 */
export function isTalk(turns: readonly Turn[], voices: readonly Voice[], reply: Below): boolean {
  const [first, second] = voices;
  if (!first) return false;
  if (turns.some(({ head }) => head.stamped)) return turns.filter(isSpoken).length > 1 || (reply.isThere && !reply.isAbove);
  if (voices.some(({ name }) => reply.greeted.includes(firstName(name)))) return true;
  const hasRole = voices.some(({ name }) => ROLE().test(name));
  if (!hasRole && !areKnown(turns, voices, reply)) return false;
  if (!voices.some(({ name }) => CUSTOMER().test(name)) && !soundsSpoken([first, second ?? first])) return false;
  // Nobody greets a customer below the beginning of their own letter.
  if (GREETING.test(reply.text)) return true;
  if (second) return hasRole || turns.length > voices.length || (voices.length === 2 && comesWith(first));
  return CUSTOMER().test(first.name) || (reply.isThere && (hasRole || (turns.length > 1 && (isNamedIn(reply.text, first.name) || comesWith(first)))));
}

/**
 * Whether names before colons may be those of speakers, where neither times nor roles tell and the reply greets none of them. Below a letter, one of
 * them has to sign it; where everybody speaks once, the reply has to know one of them.
 */
function areKnown(turns: readonly Turn[], voices: readonly Voice[], reply: Below): boolean {
  const signed = signersOf(reply.text);
  const signs = voices.some(({ name }) => signed.includes(firstName(name)));
  if (signs || reply.isAbove) return signs;
  if (!reply.isThere) return signingPeople(reply.text).length === 0;
  if (turns.length > voices.length) return true;
  return GREETING.test(reply.text) ? reply.greeted.length === 0 : voices.some(({ name }) => isNamedIn(reply.text, name));
}

/** Whether somebody comes with something of their own. */
function comesWith({ said }: Voice): boolean {
  return said.some((words) => COMES_WITH().test(words));
}

/** Whether one of those who begin speaks as people do, and the others do, too, or have yet to end their sentence. */
function soundsSpoken(voices: readonly Voice[]): boolean {
  const speaks = ({ said }: Voice): boolean => said.some((words) => SPEAKS().test(words));
  return voices.some(speaks) && voices.every((voice) => speaks(voice) || !/[.!?]$/.test(voice.said.at(-1) ?? ''));
}

/** Whether a reply calls somebody by name, be it in its greeting or later on; a letter is no name. */
function isNamedIn(reply: string, name: string): boolean {
  const first = firstName(name);
  return first.length > 1 && new Set<string>(reply.slice(0, AN_OPENING).toLowerCase().match(/[\p{L}'’-]+/gu)).has(first);
}
