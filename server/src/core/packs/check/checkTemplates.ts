import type { PackFinding, PackUnderCheck } from './checkPack.js';

const RULE = 'kb-template/missing';

/** Runs the examples of the pack’s templates: a complete article lacks nothing, and a lacking one just what it says. */
export function checkTemplates({ pack: { templates = [], snippets, name }, templateExamples, linterFor }: PackUnderCheck): readonly PackFinding[] {
  const says = (template: string, text: string): string | undefined =>
    linterFor('general').lint({ text: `---\nkb: ${template}\n---\n\n${text}`, kind: 'article' }, { all: true }).find(({ rule }) => rule === RULE)?.message;
  return templateExamples.flatMap(({ template, file, complete, lacking, placeOf }) => {
    const { sections = [], skeleton } = templates.find(({ id }) => id === template) ?? {};
    const found = (path: readonly (string | number)[], message: string): PackFinding => ({ file, ...placeOf(path), severity: 'error', code: 'example', message });
    const known = skeleton === undefined || snippets.some(({ id }) => id === `${name}/${skeleton}`);
    return [
      ...(known ? [] : [found(['skeleton'], `There is no snippet “${skeleton}” in this pack for the skeleton; its path goes without “snippets/” and “.md”.`)]),
      ...complete.flatMap((text, i) => {
        const message = says(template, text);
        return message === undefined ? [] : [found(['examples', 'complete', i], `Complete example ${i + 1} is not complete: ${message}`)];
      }),
      ...Object.entries(lacking).flatMap(([section, text]) => {
        if (!sections.some((one) => one.name === section)) return [found(['examples', 'lacking', section], `No section is called “${section}”, which an example is to lack.`)];
        const message = says(template, text) ?? 'nothing is missing';
        return message.includes(`lacks ${section}. `) ? [] : [found(['examples', 'lacking', section], `The example that is to lack “${section}” does not lack just that: ${message}`)];
      }),
    ];
  });
}
