import type { DraftSnippets } from '../packs/draftSnippets.js';
import type { Situation, Snippet } from '../packs/pack.js';
import { escapeSnippetText, markStops } from '../packs/snippet-syntax.js';
import { hasFact } from '../rules/conditions.js';
import { isBrief } from '../rules/findings.js';
import { placed, type Placement } from '../rules/placement.js';
import type { Program } from '../rules/program.js';
import type { Reading } from '../reading/reading.js';
import { isFooter } from '../text/reply/signature.js';
import type { Fix, Range } from '../types.js';
import { isOpen, type Channel, type CustomerQuestion, type Move, type Part, type PartId, type SentenceMove, type Told } from './anatomy.js';
import { PART_ANSWERS } from './partAnswers.js';
import { NOT_NEEDED } from './channel.js';
import { missesNextStep, nextStepAmong } from './nextStep.js';
import { turnsAway } from './told.js';

/** What a part is found in, and what it is put in by. */
export interface Scene {
  readonly reading: Reading;
  readonly program: Program;
  /** Those that can be a part: blame and rebuffs are none, whatever they look like. */
  readonly sentences: readonly SentenceMove[];
  /** What the rules tell of sentences, by where they start. */
  readonly told: ReadonlyMap<number, Told>;
  readonly questions: readonly CustomerQuestion[];
  readonly channel: Channel;
  readonly snippets: DraftSnippets;
}

/** What makes a part, and where it stands. */
interface PartDefinition {
  readonly id: PartId;
  readonly moves: readonly Move[];
  readonly placement: Placement;
  /** Our own, for any case. */
  readonly spare?: Passage;
}

/** A title, and what it adds in snippet syntax. */
type Passage = readonly [title: string, body: string];

const PARTS: readonly PartDefinition[] = [
  { id: 'greeting', moves: ['greet'], placement: 'top', spare: ['Add a greeting', 'Hi ${customer:name},'] },
  { id: 'acknowledgement', moves: ['thank', 'acknowledge', 'apologise'], placement: 'opening', spare: ['Say that you heard them', 'I’m sorry about ${1:what happened to you}. Let’s see what we can ${2:do}.'] },
  { id: 'substance', moves: ['explain', 'confirm', 'instruct', 'ask', 'commit', 'hand-over'], placement: 'end' },
  { id: 'answers', moves: [], placement: 'end' },
  { id: 'next-step', moves: ['commit', 'ask', 'instruct', 'hand-over'], placement: 'end', spare: ['Add what happens next', 'I’ll ${1:look into this} and write to you by ${due:noon tomorrow}.'] },
  { id: 'way-back', moves: ['invite'], placement: 'end', spare: ['Leave a way back', 'If ${1:it comes back}, just reply to this message.'] },
  { id: 'sign-off', moves: ['sign-off'], placement: 'bottom', spare: ['Add a sign-off', 'Kind regards,\n${agent:your name}'] },
];

/** Ways to answer one question that is left open. */
export function insertsForQuestion(question: CustomerQuestion, scene: Omit<Scene, 'questions'>): readonly Fix[] {
  return PARTS.filter(({ id }) => id === 'answers').flatMap((part) => insertsFor({ ...part, spare: answerTo(question, scene.reading) }, scene));
}

/** The parts of a reply, found or missing, in the order in which they usually stand. */
export function partsOf(scene: Scene): readonly Part[] {
  return PARTS.map((part) => (part.id === 'answers' ? answersPart(part, scene) : partOf(part, scene)));
}

function partOf(part: PartDefinition, scene: Scene): Part {
  const { id } = part;
  const moves = id === 'substance' && isBesideThePoint(scene) ? part.moves.filter((move) => move !== 'explain') : part.moves;
  const at = id === 'next-step' ? nextStep(part, scene) : (scene.sentences.find((sentence) => moves.includes(sentence.move) && canBe(id, sentence, scene)) ?? (id === 'way-back' ? wayBack(scene) : undefined));
  if (at) return { id, state: 'found', at: { start: at.start, end: at.end }, inserts: [] };
  return isNeeded(id, scene) ? { id, state: 'missing', inserts: insertsFor(part, scene) } : { id, state: 'not-needed', inserts: [] };
}

/** A bare no is not what they wrote for, and an apology for nothing shows nobody that they were heard. */
function canBe(id: PartId, sentence: SentenceMove, scene: Scene): boolean {
  const told = scene.told.get(sentence.start);
  if (id === 'substance' && (told === 'refusal' || isFormAlone(sentence, told))) return false;
  return !(told === 'hollow' && id === 'acknowledgement') && !isAdded(sentence, scene);
}

/** "Is there anything else?" has the form of a question, and "We refer to your letter" that of a promise. */
function isFormAlone({ move, commitment }: SentenceMove, told: Told | undefined): boolean {
  return told === 'courtesy' && (move === 'ask' || move === 'instruct' || (move === 'commit' && !commitment));
}

/** Whether the customer asked, and nothing takes up any of it: what is told then is no answer. */
function isBesideThePoint({ questions }: Scene): boolean {
  return questions.length > 0 && questions.every(isOpen);
}

/** Whether a mail program or a company wrote it: a footer is set as a sign-off is, and nobody has said goodbye by it. */
function isAdded({ start, end }: Range, { reading }: Scene): boolean {
  return isFooter(reading.prose.text.slice(start, end));
}

