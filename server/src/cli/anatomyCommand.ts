import { resolve } from 'pathe';
import { moveNames, partNames } from '../core/anatomy/names.js';
import type { Anatomy, CustomerQuestion, Part, Range, SentenceMove } from '../core/index.js';
import { readText } from '../files/text.js';
import { readArguments } from './args.js';
import type { ExitCode, Io } from './io.js';
import { UsageError } from './io.js';
import { CONFIG_OPTIONS } from './lintOptions.js';
import { plainDesk } from './plainDesk.js';
import { createPlaces } from '../core/places.js';
import { beginningOf, count, onOneLine, widthOf } from './report/plain.js';
import { plainAnatomy } from './report/plainAnatomy.js';
import { stdinPath, stdinText } from './stdin.js';

/** `deskside anatomy FILE`: what a reply does sentence by sentence, and which parts it lacks. */
export async function anatomyCommand(io: Io, argv: readonly string[]): Promise<ExitCode> {
  const args = readArguments(argv, { ...CONFIG_OPTIONS, format: ['text', 'json'] });
  const [name, ...others] = args.positionals;
  if (name === undefined || others.length) throw new UsageError('Say which reply, one at a time: deskside anatomy draft.reply.md, or - for standard input');
  const { desk, errors, resolver } = plainDesk(io, args);
  const path = name === '-' ? stdinPath(io) : resolve(io.cwd, name);
  const read = name === '-' ? await stdinText(io) : await readText(io.fs, path);
  if ('problem' in read) return (await desk.complain(path, read.problem), 2);
  const { kind, settings, languageId } = await resolver.resolve(name === '-' ? { text: read.text, folder: io.cwd } : { path, text: read.text });
  const anatomy = (await desk.linter(settings)).anatomy({ text: read.text, kind: 'reply', languageId });
  if (name !== '-' && kind !== 'reply') await desk.complain(path, NO_REPLY[kind ?? 'unknown'], false);
  if (!anatomy) return (await desk.complain(path, 'not read, as it is not in English'), 2);
  const shown = desk.nameOf(path);
  await io.out.write(args.options.get('format') === 'json' ? `${JSON.stringify({ path: shown, ...plainAnatomy(read.text, anatomy) }, undefined, 2)}\n` : new AnatomyPage(read.text, anatomy, io.columns ?? 80).text(shown));
  return errors.failed ? 2 : 0;
}

/** What to say of a text that is no reply, and is read as one because somebody asked. */
const NO_REPLY = {
  article: 'an article. Its parts are told here as if it were a reply, which says little; deskside lint reads articles',
  macro: 'a snippet, told here as if it were a whole reply; parts that come with the rest of one may be missing',
  note: 'an internal note. Its parts are told here as if it were a reply, which says little',
  unknown: 'read as a reply, as only replies have these parts. deskside lint reads it with --kind reply, or where its name ends in .reply.md, or the configuration says so under “kinds”',
} as const;

/** Of emphasis: `***`. */
const LONGEST_MARK = 3;
/** The columns of a sentence's line number and move. */
const LINE_WIDTH = 5;
const MOVE_WIDTH = 13;

class AnatomyPage {
  private readonly places;

  constructor(
    private readonly source: string,
    private readonly anatomy: Anatomy,
    private readonly columns: number,
  ) {
    this.places = createPlaces(source);
  }

  text(name: string): string {
    const { channel, words, grade, sentences, parts } = this.anatomy;
    const head = `${onOneLine(name)}: ${channel}, ${count(words, 'word')}${grade === undefined ? '' : `, reading grade ${grade}`}\n`;
    const wanted = parts.filter(({ state }) => state !== 'not-needed');
    return [head, '\n', ...sentences.map((one) => this.sentence(one)), '\n', ...wanted.map((part) => this.part(part)), ...this.questions()].join('');
  }

  private sentence({ start, end, move, commitment }: SentenceMove): string {
    const { line } = this.places.at(start);
    const first = `${String(line).padStart(LINE_WIDTH)}  ${moveNames[move].padEnd(MOVE_WIDTH)}`;
    const promise = commitment && `${' '.repeat(first.length)}${this.excerpt({ start, end }, this.promise(commitment), first.length)}\n`;
    return `${first}${this.excerpt({ start, end }, undefined, first.length)}\n${promise ?? ''}`;
  }

  private promise({ who, what, when }: NonNullable<SentenceMove['commitment']>): string {
    return `who: ${who ? this.wordsOf(who) : 'not said'} · what: ${this.wordsOf(what)} · when: ${when ? this.wordsOf(when) : 'not said'}`;
  }

  private part({ id, state }: Part): string {
    const { title, hint } = partNames[id];
    return state === 'found' ? `${'found'.padStart(LINE_WIDTH + 2)}  ${title}\n` : `${'missing'.padStart(LINE_WIDTH + 2)}  ${title}: ${hint}\n`;
  }

  private questions(): readonly string[] {
    const label = (question: CustomerQuestion): string => (question.putOff ? 'put off' : 'open');
    const line = (question: CustomerQuestion): string => `${' '.repeat(LINE_WIDTH + 4)}${label(question)}: ${this.excerpt(question, undefined, LINE_WIDTH + label(question).length + 6)}\n`;
    return this.anatomy.questions.filter(({ answer }) => !answer).map(line);
  }

  /** With the marks of emphasis that open before the first word or close behind the last: `**Status:** approved`. */
  private wordsOf({ start, end }: Range): string {
    const before = /[*_]*$/.exec(this.source.slice(Math.max(0, start - LONGEST_MARK), start))?.[0] ?? '';
    const after = /^[*_]*/.exec(this.source.slice(end, end + LONGEST_MARK))?.[0] ?? '';
    return onOneLine(before + this.source.slice(start, end) + after);
  }

  private excerpt(range: Range, text: string | undefined, indent: number): string {
    const words = text ?? this.wordsOf(range);
    const room = Math.max(20, this.columns - indent - 1);
    return widthOf(words) <= room ? words : `${beginningOf(words, room - 1)}…`;
  }
}
