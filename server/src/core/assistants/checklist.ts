import { isOpen, type Anatomy, type CustomerQuestion, type Part } from '../anatomy/anatomy.js';
import { moveNames, partNames } from '../anatomy/names.js';
import { createPlaces } from '../places.js';
import { filledIn } from '../rewording.js';
import { shortened } from '../shortened.js';
import type { Fix, Range } from '../types.js';
import { BLANKS, MOST_QUOTED } from './findings.js';

/** Of the ways to add a part, so many are worth reading. */
const MOST_EXAMPLES = 2;
/** Characters of one of them. */
const MOST_OF_AN_EXAMPLE = 400;

/** A reply as a whole, in words for an assistant: the parts it has and lacks, open questions, promises, and what each sentence does. */
export function checklistInWords(text: string, anatomy: Anatomy): string {
  const told = [head(anatomy), section('Parts', parts(text, anatomy)), section('Questions of the customer that nothing takes up', questionsThat(isOpen, text, anatomy)), section('Questions of the customer that are put off', questionsThat(({ putOff }) => putOff !== undefined, text, anatomy)), section('Promises', promises(text, anatomy)), section('What each sentence does', sentences(text, anatomy))].filter((one) => one !== '');
  return [...told, ...(told.some((one) => one.includes('‹')) ? [BLANKS] : [])].join('\n\n');
}

/** The words that a fix would add, as a person reads them. */
export function exampleOf({ edits: [edit], snippet }: Fix): string {
  return (snippet ? filledIn(edit?.text ?? '') : (edit?.text ?? '')).trim();
}

function head({ channel, words, grade, parts }: Anatomy): string {
  const missing = parts.filter(({ state }) => state === 'missing').map(({ id }) => partNames[id].title.toLowerCase());
  const lacks = missing.length === 0 ? 'Nothing is missing.' : `Missing: ${missing.join(', ')}.`;
  return `A reply by ${CHANNEL_NAMES[channel]} of ${words} ${words === 1 ? 'word' : 'words'}${grade === undefined ? '' : `, reading grade ${grade}`}. ${lacks}`;
}

const CHANNEL_NAMES: Readonly<Record<Anatomy['channel'], string>> = { email: 'email', chat: 'chat', social: 'social media', forum: 'a forum' };

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}:\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function parts(text: string, anatomy: Anatomy): readonly string[] {
  return anatomy.parts.filter(({ state }) => state !== 'not-needed').map((part) => partLine(text, part));
}

function partLine(text: string, { id, state, at, inserts }: Part): string {
  const { title, hint, why } = partNames[id];
  if (state === 'found') return `found: ${title}${at ? ` (“${wordsOf(text, at)}”)` : ''}`;
  const examples = inserts.slice(0, MOST_EXAMPLES).map((fix) => `“${shortened(exampleOf(fix), MOST_OF_AN_EXAMPLE)}”`);
  return `missing: ${title} (${hint}). ${why}${examples.length > 0 ? ` For example: ${examples.join(' or ')}` : ''}`;
}

function questionsThat(test: (question: CustomerQuestion) => boolean, text: string, { questions }: Anatomy): readonly string[] {
  return questions.filter(test).map((question) => `“${wordsOf(text, question)}”`);
}

function promises(text: string, { sentences }: Anatomy): readonly string[] {
  const said = (range: Range | undefined): string => (range ? `“${wordsOf(text, range)}”` : 'not said');
  return sentences.flatMap(({ commitment }) => (commitment ? [`who: ${said(commitment.who)}, what: ${said(commitment.what)}, when: ${said(commitment.when)}`] : []));
}

function sentences(text: string, { sentences }: Anatomy): readonly string[] {
  const places = createPlaces(text);
  return sentences.map((sentence) => `line ${places.at(sentence.start).line}, ${moveNames[sentence.move].toLowerCase()}: ${wordsOf(text, sentence)}`);
}

function wordsOf(text: string, { start, end }: Range): string {
  return shortened(text.slice(start, end), MOST_QUOTED);
}
