import type { Range } from '../../types.js';
import { AT, BACKSLASH, COLON, DASH, DOLLAR, DOT, LPAREN, PERCENT, PLUS, RPAREN, SLASH, SPACE, TILDE, UNDERSCORE, isAlphanumeric, isAsciiLetter, isCapital, isDigit, isLineBreak, isSpace, isWordCharacter } from '../chars.js';

/** What a file is called after its dot where no folder shows that one is meant. No words among them: “it works.so thanks” lacks a space. */
const EXTENSIONS = new Set(('7z apk asp aspx avi bak bash bat bin bmp bz2 cer cert cfg conf config cpp crt csproj css csv dat db deb dll dmg doc docx dylib eml epub exe flac gif gz htm html '
  + 'ico ics ini ino ipynb iso jar jpeg jpg json jsonl jsx lnk log m4a mdb mdx mkv mov mp3 mp4 mpeg msi mts odp ods odt ogg ost ova pdf pem pfx php pkg plist png ppt pptx properties '
  + 'ps1 psd pst py rar rpm rst rtf scss service sh sql sqlite svg swp tar tex tgz tif tiff tmp toml tsv tsx ttf txt vbs vcf vhd vhdx wasm wav webm webp wmv woff woff2 xls xlsm xlsx '
  + 'xml yaml yml zip zsh').split(' '));
/** In a path, whatever is no longer than this after a dot will do (`index.ts`, `example.org`). */
const LONGEST_EXTENSION = 10;
/** `C:\Program Files (x86)\App`: how far after a blank, and after how many, the path's next backslash may stand. */
const LONGEST_GAP = 40;
const MOST_BLANKS = 2;
/** Signs before which a path may begin. */
const OPENERS = new Set([...'("\'=:[,“‘'].map((sign) => sign.charCodeAt(0)));

/** Finds the paths and names of files in running text: `/var/log/syslog`, `src/app.ts`, `C:\Users\Ana`, `nginx.service`. */
export class FileFinder {
  /** How far runs have been judged. A run of many signs is judged once, at the first of them. */
  private judged = 0;
  private named = 0;

  constructor(private readonly text: string) {}

  clear(): void {
    this.judged = this.named = 0;
  }

  /**
   * The path around the slash or backslash at `at`, not reaching before `floor`. Words with a slash between
   * them (`and/or`, `Mac/Windows/Linux`) are none: something has to show that files are meant.
   */
  path(at: number, floor: number, end: number): Range | undefined {
    if (at < this.judged) return undefined;
    const { text } = this;
    const stop = (this.judged = runEnd(text, at + 1, end));
    const run = this.withoutEmphasis(runStart(text, at, floor), stop);
    if (run.end <= at) return undefined;
    const rooted = isDrive(text, run.start, run.start) || isVariable(text, run.start, at, floor);
    if (text.charCodeAt(at) === SLASH) return isPath(text, run, at, rooted) ? run : undefined;
    if (run.end <= at + 1 || !(rooted || isWindowsPath(text, run, at))) return undefined;
    return { start: run.start, end: (this.judged = pastBlanks(text, run.end, end)) };
  }

  /** The file whose name has its first dot at `at`. */
  name(at: number, floor: number, end: number): Range | undefined {
    if (at < this.named || !isWordCharacter(this.text.charCodeAt(at - 1))) return undefined;
    const { text } = this;
    const stop = (this.named = runEnd(text, at + 1, end));
    const run = this.withoutEmphasis(runStart(text, at, floor), stop);
    for (let i = at; i < stop; i++) if (isSeparator(text.charCodeAt(i)) || text.charCodeAt(i) === AT) return undefined;
    const extension = text.slice(text.lastIndexOf('.', run.end - 1) + 1, run.end);
    return EXTENSIONS.has(extension) || EXTENSIONS.has(lowered(extension)) ? run : undefined;
  }

  /** A run without the `_` around it, and without the punctuation of its sentence. */
  private withoutEmphasis(from: number, to: number): Range {
    const { text } = this;
    let start = from;
    let end = to;
    if (text.charCodeAt(to - 1) === UNDERSCORE) while (start < to && text.charCodeAt(start) === UNDERSCORE) start++;
    while (end > start && !isWordCharacter(text.charCodeAt(end - 1)) && !isSeparator(text.charCodeAt(end - 1))) end--;
    return { start, end };
  }
}

/** `PDF` in small letters; mixed ones (`Then`) are a word. */
function lowered(extension: string): string {
  return extension === extension.toUpperCase() ? extension.toLowerCase() : '';
}

function isSeparator(code: number): boolean {
  return code === SLASH || code === BACKSLASH;
}

function isPart(code: number): boolean {
  return isWordCharacter(code) || code === DOT || code === DASH || code === UNDERSCORE || code === PLUS || code === TILDE || code === AT;
}

/** Where the part of a path before the sign at `at` begins: with its drive (`C:`) or the sign of a variable (`$HOME`). */
function runStart(text: string, at: number, floor: number): number {
  let i = at;
  while (i > floor && isPart(text.charCodeAt(i - 1))) i--;
  if (i > floor && text.charCodeAt(i - 1) === DOLLAR) return i - 1;
  return i === at && isDrive(text, i - 2, floor) ? i - 2 : i;
}

