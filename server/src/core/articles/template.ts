import * as v from 'valibot';
import { meant } from '../nearest.js';
import { line } from '../packs/schema.js';
import type { CueDefinition } from '../rules/definition.js';
import { mistakesIn, type Mistake, type Shared } from '../rules/mistakes.js';

const phrases = (description: string) => v.exactOptional(v.pipe(v.array(v.pipe(v.string('A phrase is text; put it in quotes.'), v.maxLength(500)), 'This takes a list of phrases.'), v.maxLength(40), v.description(description)));
const count = (description: string) => v.exactOptional(v.pipe(v.number('This takes a number.'), v.integer('This takes a whole number.'), v.minValue(1, 'This takes 1 or more.'), v.maxValue(1000), v.description(description)));

/** What a section must hold. */
const contentsSchema = v.strictObject({
  steps: count('A numbered list of at least so many steps.'),
  items: count('A list of at least so many items, numbered or not.'),
  links: count('At least so many links.'),
  images: count('At least so many images.'),
  words: count('At least so many words.'),
});

const sectionSchema = v.strictObject({
  name: line('name', 100, 'What readers find there, as it goes on after “This how-to still lacks”: what readers need before they begin.'),
  heading: v.exactOptional(line('heading', 100, 'Its heading. One that says just this is found, and what a fix puts in is the skeleton’s section of that heading.')),
  headings: phrases('Other headings by which it is found, in the phrase language.'),
  says: phrases('Phrases or cues; a sentence with one of them will do instead of a section.'),
  where: v.exactOptional(v.pipe(v.picklist(['start', 'after-steps', 'end'], '“where” is start, after-steps or end.'), v.description('Where “says” is looked for: start is before the first section or step, after-steps from the last step on, end the last section or quarter; default: anywhere.'))),
  opening: v.exactOptional(v.pipe(v.boolean('“opening” is true or false.'), v.description('A paragraph before the first section or step will do instead of a section, where it says nothing that another section asks for.'))),
  has: v.exactOptional(v.pipe(contentsSchema, v.description('What must be in it. Where no heading is found, the same anywhere in the article will do.'))),
  optional: v.exactOptional(v.pipe(v.boolean('“optional” is true or false.'), v.description('It may be missing, and only its order and contents are looked at.'))),
  anyOrder: v.exactOptional(v.pipe(v.boolean('“anyOrder” is true or false.'), v.description('It may stand anywhere.'))),
  insert: v.exactOptional(v.pipe(v.string('“insert” is text.'), v.maxLength(5000), v.description('What a fix puts in, with tab stops; default: the skeleton’s section of that heading.'))),
  answers: v.exactOptional(line('answers', 80, 'A rule that keeps quiet where this template asks for the section: kb-missing-help-path.')),
});

/** `templates/*.yaml`: what an article of a sort must have. */
export const templateSchema = v.strictObject({
  title: line('title', 40, 'What such an article is called, as it goes on after “This”: how-to.'),
  description: line('description', 300, 'When to write such an article, in a sentence.'),
  skeleton: v.exactOptional(line('skeleton', 120, 'The snippet of this pack that a new article begins with: articles/how-to.')),
  sections: v.pipe(v.array(sectionSchema, '“sections” is a list.'), v.minLength(1, 'Name at least one section.'), v.maxLength(30, 'A template may have 30 sections.'), v.description('In the order in which readers look for them.')),
  examples: v.exactOptional(
    v.strictObject({
      complete: v.exactOptional(v.pipe(v.array(v.string()), v.maxLength(50), v.description('Articles that have everything.'))),
      lacking: v.exactOptional(v.pipe(v.record(v.string(), v.string()), v.description('By the name of a section, an article that lacks just that.'))),
    }),
  ),
});

type TemplateFile = v.InferOutput<typeof templateSchema>;
/** A section that an article of a sort has, as a template describes it. */
export type TemplateSection = v.InferOutput<typeof sectionSchema>;
/** The least of each that a section must hold. */
export type Contents = v.InferOutput<typeof contentsSchema>;

/** What an article of a sort must have, as a pack says it. */
export interface ArticleTemplate extends Omit<TemplateFile, 'examples'> {
  /** `pack/file-name`. */
  readonly id: string;
}

/** How a section is found: by its heading, and by what is said. */
export interface SectionCues {
  readonly heading: CueDefinition;
  readonly says: CueDefinition;
  /** Cues that come with Deskside and say it as well. */
  readonly named: readonly string[];
}

/** The cues of a template's section. @param index its place in the template */
export function cuesOf({ headings = [], says = [] }: TemplateSection, index: number): SectionCues {
  return {
    heading: { id: `template-heading-${index}`, description: '', phrases: headings },
    says: { id: `template-says-${index}`, description: '', phrases: says.filter((one) => !one.startsWith('@')) },
    named: says.filter((one) => one.startsWith('@')).map((one) => one.slice(1)),
  };
}

/** What is wrong with a template's phrases. The paths lead to the sections. */
export function mistakesInTemplate(sections: readonly TemplateSection[], shared: Shared): readonly Mistake[] {
  const ids = shared.cues.map(({ id }) => id);
  return sections.flatMap((section, i) => {
    const { heading, says, named } = cuesOf(section, i);
    const unknown = named.filter((name) => !ids.includes(name)).map((name) => `There is no cue “@${name}”. ${meant(name, ids, (id) => `“@${id}”`)}`);
    return [...[heading, says].flatMap((cue) => mistakesIn(cue, shared)).map(({ message }) => message), ...unknown].map((message) => ({ path: ['sections', i], character: 0, message }));
  });
}
