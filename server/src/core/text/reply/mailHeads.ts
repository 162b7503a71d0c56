import { letters } from '../../generated/letters.js';
import { later } from '../../later.js';
import type { Range } from '../../types.js';
import { COLON, COMMA, CR, DASH, EM_DASH, EN_DASH, EQUALS, GT, HASH, LF, STAR, UNDERSCORE, isBlank, isLineBreak, lineEnd, nextLine, skipBlanks, trimEnd } from '../chars.js';
import { Line } from '../markdown/line.js';
import { GREETING } from './greeting.js';
import { LONGEST_HEADER, isHeader, mailHeaders } from './mailHeaders.js';

/** What stands above somebody's message: the lines of mail programs and help desks that say whose it is. */
export interface Head extends Range {
  /**
   * `mail`: a whole mail follows; `turn`: one message of a conversation, in the order of a help desk; `quote`: only the lines with `>` below
   * are quoted; `marker`: the line that a help desk asks customers to write above.
   */
  readonly kind: 'mail' | 'turn' | 'quote' | 'marker';
  /** Whether the letter itself may have such a line (`Customer wrote:`, a name above a time): it is a head only above the letter and below its end. */
  readonly isDoubtful?: boolean;
}

const RULE_END = '[-–—_=*#]{2,}';
/** *Original message*, as mail programs say it. */
const ORIGINAL = betweenRules(
  'original (?:message|appointment)|ursprüngliche nachricht|original-?nachricht|urspr\\. nachricht|message d[\'’]origine|message (?:original|initial)|mensaje original|mensagem original|messaggio originale',
  'oorspronkelijk bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|původní zpráva|oryginalna wiadomość|wiadomość oryginalna',
  'исходное сообщение|eredeti üzenet|orijinal mesaj|mesaj original|元のメッセージ',
);
/** *Forwarded message*, likewise. */
const FORWARDED = betweenRules(
  'forwarded message|weitergeleitete nachricht|message (?:transféré|réexpédié)|mensaje reenviado|mensagem (?:re)?encaminhada|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|videresendt (?:meddelelse|melding)',
  'välitetty viesti|přeposlaná zpráva|przekazana wiadomość|(?:treść )?przekazanej wiadomości|пересылаемое сообщение|továbbított üzenet|iletilen mesaj|転送メッセージ',
);
/** What help desks write between dashes; between stars it would be a heading of the letter. */
const TICKET_TITLE = /^[-–—_=]{2,}\s*(?:original (?:ticket|request|enquiry|inquiry|e-?mail)|customer(?:['’]s)? message)\s*[-–—_=]{2,}$/i;
const ABOVE_THIS_LINE = later(() => new RegExp(`^(?:${RULE_END}.{0,80}\\b(?:above this line|oberhalb dieser zeile|au-dessus de cette ligne|encima de esta línea|boven deze (?:regel|lijn))\\b.{0,60}?${RULE_END}|(?:please )?(?:(?:type|write|enter|add) (?:your|a) (?:reply|response|answer)|reply) above this line\\.?$)`, 'i'));
const BEGINS_FORWARDED = /^(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:re)?encaminhada|begin doorgestuurd bericht)\s?:$/iu;
/** `[Customer message]`, on a line of its own. */
const TITLED = /^\[(?:(?:the )?(?:customer|client)(?:['’]?s)?|original) (?:message|ticket|request|enquiry|inquiry|e-?mail|wrote)\]:?$/i;
const CUSTOMER_WROTE = /^(?:the )?(?:customer|client) (?:wrote|writes)\s?:$/i;
const LINE_OF_UNDERSCORES = /^_{20,}\s*$/;

/** The words in which mail programs say that somebody wrote. */
const WROTE = /(?:\b(?:wrote|writes|a écrit|ha scritto|escreveu)|\bescribió|\b(?:schrieb|schreef|skrev)\b.{0,80})\s*:$/is;
const FOREIGN_WROTE = /a écrit|ha scritto|escreveu|escribió|schrieb|schreef|skrev/i;
const OPENS = /^(?:on|am|le|el|op|il|em|den)\s/i;
/** `Sam Lee <sam@x.co> wrote:`, `2026-06-03 10:22 GMT Sam <sam@x.co>:` */
const ADDRESSED = /^[^<>\n]{0,120}<[^<>@\s]+@[^<>\s]+>\s*(?:\S.{0,60})?:$/;
const DATED = /^\d{4}-\d\d-\d\d[ T]\d/;
const NAMED = (): RegExp => /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,3}\s(?:wrote|writes|schrieb|a écrit|escribió|schreef|ha scritto|skrev):$/u;
/** Mail programs write down a date or an address, and a name: *On the label we wrote:* is a sentence. */
const ENGLISH = /^on\s/i;
const HAS_DATE = /\d[./:-]\d|\b\d{4}\b|\d\.?(?:st|nd|rd|th)?\s*(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d/i;
const HAS_NAME = (): RegExp => /[\p{Lu}>\])"][^\s]*\s+(?:wrote|writes)\s*:$/u;
const NO_NAME = /\b(?:I|we|you|he|she|they|it)\s+(?:wrote|writes)\s*:$/i;
const LONGEST_ATTRIBUTION = 120;

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?';
export const CLOCK = '\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s?(?:[AaPp]\\.?[Mm]\\.?)?';
export const DAY = `(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,4}[./-](?:\\d{1,2}|${MONTH})[./-]\\d{2,4})(?:,? \\d{4})?`;
const AGO = '(?:(?:[Aa]bout )?(?:\\d{1,3}|[Aa]n?) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago|[Jj]ust now)';
const AT = `(?:,| at| -)?\\s*${CLOCK}`;
const WHEN = `(?:${AGO}|(?:[Yy]esterday|[Tt]oday|${DAY})(?:${AT})?)`;
const ZONE = ' (?:GMT|UTC|[A-Z]{3,4}\\b)(?:[+-]\\d{1,2}(?::?\\d{2})?)?';
const WHO = `\\**\\p{Lu}[^\\s:|•·,]*(?: (?:\\(?\\p{Lu}[^\\s:|•·,]*|from|via|of|de|van|von)){0,4}\\**`;
/**
 * `Kim Park • 3 days ago`, `Sam Okoro, May 3, 2026, 10:14:`, `Jo Smith added a comment - 02/Jun/26 11:03 AM`: who, and what stands between that
 * and the time, by itself where the time of day must be told. All in one pattern took 10 ms to make, and 1 MB.
 */
const TURN_NAME = later(() => new RegExp(`^${WHO}(?:\\s*[•·|]\\s*|(\\s[–—-]|,)\\s*|\\s(?:added a comment|commented|replied|reported|responded|wrote)(?: on)?(?:\\s*[-–—,:•·])?\\s*)`, 'u'));
const TURN_TIME = later(() => new RegExp(`^(?:(${AGO})|(?:[Yy]esterday|[Tt]oday|${DAY})(${AT})?)(${ZONE})?(\\s*\\)?:?)$`, 'u'));
/** A name, and on the line below `Jun 4, 2026, 6:20 PM GMT+2`; without the zone a letter may have the two as well. */
const NAME = later(() => new RegExp(`^${WHO}$`, 'u'));
const STAMPED = later(() => new RegExp(`^${DAY}${AT}(${ZONE})?$`, 'u'));
/** `Jun 3, 2026, 10:12 AM, Kim Park wrote:` */
const STAMP_AND_NAME = later(() => new RegExp(`^${DAY}(?:${AT}(?:${ZONE})?)?,?\\s+${WHO}\\s(?:wrote|writes)\\s?:$`, 'u'));
const STATUS = later(() => new RegExp(`^\\**(?:${letters.statuses})\\b`, 'i'));
const PERSON_WITH_ADDRESS = /^[^<>:]{2,60} <[^\s@<>]+@[^\s<>]+>$/;
const SENT = later(() => new RegExp(`^${WHEN}$`, 'u'));
const LONGEST_TURN = 100;
const LONGEST_NAME = 50;
const ENDS_TURN = /[\doO:mM.)w]/;
/** What every head of a turn has: to make the whole pattern takes milliseconds, which most texts are spared. */
const SAYS_WHEN = /\d|ago|now|day/;
/** And what stands between its name and its time. */
const APART = /[•·|,–—-]|\s(?:added a comment|commented|replied|reported|responded|wrote)/;

function betweenRules(...titles: readonly string[]): () => RegExp {
  return later(() => new RegExp(`^${RULE_END}\\s*(?:${titles.join('|')})\\s*${RULE_END}`, 'iu'));
}

/** Whether a line says that somebody hands on the mail below. */
export function announcesForwarded(line: string): boolean {
  return FORWARDED().test(line) || BEGINS_FORWARDED.test(line);
}

/** What a line announces that is not the writer's own. Looks at the line, a few below it, and how the one above ends. */
export function headAt(text: string, line: Line): Head | undefined {
  const first = afterMarks(text, line.first, line.end);
  const end = trimEnd(text, first, line.end);
  if (end === first) return undefined;
  const code = text.charCodeAt(first);
  return isSign(code) ? behindSigns(text, line, first, end) : behindLetters(text, line, first, end);
}

function afterMarks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === GT || isBlank(text.charCodeAt(at)))) at++;
  return at;
}

/** What rules across the page are drawn with. */
function isSign(code: number): boolean {
  return code === DASH || code === EN_DASH || code === EM_DASH || code === UNDERSCORE || code === EQUALS || code === STAR || code === HASH;
}

function behindSigns(text: string, line: Line, first: number, end: number): Head | undefined {
  const content = text.slice(first, Math.min(end, first + LONGEST_HEADER));
  if (ORIGINAL().test(content) || FORWARDED().test(content) || TICKET_TITLE.test(content)) return { kind: 'mail', start: line.first, end: mailHeaders(text, nextWords(text, line.next))?.end ?? end };
  if (ABOVE_THIS_LINE().test(content)) return { kind: 'marker', start: line.first, end };
  if (LINE_OF_UNDERSCORES.test(content)) return mailOf(text, line.first, nextWords(text, line.next));
  return content.startsWith('*') ? behindLetters(text, line, first, end) : undefined;
}

function behindLetters(text: string, line: Line, first: number, end: number): Head | undefined {
  if (mayBeHeader(text, first, end) && !isAnnounced(text, line.start)) {
    const mail = mailHeaders(text, line.start);
    if (mail && !(mail.isDoubtful && isBelowGreeting(text, line.start))) return { ...(mail.isUnsure ? { kind: 'turn', isDoubtful: true } : { kind: 'mail' }), start: line.first, end: mail.end };
  }
  const content = text.slice(first, Math.min(end, first + LONGEST_HEADER));
  if (ABOVE_THIS_LINE().test(content)) return { kind: 'marker', start: line.first, end };
  if (BEGINS_FORWARDED.test(content)) return forwardedIn(text, line, end);
  return attributionIn(text, line, content, end) ?? addressedIn(text, line, content) ?? turnIn(text, line, content, end);
}

function forwardedIn(text: string, line: Line, end: number): Head | undefined {
  const below = nextWords(text, line.next);
  const headers = mailHeaders(text, below);
  return headers || isHeader(lineAt(text, below)) ? { kind: 'mail', start: line.first, end: headers?.end ?? end } : undefined;
}

function mailOf(text: string, start: number, from: number): Head | undefined {
  const headers = mailHeaders(text, from);
  return headers && !headers.isUnsure ? { kind: 'mail', start, end: headers.end } : undefined;
}

/** Whether a colon stands where the name of a header ends: most lines need not be looked at more closely. */
function mayBeHeader(text: string, first: number, end: number): boolean {
  const limit = Math.min(end, first + 20);
  for (let i = first; i < limit; i++) if (text.charCodeAt(i) === COLON) return true;
  return false;
}

/** Whether the words above end with a colon: "Please look for this mail:". What stands below belongs to them. */
function isAnnounced(text: string, start: number): boolean {
  return lastWord(text, start) === COLON;
}

/** The last character above a line that is neither blank nor a line break. */
function lastWord(text: string, start: number): number {
  let at = start - 1;
  while (at >= 0 && (isBlank(text.charCodeAt(at)) || isLineBreak(text.charCodeAt(at)))) at--;
  return text.charCodeAt(at);
}

/** Whether the words above greet somebody: what stands below that is the letter. */
function isBelowGreeting(text: string, start: number): boolean {
  const above = text.slice(Math.max(0, start - LONGEST_HEADER), start).trimEnd();
  return GREETING.test(above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1).trimStart());
}

