import { readability } from './anatomy/readability.js';
import { titleOf } from './linkAt.js';
import { builtinProgram } from './lint.js';
import { Reading } from './reading/reading.js';
import { readProse } from './text/read.js';
import type { Source } from './types.js';

/** What there is to know of a text besides its findings. */
export interface Measures {
  /** From the front matter, else the first heading. */
  readonly title: string | undefined;
  /** Of the writer's own words, headings and tables among them. */
  readonly words: number;
  /** Flesch-Kincaid grade of the running text; undefined where there is too little of it. */
  readonly grade: number | undefined;
}

/** Measures a text. */
export function measure(source: Source): Measures {
  const prose = readProse(source);
  const { sentences } = new Reading(prose, builtinProgram().vocabulary);
  const { words, grade } = readability(sentences);
  return { title: titleOf(prose), words, grade };
}
