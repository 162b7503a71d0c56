import { commonWords } from '../../phrase/common.js';
import { lexicon, WordClass } from '../../phrase/lexicon.js';
import type { Occurrence } from './capitals.js';

const AROUND = 40;

/** A word that people write in capitals to stress it. Short words are more often abbreviations, but for the closed classes. */
export function isEnglish(word: string): boolean {
  const { word: ordinary, verb, participle, past } = WordClass;
  // “You CANNOT undo this”: two words in one, and in no list of words.
  if (word === 'cannot') return true;
  const bits = lexicon().classOf(word) & ~ordinary;
  return word.length > 3 ? bits !== 0 || commonWords().has(word) : (bits & ~(verb | past | participle)) !== 0;
}

/** I to XXXIX. */
export function isRoman(capitals: string): boolean {
  return /^X{0,3}(IX|IV|V?I{0,3})$/.test(capitals);
}

/** Initials, routes, states and words shouted among others are written like abbreviations too. */
export function isOtherwiseCapital(one: Occurrence, text: string): boolean {
  const before = text.slice(Math.max(0, one.start - AROUND), one.start);
  const after = text.slice(one.end, one.end + AROUND);
  return isInitials(one, before, text) || isDatePattern(one, after) || isNumbered(one, before, text) || isInIban(before, after) || isRoute(one, before, after)
    || isState(one, before) || COMPANY.test(after) || isProduct(before, after) || OPTION.test(before) || VALUE.test(before) || isShoutedAmong(before, after);
}

/** "ACME Ltd", "ACME Garden Company": a name, however it is written. */
const COMPANY = /^(?: [A-Z][a-z]{1,20}){0,2} (?:Ltd|Limited|Inc|LLC|PLC|plc|GmbH|Corp|Corporation|Company|Pty|BV)\b/;

/** "Trillian IM", "IM+": part of a product's name. */
function isProduct(before: string, after: string): boolean {
  const name = /(?:^|[\s[(*_"“])(\p{Lu}\p{Ll}{2,}) $/u.exec(before)?.[1];
  return after.startsWith('+') || (name !== undefined && !isEnglish(name.toLowerCase()));
}

/** "killall -HUP": an option of a command. */
const OPTION = /[a-z] -$/;

/** "DD/MM/YYYY": the letters stand for digits. */
function isDatePattern({ base }: Occurrence, after: string): boolean {
  return /^[DMYJ]+$/.test(base) && /^[/.-][dmyj]{2}/i.test(after);
}

/** "Connection security: SSL/TLS": the value of a setting is found by these very words. */
const VALUE = /\b(?:security|encryption|authentication|method|protocol): (?:[A-Z]{2,6}\/)?$/i;

/** "^HN", "*TMC", "- JB" at the end of a message. */
function isInitials({ end, base, sentence: { block } }: Occurrence, before: string, text: string): boolean {
  const mark = /([\^*~/–—-])[ \t]?$/.exec(before)?.[1];
  if (mark === '^') return true;
  return mark !== undefined && base.length <= 3 && /^[\s.!]*$/.test(text.slice(end, block.end));
}

/** "019 EAS", "20 KWD": a plate, a unit; "12 VMs" are things. "@ TW" is a person. */
function isNumbered({ start, end, base }: Occurrence, before: string, text: string): boolean {
  return (/\d{2} $/.test(before) && base.length <= 3 && text.slice(start, end) === base) || /@ ?$/.test(before);
}

/** "GB82 WEST 1234": the bank in an account number. */
function isInIban(before: string, after: string): boolean {
  return /\b[A-Z]{2}\d{2} $/.test(before) && /^ \d{2}/.test(after);
}

/** "from LHR to JFK". */
function isRoute({ base }: Occurrence, before: string, after: string): boolean {
  return base.length === 3 && (/^ ?(to|[-–>→]{1,2}) ?[A-Z]{3}\b/.test(after) || /\b[A-Z]{3} ?(to|[-–>→]{1,2}) ?$/.test(before));
}

/** "Austin, TX". */
function isState({ base }: Occurrence, before: string): boolean {
  return base.length === 2 && /[A-Z]\p{Ll}+, $/u.test(before);
}

/** "DO NOT touch": beside another word in capitals that is plain English, or in a run of them. */
function isShoutedAmong(before: string, after: string): boolean {
  const neighbours = [/^[ ,]+([A-Z]{2,})\b/.exec(after)?.[1], /\b([A-Z]{2,})[ ,]+$/.exec(before)?.[1]];
  return /^ [A-Z]{2,} [A-Z]{2,}\b/.test(after) || neighbours.some((word) => word !== undefined && isEnglish(word.toLowerCase()));
}
