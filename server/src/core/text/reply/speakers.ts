import { letters } from '../../generated/letters.js';
import { later } from '../../later.js';
import { SIGN_OFF } from './frame.js';

/** Whose a turn of a talk is: the writer's desk's, the customer's, or a machine's. */
export type Side = 'ours' | 'theirs' | 'machine';

/** What somebody says in a talk, all their turns together. */
export interface Voice {
  /** As the lines have it. */
  readonly name: string;
  readonly said: readonly string[];
}

/** What stands below a talk, if anything: the reply to it, and whom it speaks to. */
export interface Below {
  /** Whether there is a reply, be it still to be written. */
  readonly isThere: boolean;
  readonly text: string;
  /** The words of its greeting, in small letters; none where it greets nobody by name. */
  readonly greeted: readonly string[];
  /** Whether it stands above the talk, as a letter does. */
  readonly isAbove: boolean;
}

const DESK = later(() => new RegExp(`\\b(?:${letters.desks})\\b`, 'i'));
const THEIRS = later(() => new RegExp(`\\b(?:${letters.customersInTalks})\\b`, 'i'));
const OURS = later(() => new RegExp(`\\b(?:${letters.deskInTalks})\\b`, 'i'));
const MACHINE = /\b(?:(?:chat|help|answer|support|desk|auto|info)?-?bot|system|automation|auto-?reply|assistant)\b/i;
/** What only somebody says who is there to help. */
const SERVES = /\bhow (?:can|may) (?:I|we) (?:help|assist|be of)|\bwhat can (?:I|we) do for you|\bI(?:'|’)ll be (?:helping|assisting) you\b/i;
/** What a desk begins a talk with; further down, customers thank for a call, too. */
const WELCOMES = /\b(?:thanks|thank you) for (?:contacting|reaching|calling|getting in touch)/i;
/** So many of the last lines are looked at for a name that signs. */
const LAST_LINES = 4;
/** As much of a letter as may be signed, in UTF-16 code units. */
const AN_ENDING = 600;
/** `Dee`, `– Dee Moss`, and `, Dee` behind a goodbye. */
const NAME_LINE = (): RegExp => /^[\s,.!–—~-]*\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2}$/u;

/** Decides whose words each voice speaks: the desk's, the customer's or a machine's. A voice without a side could be anybody's. */
export function sidesOf(voices: readonly Voice[], order: readonly string[], below: Below): ReadonlyMap<string, Side> {
  const sides = new Map<string, Side>();
  const signed = new Set(signersOf(below.text));
  for (const [i, voice] of voices.entries()) {
    const side = toldSide(voice, below.greeted, signed) ?? (i === 0 && WELCOMES.test(voice.said[0] ?? '') ? 'ours' : undefined);
    if (side) sides.set(voice.name, side);
  }
  const people = new Set(voices.map(({ name }) => name).filter((name) => sides.get(name) !== 'machine'));
  const known = new Set(sides.values());
  if (known.has('theirs') && !known.has('ours')) setOthers(sides, people, 'ours');
  else if (known.has('ours')) setOthers(sides, people, 'theirs');
  else if (!known.has('theirs')) supposeSides(sides, people, order.filter((name) => people.has(name)), below);
  return sides;
}

/** What names, and what is said, tell of somebody. */
function toldSide({ name, said }: Voice, greeted: readonly string[], signed: ReadonlySet<string>): Side | undefined {
  if (MACHINE.test(name)) return 'machine';
  if (DESK().test(name)) return 'ours';
  if (THEIRS().test(name)) return 'theirs';
  if (OURS().test(name)) return 'ours';
  const first = firstName(name);
  if (greeted.includes(first)) return 'theirs';
  if (signed.has(first) || said.some((words) => SERVES.test(words))) return 'ours';
  return undefined;
}

/** Who writes last is the writer, if somebody else began; where a reply stands below, the last one is the customer it is for. */
function supposeSides(sides: Map<string, Side>, people: ReadonlySet<string>, order: readonly string[], below: Below): void {
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined) return;
  if (below.isThere) {
    sides.set(last, 'theirs');
    setOthers(sides, people, 'ours');
  } else if (first !== last) {
    sides.set(last, 'ours');
    setOthers(sides, people, 'theirs');
  }
}

function setOthers(sides: Map<string, Side>, people: ReadonlySet<string>, side: Side): void {
  for (const name of people) if (!sides.has(name)) sides.set(name, side);
}

/** The first word of a name, in small letters. */
export function firstName(name: string): string {
  return /[\p{L}'’-]+/u.exec(name)?.[0].toLowerCase() ?? '';
}

/** The first names that stand below a goodbye or on the last lines of a letter, in small letters. */
export function signersOf(text: string): readonly string[] {
  const lines = text.slice(-AN_ENDING).split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== '').slice(-LAST_LINES);
  return lines.map((line) => line.replace(SIGN_OFF, '')).filter((line) => NAME_LINE().test(line)).map(firstName);
}

/** The same without teams and desks. */
export function signingPeople(text: string): readonly string[] {
  return signersOf(text.split(/\r\n?|\n/).filter((line) => !OURS().test(line)).join('\n'));
}

/** Whether somebody goes by a name of their own, and not by what they are. */
export function isOwnName(name: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(name) && ![DESK(), THEIRS(), OURS(), MACHINE].some((role) => role.test(name.replace(/\([^()]*\)$/, '')));
}