/** A move that is a next step, else words that the rules take for one, else the end of it all; nothing where the rules miss one. A promise without a time is none, and neither is a polite close. */
function nextStep({ moves }: PartDefinition, { reading, program, sentences, told }: Scene): Range | undefined {
  if (missesNextStep(reading, program)) return undefined;
  const telling = sentences.filter((sentence) => told.get(sentence.start) !== 'vague' && !isFormAlone(sentence, told.get(sentence.start)));
  const made = telling.find(({ move, commitment }) => commitment !== undefined || moves.includes(move));
  const starts = new Set(telling.map(({ start }) => start));
  return made ?? nextStepAmong(reading.body.filter(({ start }) => starts.has(start)), program) ?? ending(sentences, told);
}

/** A sentence that is there for something else, and leaves a way back all the same: “If it hasn't come by noon, reply here and I'll send a second one.” */
function wayBack({ reading, program, sentences }: Scene): Range | undefined {
  const starts = new Set(sentences.map(({ start }) => start));
  return reading.body.find((sentence) => starts.has(sentence.start) && program.cue('writes-again')?.holds(sentence) === true);
}

/** Where everything is done, that is the end of it: a reply that only confirms needs no next step. “Claim denied” is no end for the customer. */
function ending(sentences: readonly SentenceMove[], told: ReadonlyMap<number, Told>): SentenceMove | undefined {
  return sentences.some(({ move }) => move === 'explain') ? undefined : sentences.find(({ start, move }) => move === 'confirm' && told.get(start) !== 'refusal');
}

/** What a letter has round what it says. */
const FRAME: ReadonlySet<Move> = new Set(['greet', 'sign-off']);

/** An acknowledgement is for a first reply, and for a turn that answers something we see; a next step, where the rules miss it or nothing is said yet. */
function isNeeded(id: PartId, { reading, program, sentences, told, channel }: Scene): boolean {
  if (NOT_NEEDED[channel].has(id)) return false;
  if (id === 'next-step') return isBrief(reading) || sentences.every(({ move }) => FRAME.has(move)) || isLeftOpen(told) || missesNextStep(reading, program);
  if (id !== 'acknowledgement') return true;
  return !hasFact(reading, 'follow-up') && !hasFact(reading, 'chat') && (channel === 'email' || reading.quoted.length > 0);
}

/** Somebody was sent away, told no, or told to wait for they don't know how long. */
function isLeftOpen(told: ReadonlyMap<number, Told>): boolean {
  return [...told.values()].some((one) => turnsAway(one) || one === 'refusal' || one === 'vague');
}

/** Found where every question is answered or put off, and one answered; of those left open it points at the first. */
function answersPart({ id }: PartDefinition, { questions }: Scene): Part {
  const open = questions.find(isOpen);
  if (open) return { id, state: 'missing', at: { start: open.start, end: open.end }, inserts: open.inserts ?? [] };
  const at = questions.find(({ answer }) => answer)?.answer;
  return at ? { id, state: 'found', at, inserts: [] } : { id, state: 'not-needed', inserts: [] };
}

/** Words to answer a question with that take it up as the customer put it. */
function answerTo({ start, end }: CustomerQuestion, { prose }: Reading): Passage {
  const asked = prose.text.slice(start, end).replace(/\s*\n[\s>]*/g, ' ');
  return ['Answer the open question', `You asked “${escapeSnippetText(asked)}” \${1:your answer}.`];
}

const MOST_INSERTS = 3;

/** Thanks for what they wrote, where nothing bad has happened to anybody. */
const CALM_ACKNOWLEDGEMENT: Passage = ['Thank them for what they wrote', 'Thanks for ${1:your message} about ${2:what they asked}.'];
const SORRY = /\b(?:sorry|apologi[sz]e|apologies)\b/i;
/** What customers write for whom something has gone wrong. */
const TROUBLES: readonly Situation[] = ['outage', 'repeat-contact', 'loss', 'complaint', 'bug'];

/** Whether the customer, as far as we see, is neither upset nor in trouble: they need no regret. */
function isCalm({ reading, program, snippets }: Omit<Scene, 'questions'>): boolean {
  const distress = program.cue('distress');
  return !snippets.situations.some((situation) => TROUBLES.includes(situation)) && !(distress && reading.quoted.some((sentence) => distress.holds(sentence)));
}

/** What packs have for a part and our own passage, in the order in which all help is offered. */
function insertsFor({ id, placement, spare: usual }: PartDefinition, scene: Omit<Scene, 'questions'>): readonly Fix[] {
  const { reading, channel, snippets } = scene;
  const answers = PART_ANSWERS[id];
  const calm = id === 'acknowledgement' && isCalm(scene);
  const spare = calm ? CALM_ACKNOWLEDGEMENT : usual;
  const { before, after } = snippets.offered(answers, { kind: 'reply', channel });
  const toPassages = (all: readonly Snippet[]): readonly Passage[] => all.filter(({ body }) => !(calm && SORRY.test(body))).map((snippet) => [`Add “${snippet.title}”`, snippets.bodyOf(snippet)]);
  const passages = [...toPassages(before), ...(spare ? [[spare[0], snippets.fill(spare[1])] as const] : []), ...toPassages(after)];
  return passages.slice(0, MOST_INSERTS).map(([title, body]) => ({ title, kind: 'suggestion', snippet: true, edits: [placed(markStops(body), placement, reading)] }));
}
