import { mistakesInTemplate, templateSchema, type ArticleTemplate } from '../core/articles/template.js';
import { builtinRules } from '../core/rules/builtin.js';
import type { PlaceOf } from '../core/packs/check/checkPack.js';
import { checkData } from './checked.js';
import type { PackFolder } from './packFolder.js';
import { placesIn } from './packRules.js';

/** The templates of a pack, and the examples that are their tests. */
export interface PackTemplates {
  /** Sorted by id. */
  readonly templates: readonly ArticleTemplate[];
  readonly examples: readonly TemplateExamples[];
}

/** The examples of a template, with the file they stand in. */
export interface TemplateExamples {
  readonly template: string;
  readonly file: string;
  readonly complete: readonly string[];
  /** By the name of the section that is missing. */
  readonly lacking: Readonly<Record<string, string>>;
  readonly placeOf: PlaceOf;
}

/** Of a pack without any. */
export const NO_TEMPLATES: PackTemplates = { templates: [], examples: [] };

const NAME = /^templates\/([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/u;

/** Reads a pack's templates; one with a mistake is left out, and the mistake is among the folder's problems. */
export async function readPackTemplates(folder: PackFolder, pack: string): Promise<PackTemplates> {
  const templates: ArticleTemplate[] = [];
  const examples: TemplateExamples[] = [];
  for (const { name: file } of await folder.yamlFiles('templates')) {
    const name = NAME.exec(file)?.[1];
    if (name === undefined) folder.report(file, 'A template’s file is named with lower case letters, digits and dashes; rename it.');
    const yaml = name === undefined ? undefined : await folder.yaml(file);
    if (!yaml) continue;
    const id = `${pack}/${name}`;
    const { data, problems } = checkData(templateSchema, yaml);
    const mistakes = data ? mistakesInTemplate(data.sections, builtinRules()).map(({ path, message }) => yaml.problemAt(path, 'value', message)) : [];
    folder.add(file, [...problems, ...mistakes]);
    if (!data || mistakes.length > 0) continue;
    const { examples: own, ...template } = data;
    templates.push({ id, ...template });
    examples.push({ template: id, file, complete: own?.complete ?? [], lacking: own?.lacking ?? {}, placeOf: placesIn(yaml) });
  }
  return { templates, examples };
}