/** An `On … wrote:` that starts on this line and may be wrapped onto the next. */
function attributionIn(text: string, line: Line, content: string, end: number): Head | undefined {
  if (content.length <= LONGEST_TURN && content.endsWith(':') && STAMP_AND_NAME().test(content) && standsApart(text, line.start)) return { kind: 'mail', start: line.first, end };
  const whole = content.endsWith(':') ? { content, end } : wrapped(text, line, content);
  if (!whole || !isAttribution(whole.content)) return undefined;
  const next = nextWords(text, whole.end);
  if (text.charCodeAt(next) === GT) return { kind: 'quote', start: line.first, end: whole.end };
  return namesMessage(whole.content) ? { kind: 'mail', start: line.first, end: whole.end } : undefined;
}

function wrapped(text: string, line: Line, content: string): { readonly content: string; readonly end: number } | undefined {
  if (!OPENS.test(content) || content.length > LONGEST_ATTRIBUTION || !/\d/.test(content)) return undefined;
  const second = new Line(text, line.next, Math.min(text.length, line.next + LONGEST_HEADER));
  if (!second.advance() || second.blank) return undefined;
  const first = afterMarks(text, second.first, second.end);
  const end = trimEnd(text, first, second.end);
  return text.charCodeAt(end - 1) === COLON ? { content: `${content} ${text.slice(first, end)}`, end } : undefined;
}

