import type { Config } from '../config.js';
import { packOf } from '../packs/library.js';
import type { Pack } from '../packs/pack.js';
import { builtinPhrases, builtinRules } from '../rules/builtin.js';
import { remembered } from '../remembered.js';
import { Program } from '../rules/program.js';
import { Reading } from '../reading/reading.js';
import type { Prose } from '../text/prose.js';
import { skeletonOf, type Skeleton } from './insertSection.js';
import { readArticle, type ArticleReading } from './readArticle.js';
import { cuesOf, type ArticleTemplate } from './template.js';

/** The templates of some packs. What costs something is made when an article first asks for it. */
export class ArticleTemplates {
  #byName: ReadonlyMap<string, ArticleTemplate> | undefined;
  readonly #programs = new Map<ArticleTemplate, Program>();
  readonly #read = remembered((_: Prose): Map<ArticleTemplate, ArticleReading> => new Map());

  /** @param packs of two templates of one name, the earlier pack's holds; `pack/name` asks for a certain one */
  constructor(readonly packs: readonly Pack[]) {}

  /** What `kb: …` may say. */
  get names(): readonly string[] {
    return [...this.#all.keys()];
  }

  /** What an article asks to be held against, in its front matter or the configuration; undefined where it asks for nothing that there is. */
  templateFor(prose: Prose, config: Pick<Config, 'kb'>): ArticleTemplate | undefined {
    if (prose.kind !== 'article') return undefined;
    const name = (prose.frontMatter.get('kb') ?? config.kb ?? '').toLowerCase();
    return name === '' ? undefined : this.#all.get(name);
  }

  /** The article held against its template, read once. */
  read(prose: Prose, config: Pick<Config, 'kb'>): ArticleReading | undefined {
    const template = this.templateFor(prose, config);
    if (!template) return undefined;
    const known = this.#read(prose);
    const program = this.#programOf(template);
    const article = known.get(template) ?? readArticle(template, program, new Reading(prose, program.vocabulary));
    known.set(template, article);
    return article;
  }

  /** What a template's sections are filled with. */
  skeletonOf({ id, skeleton = '' }: ArticleTemplate): Skeleton {
    const snippet = this.packs.flatMap(({ snippets }) => snippets).find((one) => one.id === `${packOf(id)}/${skeleton}`);
    return skeletonOf(snippet?.body ?? '');
  }

  get #all(): ReadonlyMap<string, ArticleTemplate> {
    return (this.#byName ??= byName(this.packs));
  }

  #programOf(template: ArticleTemplate): Program {
    const made = this.#programs.get(template) ?? compiled(template);
    this.#programs.set(template, made);
    return made;
  }
}

function byName(packs: readonly Pack[]): ReadonlyMap<string, ArticleTemplate> {
  const all = packs.flatMap(({ templates = [] }) => templates).reverse();
  return new Map(all.flatMap((template) => [[template.id, template], [nameOf(template.id), template]]));
}

/** A vocabulary of its own: a template's words are unknown to the rules. */
function compiled({ sections }: ArticleTemplate): Program {
  const { cues, words } = builtinRules();
  const own = sections.flatMap((section, i) => {
    const { heading, says } = cuesOf(section, i);
    return [heading, says];
  });
  return new Program({ categories: [], rules: [], words, cues: [...cues, ...own] }, builtinPhrases);
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