/** Whether a drive (`C:`) stands at `at`. */
function isDrive(text: string, at: number, floor: number): boolean {
  return at >= floor && text.charCodeAt(at + 1) === COLON && isAsciiLetter(text.charCodeAt(at)) && !(at > floor && isWordCharacter(text.charCodeAt(at - 1)));
}

/** Where the run of names and separators ends. A backslash before anything but a name escapes, or leads to a slot. */
function runEnd(text: string, from: number, end: number): number {
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (!isPart(code) && code !== SLASH && !(code === BACKSLASH && i + 1 < end && isPart(text.charCodeAt(i + 1)))) break;
    i++;
  }
  return i;
}

/** Whether a run with a slash at `at` is a path. */
function isPath(text: string, run: Range, at: number, rooted: boolean): boolean {
  if (isHome(text, run.start, at)) return true;
  const first = text.charCodeAt(at + 1);
  if (run.end <= at + 1 || !isPart(first)) return false;
  if (rooted) return true;
  const { separators, isFile } = signs(text, run);
  if (run.start === at) return (isFile || separators > 1) && startsPath(text, at) && !isDigit(first);
  return isFile || (separators > 1 && text.charCodeAt(run.end - 1) === SLASH && isLowerCase(text.charCodeAt(run.start)));
}

function isLowerCase(code: number): boolean {
  return isAsciiLetter(code) && !isCapital(code);
}

/** `~/`, `./` and `../`. */
function isHome(text: string, start: number, at: number): boolean {
  if (at - start === 1) return text.charCodeAt(start) === TILDE || text.charCodeAt(start) === DOT;
  return at - start === 2 && text.charCodeAt(start) === DOT && text.charCodeAt(start + 1) === DOT;
}

/** `$HOME/`, or right behind a slot that is spelled as a variable (`%TEMP%\`). */
function isVariable(text: string, start: number, at: number, floor: number): boolean {
  if (start < at) return text.charCodeAt(start) === DOLLAR && isAsciiLetter(text.charCodeAt(start + 1));
  const before = text.charCodeAt(at - 1);
  return floor === at && (before === PERCENT || isWordCharacter(before));
}

function startsPath(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return isSpace(before) || OPENERS.has(before);
}

/** Whether a run with a backslash at `at` and no drive is a path, maybe to a server's share (`\\server\share`). */
function isWindowsPath(text: string, run: Range, at: number): boolean {
  const { separators, isFile, shortest } = signs(text, run);
  const isShare = run.start === at && text.charCodeAt(at - 1) === BACKSLASH;
  return isShare ? separators > 1 : run.start < at && (isFile || (separators > 1 && shortest > 1));
}

/** What in a run shows that files are meant. */
interface Signs {
  readonly separators: number;
  /** A name has an extension (`app.ts`), begins with a dot (`.env`) or is written with an underscore. */
  readonly isFile: boolean;
  /** How long the shortest name is. */
  readonly shortest: number;
}

function signs(text: string, { start, end }: Range): Signs {
  let separators = 0;
  let shortest = Infinity;
  let isFile = false;
  for (let from = start, i = start; i <= end; i++) {
    if (i < end && !isSeparator(text.charCodeAt(i))) continue;
    if (i < end) separators++;
    if (i > from) {
      shortest = Math.min(shortest, i - from);
      isFile ||= isFileName(text, from, i);
    }
    from = i + 1;
  }
  return { separators, isFile, shortest };
}

function isFileName(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) === DOT) return isAsciiLetter(text.charCodeAt(from + 1));
  let dot = -1;
  for (let i = from + 1; i < to - 1; i++) {
    if (text.charCodeAt(i) === UNDERSCORE && isWordCharacter(text.charCodeAt(i - 1)) && isWordCharacter(text.charCodeAt(i + 1))) return true;
    if (text.charCodeAt(i) === DOT) dot = i;
  }
  if (dot < from + 2 || !isWordCharacter(text.charCodeAt(dot - 2)) || to - dot - 1 > LONGEST_EXTENSION || !isAsciiLetter(text.charCodeAt(dot + 1))) return false;
  const extension = text.slice(dot + 1, to);
  return extension === extension.toLowerCase() || lowered(extension) !== '';
}

/** The end of a Windows path that goes on after blanks, as in `C:\Program Files\App`: before its next backslash stand capitalised words. */
function pastBlanks(text: string, from: number, end: number): number {
  let stop = from;
  while (text.charCodeAt(stop) === SPACE) {
    const next = nextBackslash(text, stop, Math.min(end, stop + LONGEST_GAP));
    if (next < 0) return stop;
    stop = runEnd(text, next, end);
    while (stop > next && !isWordCharacter(text.charCodeAt(stop - 1)) && text.charCodeAt(stop - 1) !== SLASH) stop--;
  }
  return stop;
}

function nextBackslash(text: string, from: number, end: number): number {
  let blanks = 0;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === SPACE) {
      const first = text.charCodeAt(i + 1);
      if (++blanks > MOST_BLANKS || (!isCapital(first) && first !== LPAREN)) return -1;
    } else if (code === BACKSLASH) return isAlphanumeric(text.charCodeAt(i + 1)) && !isSpace(text.charCodeAt(i - 1)) ? i : -1;
    else if (isLineBreak(code) || (!isPart(code) && code !== LPAREN && code !== RPAREN)) return -1;
  }
  return -1;
}
