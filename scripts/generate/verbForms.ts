/**
 * What the library gets wrong about verbs. It guesses by rhyme ("skip" like "split", "untick" like "stick"), so that
 * its guesses stand only where they look like English verb forms, and the verbs of this table are taken from here.
 */
import { regularForms, type VerbForms } from '../../server/src/core/phrase/inflect.js';

/** base, past, participle; -s and -ing follow the regular rules. */
const STRONG = `become became become;come came come;overcome overcame overcome;run ran run;bear bore borne;take took taken;fly flew flown;see saw seen;
wake woke woken;light lit lit;write wrote written;ride rode ridden;lead led led;understand understood understood;send sent sent;tell told told;do did done;
go went gone;read read read;set set set;take took taken;pay paid paid;say said said;make made made;sell sold sold;think thought thought;hear heard heard;
stand stood stood;draw drew drawn;give gave given;come came come;find found found;build built built;hold held held;lay laid laid;eat ate eaten;
refer referred referred;prefer preferred preferred;defer deferred deferred;enrol enrolled enrolled;equip equipped equipped;sync synced synced`;

/** Verbs whose past is the base form. */
const SAME = new Set('beat bet bid broadcast burst bust cast cost cut fit forecast hit hurt let offset put quit read rid set shed shut slit split spread thrust upset wed wet'.split(' '));
const PREFIX = /^(mis|over|re-?|under|out|fore|un|with|cross-)(?=[a-z]{2})/;
/** A prefix that is none: to relay is not to lay again. */
const NOT_PREFIXED = new Set(['relay', 'unset', 'refit']);
const IRREGULAR_ING: Readonly<Record<string, string>> = { panic: 'panicking', be: 'being', tie: 'tying' };

const strong = new Map(STRONG.split(';').map((line) => {
  const [base = '', past = '', participle = ''] = line.trim().split(' ');
  return [base, { past, participle }] as const;
}));

/** Two forms of one word, both in use. */
export const VARIANTS = 'learned learnt;spelled spelt;misspelled misspelt;spilled spilt;burned burnt;leaned leant;dreamed dreamt;smelled smelt;spoiled spoilt;gotten got;proven proved;dived dove'.split(';');

/** The forms of a verb: the library's guess where it can be right. */
export function correctedForms(verb: string, guess: VerbForms): VerbForms {
  if (verb === 'be') return { s: 'is', past: 'was', participle: 'been', ing: 'being' };
  const regular = regularForms(verb);
  const known = strong.get(verb) ?? prefixed(verb);
  const past = known ?? (isPlausible(verb, guess) ? guess : regular);
  return { s: guess.s, past: past.past, participle: past.participle, ing: IRREGULAR_ING[verb] ?? ingOf(verb, past.past, guess.ing) };
}

/** admit, admitted: admitting. */
function ingOf(verb: string, past: string, guess: string): string {
  if (past.startsWith(verb) && /(.)\1ed$/.test(past) && past.length === verb.length + 3) return past.replace(/ed$/, 'ing');
  return /[a-z]ing$/.test(guess) && guess !== verb ? guess : regularForms(verb).ing;
}

/** "rewrite" goes like "write". */
function prefixed(verb: string): { readonly past: string; readonly participle: string } | undefined {
  const prefix = PREFIX.exec(verb)?.[0] ?? '';
  const stem = verb.slice(prefix.length);
  if (prefix === '' || NOT_PREFIXED.has(verb)) return undefined;
  const known = SAME.has(stem) ? { past: stem, participle: stem } : strong.get(stem);
  return known && { past: prefix + known.past, participle: prefix + known.participle };
}

function isPlausible(verb: string, { past }: VerbForms): boolean {
  return past !== verb ? !/^(un.*uck|logan)$/.test(past) : SAME.has(verb);
}