function isAttribution(content: string): boolean {
  return (OPENS.test(content) && WROTE.test(content)) || (ADDRESSED.test(content) && (WROTE.test(content) || DATED.test(content))) || NAMED().test(content) || (content.includes('@') && /^\S+ wrote:$/i.test(content));
}

function namesMessage(content: string): boolean {
  if (NO_NAME.test(content)) return false;
  if (content.includes('@')) return true;
  return ENGLISH.test(content) ? HAS_DATE.test(content) && HAS_NAME().test(content) : OPENS.test(content) && FOREIGN_WROTE.test(content) && /\d/.test(content);
}

/** `Raj Patel <raj@example.com>` above `To: support@example.com`, as shared inboxes have it, and the time below. */
function addressedIn(text: string, line: Line, content: string): Head | undefined {
  if (!content.endsWith('>') || !PERSON_WITH_ADDRESS.test(content) || !/^to:\s/i.test(lineAt(text, line.next))) return undefined;
  const to = lineEnd(text, line.next, text.length);
  const below = nextLine(text, to, text.length);
  return { kind: 'mail', start: line.first, end: SENT().test(lineAt(text, below)) ? lineEnd(text, below, text.length) : to };
}

/** The head of a turn stands below nothing and above words; what stands above another of its like, or below a colon, is a row of a table. */
function turnIn(text: string, line: Line, content: string, end: number): Head | undefined {
  const turn = endOfTurn(text, line, content, end);
  if (!turn || !standsApart(text, line.start)) return undefined;
  const next = lineAt(text, nextWords(text, turn.end));
  return next === '' || isTurn(next) ? undefined : { kind: 'turn', start: line.first, ...turn };
}

