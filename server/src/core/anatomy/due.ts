import type { Range } from '../types.js';

/** A day of the calendar, in numbers. */
interface Day {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}:\d{2})|\b)/;
const NAME = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WRITTEN = new RegExp(`\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${NAME}|${NAME} (\\d{1,2})(?:st|nd|rd|th)?)\\b(?:,? (\\d{4})\\b)?`, 'i');

/** Whether a front matter's `due` names a day that promises can be held against. */
export function isDue(due: string): boolean {
  return dayOf(ISO.exec(due)) !== undefined;
}

/** When the customer must have heard, as the front matter says it (`due: 2026-06-12` or `due: 2026-06-12 17:00`), in words; what is no such date stays as it is. */
export function dueInWords(due: string): string {
  const time = ISO.exec(due)?.[4];
  return `${time ? `${time} on ` : ''}${dueDay(due)}`;
}

/** The day alone: “Friday, 12 June”. */
export function dueDay(due: string): string {
  const day = dayOf(ISO.exec(due));
  if (!day) return due;
  const name = MONTHS[day.month] ?? '';
  return `${WEEKDAYS[new Date(timeOf(day)).getUTCDay()] ?? ''}, ${day.day} ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The first date of a text that is later than `due`, as an offset range of the text. Days without a month, such as “Friday”, say nothing without a calendar. */
export function dateAfter(text: string, due: string): Range | undefined {
  const limit = dayOf(ISO.exec(due));
  if (!limit) return undefined;
  const match = ISO.exec(text) ?? WRITTEN.exec(text);
  const day = match && (dayOf(ISO.exec(match[0])) ?? writtenDay(match, limit));
  return match && day && timeOf(day) > timeOf(limit) ? { start: match.index, end: match.index + match[0].length } : undefined;
}

function dayOf(match: RegExpExecArray | null): Day | undefined {
  return match ? calendarDay({ year: Number(match[1]), month: Number(match[2]) - 1, day: Number(match[3]) }) : undefined;
}

/** Undefined where no calendar has it: it comes out as a day of another month. */
function calendarDay(day: Day): Day | undefined {
  const date = new Date(timeOf(day));
  return date.getUTCMonth() === day.month && date.getUTCDate() === day.day ? day : undefined;
}

/** A date without a year is of the year that brings it closest to the other one. */
function writtenDay([, before, monthAfter, monthBefore, after, year]: RegExpExecArray, near: Day): Day | undefined {
  const name = (monthAfter ?? monthBefore ?? '').toLowerCase();
  const month = MONTHS.findIndex((one) => one.startsWith(name.slice(0, 3)));
  const of = (inYear: number): Day => ({ year: inYear, month, day: Number(before ?? after) });
  if (year !== undefined) return calendarDay(of(Number(year)));
  const distance = (day: Day): number => Math.abs(timeOf(day) - timeOf(near));
  const days = [near.year - 1, near.year, near.year + 1].flatMap((inYear) => calendarDay(of(inYear)) ?? []);
  return days.sort((a, b) => distance(a) - distance(b))[0];
}

function timeOf({ year, month, day }: Day): number {
  return Date.UTC(year, month, day);
}
