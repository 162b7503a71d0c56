import { lexicon, WordClass } from './lexicon.js';
import { Id } from './vocabulary.js';

/** What a clause does: asserts, asks, supposes, tells someone to act, describes a noun, or says what somebody said. */
export const MOODS = ['statement', 'question', 'condition', 'command', 'relative', 'report'] as const;
export type Mood = (typeof MOODS)[number];

/** Who a clause is about. */
export const SUBJECTS = ['you', 'we', 'i', 'it', 'they', 'other', 'none'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A clause of a sentence; `start` and `end` count tokens. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly mood: Mood;
  /** The word whose complement the clause is (base form): sorry, glad, hear … */
  readonly governor: string | undefined;
  readonly subject: Subject;
}

/** What clause analysis sees of a sentence: a lower-case word, an id and classes for every token. */
export interface ClauseInput {
  readonly words: readonly string[];
  readonly ids: readonly number[];
  readonly classes: readonly number[];
}

const { verb, modal, aux, be, neg, pronoun, det, poss, punct, wh, filler, adverb, preposition, coordinator, subordinator, opaque, day, third, past, participle } = WordClass;

/** Classes of words that are no nouns. */
const NO_NOUN = punct | verb | aux | modal | preposition | coordinator | subordinator | wh | pronoun | adverb | filler | neg | day | third | past | participle;
const CONDITION = new Set('if unless whether when whenever once until till provided suppose supposing assuming before after'.split(' '));
const REASON = new Set('because although though while whilst since whereas as lest'.split(' '));
const GOVERNORS = 'sorry glad happy pleased delighted afraid sure aware likely hear see understand know think hope believe guess assume suppose appreciate notice feel mean wish doubt regret imagine expect like ensure check confirm apologise thank';
const REPORTERS = 'say tell mention write note report state explain claim insist ask suggest';
const QUANTIFIERS = new Set('everything anything something nothing all things those what whatever'.split(' '));
const SUBJECTS_BY_WORD: Readonly<Record<string, Subject>> = { you: 'you', we: 'we', i: 'i', it: 'it', this: 'it', that: 'it', there: 'it', everything: 'it', nothing: 'it', they: 'they', these: 'they', those: 'they', he: 'they', she: 'they' };
const TAKE_CLAUSES = 'make verify remember assume say let mind trust promise bet pretend find prove show';
const OPENERS = new Set('please kindly then now just first next finally also and but so or well ok okay alright again instead otherwise afterwards simply always never do not'.split(' '));
/** "Stay tuned", "Get vaccinated", "Keep doors closed": orders, though a participle ends them. */
const LEADS_TO_STATE = new Set('be become stay remain keep get go come feel look seem sit lie hold leave have make consider let see find want need help'.split(' '));
const PARTICLES = new Set('up down out off back away'.split(' '));

interface Verbs {
  /** By each of their forms, the word that governs what comes next. */
  readonly governors: ReadonlyMap<string, string>;
  readonly reporters: ReadonlyMap<string, string>;
  /** After these a clause may follow without “that”. */
  readonly takeClauses: ReadonlySet<string>;
}

let known: Verbs | undefined;

/** Made when a first sentence is read: most commands never read one. */
function verbs(): Verbs {
  if (known) return known;
  const [governors, reporters] = [inAllForms(GOVERNORS), inAllForms(REPORTERS)];
  return (known = { governors, reporters, takeClauses: new Set([...governors.keys(), ...reporters.keys(), ...TAKE_CLAUSES.split(' ')]) });
}

function inAllForms(bases: string): ReadonlyMap<string, string> {
  return new Map(bases.split(' ').flatMap((base) => [[base, base], ...lexicon().inflectionsOf(base).map((form) => [form, base])] as [string, string][]));
}

/** Splits a sentence into clauses and says what each of them does. Linear in the tokens. */
export function clausesOf(input: ClauseInput): readonly Clause[] {
  return new ClauseReader(input).read();
}

interface Opening { readonly mood?: Mood; readonly governor?: string }

