import type { Reading } from '../reading/reading.js';
import { nameStart, namesNobody } from '../text/reply/greeting.js';
import { lineEnd } from '../text/chars.js';
import { handsOn } from '../text/reply/handedOn.js';
import { announcesForwarded } from '../text/reply/mailHeads.js';
import type { Range } from '../types.js';
import { customerNames, isPerson } from './customer.js';

/** A name in the greeting, or in thanks, that is not the customer's, and of nobody whom their message names. */
export interface WrongName extends Range {
  /** As it should be. */
  readonly meant: string;
  /** One letter off: most likely a slip of the hand. */
  readonly misspelt: boolean;
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|herr|frau|señor|señora)\.?$/i;
const THANKS = (): RegExp => /^(?:[Mm]any thanks|[Tt]hanks|[Tt]hank you|[Ss]orry|[Aa]pologies)(?: again| so much| very much)?, (\p{Lu}[\p{Ll}'’-]+)(?=, \p{Ll})/u;
const NAME = (): RegExp => /\p{Lu}[\p{L}\p{M}'’-]*\.?/gu;

/** The name a reply gets wrong; undefined where it names the customer, nobody, or where the customer's name is not known. */
export function wrongName(reading: Reading, nicknames: readonly string[]): WrongName | undefined {
  const known = customerNames(reading).flatMap(partsOf);
  if (known.length === 0 || isForColleague(reading)) return undefined;
  const { greeted, addressed } = greetedNames(reading);
  const spokenTo = [{ greeted, addressed }, ...thankedNames(reading).map((one) => ({ greeted: [one], addressed: one.name }))];
  for (const one of spokenTo) {
    const wrong = wrongAmong(one, known, reading, nicknames);
    if (wrong) return wrong;
  }
  return undefined;
}

/** Whether the customer's message is handed on to somebody, who is greeted by their own name. */
function isForColleague({ prose: { text, blocks, quotes, frontMatter } }: Reading): boolean {
  const [first] = blocks;
  if (!first) return false;
  return handsOn(text.slice(first.start, blocks.at(-1)?.end)) || (!frontMatter.has('customer') && quotes.some(({ start, end }) => announcesForwarded(text.slice(start, lineEnd(text, start, end)).trimEnd())));
}

/** Whom a greeting or thanks name, and all of it that follows the “Hi”. */
interface Addressed {
  readonly greeted: readonly NamedPlace[];
  readonly addressed: string;
}

interface NamedPlace extends Range {
  readonly name: string;
}

function wrongAmong({ greeted, addressed }: Addressed, known: readonly string[], reading: Reading, nicknames: readonly string[]): WrongName | undefined {
  const [first] = greeted;
  if (!first) return undefined;
  if (greeted.some(({ name }) => known.some((one) => isSame(folded(name), folded(one), nicknames)))) return undefined;
  if (greeted.some(({ name }) => isMentioned(name, reading))) return undefined;
  const { name, ...at } = first;
  const near = known.find((one) => isOneLetterOff(folded(name), folded(one)));
  const titled = /^(?:mr|mrs|ms|miss|mx|dr|prof)\b/i.test(addressed);
  return { ...at, meant: near ?? (titled ? known.at(-1) : known[0]) ?? name, misspelt: near !== undefined };
}

/** Whoever the quoted message names may be whom the reply is for: a colleague, or the one who wrote it last. */
function isMentioned(name: string, { quotedWords }: Reading): boolean {
  return quotedWords.has(name.toLowerCase());
}

/** What the customer is called in what fills in their name: their first name, as they write it or as the draft greets them already. */
export function customerName(reading: Reading): string | undefined {
  const given = reading.prose.frontMatter.get('customer');
  if (given !== undefined) return given;
  const known = customerNames(reading).flatMap((name) => partsOf(name)[0] ?? []);
  const greeted = greetedNames(reading).greeted[0]?.name;
  return greeted !== undefined && known.some((name) => folded(name) === folded(greeted)) ? greeted : (known[0] ?? greeted);
}

/** As they are greeted: by their first name, or by title and name as the front matter has it. Companies keep their whole name. */
export function greetingName(customer: string): string {
  const [first] = partsOf(customer);
  const isPlain = isPerson(customer) && !customer.split(' ').some((part) => TITLE.test(part));
  return isPlain && first !== undefined ? first : customer;
}

/** "Thanks, Deborah, for your patience": the commas on both sides tell whom it is said to. */
function thankedNames({ body, prose: { text } }: Reading): readonly NamedPlace[] {
  return body.flatMap(({ start, end }) => {
    const [all = '', name = ''] = THANKS().exec(text.slice(start, end)) ?? [];
    if (name === '' || namesNobody(name)) return [];
    const from = start + all.length - name.length;
    return [{ name, start: from, end: from + name.length }];
  });
}

/** The names in the greeting, and all of it that follows the “Hi”. */
function greetedNames(reading: Reading): Addressed {
  const greeting = reading.sentences[0];
  if (greeting?.block.kind !== 'greeting') return { greeted: [], addressed: '' };
  const { start, end } = greeting.block;
  const content = reading.prose.text.slice(start, end);
  const from = nameStart(content);
  const addressed = content.slice(from);
  const named = [...addressed.matchAll(NAME())].filter(([name]) => !TITLE.test(name) && !namesNobody(name));
  return { addressed, greeted: named.map(({ 0: name, index }) => ({ name, start: start + from + index, end: start + from + index + name.length })) };
}

/** "Ms Samantha O'Neil" → Samantha, O'Neil. */
function partsOf(name: string): readonly string[] {
  return (name.match(NAME()) ?? []).filter((part) => !TITLE.test(part) && part.length > 1);
}

/** Without accents, capitals and marks. */
function folded(name: string): string {
  return name.normalize('NFKD').replace(/[^\p{L}]/gu, '').toLowerCase();
}

/** The same name, its short form, or its initial. */
function isSame(one: string, other: string, nicknames: readonly string[]): boolean {
  if (one === other || one.length === 1 ? other.startsWith(one) : other.length === 1 && one.startsWith(other)) return true;
  if (isShortened(one, other) || isShortened(other, one)) return true;
  return nicknames.some((line) => {
    const names = line.split(' ');
    return names.includes(one) && names.includes(other);
  });
}

/** "Sam" for "Samantha", "Nick" for "Nicky"; but "Ann" and "Anne", "Dan" and "Dana" are two people. */
function isShortened(short: string, long: string): boolean {
  return short.length >= 2 && long.startsWith(short) && (long.length > short.length + 1 || /[iy]$/.test(long));
}

/** One letter added, left out, changed or swapped with its neighbour, in names of which one has four letters or more. */
function isOneLetterOff(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 3 || Math.max(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1 || one === other) return false;
  let i = 0;
  while (i < one.length && one[i] === other[i]) i++;
  const rest = (from: number, to: number): boolean => one.slice(i + from) === other.slice(i + to);
  const swapped = one[i] === other[i + 1] && one[i + 1] === other[i] && rest(2, 2);
  return rest(1, 1) || rest(1, 0) || rest(0, 1) || swapped;
}