/** Where the head of a turn ends that begins on this line. */
function endOfTurn(text: string, line: Line, content: string, end: number): Pick<Head, 'end' | 'isDoubtful'> | undefined {
  if (isTurn(content)) return { end };
  if (content.length > LONGEST_NAME) return undefined;
  if (TITLED.test(content) || CUSTOMER_WROTE.test(content) || (content.endsWith(':') && NAMED().test(content) && !NO_NAME.test(content))) return { end, isDoubtful: true };
  if (!NAME().test(content) || isBelowClosing(text, line.start)) return undefined;
  const below = lineAt(text, line.next);
  const stamp = below.length <= LONGEST_TURN ? STAMPED().exec(below) : null;
  return stamp ? { end: trimEnd(text, line.next, lineEnd(text, line.next, text.length)), ...(stamp[1] === undefined && { isDoubtful: true }) } : undefined;
}

/** Whether the words above end with a comma: *Kind regards,* and below it who signs, and when. */
function isBelowClosing(text: string, start: number): boolean {
  return lastWord(text, start) === COMMA;
}

function isTurn(content: string): boolean {
  return content.length <= LONGEST_TURN && ENDS_TURN.test(content.charAt(content.length - 1)) && SAYS_WHEN.test(content) && APART.test(content) && saysWhoAndWhen(content) && !STATUS().test(content);
}

function saysWhoAndWhen(content: string): boolean {
  const [who, mark] = TURN_NAME().exec(content) ?? [];
  const time = who === undefined ? null : TURN_TIME().exec(content.slice(who.length));
  if (!time) return false;
  const [, ago, clock, zone, end] = time;
  if (mark !== undefined && ago === undefined && clock === undefined) return false;
  return mark === ',' ? end === ':' : zone === undefined;
}

/** Whether the line above the one at `start` is empty, a rule, or not there, and no colon leads to it. */
function standsApart(text: string, start: number): boolean {
  let breaks = 0;
  for (let i = start - 1; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) breaks++;
    else if (isSign(code)) return breaks > 1 || (isSign(text.charCodeAt(i - 1)) && isSign(text.charCodeAt(i - 2)));
    else if (code !== CR && code !== GT && !isBlank(code)) return breaks > 1 && code !== COLON;
  }
  return true;
}

/** The first character from `at` on that is neither blank nor a line break. */
function nextWords(text: string, at: number): number {
  let i = at;
  while (i < text.length && (isBlank(text.charCodeAt(i)) || isLineBreak(text.charCodeAt(i)))) i++;
  return i;
}

/** What is left of the line that `at` stands in. */
function lineAt(text: string, at: number): string {
  const part = text.slice(at, at + LONGEST_HEADER);
  return part.slice(skipBlanks(part, 0, part.length)).split(/\r|\n/, 1)[0]?.trimEnd() ?? '';
}