class ClauseReader {
  readonly #clauses: Clause[] = [];
  readonly #asks: boolean;
  #start = 0;
  #lastSign: number | undefined;
  #opening: Opening = {};

  constructor(readonly input: ClauseInput) {
    this.#asks = input.ids.lastIndexOf(Id.question) >= 0;
  }

  read(): readonly Clause[] {
    const { length } = this.input.words;
    for (let i = 1; i < length; i++) {
      const opening = this.#opens(i);
      if (opening) this.#close(i, opening);
    }
    this.#close(length, {});
    return this.#clauses;
  }

  #word(i: number): string {
    return this.input.words[i] ?? '';
  }

  #is(i: number, bits: number): boolean {
    return ((this.input.classes[i] ?? 0) & bits) !== 0;
  }

  /** Whether a new clause begins at token `i`, and what is known of it by then. */
  #opens(i: number): Opening | undefined {
    const before = this.input.ids[i - 1];
    if (before === Id.comma) return this.#opensAfterComma(i) ? {} : undefined;
    if (this.#is(i - 1, punct)) return this.#is(i, punct) ? undefined : {};
    if (this.#is(i, punct)) return undefined;
    return this.#opensAtWord(i);
  }

  #opensAfterComma(i: number): boolean {
    if (this.#clauseIsCondition() || this.#isMainAfterRelative(i)) return true;
    const word = this.#word(i);
    return this.#is(i, pronoun | verb | wh | det | poss) || CONDITION.has(word) || REASON.has(word) || this.#isCoordinatedClause(i) || this.#isInverted(i) || this.#isOrderAfterPurpose(i) || this.#isLinked(i) || word === 'please';
  }

  /** "Send the logs, *otherwise we* …": no noun that the clause would be about. */
  #isLinked(i: number): boolean {
    return OPENERS.has(this.#word(i)) && this.#isSubject(i + 1);
  }

  /** "To reset it, *simply go* to …" */
  #isOrderAfterPurpose(i: number): boolean {
    return this.#is(i, filler) && this.#is(i + 1, verb) && this.#word(this.#skipOpeners(this.#start)) === 'to';
  }

  /** "…, could you …", "…, didn't you?": a verb before its subject. */
  #isInverted(i: number): boolean {
    return this.#is(i, modal | aux) && this.#isSubject(this.#is(i + 1, neg) ? i + 2 : i + 1);
  }

  #opensAtWord(i: number): Opening | undefined {
    const word = this.#word(i);
    if (CONDITION.has(word) && (word !== 'before' && word !== 'after' ? !this.#is(i - 1, coordinator | det | poss) : this.#isSubject(i + 1))) return {};
    if (word === 'in' && this.#word(i + 1) === 'case') return {};
    if (REASON.has(word) && (word !== 'as' && word !== 'since' && word !== 'while' ? true : this.#isSubject(i + 1))) return {};
    if (this.#is(i, wh)) return { mood: this.#asks ? 'question' : 'relative', ...this.#governed(i - 1) };
    if (this.#isCoordinatedClause(i) || this.#isRequestAfterCondition(i) || this.#isMainAfterRelative(i)) return {};
    if (word === 'that') return this.#opensAtThat(i);
    return this.#isSubject(i) && this.#is(i + 1, verb | aux | modal | past | third | filler | neg) ? this.#opensAtSubject(i) : undefined;
  }

  #isCoordinatedClause(i: number): boolean {
    const word = this.#word(i);
    if (word === 'but' || (word === 'so' && !this.#is(i + 1, adverb | filler))) return true;
    return (word === 'and' || word === 'or' || word === 'yet' || word === 'nor') && (this.#isSubject(i + 1) || this.#word(i + 1) === 'please');
  }

  /** "If it fails *please call us*": no comma, and no part of what is supposed ("if you could please call us"). */
  #isRequestAfterCondition(i: number): boolean {
    return this.#word(i) === 'please' && this.#is(i + 1, verb) && !this.#is(i - 1, modal | aux | pronoun | preposition) && this.#clauseIsCondition();
  }

  #opensAtThat(i: number): Opening | undefined {
    const governed = this.#governed(i - 1);
    if (governed.governor) return governed;
    return this.#isNominal(i - 1) && !this.#is(i + 1, det | preposition | punct) ? { mood: 'relative' } : undefined;
  }

  /** A subject pronoun where the clause has gone on for a while: "sorry you …", "the order you placed", "if you open the page you will …". */
  #opensAtSubject(i: number): Opening | undefined {
    const governed = this.#governed(i - 1);
    if (governed.governor) return governed;
    if (!this.#isNominal(i - 1)) return this.#isMainAfterCondition(i) ? {} : undefined;
    if (this.#word(i + 1) === 'will' && this.#clauseIsCondition()) return {};
    if ((this.#is(i + 1, modal) && this.#startsWithoutSubject()) || this.#isLateMain(i)) return {};
    return this.#is(this.#start, preposition) || !this.#hasDeterminer(i) ? undefined : { mood: 'relative' };
  }

  /** "If it still fails *you can* call us": no comma, and the condition has had its verb. */
  #isMainAfterCondition(i: number): boolean {
    const goesOn = this.#is(i + 1, modal) || (/^(have|need)$/.test(this.#word(i + 1)) && this.#word(i + 2) === 'to');
    return goesOn && this.#clauseIsCondition() && this.#hasVerb(i);
  }

  /** "As there was no reply *we have* closed it": no comma, and what would describe the noun is the last chance for a main clause. */
  #isLateMain(i: number): boolean {
    const head = this.#skipOpeners(this.#start);
    const reason = this.#clauses.length === 0 && REASON.has(this.#word(head));
    return reason && (this.#isSubject(head + 1) || this.#is(head + 1, neg)) && this.#lastSignOfMain <= i + 1;
  }

  /** The last token that tells where a main clause may be: a comma, a finite verb, a subject with its verb. Found once. */
  get #lastSignOfMain(): number {
    if (this.#lastSign !== undefined) return this.#lastSign;
    let at = this.input.words.length - 1;
    while (at > 0 && this.input.ids[at] !== Id.comma && !this.#isFinite(at) && !(this.#isSubject(at) && this.#is(at + 1, verb | aux | past))) at--;
    return (this.#lastSign = at);
  }

  /** "The engineer who knows your case *will* ring you", "Ines, who runs it, *is* ringing you": what was said of the subject has had its verb. */
  #isMainAfterRelative(i: number): boolean {
    const goesOn = this.input.ids[i - 1] === Id.comma ? this.#is(i, modal | be) : this.#follows(i);
    return goesOn && this.#clauses.length > 0 && this.#is(this.#start, wh) && this.#is(this.#start + 1, verb | third | aux | past);
  }

  #hasVerb(end: number): boolean {
    for (let i = this.#start + 1; i < end; i++) if (this.#is(i, verb | aux | modal | past | third)) return true;
    return false;
  }

  /** "*Before calling* you should …", "*After the update* you must …", "*As per our terms* you may …": no clause yet. */
  #startsWithoutSubject(): boolean {
    const head = this.#skipOpeners(this.#start);
    return (/^(before|after)$/.test(this.#word(head)) && !this.#isSubject(head + 1)) || (this.#word(head) === 'as' && this.#is(head + 1, preposition));
  }

  #governed(i: number): Opening {
    if (this.#isNounAfterDeterminer(i)) return {};
    const word = this.#word(i);
    const reporter = verbs().reporters.get(word) ?? (this.#is(i, WordClass.object) ? verbs().reporters.get(this.#word(i - 1)) : undefined);
    if (reporter) return { mood: 'report', governor: reporter };
    const governor = verbs().governors.get(word);
    return governor ? { governor } : {};
  }

  #isSubject(i: number): boolean {
    return /^(you|we|i|they|he|she|it|there)$/.test(this.#word(i));
  }

  #isNominal(i: number): boolean {
    return !this.#is(i, NO_NOUN) || QUANTIFIERS.has(this.#word(i)) || this.#is(i, opaque) || this.#isNounAfterDeterminer(i) || this.#isPluralObject(i);
  }

  /** "We sell *cards* that …", "lost with *files* that …": after a verb or a preposition, what could be a verb with -s is a plural. */
  #isPluralObject(i: number): boolean {
    return this.#is(i, third) && !this.#is(i, aux | modal) && this.#is(i - 1, verb | past | preposition) && !this.#isNounAfterDeterminer(i - 1) && !verbs().takeClauses.has(this.#word(i));
  }

  /** "the order", "your log file": what could be a verb is none there. */
  #isNounAfterDeterminer(i: number): boolean {
    let from = i;
    while (i - from < 3 && this.#is(from, verb | third) && !this.#is(from, aux | modal)) from--;
    return from < i && this.#is(from, det | poss) && !this.#is(from, pronoun);
  }

  #hasDeterminer(end: number): boolean {
    for (let i = this.#start; i < end; i++) if (this.#is(i, det | wh) || QUANTIFIERS.has(this.#word(i))) return true;
    return false;
  }

  #clauseIsCondition(): boolean {
    return this.#moodAt(this.#skipOpeners(this.#start), this.input.words.length, this.#opening) === 'condition';
  }

  #close(end: number, next: Opening): void {
    if (end > this.#start) {
      const head = this.#skipOpeners(this.#start);
      const mood = this.#isSupposed(end) ? 'condition' : this.#moodAt(head, end, this.#opening);
      this.#clauses.push({ start: this.#start, end, mood, governor: this.#opening.governor, subject: this.#subject(this.#opensWithThat(head) ? head + 1 : head, end, mood) });
    }
    this.#start = end;
    this.#opening = next;
  }

  /** "if you think *you paid twice*", "if it fails *and you see it*, …", "if it fails*, and you see it,* …": no more than supposed either. */
  #isSupposed(end: number): boolean {
    const coordinated = /^(and|or)$/.test(this.#word(this.#start));
    const mainToCome = end < this.input.words.length && this.input.ids[end - 1] === Id.comma;
    const goesOn = this.#opening.governor !== undefined || (coordinated && (mainToCome || this.input.ids[this.#start - 1] !== Id.comma));
    return goesOn && this.#clauses.at(-1)?.mood === 'condition';
  }

  /** "that" as a mere link: "you wrote *that* we …" */
  #opensWithThat(head: number): boolean {
    return this.#word(head) === 'that' && (this.#opening.mood ?? this.#opening.governor) !== undefined;
  }

  #skipOpeners(start: number): number {
    let i = start;
    while (this.#is(i, punct) || /^(and|but|so|or|yet|well|please|then|also|now|ok|okay|again)$/.test(this.#word(i))) i++;
    return i;
  }

  #moodAt(head: number, end: number, opening: Opening): Mood {
    const word = this.#word(head);
    if (CONDITION.has(word) || (word === 'in' && this.#word(head + 1) === 'case') || this.#isAsLongAs(head)) return 'condition';
    if (opening.mood) return opening.mood;
    if (this.#asks && this.#isQuestion(head, end)) return 'question';
    if (this.#is(head, wh)) return 'relative';
    return this.#isCommand(head) ? 'command' : 'statement';
  }

  #isAsLongAs(head: number): boolean {
    return this.#word(head) === 'as' && /^(long|soon|far)$/.test(this.#word(head + 1)) && this.#word(head + 2) === 'as';
  }

  /** Inverted ("could you"), opened by a question word, or right before the question mark. */
  #isQuestion(head: number, end: number): boolean {
    let i = head;
    while (this.#is(i, filler | neg) || this.#is(i, preposition)) i++;
    const inverted = this.#is(i, modal | aux) && (this.#is(i + 1, pronoun | det | poss) || this.#word(i + 1) === 'not');
    return inverted || this.#is(i, wh) || this.input.ids[end] === Id.question || this.input.ids[end - 1] === Id.question;
  }

  #isCommand(head: number): boolean {
    let i = head;
    while (OPENERS.has(this.#word(i)) || (this.#is(i, filler) && !this.#is(i, verb)) || (i > head && this.input.ids[i] === Id.comma)) i++;
    return this.#is(i, verb) && !this.#is(i, modal) && !this.#is(i + 1, be | modal | third) && !REASON.has(this.#word(i)) && !this.#isNoun(i) && !this.#isPerfect(i) && !this.#isHeadline(i);
  }

  /** "Haven't seen it", "Have checked it": *I* or *we* was left out. */
  #isPerfect(i: number): boolean {
    return this.#is(i, WordClass.have) && this.#is(this.#is(i + 1, neg) ? i + 2 : i + 1, participle);
  }

  /** "Work on this is ongoing", "Line test came back clean": what could be a verb is the subject of another one. */
  #isNoun(i: number): boolean {
    if (this.#is(i + 1, preposition)) return this.#isFinite(this.#skip(i + 2, (at) => at === i + 2 || !this.#endsNoun(at)));
    return !verbs().takeClauses.has(this.#word(i)) && this.#isFinite(this.#skip(i + 1, (at) => at < i + 3 && !this.#endsNoun(at) && !this.#is(at, det | adverb | preposition)));
  }

  /** "Claim denied", "Refund request turned down today": *is* or *has been* was left out, and what could be a verb is its subject. */
  #isHeadline(i: number): boolean {
    let at = i + 1;
    while (at < i + 3 && this.#is(at, verb) && !this.#is(at, participle | aux)) at++;
    if (!this.#is(at, participle) || this.#is(at, verb) || LEADS_TO_STATE.has(this.#word(i))) return false;
    let end = at + 1;
    while (end < at + 3 && (this.#is(end, filler | adverb | day) || PARTICLES.has(this.#word(end)))) end++;
    return end >= this.input.words.length || this.#is(end, punct);
  }

  #skip(from: number, goesOn: (at: number) => boolean): number {
    let at = from;
    while (at < this.input.words.length && !this.#isFinite(at) && goesOn(at)) at++;
    return at;
  }

  /** Where a noun and what belongs to it cannot go on. */
  #endsNoun(i: number): boolean {
    return this.#is(i, punct | wh | coordinator | subordinator | pronoun | neg);
  }

  /** A form that needs a subject; "had" and "sent" may be participles, "files" a plural. */
  #isFinite(i: number): boolean {
    return /^(is|are|was|were|has|does|did)$/.test(this.#word(i)) || (this.#is(i, modal) && !this.#is(i, WordClass.name)) || (this.#is(i, past) && !this.#is(i, participle | verb));
  }

  /** "Ana *will* call you", "Ines *is* ringing you": the verb of the word before it, be that a name or a noun. */
  #follows(i: number): boolean {
    return this.#is(i, modal | be) && this.#isNominal(i - 1) && !this.#is(i - 1, filler | adverb | preposition);
  }

  /** "Ines, who runs the team, *is* ringing you": goes on with the subject that the sentence began with. */
  #isResumed(head: number, mood: Mood): boolean {
    return mood === 'statement' && this.#is(head, modal | be) && this.#clauses[1]?.mood === 'relative' && !this.#is(head - 1, coordinator);
  }

  #subject(head: number, end: number, mood: Mood): Subject {
    if (mood === 'command') return 'none';
    const brokenOff = this.#isResumed(head, mood) ? this.#clauses[0]?.subject : undefined;
    if (brokenOff) return brokenOff;
    for (let i = head; i < end; i++) {
      const subject = SUBJECTS_BY_WORD[this.#word(i)];
      if (subject && !(this.#is(i, det) && this.#isNominal(i + 1) && i + 1 < end)) return subject;
      if (this.#is(i, det | poss | WordClass.name | WordClass.acronym | opaque) || (i === head + 1 && this.#follows(i))) return 'other';
    }
    return 'other';
  }
}
